"""`standpunt translate fill`: lets the translation memory or an engine fill in what nobody translated yet."""

import os
from collections.abc import Iterator
from typing import TYPE_CHECKING

import click

from flows.cli.progress import progress
from flows.cli.session import Session, session
from flows.cli.spoken import SpokenCommand, edition_argument
from flows.cli.tables import show_table
from flows.cli.terminal import show_problems
from flows.cli.words import WORDS, Words
from flows.engine.engines import Engine as RunsOn
from flows.problems.records import has_errors
from flows.problems.sentences import Ui
from flows.translators.chosen import ENGINES, EngineName

if TYPE_CHECKING:
    from flows.translate_editions.requests import Done

DONE, CONTENT_ERRORS, TOOL_FAILED = 0, 1, 3


def command(ui: Ui) -> click.Command:
    """The command in one language."""
    words = WORDS[ui]

    def run(
        *,
        edition: str | None,
        languages: tuple[str, ...],
        provinces: tuple[str, ...],
        engine: EngineName,
        program: str,
        stale: bool,
        dry_run: bool,
        limit: int | None,
        runs_on: str,
        root: str | None,
        **_: object,
    ) -> int:
        from flows.translate_editions.requests import Request
        from flows.translate_editions.run import run as translate

        here = session(root, ui, writes=True)
        named = (edition,) if edition else ()
        request = Request(str(here.root), named, languages, provinces, engine, stale, dry_run, limit)
        with progress(words["filling"]) as bar:
            done = translate(
                request,
                RunsOn(runs_on),
                environment=os.environ,
                command=program,
                on_plan=lambda work: bar.expect(work.batches),
                on_batch=lambda batch: bar.advance(f"{batch.language} {len(batch.texts)}"),
            )
        show(done, here)
        return exit_code(done)

    return SpokenCommand("translate-fill", words, run, parameters(words))


def parameters(words: Words) -> list[click.Parameter]:
    """The arguments and options of the command."""
    places = click.Choice([each.value for each in RunsOn if each is not RunsOn.DASK])
    return [
        edition_argument(),
        click.Option(["--lang", "languages"], multiple=True, metavar="L", help=words["lang-option"]),
        click.Option(
            ["--province", "provinces"], multiple=True, metavar="P", help=words["fill-province-option"]
        ),
        click.Option(["--engine"], type=click.Choice(ENGINES), default="tm", help=words["fill-engine"]),
        click.Option(["--command", "program"], default="", metavar="CMD", help=words["fill-command"]),
        click.Option(["--stale"], is_flag=True, help=words["fill-stale"]),
        click.Option(["--dry-run"], is_flag=True, help=words["fill-dry-run"]),
        click.Option(["--limit"], type=click.IntRange(1), metavar="N", help=words["fill-limit"]),
        click.Option(["--run-on", "runs_on"], type=places, default=RunsOn.AUTO.value, help=words["run-on"]),
    ]


def exit_code(done: "Done") -> int:
    """0 where everything was dealt with, 1 where the content is at fault, 3 where the engine stopped."""
    if has_errors(done.problems):
        return CONTENT_ERRORS
    return TOOL_FAILED if any(each.has_stopped for each in done.filled) else DONE


def show(done: "Done", here: Session) -> None:
    """Say what it takes, or what was filled in and what was not taken."""
    words = here.words
    problems = [*done.problems, *(each for filled in done.filled for each in filled.problems)]
    show_problems(problems, here.root, here.ui, err=True)
    texts = sum(each.texts for languages in done.expected for each in languages)
    if not texts:
        click.echo(words["fill-nothing"])
    elif not done.filled:
        costs_of = ("language", "texts", "characters", "cached", "euros")
        show_table([words[name] for name in costs_of], list(costs(done, words)))
    else:
        counts = ("file", "filled", "refused", "left")
        rows = list(results(done))
        if rows:
            show_table([words[name] for name in counts], rows)
        number = sum(file.filled for filled in done.filled for file in filled.files)
        click.echo(words["fill-done" if number else "fill-none"].format(filled=number, texts=texts))


def costs(done: "Done", words: Words) -> Iterator[list[str]]:
    """A row a language: what filling in would take."""
    for languages in done.expected:
        for each in languages:
            euros = words["unknown-price"] if each.euros is None else f"{each.euros:.2f}"
            yield [each.language, str(each.texts), str(each.characters), str(each.cached), euros]


def results(done: "Done") -> Iterator[list[str]]:
    """A row a catalogue: what was filled in."""
    for filled in done.filled:
        for file in filled.files:
            numbers = (file.filled, file.refused, file.left)
            yield [file.file, *(str(number or "·") for number in numbers)]
