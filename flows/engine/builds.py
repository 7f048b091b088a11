"""What became of documents that somebody asked for."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Generic, Protocol, TypeVar

from flows.problems.records import Problem, has_errors

if TYPE_CHECKING:
    from flows.engine.chunks import Outcome
    from flows.engine.engines import Engine


class Plan(Protocol):
    """What there was to make."""

    @property
    def problems(self) -> Sequence[Problem]:
        """What planning found."""


PlanT = TypeVar("PlanT", bound=Plan)


@dataclass(frozen=True, slots=True)
class Build(Generic[PlanT]):
    """What became of a request.

    Attributes:
        plan: What was to be made.
        outcomes: What became of each document that was to be made, in order.
        engine: What it ran on; None where nothing had to be made.
        on_the_way: What went wrong with that, and kept no document from being made.
    """

    plan: PlanT
    outcomes: "tuple[Outcome, ...]" = ()
    engine: "Engine | None" = None
    on_the_way: tuple[Problem, ...] = ()

    @property
    def went_well(self) -> bool:
        """Whether everything that was asked for is there."""
        return not has_errors(self.plan.problems) and not any(
            has_errors(each.problems) for each in self.outcomes
        )

    @property
    def problems(self) -> list[Problem]:
        """What planning found, and what making the documents ran into."""
        return [*self.plan.problems, *self.of_making]

    @property
    def of_making(self) -> list[Problem]:
        """What making the documents ran into."""
        return [*self.on_the_way, *(found for outcome in self.outcomes for found in outcome.problems)]

    @property
    def failed(self) -> set[str]:
        """Names of documents that were to be made and are not there."""
        return {outcome.name for outcome in self.outcomes if has_errors(outcome.problems)}

    @property
    def made(self) -> set[str]:
        """Names of documents that were made."""
        return {outcome.name for outcome in self.outcomes if not has_errors(outcome.problems)}
