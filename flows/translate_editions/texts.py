"""Texts as planned work: filled in on threads of this process, or as the tasks of a flow run."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from flows.desk.translating.fill import fill
from flows.translate_editions.requests import PATIENCE, Work

if TYPE_CHECKING:
    from prefect.client.schemas.objects import State


@dataclass(frozen=True, slots=True)
class Texts:
    """The texts of one run."""

    work: Work

    @property
    def size(self) -> int:
        """How many texts have to wait for a service."""
        return self.work.size

    @property
    def at_once(self) -> int:
        """How many batches an engine works on at the same time, at most."""
        return self.work.at_once

    @property
    def is_done(self) -> bool:
        """Whether every edition has been dealt with."""
        return self.work.is_done

    def do(self) -> None:
        """Fill them in on threads of this process."""
        for bench in self.work.benches[len(self.work.filled) :]:
            self.work.filled.append(fill(bench, PATIENCE, self.work.on_batch))

    def do_as_tasks(self) -> None:
        """Fill them in as tasks of the flow run that is going on."""
        from flows.translate_editions.tasks import translate_all

        translate_all(self.work)

    def ended(self) -> "State[None]":
        """The state in which that run ends."""
        from flows.translate_editions.report import ended

        return ended(self.work)
