"""What a block can hold: one frozen class a kind, which pydantic validates as it stands.

One definition serves the domain, the checks and the JSON Schemas (see `flows.positions.shaping.shapes`).
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields
from enum import StrEnum
from types import MappingProxyType
from typing import Any

from flows.positions.places import Path
from flows.positions.written_fields import CLOSED, TO_BE_CONFIRMED, AsOf, Markdown, Number, Words


class Kind(StrEnum):
    """What a block is; a slot has one of these kinds too, and no text of its own."""

    PROSE = "prose"
    ASK = "ask"
    FACT = "fact"
    FIGURE = "figure"
    QUOTE = "quote"
    CONTACT = "contact"


class Chart(StrEnum):
    """How a figure is drawn."""

    BAR = "bar"
    STACKED_BAR = "stacked-bar"
    DONUT = "donut"
    LINE = "line"


@dataclass(frozen=True, slots=True)
class Prose:
    """Running text."""

    __pydantic_config__ = CLOSED
    text: Markdown


@dataclass(frozen=True, slots=True)
class Ask:
    """Something the province can do; asks that follow each other form one box."""

    __pydantic_config__ = CLOSED
    text: Markdown


@dataclass(frozen=True, slots=True)
class Fact:
    """A statement that can be looked up; facts that follow each other form one panel."""

    __pydantic_config__ = CLOSED
    text: Markdown
    source: Words
    as_of: AsOf = TO_BE_CONFIRMED


@dataclass(frozen=True, slots=True)
class DataPoint:
    """One row of a figure's data."""

    __pydantic_config__ = CLOSED
    label: Words
    value: Number


@dataclass(frozen=True, slots=True)
class Figure:
    """A chart with its numbers. Without data it is left out of the documents and reported.

    Attributes:
        unit: What the values count, as a word: ``procent``, ``bedrijven``, ``miljard euro``.
    """

    __pydantic_config__ = CLOSED
    chart: Chart
    title: Words
    alt: Words
    unit: Words
    source: Words
    data: tuple[DataPoint, ...] = ()
    as_of: AsOf = TO_BE_CONFIRMED


@dataclass(frozen=True, slots=True)
class Quote:
    """What somebody said, and who.

    Attributes:
        speaker: Name of the person.
        role: What the person is or does.
        consent: When and how the person agreed to stand in the brochure; never printed.
    """

    __pydantic_config__ = CLOSED
    text: Markdown
    speaker: Words
    role: Words
    consent: Words
    source: Words
    as_of: AsOf = TO_BE_CONFIRMED


@dataclass(frozen=True, slots=True)
class Contact:
    """Where to turn to. A contact without a known name shows the role and a general address."""

    __pydantic_config__ = CLOSED
    title: Words | None = None
    name: Words | None = None
    role: Words | None = None
    organisation: Words | None = None
    address: tuple[Words, ...] = ()
    email: Words | None = None
    phone: Words | None = None
    website: Words | None = None


Body = Prose | Ask | Fact | Figure | Quote | Contact

BODIES: Mapping[Kind, type[Body]] = MappingProxyType(
    {
        Kind.PROSE: Prose,
        Kind.ASK: Ask,
        Kind.FACT: Fact,
        Kind.FIGURE: Figure,
        Kind.QUOTE: Quote,
        Kind.CONTACT: Contact,
    }
)
MARKDOWN_FIELDS = frozenset({"text"})
"""The fields of a body that hold Markdown; every other text field is plain."""


def texts(body: Body) -> Iterator[tuple[Path, str]]:
    """Every text a reader sees, with its path: the one walker for variables, extraction and application.

    Yields:
        The path inside the block and the text as written, variables intact.
    """
    for spec in fields(body):
        yield from _texts_of((spec.name,), getattr(body, spec.name))


def _texts_of(path: Path, value: Any) -> Iterator[tuple[Path, str]]:
    if path[-1] in UNREAD_FIELDS:
        return
    if isinstance(value, str) and not isinstance(value, StrEnum):
        yield path, value
    elif isinstance(value, tuple):
        for index, item in enumerate(value):
            yield from _texts_of((*path, index), item)
    elif isinstance(value, DataPoint):
        yield (*path, "label"), value.label


UNREAD_FIELDS = frozenset({"as_of", "value", "consent"})
"""Fields that nobody translates: shown in the style of the reader (dates, numbers), or not at all."""
