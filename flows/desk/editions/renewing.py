"""The files of a new edition, made from those of the last one: text in, text out, comments and all."""

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass

from flows.positions.editions import Edition, Status
from flows.positions.marked import Marked
from flows.positions.places import Path
from flows.positions.written_fields import TO_BE_CONFIRMED
from flows.sources.content import base_file, chapter_file, edition_file, own_file
from flows.sources.po_files import national_catalogue_file, own_catalogue_file
from flows.sources.yaml_files import marked_text

_COMMENT = re.compile(r"^[^\S\n]*#.*$", re.MULTILINE)
_LINE = re.compile(r".*(?:\n|\Z)")


@dataclass(frozen=True, slots=True)
class Renewal:
    """A new edition to be made.

    Attributes:
        old: The edition that it is made from.
        name: Its name.
        election: The day of its election as far as it is known: ``2031-03``, or `TO_BE_CONFIRMED`.
        day: The day of today: ``2027-04-01``.
    """

    old: Edition
    name: str
    election: str
    day: str

    def national_files(
        self, chapters: Collection[str], languages: Collection[str]
    ) -> Iterator[tuple[str, str]]:
        """The files of the national layer, old beside new; a catalogue need not be there."""
        old = self.old.name
        yield edition_file(old), edition_file(self.name)
        for chapter in chapters:
            yield chapter_file(old, chapter), chapter_file(self.name, chapter)
        for code in languages:
            yield national_catalogue_file(old, code), national_catalogue_file(self.name, code)

    def own_files(self, slug: str, languages: Collection[str]) -> Iterator[tuple[str, str]]:
        """The same for a province; only its own file is sure to be there."""
        old = self.old.name
        yield own_file(slug, old), own_file(slug, self.name)
        yield base_file(slug, old), base_file(slug, self.name)
        for code in languages:
            yield own_catalogue_file(slug, old, code), own_catalogue_file(slug, self.name, code)

    def edition_text(self, text: str, file: str) -> str:
        """Its ``edition.yaml``, from that of the old edition: nothing retired, no day that was confirmed."""
        marked = _read(text, file)
        values: dict[Path, str] = {
            ("edition",): f'"{self.name}"',
            ("status",): Status.PREPARED,
            ("previous",): f'"{self.old.name}"',
            ("as_of",): self.day,
            ("election", "date"): self.election,
            ("election", "source"): TO_BE_CONFIRMED,
        }
        edits = [_set(text, marked, path, value) for path, value in values.items()]
        edits += [_dropped(text, marked, path) for path in (("retired",), ("election", "waived"))]
        return self.in_comments(_edited(text, edits))

    def own_text(self, text: str, file: str, satisfied: Collection[int]) -> str:
        """A province's file; `satisfied` are the places of entries that ask for what is done, from 0."""
        marked = _read(text, file)
        edits = [_set(text, marked, ("edition",), f'"{self.name}"')]
        edits += [_dropped(text, marked, ("overrides", index)) for index in satisfied]
        return self.in_comments(_edited(text, edits))

    def in_comments(self, text: str) -> str:
        """A text whose comments point to the files of the new edition; a year in a sentence stays."""
        old = re.compile(rf"(?<=[A-Za-z>][/-]){re.escape(self.old.name)}\b")
        return _COMMENT.sub(lambda comment: old.sub(self.name, comment[0]), text)


Edit = tuple[int, int, str]
"""The characters from start to end, and what comes there."""


def _read(text: str, file: str) -> Marked:
    marked, _ = marked_text(text, file)
    assert marked is not None, file
    return marked


def _edited(text: str, edits: list[Edit]) -> str:
    for start, end, new in sorted(edits, reverse=True):
        text = text[:start] + new + text[end:]
    return text


def _set(text: str, marked: Marked, path: Path, value: str) -> Edit:
    """Another value; where its key is not there, a line of its own before the first key beside it."""
    beside = marked.at(*path[:-1])
    if path[-1] in beside.data:
        span = marked.span(*path)
        return span.offset, span.offset + len(span.source), value
    if len(path) > 1:
        return 0, 0, ""
    line = _line_of(text, marked, (next(iter(beside.data)),))[0]
    return line, line, f"{path[-1]}: {value}\n"


def _dropped(text: str, marked: Marked, path: Path) -> Edit:
    """The lines of a key or of an item of a list, with all that belongs to it and the empty line behind it."""
    if path not in marked.keys and path not in marked.spans:
        return 0, 0, ""
    start, indent = _line_of(text, marked, path)
    end = start
    for line in _LINE.finditer(text, start):
        inside = len(line[0]) - len(line[0].lstrip(" ")) > indent
        if not line[0] or (line.start() > start and line[0].strip() and not inside):
            break
        end = line.end()
    return start, end, ""


def _line_of(text: str, marked: Marked, path: Path) -> tuple[int, int]:
    """Characters before the line of a key or an item, and the depth at which it stands there."""
    place = marked.key(*path)
    start = 0
    for _ in range(place.line - 1):
        start = text.index("\n", start) + 1
    return start, len(_LINE.match(text, start)[0]) - len(_LINE.match(text, start)[0].lstrip(" "))
