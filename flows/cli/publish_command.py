"""`standpunt publish`: the documents of an edition."""

import os
import time
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

import click

from flows.cli.progress import progress
from flows.cli.session import Session, session
from flows.cli.spoken import SpokenCommand, edition_argument
from flows.cli.words import WORDS, Words
from flows.engine.engines import Engine
from flows.engine.workers import processors
from flows.problems.records import Severity, has_errors
from flows.problems.sentences import Ui
from flows.publish.requests import FORMATS, Plan, Request, Row, State
from flows.publish.run import Build, run


def command(ui: Ui) -> click.Command:
    """The command in one language."""
    words = WORDS[ui]

    def publish(
        *,
        edition: str | None,
        provinces: tuple[str, ...],
        languages: tuple[str, ...],
        formats: tuple[str, ...],
        final: bool,
        force: bool,
        engine: str,
        dask_address: str | None,
        out: str | None,
        root: str | None,
        **_: object,
    ) -> int:
        here = session(root, ui)
        request = Request(
            root=str(here.root),
            edition=edition,
            provinces=provinces,
            languages=languages,
            formats=formats,
            final=final,
            force=force,
            out=str(Path(out).resolve()) if out else None,
        )
        start = time.monotonic()
        with progress(words["building"]) as bar:
            build = run(
                request,
                Engine(engine),
                processors(),
                on_plan=lambda plan: bar.expect(len(plan.jobs)),
                on_outcome=lambda outcome: bar.advance(outcome.name),
                dask_address=dask_address,
            )
        report(build, here, time.monotonic() - start)
        failed = has_errors(build.plan.problems) or any(each.problems for each in build.outcomes)
        return exit_code(build) if failed else 0

    return SpokenCommand("publish", words, publish, parameters(words))


def parameters(words: Words) -> list[click.Parameter]:
    """The arguments and options of the command."""
    return [
        edition_argument(),
        click.Option(["--province", "provinces"], multiple=True, metavar="P", help=words["province-option"]),
        click.Option(["--lang", "languages"], multiple=True, metavar="L", help=words["lang-option"]),
        click.Option(
            ["--format", "formats"], multiple=True, type=click.Choice(FORMATS), help=words["format-option"]
        ),
        click.Option(["--final"], is_flag=True, help=words["final"]),
        click.Option(["--force"], is_flag=True, help=words["force"]),
        click.Option(
            ["--engine"],
            type=click.Choice([each.value for each in Engine]),
            default=Engine.AUTO.value,
            help=words["engine"],
        ),
        click.Option(["--dask-address"], metavar="URL", help=words["dask-address"]),
        click.Option(["--out"], type=click.Path(file_okay=False), metavar="DIR", help=words["out"]),
    ]


def exit_code(build: Build) -> int:
    """1 where the content is at fault, 3 where only a tool is."""
    tools = {"SP801", "SP802", "SP803"}
    content = any(each.severity is Severity.ERROR and each.code not in tools for each in build.plan.problems)
    return 1 if content else 3


def report(build: Build, here: Session, seconds: float) -> None:
    """Say what was made, what was not, and where it is."""
    words, plan = here.words, build.plan
    problems = [each for each in plan.problems if each.severity is Severity.ERROR]
    problems += [problem for outcome in build.outcomes for problem in outcome.problems]
    if problems:
        from flows.cli.terminal import show_problems

        show_problems(problems, here.root, here.ui, err=True)
    failed = {outcome.name for outcome in build.outcomes if outcome.problems}
    made = {outcome.name for outcome in build.outcomes} - failed
    states = {row: state_of(row, made, failed, words) for row in plan.rows}
    show_summary(plan, states, words)
    if not plan.jobs and not problems:
        click.echo(words["nothing-to-do"])
    elif made:
        fresh = sum(row.state is State.FRESH for row in plan.rows)
        documents = counted(len(made), words)
        click.echo(words["built"].format(documents=documents, seconds=f"{seconds:.1f}", fresh=fresh))
    if failed:
        click.echo(words["not-built"].format(documents=counted(len(failed), words)))
    left_out = list(_left_out(plan.rows))
    if left_out:
        click.echo(words["left-out"].format(provinces=", ".join(left_out)))
    if plan.warnings:
        click.echo(words["warnings"].format(warnings=plan.warnings, edition=plan.edition))
    if made or any(row.state is State.FRESH for row in plan.rows):
        click.echo(words["look-in"].format(folder=_shown(plan)))


def _left_out(rows: Sequence[Row]) -> Iterator[str]:
    """The provinces that have errors; where only some of their languages have, with those."""
    for province in sorted({row.province for row in rows if row.state is State.BROKEN}):
        mine = [row for row in rows if row.province == province]
        broken = [row.language for row in mine if row.state is State.BROKEN]
        yield province if len(broken) == len(mine) else f"{province} ({', '.join(broken)})"


def counted(documents: int, words: Words) -> str:
    """A number of documents in words."""
    return words["one-document" if documents == 1 else "more-documents"].format(number=documents)


def state_of(row: Row, made: set[str], failed: set[str], words: Words) -> str:
    """What became of a province in one language."""
    if row.document in failed:
        return words["failed"]
    return words["made"] if row.document in made else words[row.state.value]


def show_summary(plan: Plan, states: Mapping[Row, str], words: Words) -> None:
    """A table of provinces and languages, or counts where the table would fill more than a screen."""
    from flows.cli.tables import LONGEST, show_table

    if not states:
        return
    if len(states) > LONGEST:
        for state, number in Counter(states.values()).items():
            click.echo(f"{number:>6}  {state}")
        return
    shares = ["" if row.approved is None else str(row.approved) for row in states]
    rows = [
        [row.province, row.language, state, share]
        for (row, state), share in zip(states.items(), shares, strict=True)
    ]
    headings = [words["province"], words["language"], words["state"], words["approved-share"]]
    keep = len(headings) if any(shares) else -1
    show_table(headings[:keep], [row[:keep] for row in rows])


def _shown(plan: Plan) -> str:
    """The folder of the edition as seen from here, where that is shorter."""
    folder = str(plan.request.output_folder / plan.edition)
    relative = os.path.relpath(folder)
    return folder if relative.startswith("..") else relative
