"""`standpunt compare`: what changed between two editions, for the nation and for each province."""

from collections.abc import Sequence

import click

from flows.cli.builds import (
    absolute,
    counted,
    exit_code,
    options,
    shown,
    tell_left_out,
    tell_problems,
    watched,
)
from flows.cli.session import Session, session
from flows.cli.spoken import SpokenCommand
from flows.cli.words import WORDS, Words
from flows.compare_editions.requests import Plan, Request, Row, State
from flows.compare_editions.run import run
from flows.engine.builds import Build
from flows.problems.sentences import Ui


def command(ui: Ui) -> click.Command:
    """The command in one language."""
    words = WORDS[ui]

    def compare(
        *,
        old: str,
        new: str,
        provinces: tuple[str, ...],
        language: str | None,
        formats: tuple[str, ...],
        force: bool,
        engine: str,
        workers: int | None,
        dask_address: str | None,
        out: str | None,
        root: str | None,
        **_: object,
    ) -> int:
        here = session(root, ui)
        request = Request(
            root=str(here.root),
            old=old,
            new=new,
            provinces=provinces,
            language=language,
            formats=formats,
            speaks=ui,
            force=force,
            out=absolute(out),
        )
        build, seconds = watched(
            run, request, words["reporting"], engine=engine, workers=workers, dask_address=dask_address
        )
        show(build, here, seconds)
        return exit_code(build)

    return SpokenCommand("compare", words, compare, parameters(words))


def parameters(words: Words) -> list[click.Parameter]:
    """The arguments and options of the command."""
    language = click.Option(["--lang", "language"], metavar="L", help=words["compare-lang"])
    return [click.Argument(["old"]), click.Argument(["new"]), language, *options(words, Request.FORMATS)]


def show(build: Build[Plan], here: Session, seconds: float) -> None:
    """Say what changed, which reports were made, which were not, and where they are."""
    words, plan = here.words, build.plan
    tell_problems(build.problems, here)
    made, failed = build.made, build.failed
    show_table_of([row for row in plan.rows if row.state is not State.BROKEN], made, failed, here)
    fresh = sum(row.state is State.FRESH for row in plan.rows)
    if made:
        told = {"reports": counted(len(made), "report", words), "seconds": f"{seconds:.1f}", "fresh": fresh}
        click.echo(words["reported"].format(**told))
    elif fresh and not failed:
        click.echo(words["nothing-to-do"])
    left_out = sorted({row.subject for row in plan.rows if row.state is State.BROKEN})
    tell_left_out(counted(len(failed), "report", words), left_out, words)
    if made or fresh:
        click.echo(words["reports-in"].format(folder=shown(plan.folder)))


def show_table_of(rows: Sequence[Row], made: set[str], failed: set[str], here: Session) -> None:
    """A table with what happened in each report; at most as many rows as somebody still reads."""
    from flows.changes.records import Op
    from flows.cli.tables import LONGEST, show_table
    from flows.documents.change_report.sentences import CHANGE_WORDS

    if not rows:
        return
    ops = [op for op in Op if op is not Op.UNCHANGED and any(op in row.tally.ops for row in rows)]
    words = CHANGE_WORDS[here.ui]
    headings = [here.words["report"], *(words[f"op_{op}"].lower() for op in ops), here.words["to-decide"]]
    table = []
    for row in rows[:LONGEST]:
        state = here.words["failed" if row.name in failed else "made" if row.name in made else row.state]
        counts = [row.tally.ops.get(op, 0) for op in ops] + [len(row.tally.decisions)]
        table.append([row.name, *(str(count or "·") for count in counts), state])
    show_table([*headings, here.words["state"]], table)
    if len(rows) > LONGEST:
        click.echo(here.words["more-rows"].format(number=len(rows) - LONGEST))
