"""`standpunt publish`: the documents of an edition."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

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
from flows.cli.spoken import SpokenCommand, edition_argument, languages_option
from flows.cli.words import WORDS, Words
from flows.engine.builds import Build
from flows.problems.codes import problem
from flows.problems.records import Problem, Severity
from flows.problems.sentences import Ui
from flows.publish.requests import Leftover, Plan, Request, Row, State
from flows.publish.run import run

ALSO = ("print", "asks")
"""What is asked for with a flag of its own, beside the other formats."""


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
        prune: bool,
        cards: bool,
        engine: str,
        workers: int | None,
        dask_address: str | None,
        out: str | None,
        root: str | None,
        **flags: object,
    ) -> int:
        here = session(root, ui)
        also = tuple(name for name in ALSO if flags[f"also_{name}"])
        request = Request(
            root=str(here.root),
            edition=edition,
            provinces=provinces,
            languages=languages,
            formats=(*(formats or Request.FORMATS), *also) if also else formats,
            final=final,
            force=force,
            prune=prune,
            cards=cards,
            out=absolute(out),
        )
        build, seconds = watched(
            run, request, words["building"], engine=engine, workers=workers, dask_address=dask_address
        )
        report(build, here, seconds)
        return exit_code(build)

    return SpokenCommand("publish", words, publish, parameters(words))


def parameters(words: Words) -> list[click.Parameter]:
    """The arguments and options of the command."""
    return [
        edition_argument(),
        languages_option(words),
        click.Option(["--final"], is_flag=True, help=words["final"]),
        click.Option(["--prune"], is_flag=True, help=words["prune"]),
        click.Option(["--cards"], is_flag=True, help=words["cards"]),
        *(
            click.Option([f"--{name}", f"also_{name}"], is_flag=True, help=words[f"also-{name}"])
            for name in ALSO
        ),
        *options(words, (*Request.FORMATS, *Request.EXTRA)),
    ]


def report(build: Build[Plan], here: Session, seconds: float) -> None:
    """Say what was made, what was not, and where it is."""
    words, plan = here.words, build.plan
    errors = [each for each in build.problems if each.severity is Severity.ERROR]
    tried_again = [each for each in build.of_making if each.severity is not Severity.ERROR]
    tell_problems([*errors, *tried_again, *_left_over(plan)], here)
    made, failed = build.made, build.failed
    states = {row: state_of(row, made, failed, words) for row in plan.rows}
    show_summary(plan, states, words)
    if not plan.jobs and not errors:
        click.echo(words["nothing-to-do"])
    elif made:
        fresh = sum(row.state is State.FRESH for row in plan.rows)
        documents = counted(len(made), "document", words)
        click.echo(words["built"].format(documents=documents, seconds=f"{seconds:.1f}", fresh=fresh))
    tell_left_out(counted(len(failed), "document", words), list(_left_out(plan.rows)), words)
    removed = [each for each in plan.leftovers if not _is_there(each, plan)]
    if removed:
        click.echo(words["pruned"].format(files="\n  ".join(_listed(removed))))
    if plan.warnings:
        click.echo(words["warnings"].format(warnings=plan.warnings, edition=plan.edition))
    if made or any(row.state is State.FRESH for row in plan.rows):
        click.echo(words["look-in"].format(folder=shown(plan.request.output_folder / plan.edition)))


def _left_out(rows: Sequence[Row]) -> Iterator[str]:
    """The provinces that have errors; where only some of their languages have, with those."""
    for province in sorted({row.province for row in rows if row.state is State.BROKEN}):
        mine = [row for row in rows if row.province == province]
        broken = [row.language for row in mine if row.state is State.BROKEN]
        yield province if len(broken) == len(mine) else f"{province} ({', '.join(broken)})"


def _left_over(plan: Plan) -> Iterator[Problem]:
    """A warning for files that are there and would not be made any more."""
    there = [each for each in plan.leftovers if _is_there(each, plan)]
    if plan.request.prune:
        groups = {"SP827": there}
    else:
        groups = {
            "SP825": [each for each in there if not each.refused],
            "SP826": [each for each in there if each.refused],
        }
    for code, files in groups.items():
        if files:
            yield problem(code, None, excerpts=(("files", "\n".join(_listed(files))),))


def _is_there(file: Leftover, plan: Plan) -> bool:
    return (plan.request.output_folder / file.path).exists()


def _listed(files: Sequence[Leftover]) -> list[str]:
    """One line a document: its first file, and the endings of the others; one line for its pictures."""
    pictures = Counter(each.path.rpartition("/")[0] for each in files if "/" in each.written_in)
    many = {folder for folder, count in pictures.items() if count > 1}
    endings: dict[str, list[str]] = {f"{folder}/ ({pictures[folder]})": [] for folder in sorted(many)}
    for each in sorted(files, key=lambda each: each.path):
        if each.path.rpartition("/")[0] in many:
            continue
        is_ending = each.path.endswith(f".{each.written_in}")  # not of a picture, or a portal
        ending = each.written_in if is_ending else each.path.rpartition(".")[2]
        endings.setdefault(each.path.removesuffix(f".{ending}"), []).append(f".{ending}")
    return [name + ", ".join(found) for name, found in endings.items()]


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
