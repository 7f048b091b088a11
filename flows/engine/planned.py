"""Work that has been planned, whatever it is: how much of it there is, and the two ways to do it."""

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from prefect.client.schemas.objects import State


class Planned(Protocol):
    """Work of any flow; it keeps what became of it."""

    @property
    def size(self) -> int:
        """What makes a server worth its start: documents, or texts that wait for a service."""

    @property
    def at_once(self) -> int:
        """How many parts are worked on at the same time, at most."""

    @property
    def is_done(self) -> bool:
        """Whether every part has been dealt with, well or badly."""

    def do(self) -> None:
        """Do it on threads of this process."""

    def do_as_tasks(self) -> None:
        """Do it as tasks of the flow run that is going on."""

    def ended(self) -> "State[None]":
        """The state in which that run ends, once its report is sent."""
