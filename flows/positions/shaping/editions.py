"""From `edition.yaml` and its chapter files to an edition."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import Annotated, Any

from pydantic import Field

from flows.positions.editions import (
    Chapter,
    Edition,
    Election,
    Layout,
    Retired,
    Status,
    Theme,
    Variable,
)
from flows.positions.marked import Marked
from flows.positions.places import Span
from flows.positions.shaping.blocks import shape_blocks
from flows.positions.shaping.shapes import shaped
from flows.positions.shaping.waivers import unreasoned
from flows.positions.written_fields import CLOSED, Id, VariableName, Words
from flows.problems.codes import problem
from flows.problems.records import Problem

Entries = tuple[dict[str, Any], ...]
"""A list whose items another shape reads."""


@dataclass(frozen=True, slots=True)
class EditionFile:
    """The keys of `edition.yaml`."""

    __pydantic_config__ = CLOSED
    edition: Words
    title: Words
    organisation: Words
    status: Status
    language: Id
    election: Election
    chapters: Annotated[tuple[Id, ...], Field(min_length=1)]
    subtitle: Words | None = None
    previous: Words | None = None
    variables: dict[VariableName, Variable] = field(default_factory=dict)
    retired: tuple[Retired, ...] = ()


@dataclass(frozen=True, slots=True)
class ChapterFile:
    """The keys of a chapter file."""

    __pydantic_config__ = CLOSED
    id: Id
    title: Words
    layout: Layout = Layout.CHAPTER
    blocks: Entries = ()
    themes: Entries = ()


@dataclass(frozen=True, slots=True)
class ThemeEntry:
    """The keys of a theme."""

    __pydantic_config__ = CLOSED
    id: Id
    title: Words
    blocks: Entries = ()


def shape_edition_file(file: Marked, name: str) -> tuple[EditionFile | None, list[Problem]]:
    """Read `edition.yaml` of the folder `name`, which the edition is called after whatever the file says."""
    shape, problems = shaped(EditionFile, file)
    if isinstance(file.data, dict) and isinstance(file.data.get("election"), dict):
        problems += unreasoned(file.at("election"))
    if shape is not None and shape.edition != name:
        place = file.span("edition").place
        problems.append(problem("SP117", place, key="edition", value=shape.edition, folder=name))
        shape = replace(shape, edition=name)
    return shape, problems


def shape_edition(
    file: Marked, head: EditionFile, chapters: Mapping[str, Marked]
) -> tuple[Edition, list[Problem]]:
    """Put an edition together from its file and its chapters, keyed by file name without ending."""
    shapes = []
    problems: list[Problem] = []
    for chapter_file in chapters.values():
        chapter, found = shape_chapter(chapter_file)
        problems += found
        if chapter is not None:
            shapes.append(chapter)
    edition = Edition(
        name=head.edition,
        title=head.title,
        subtitle=head.subtitle or "",
        organisation=head.organisation,
        status=head.status,
        language=head.language,
        election=head.election,
        previous=head.previous,
        chapters=tuple(shapes),
        variables=head.variables,
        retired={retired.id: retired for retired in head.retired},
        places=file.inner_spans(),
    )
    return edition, problems


def shape_chapter(file: Marked) -> tuple[Chapter | None, list[Problem]]:
    """Read a chapter file with its blocks and themes."""
    head, problems = shaped(ChapterFile, file)
    blocks, found = shape_blocks(_entries(file))
    problems += found
    themes: list[Theme] = []
    for part in _entries(file, "themes"):
        theme, found = _shape_theme(part)
        problems += found
        if theme is not None:
            themes.append(theme)
    if head is None:
        return None, problems
    chapter = Chapter(
        id=head.id,
        title=head.title,
        layout=head.layout,
        blocks=blocks,
        themes=tuple(themes),
        place=file.span("id").place,
        title_span=file.span("title"),
    )
    return chapter, problems


def _shape_theme(part: Marked) -> tuple[Theme | None, list[Problem]]:
    head, problems = shaped(ThemeEntry, part)
    blocks, found = shape_blocks(_entries(part))
    if head is None:
        return None, problems + found
    theme = Theme(head.id, head.title, blocks, part.span("id").place, part.span("title"))
    return theme, problems + found


def _entries(part: Marked, key: str = "blocks") -> Iterable[Marked]:
    """The items of a list that are mappings; the shape of the list itself is checked elsewhere."""
    if not isinstance(part.data, dict):
        return ()
    if not isinstance(part.data.get(key), tuple):
        return ()
    return (entry for entry in part.items(key) if isinstance(entry.data, dict))


def title_spans(edition: Edition) -> Iterable[tuple[str, Span]]:
    """Every title of an edition that may hold variables, with its span."""
    yield edition.title, edition.places[("title",)]
    if edition.subtitle:
        yield edition.subtitle, edition.places[("subtitle",)]
    for chapter in edition.chapters:
        yield chapter.title, chapter.title_span
        for theme in chapter.themes:
            yield theme.title, theme.title_span
