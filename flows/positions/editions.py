"""The national layer: an edition, its chapters, themes and blocks."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Literal

from flows.positions.bodies import Body, Kind
from flows.positions.places import Path, Span
from flows.positions.written_fields import CLOSED, AsOf, Flag, Id, Reason, Words
from flows.problems.records import Place


class Permission(StrEnum):
    """What provinces may do with a national block."""

    ANY = "any"
    APPEND = "append"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Block:
    """The smallest piece that people write, override and translate.

    Attributes:
        id: Dutch kebab-case, unique in the edition.
        kind: What it is; for a slot, what it will hold.
        body: The content, or None for a slot that nobody filled.
        place: Where its id stands.
        spans: Where each field of the body stands, keyed by the path inside the block.
        override: What provinces may do with it.
        aliases: Ids it had before.
        slot: True where the national text leaves the content to the provinces.
        required: Only for a slot: may a final edition leave it empty?
        supplied_by: Only for a slot: ``province.contact`` takes the contact of the province file.
        note: For colleagues; never published.
        waived: Why its source, date or numbers may stay unconfirmed in a final edition; never published.
    """

    id: str
    kind: Kind
    body: Body | None
    place: Place
    spans: Mapping[Path, Span] = field(default_factory=dict, compare=False)
    override: Permission = Permission.ANY
    aliases: tuple[str, ...] = ()
    slot: bool = False
    required: bool = False
    supplied_by: Literal["province.contact"] | None = None
    note: str | None = None
    waived: str | None = None

    def span(self, *path: str | int) -> Span:
        """The span of a field, or of the block's id where the field is not written down."""
        return self.spans.get(path, Span(self.place))


@dataclass(frozen=True, slots=True)
class Theme:
    """A subject inside a chapter."""

    id: str
    title: str
    blocks: tuple[Block, ...]
    place: Place
    title_span: Span


class Layout(StrEnum):
    """How a chapter is set: the introduction and the colophon are no numbered, coloured chapters."""

    INTRODUCTION = "introduction"
    CHAPTER = "chapter"
    COLOPHON = "colophon"


@dataclass(frozen=True, slots=True)
class Chapter:
    """A chapter: blocks of its own first, then themes."""

    id: str
    title: str
    layout: Layout
    blocks: tuple[Block, ...]
    themes: tuple[Theme, ...]
    place: Place
    title_span: Span

    def all_blocks(self) -> Iterator[Block]:
        """Every block in reading order."""
        yield from self.blocks
        for theme in self.themes:
            yield from theme.blocks


@dataclass(frozen=True, slots=True)
class Retired:
    """An id that is gone, and why."""

    __pydantic_config__ = CLOSED
    id: Id
    reason: Words
    replaced_by: Id | None = None


@dataclass(frozen=True, slots=True)
class Variable:
    """A value that each province supplies.

    Attributes:
        type: ``text``, ``list`` (of texts), ``number``, ``date`` (ISO) or ``url`` (http or https).
        required: True where every province must give it.
        default: The national value where a province gives none.
        about: What it is, for the person who fills it in.
    """

    __pydantic_config__ = CLOSED
    type: Literal["text", "list", "number", "date", "url"]
    required: Flag = False
    default: Words | None = None
    about: Words | None = None


@dataclass(frozen=True, slots=True)
class Election:
    """What the edition is written for, and its day as far as it is known; no source claims nothing."""

    __pydantic_config__ = CLOSED
    name: Words
    date: AsOf
    source: Words | None = None
    waived: Reason | None = None


class Status(StrEnum):
    """In preparation, draft or adopted; what is not adopted carries a visible mark in every document."""

    PREPARED = "voorbereiding"
    DRAFT = "concept"
    ADOPTED = "vastgesteld"


@dataclass(frozen=True, slots=True)
class Edition:
    """The national layer of one election; `as_of` is the day on which its text was fixed: ``2026-11-27``."""

    name: str
    title: str
    subtitle: str
    organisation: str
    status: Status
    language: str
    election: Election
    previous: str | None
    chapters: tuple[Chapter, ...]
    variables: Mapping[str, Variable]
    retired: Mapping[str, Retired]
    as_of: str | None = None
    places: Mapping[Path, Span] = field(default_factory=dict, compare=False)

    @property
    def is_draft(self) -> bool:
        """Whether nobody adopted it yet."""
        return self.status is not Status.ADOPTED

    def blocks(self) -> Iterator[Block]:
        """Every block in reading order, slots included."""
        for chapter in self.chapters:
            yield from chapter.all_blocks()
