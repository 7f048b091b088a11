"""`waived: <reason>`: why a claim may stay unconfirmed in a final edition, wherever a source can stand."""

from dataclasses import dataclass

from flows.positions.bodies import Fact, Figure, Kind, Quote
from flows.positions.marked import Marked
from flows.positions.shaping.shapes import shaped
from flows.positions.written import as_written
from flows.positions.written_fields import CLOSED, Reason
from flows.problems.codes import problem
from flows.problems.records import Problem

WAIVED = "waived"
SOURCED = Fact | Figure | Quote
"""Bodies that say where they come from."""
SOURCED_KINDS = frozenset({Kind.FACT, Kind.FIGURE, Kind.QUOTE})


@dataclass(frozen=True, slots=True)
class Waiver:
    """The key beside a source; no part of a body, so that no stamp and no translation knows of it."""

    __pydantic_config__ = CLOSED
    waived: Reason | None = None


def shape_waiver(part: Marked) -> tuple[str | None, list[Problem]]:
    """The reason that stands beside a source, or None; a reason without a word is a problem."""
    waiver, problems = shaped(Waiver, part.only(WAIVED))
    if waiver is None:
        return None, problems
    problems += unreasoned(part)
    return (None if problems else waiver.waived), problems


def unreasoned(part: Marked) -> list[Problem]:
    """A problem where somebody waives something and does not say why."""
    if WAIVED not in part.names():
        return []
    given = as_written(part.data.get(WAIVED))
    says_nothing = given is None or (isinstance(given, str) and not any(map(str.isalpha, given)))
    return [problem("SP823", part.key(WAIVED))] if says_nothing else []
