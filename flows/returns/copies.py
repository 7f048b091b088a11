"""A working copy as data: the passages that people may edit in Word, and what each was when it went out."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from types import MappingProxyType

from flows.positions.provinces import Verb

FORMAT = 1
"""The version of what a working copy says of itself; a higher one was made by a newer program."""


class Freedom(StrEnum):
    """What may be done with a passage in Word."""

    ANY = "any"
    APPEND = "append"
    LOCKED = "locked"


@dataclass(frozen=True, slots=True)
class Passage:
    """One stretch of a working copy that stands inside one bookmark.

    Attributes:
        bookmark: The name of its bookmark: ``blok_012``; at most 40 letters, digits and ``_``.
        block: The id of its block, chapter or theme.
        field: What it is of that: ``text``, ``append`` or ``append.2`` (what a province added), ``title``,
            ``source``, ``as_of``, ``phone``, ``address.1``, as in a catalogue.
        kind: The kind of the block: ``prose``, ``ask``; ``chapter`` or ``theme`` for a heading.
        path: The ids of its chapter and its theme.
        text: The text as written, variables in braces; nothing for a slot that nobody filled.
        is_markdown: Whether it is written in our dialect of Markdown; other fields are plain.
        freedom: What may be done with it.
        verb: The verb of the override it comes from; None for the national text as it stands.
        target: Whom that override names; for an insert, its anchor.
        is_slot: Whether the national text leaves it to the provinces.
    """

    bookmark: str
    block: str
    field: str
    kind: str
    path: tuple[str, ...]
    text: str
    is_markdown: bool = True
    freedom: Freedom = Freedom.ANY
    verb: Verb | None = None
    target: str = ""
    is_slot: bool = False

    @property
    def key(self) -> tuple[str, str]:
        """What it is a text of, whatever its bookmark is called."""
        return (self.block, self.field)


@dataclass(frozen=True, slots=True)
class WorkingCopy:
    """Everything in a working copy that can come back, in reading order.

    Attributes:
        edition: The name of the edition.
        province: The province, or nothing for the national text.
        language: The language of the text.
        passages: Its passages.
        values: What each variable stood for, as shown: ``province.in`` is ``in Oost``.
        format: The version of the form.
    """

    edition: str
    province: str
    language: str
    passages: tuple[Passage, ...]
    values: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    format: int = FORMAT
