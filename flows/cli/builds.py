"""What the commands that make documents share: their options, and how they tell what became of them."""

import os
import time
from collections.abc import Callable, Sequence
from pathlib import Path

import click

from flows.cli.progress import progress
from flows.cli.session import Session
from flows.cli.spoken import provinces_option
from flows.cli.words import Words
from flows.engine.builds import Build, PlanT
from flows.engine.engines import Engine
from flows.engine.requests import Request
from flows.engine.workers import processors
from flows.problems.records import Problem, Severity

TOOLS = frozenset({"SP801", "SP802", "SP803", "SP807", "SP820"})
"""Problems that are no fault of the content."""


def options(words: Words, formats: Sequence[str]) -> list[click.Parameter]:
    """The options that say what to make of a choice of formats, on what and where."""
    engines = click.Choice([each.value for each in Engine])
    return [
        provinces_option(words),
        click.Option(
            ["--format", "formats"], multiple=True, type=click.Choice(formats), help=words["format-option"]
        ),
        click.Option(["--force"], is_flag=True, help=words["force"]),
        click.Option(["--engine"], type=engines, default=Engine.AUTO.value, help=words["engine"]),
        click.Option(["--workers"], type=click.IntRange(1), metavar="N", help=words["workers"]),
        click.Option(["--dask-address"], metavar="URL", help=words["dask-address"]),
        click.Option(["--out"], type=click.Path(file_okay=False), metavar="DIR", help=words["out"]),
    ]


def absolute(out: str | None) -> str | None:
    """The folder that is asked for, wherever the work is done."""
    return str(Path(out).resolve()) if out else None


def watched(
    run: Callable[..., Build[PlanT]],
    request: Request,
    title: str,
    *,
    engine: str,
    workers: int | None,
    dask_address: str | None,
) -> tuple[Build[PlanT], float]:
    """What became of a request that was run under a bar with a title, and the seconds that it took."""
    start = time.monotonic()
    with progress(title) as bar:
        build = run(
            request,
            Engine(engine),
            workers or processors(),
            on_plan=lambda plan: bar.expect(len(plan.jobs)),
            on_outcome=lambda outcome: bar.advance(outcome.name),
            dask_address=dask_address,
        )
    return build, time.monotonic() - start


def exit_code(build: Build[PlanT]) -> int:
    """0 where everything is there, 1 where the content is at fault, 3 where only a tool is."""
    errors = {each.code for each in build.problems if each.severity is Severity.ERROR}
    if build.went_well:
        return 0
    return 1 if errors - TOOLS else 3


def tell_problems(problems: Sequence[Problem], here: Session) -> None:
    """Write problems to standard error, where there are any."""
    if problems:
        from flows.cli.terminal import show_problems

        show_problems(problems, here.root, here.ui, err=True)


def tell_left_out(failed: str, left_out: Sequence[str], words: Words) -> None:
    """Say how many documents could not be made, and which provinces have errors."""
    if failed:
        click.echo(words["not-built"].format(documents=failed))
    if left_out:
        click.echo(words["left-out"].format(provinces=", ".join(left_out)))


def counted(number: int, thing: str, words: Words) -> str:
    """A number of documents or reports in words; nothing for none."""
    if not number:
        return ""
    return words[f"one-{thing}" if number == 1 else f"more-{thing}s"].format(number=number)


def shown(folder: Path) -> str:
    """A folder as seen from here, where that is shorter."""
    relative = os.path.relpath(folder)
    return str(folder) if relative.startswith("..") else relative
