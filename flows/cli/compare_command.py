"""`standpunt compare`: what changed between two editions, for the nation and for each province."""

import os
import time
from collections.abc import Sequence
from pathlib import Path

import click

from flows.cli.progress import progress
from flows.cli.session import Session, session
from flows.cli.spoken import SpokenCommand
from flows.cli.words import WORDS, Words
from flows.compare_editions.requests import FORMATS, Row, State
from flows.compare_editions.requests import Request as Comparison
from flows.compare_editions.run import Reported, run
from flows.engine.engines import Engine
from flows.engine.workers import processors
from flows.problems.records import Severity, has_errors
from flows.problems.sentences import Ui

TOOLS = ("SP801", "SP802", "SP803", "SP807")
"""Problems that are no fault of the content."""


def command(ui: Ui) -> click.Command:
    """The command in one language."""
    words = WORDS[ui]

    def compare(
        *,
        old: str,
        new: str,
        provinces: tuple[str, ...],
        languages: tuple[str, ...],
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
        request = Comparison(
            root=str(here.root),
            old=old,
            new=new,
            provinces=provinces,
            languages=languages,
            formats=formats,
            speaks=ui,
            force=force,
            out=str(Path(out).resolve()) if out else None,
        )
        start = time.monotonic()
        with progress(words["reporting"]) as bar:
            done = run(
                request,
                Engine(engine),
                workers or processors(),
                on_plan=lambda plan: bar.expect(len(plan.jobs)),
                on_outcome=lambda outcome: bar.advance(outcome.name),
                dask_address=dask_address,
            )
        show(done, here, time.monotonic() - start)
        return exit_code(done)

    return SpokenCommand("compare", words, compare, parameters(words))


def parameters(words: Words) -> list[click.Parameter]:
    """The arguments and options of the command."""
    engines = [each.value for each in Engine]
    return [
        click.Argument(["old"]),
        click.Argument(["new"]),
        click.Option(["--province", "provinces"], multiple=True, metavar="P", help=words["province-option"]),
        click.Option(["--lang", "languages"], multiple=True, metavar="L", help=words["lang-option"]),
        click.Option(
            ["--format", "formats"], multiple=True, type=click.Choice(FORMATS), help=words["format-option"]
        ),
        click.Option(["--force"], is_flag=True, help=words["force"]),
        click.Option(
            ["--engine"], type=click.Choice(engines), default=Engine.AUTO.value, help=words["engine"]
        ),
        click.Option(["--workers"], type=click.IntRange(1), metavar="N", help=words["workers"]),
        click.Option(["--dask-address"], metavar="URL", help=words["dask-address"]),
        click.Option(["--out"], type=click.Path(file_okay=False), metavar="DIR", help=words["out"]),
    ]


def exit_code(done: Reported) -> int:
    """0 where every report is there, 1 where the content is at fault, 3 where only a tool is."""
    if has_errors(done.plan.problems):
        return 1
    found = [each for outcome in done.outcomes for each in outcome.problems]
    if any(each.severity is Severity.ERROR and each.code not in TOOLS for each in found):
        return 1
    return 3 if found else 0


def show(done: Reported, here: Session, seconds: float) -> None:
    """Say what changed, which reports were made, which were not, and where they are."""
    words, plan = here.words, done.plan
    problems = [*plan.problems, *(problem for outcome in done.outcomes for problem in outcome.problems)]
    if problems:
        from flows.cli.terminal import show_problems

        show_problems(problems, here.root, here.ui, err=True)
    failed = {outcome.name for outcome in done.outcomes if outcome.problems}
    made = {outcome.name for outcome in done.outcomes} - failed
    show_table_of([row for row in plan.rows if row.state is not State.BROKEN], made, failed, here)
    fresh = sum(row.state is State.FRESH for row in plan.rows)
    if made:
        told = {"reports": counted(len(made), words), "seconds": f"{seconds:.1f}", "fresh": fresh}
        click.echo(words["reported"].format(**told))
    elif fresh and not failed:
        click.echo(words["nothing-to-do"])
    if failed:
        click.echo(words["not-built"].format(documents=counted(len(failed), words)))
    left_out = sorted({row.subject for row in plan.rows if row.state is State.BROKEN})
    if left_out:
        click.echo(words["left-out"].format(provinces=", ".join(left_out)))
    if made or fresh:
        click.echo(words["reports-in"].format(folder=_shown(plan.folder)))


def counted(reports: int, words: Words) -> str:
    """A number of reports in words."""
    return words["one-report" if reports == 1 else "more-reports"].format(number=reports)


def show_table_of(rows: Sequence[Row], made: set[str], failed: set[str], here: Session) -> None:
    """A table with what happened in each report; at most as many rows as somebody still reads."""
    from flows.changes.records import Op
    from flows.cli.tables import LONGEST, show_table
    from flows.documents.change_words import CHANGE_WORDS

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


def _shown(folder: Path) -> str:
    """A folder as seen from here, where that is shorter."""
    relative = os.path.relpath(folder)
    return str(folder) if relative.startswith("..") else relative
