"""What somebody asks of a build, and what a plan answers: small data that every engine understands."""

from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING

from flows.problems.records import Problem

if TYPE_CHECKING:  # a build with nothing to do never makes a job
    from flows.press.jobs import Job
    from flows.press.portal import PortalJob

OUTPUTS = "outputs"
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
        return Path(self.out) if self.out is not None else Path(self.root) / OUTPUTS

    @property
    def chosen_formats(self) -> tuple[str, ...]:
        """The formats to make, in one fixed order."""
        return tuple(name for name in FORMATS if not self.formats or name in self.formats)


class State(StrEnum):
    """How a province stands in one language before the build."""

    FRESH = "fresh"
    TO_MAKE = "ready"
    BROKEN = "broken"
    UNTRANSLATED = "untranslated"


@dataclass(frozen=True, slots=True)
class Row:
    """One province in one language.

    Attributes:
        document: The name of its document, or nothing where there is none.
        key: Digest of everything that decides what the document holds.
    """

    province: str
    language: str
    state: State
    document: str = ""
    key: str = ""


@dataclass(frozen=True, slots=True)
class Task:
    """One document to build: the press job, and the key under which the manifest remembers it."""

    job: "Job"
    key: str

    @property
    def name(self) -> str:
        """The name of the document."""
        return self.job.document.name


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
    jobs: tuple[Task, ...]
    rows: tuple[Row, ...]
    problems: tuple[Problem, ...]
    warnings: int = 0
    portal: "PortalJob | None" = None
