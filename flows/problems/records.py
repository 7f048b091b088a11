"""What can be wrong, as data: a code, a place and the arguments of its sentence."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum


class Severity(StrEnum):
    """How much a problem weighs: an error stops its province, a warning stops nothing."""

    ERROR = "error"
    WARNING = "warning"


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """Where something stands in a file.

    Attributes:
        file: Path relative to the content root, with forward slashes.
        line: Line number, from 1.
        column: Column in characters, from 1.
        width: Number of characters the caret underlines, at least 1.
    """

    file: str
    line: int = 1
    column: int = 1
    width: int = field(default=1, compare=False)

    def __str__(self) -> str:
        """``file:line:column``, the form editors and terminals make clickable."""
        return f"{self.file}:{self.line}:{self.column}"


type_of_argument = str | int | tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Problem:
    """One finding about the content or the machine; its sentence lives in the catalogue of a language.

    Attributes:
        code: Stable code such as ``SP101``; `flows.problems.codes` says what each means and weighs.
        place: Where it stands, or None for a problem without a file.
        args: Values for the catalogue's sentence; tuples are printed as lists.
        related: Other places that belong to it (label key, place), such as the text in the other layer.
        excerpts: Texts to show whole (label key, text), such as the old and the new national text.
        province: The province the problem belongs to, or None for the national layer.
        severity: Filled in from the code; raised to error by a `--final` build where content.md says so.
    """

    code: str
    place: Place | None
    severity: Severity
    args: Mapping[str, type_of_argument] = field(default_factory=dict)
    related: tuple[tuple[str, Place], ...] = ()
    excerpts: tuple[tuple[str, str], ...] = ()
    province: str | None = None


def sort_key(problem: Problem) -> tuple[str, int, int, str]:
    """Order in which problems are shown: by file, line, column and then code."""
    place = problem.place or Place("", 0, 0)
    return (place.file, place.line, place.column, problem.code)


def has_errors(problems: Iterable[Problem]) -> bool:
    """Whether there is an error among problems."""
    return any(problem.severity is Severity.ERROR for problem in problems)
