"""What somebody asks of a build, and what a plan answers: small data that every engine understands."""

from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Any

from flows.engine.requests import output_folder, parameters_of
from flows.problems.records import Problem

if TYPE_CHECKING:  # a build with nothing to do never makes a job
    from flows.engine.work import Task
    from flows.press.portal import PortalJob

FORMATS = ("docx", "html", "pdf")


@dataclass(frozen=True, slots=True)
class Request:
    """What somebody asked for; empty selections mean everything.

    Attributes:
        root: The content root.
        edition: The edition, or None for the newest.
        provinces: Slugs.
        languages: Codes.
        formats: Some of `FORMATS`.
        final: Whether to refuse what a final edition may not have.
        force: Whether to build what is up to date as well.
        out: The output folder; `outputs/` below the root where it is None.
    """

    root: str
    edition: str | None = None
    provinces: tuple[str, ...] = ()
    languages: tuple[str, ...] = ()
    formats: tuple[str, ...] = ()
    final: bool = False
    force: bool = False
    out: str | None = None

    @property
    def output_folder(self) -> Path:
        """The folder of the documents."""
        return output_folder(self.root, self.out)

    @property
    def chosen_formats(self) -> tuple[str, ...]:
        """The formats to make, in one fixed order."""
        return tuple(name for name in FORMATS if not self.formats or name in self.formats)

    @property
    def parameters(self) -> dict[str, Any]:
        """The request as the parameters of the flow."""
        return parameters_of(self)


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
    """

    province: str
    language: str
    state: State
    document: str = ""
    key: str = ""
    approved: int | None = None


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
    """

    request: Request
    edition: str
    jobs: "tuple[Task, ...]"
    rows: tuple[Row, ...]
    problems: tuple[Problem, ...]
    warnings: int = 0
    portal: "PortalJob | None" = None
