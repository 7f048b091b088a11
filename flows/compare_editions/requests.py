"""What somebody asks of a comparison, and what a plan answers: small data that every engine understands."""

from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Any

from flows.compare_editions.tallies import NOTHING, Tally
from flows.engine.requests import output_folder, parameters_of
from flows.problems.records import Problem

if TYPE_CHECKING:  # a run with nothing to do never makes a report
    from flows.engine.work import Task
    from flows.press.looks import Looks

FORMATS = ("docx", "html", "json", "pdf")


@dataclass(frozen=True, slots=True)
class Request:
    """What somebody asked for; empty selections mean everything.

    Attributes:
        root: The content root.
        old: The older text: an edition, one of its provinces, either at a revision.
        new: The newer text.
        provinces: Slugs; the national report is made where there are none.
        languages: Codes of the languages of the text.
        formats: Some of `FORMATS`.
        speaks: Language of the report's own words: ``nl`` or ``en``.
        force: Whether to make what is up to date as well.
        out: The output folder; `outputs/` below the root where it is None.
    """

    root: str
    old: str
    new: str
    provinces: tuple[str, ...] = ()
    languages: tuple[str, ...] = ()
    formats: tuple[str, ...] = ()
    speaks: str = "nl"
    force: bool = False
    out: str | None = None

    @property
    def output_folder(self) -> Path:
        """The folder of all outputs; reports stand in `compare/` in it."""
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
        return self.request.output_folder / "compare" / self.pair
