"""Problems on a terminal: code, place, sentence, the line itself with a caret, and the texts to compare."""

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict, replace
from itertools import groupby
from pathlib import Path
from typing import Any

import click

from flows.changes.words import Mark, Piece, word_changes
from flows.cli.words import WORDS
from flows.problems.causes import Cause, causes
from flows.problems.reading import group_of
from flows.problems.records import Place, Problem, Severity
from flows.problems.sentences import Ui, harmless, sentence, term

COLOURS = {Severity.ERROR: "red", Severity.WARNING: "yellow"}
SHOWN = 100
"""Characters of a long line that a snippet shows."""


def show_problems(problems: Iterable[Problem], root: Path, ui: Ui, *, err: bool = False) -> None:
    """Print problems, each with its snippet; those of several provinces with one cause are one message."""
    lines_of = _Lines(root)
    for cause in causes(problems, term("any-province", ui)):
        click.echo("\n".join(_cause_lines(cause, lines_of, ui)) + "\n", err=err)


def show_list(problems: Sequence[Problem], root: Path, ui: Ui) -> int:
    """Print problems under the headings of what has to be done with them.

    Args:
        problems: In reading order.
        root: The content root.
        ui: Language of the messages.

    Returns:
        The number of messages.
    """
    for group, found in groupby(problems, group_of):
        click.echo(click.style(f"{WORDS[ui][f'group-{group}']}\n", bold=True, underline=True))
        show_problems(found, root, ui)
    return len(causes(problems, ""))


def _cause_lines(cause: Cause, lines_of: "_Lines", ui: Ui) -> Iterator[str]:
    """The lines that show one message: a problem, or what is the same in some and where each of them is."""
    yield from problem_lines(cause.problem, lines_of, ui)
    if len(cause.members) == 1:
        return
    if cause.problem.place is not None:
        yield f"  {term('provinces', ui)}: {', '.join(cause.provinces)}"
        return
    for each in cause.members:
        yield f"  {each.province}: {each.place or ''}"
        own = replace(
            each,
            related=each.related[len(cause.problem.related) :],
            excerpts=each.excerpts[len(cause.problem.excerpts) :],
        )
        yield from (f"  {line}" for line in _beside(own, ui))


def problem_lines(problem: Problem, lines_of: "_Lines", ui: Ui) -> Iterator[str]:
    """The lines that show one problem."""
    label = click.style(term(problem.severity.value, ui), fg=COLOURS[problem.severity], bold=True)
    where = f" {click.style(str(problem.place), bold=True)}" if problem.place is not None else ""
    elsewhere = problem.province is not None and f"/{problem.province}/" not in str(problem.place)
    yield f"{label} {problem.code}{where}{f' ({problem.province})' if elsewhere else ''}"
    yield f"  {sentence(problem, ui)}"
    if problem.place is not None:
        yield from _snippet(problem.place, lines_of)
    yield from _beside(problem, ui)


def _beside(problem: Problem, ui: Ui) -> Iterator[str]:
    """What belongs to a problem: other places, and texts to compare."""
    for name, place in problem.related:
        yield f"  {term(name, ui)}: {place}"
    yield from _excerpts(dict(problem.excerpts), ui)


def _snippet(place: Place, lines_of: "_Lines") -> Iterator[str]:
    lines = lines_of(place.file)
    if not 0 < place.line <= len(lines):
        return
    line = harmless(lines[place.line - 1].replace("\t", " "))
    start = max(0, place.column - SHOWN)
    number = f"{place.line:>5}"
    yield f"{number} | {line[start : start + SHOWN]}"
    width = max(1, min(place.width, len(line) - place.column + 1, SHOWN))
    yield f"{' ' * len(number)} | {' ' * (place.column - 1 - start)}{click.style('^' * width, fg='cyan')}"


def _excerpts(texts: dict[str, str], ui: Ui) -> Iterator[str]:
    """The old and the new national text as one text with its changes, then the province's own text."""
    texts = {name: harmless(text) for name, text in texts.items()}
    if "was" in texts and "now" in texts:
        yield f"  {term('was', ui)} → {term('now', ui)}:"
        yield from _indented(marked_changes(texts.pop("was"), texts.pop("now")))
    for name, text in texts.items():
        yield f"  {term(name, ui)}:"
        yield from _indented(text)


def marked_changes(old: str, new: str) -> str:
    """Both texts in one: removed words as ``[-…-]``, added words as ``{+…+}``, coloured on a terminal."""
    return "".join(_marked(piece) for piece in word_changes(old, new))


def _marked(piece: Piece) -> str:
    if piece.mark is Mark.REMOVED:
        return click.style(f"[-{piece.text}-]", fg="red")
    return click.style(f"{{+{piece.text}+}}", fg="green") if piece.mark is Mark.ADDED else piece.text


def _indented(text: str) -> Iterator[str]:
    for line in text.splitlines():
        yield f"    {line}"


def problem_record(problem: Problem, ui: Ui) -> dict[str, Any]:
    """One problem for machines: the record, and its sentence for whoever shows it."""
    place = asdict(problem.place) if problem.place is not None else None
    return {
        "code": problem.code,
        "severity": problem.severity.value,
        "place": place,
        "province": problem.province,
        "sentence": sentence(problem, ui),
        "args": dict(problem.args),
        "related": [{"role": name, **asdict(where)} for name, where in problem.related],
        "excerpts": dict(problem.excerpts),
    }


def print_json(document: Any) -> None:
    """One JSON document on standard output."""
    click.echo(json.dumps(document, ensure_ascii=False, indent=1))


class _Lines:
    """The lines of the files that problems stand in, each file read once."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.known: dict[str, list[str]] = {}

    def __call__(self, file: str) -> list[str]:
        if file not in self.known:
            try:
                text = (self.root / file).read_bytes()[:5_000_000].decode("utf-8-sig", "replace")
            except OSError:
                text = ""
            self.known[file] = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
        return self.known[file]
