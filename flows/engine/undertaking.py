"""What differs between flows that make documents; how they are run is written once, in `running`."""

from abc import ABC, abstractmethod
from collections.abc import Callable
from typing import TYPE_CHECKING, Generic, TypeVar

from flows.engine.builds import PlanT
from flows.engine.requests import Request

if TYPE_CHECKING:
    from flows.engine.chunks import Outcome, Work

RequestT = TypeVar("RequestT", bound=Request)


class Undertaking(ABC, Generic[RequestT, PlanT]):
    """From a request to documents: what is read, planned and made, and what is put right afterwards.

    Until there is something to plan, nothing heavy is imported.
    """

    @abstractmethod
    def seen(self, request: RequestT) -> str:
        """Digest of everything that a plan for a request is read from; nothing where it cannot be told."""

    @abstractmethod
    def unchanged(self, request: RequestT, seen: str) -> PlanT | None:
        """The last plan, with nothing left to do, where nothing has changed since."""

    @abstractmethod
    def plan(self, request: RequestT) -> PlanT:
        """What has to be made.

        Raises:
            UnknownName: The request names something that does not exist, or a text with errors.
            PressError: A tool does not work.
        """

    @abstractmethod
    def work(self, plan: PlanT, workers: int, on_outcome: "Callable[[Outcome], None]") -> "Work":
        """The work that a plan asks for, in chunks for a number of workers."""

    @abstractmethod
    def settle(self, plan: PlanT, seen: str) -> None:
        """Put right what tells of the documents that were made.

        Raises:
            PressError: A file cannot be written.
        """

    @abstractmethod
    def remember(self, plan: PlanT, seen: str) -> None:
        """Keep a plan of which everything has been made, for `unchanged`.

        Args:
            plan: The plan.
            seen: The digest from before anything was read: what changed in the meantime is not in it.
        """
