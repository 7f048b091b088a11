"""What somebody asks of a comparison, and what a plan answers: small data that every engine understands."""

from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from flows.compare_editions.tallies import NOTHING, Tally
from flows.documents.change_report.report import COMPARE
from flows.engine import requests as engine
from flows.problems.records import Problem

if TYPE_CHECKING:  # a run with nothing to do never makes a report
    from flows.engine.chunks import Task
    from flows.press.looks import Looks


@dataclass(frozen=True, slots=True, kw_only=True)
class Request(engine.Request):
    """What somebody asked of a comparison; empty selections mean everything.

    The national report is made where no province is named.

    Attributes:
        old: The older text: an edition, one of its provinces, either at a revision.
        new: The newer text.
        language: Code of the language of the text; None for that of the newer edition.
        speaks: Language of the report's own words: ``nl`` or ``en``.
    """

    FORMATS: ClassVar = ("docx", "html", "json", "pdf")

    old: str
    new: str
    language: str | None = None
    speaks: str = "nl"


class State(StrEnum):
    """How a report stands before the run."""

    FRESH = "fresh"
    TO_MAKE = "ready"
    BROKEN = "broken"


@dataclass(frozen=True, slots=True)
class Row:
    """The report about one subject in one language.

    Attributes:
        subject: ``national``, or the slug of a province.
        name: The name of the report; nothing where none can be made.
        key: Digest of everything that decides what its files hold.
        tally: What is in it.
    """

    subject: str
    language: str
    state: State
    name: str = ""
    key: str = ""
    tally: Tally = NOTHING

    @property
    def record(self) -> str:
        """Its name in the manifest."""
        return f"reports/{self.name.replace(' ', '-')}"


@dataclass(frozen=True, slots=True)
class Plan:
    """What has to be made, and how everything else stands.

    Attributes:
        pair: Both names as they stand in a path: ``2023-2027``.
        jobs: What has to be made.
        rows: Every report that was asked for.
        problems: What keeps reports from being made, and what their readers should know.
        warnings: How many of the problems stop nothing.
        looks: The brand of the reports; None where nothing was read.
    """

    request: Request
    pair: str
    jobs: "tuple[Task, ...]"
    rows: tuple[Row, ...]
    problems: tuple[Problem, ...]
    warnings: int = 0
    looks: "Looks | None" = None

    @property
    def folder(self) -> Path:
        """The folder of the reports."""
        return self.request.output_folder / COMPARE / self.pair
