"""Documents as planned work: made on threads of this process, or as the tasks of a flow run."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from flows.engine.chunks import Work

if TYPE_CHECKING:
    from prefect.client.schemas.objects import State


@dataclass(frozen=True, slots=True)
class Documents:
    """The documents of one run.

    Attributes:
        work: What has to be made.
        at_once: How many chunks are made at the same time.
    """

    work: Work
    at_once: int

    @property
    def size(self) -> int:
        """How many documents there are."""
        return self.work.documents

    @property
    def is_done(self) -> bool:
        """Whether every chunk has been dealt with."""
        return self.work.is_done

    def do(self) -> None:
        """Make them on threads of this process."""
        from flows.engine.in_process import build_in_process

        build_in_process(self.work, self.at_once)

    def do_as_tasks(self) -> None:
        """Make them as tasks of the flow run that is going on."""
        from flows.engine.flow.tasks import build_all

        build_all(self.work)

    def ended(self) -> "State[None]":
        """The state in which that run ends."""
        from flows.engine.flow.tasks import ended

        return ended(self.work)
