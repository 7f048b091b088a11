"""What somebody asks of a build, and what a plan answers: small data that every engine understands."""

from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType
from typing import TYPE_CHECKING, ClassVar

from flows.engine import requests as engine
from flows.problems.records import Problem

if TYPE_CHECKING:  # a build with nothing to do never makes a job
    from flows.engine.chunks import Task
    from flows.press.portal.printing import PortalJob


@dataclass(frozen=True, slots=True, kw_only=True)
class Request(engine.Request):
    """What somebody asked of a build; empty selections mean everything.

    Attributes:
        edition: The edition, or None for the newest.
        languages: Codes.
        final: Whether to refuse what a final edition may not have.
        cards: Whether to make the pictures to share as well.
        prune: Whether to remove what publishing made and would not make any more.
    """

    FORMATS: ClassVar = ("docx", "html", "pdf")
    EXTRA: ClassVar = MappingProxyType(
        {"print": ("print.pdf",), "asks": ("asks.pdf", "asks.jsonld", "asks.csv")}
    )

    edition: str | None = None
    languages: tuple[str, ...] = ()
    final: bool = False
    prune: bool = False
    cards: bool = False

    def files_of(self, cards: tuple[str, ...]) -> tuple[str, ...]:
        """The formats and, where they were asked for, the pictures of a document to make."""
        return (*self.chosen_formats, *(cards if self.cards else ()))


class State(StrEnum):
    """How a province stands in one language before the build."""

    FRESH = "fresh"
    TO_MAKE = "ready"
    BROKEN = "broken"
    UNTRANSLATED = "untranslated"
    INCOMPLETE = "incomplete"


@dataclass(frozen=True, slots=True)
class Row:
    """One province in one language.

    Attributes:
        document: The name of its document, or nothing where there is none.
        key: Digest of everything that decides what the document holds.
        approved: Approved share of its translation in percents; None where there is none to approve.
        cards: The pictures that belong to the document.
    """

    province: str
    language: str
    state: State
    document: str = ""
    key: str = ""
    approved: int | None = None
    cards: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Leftover:
    """A file that publishing made and would not make any more.

    Attributes:
        path: Where it is, relative to the output folder.
        sha256: Digest of its content as it was made.
        record: The name of what the manifest knows of it.
        written_in: Its ending; nothing for a portal.
        refused: True for a draft that stands where a final document was refused; else its edition, province
            or language is gone.
    """

    path: str
    sha256: str
    record: str
    written_in: str = ""
    refused: bool = False


@dataclass(frozen=True, slots=True)
class Plan:
    """What has to be built, and how everything else stands.

    Attributes:
        edition: The name of the edition; empty where there is none.
        jobs: What has to be built.
        rows: Every province in every language.
        problems: Everything that is wrong with the content.
        warnings: How many of the problems stop nothing.
        portal: The page that lists the edition's documents; None where it stays as it is.
        leftovers: What the output folder holds that publishing would not make.
    """

    request: Request
    edition: str
    jobs: "tuple[Task, ...]"
    rows: tuple[Row, ...]
    problems: tuple[Problem, ...]
    warnings: int = 0
    portal: "PortalJob | None" = None
    leftovers: tuple[Leftover, ...] = ()
