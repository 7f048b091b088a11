"""What comparing is: the plan of the reports, the reports it asks for, and their links in the portals."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from flows.compare_editions import snapshot
from flows.compare_editions.requests import Plan, Request
from flows.engine.portals import put_up_again
from flows.engine.undertaking import Undertaking
from flows.sources.content import Content

if TYPE_CHECKING:
    from flows.engine.chunks import Outcome, Work


class Comparing(Undertaking[Request, Plan]):
    """The change reports between two texts."""

    def seen(self, request: Request) -> str:
        """Digest of everything that both texts are read from."""
        return snapshot.sources(request)

    def unchanged(self, request: Request, seen: str) -> Plan | None:
        """The last plan with nothing left to do, if its sources were `seen` and all reports are intact."""
        return snapshot.unchanged(request, seen)

    def plan(self, request: Request) -> Plan:
        """Which reports are not what they should be."""
        from flows.compare_editions.plan import plan

        return plan(request)

    def work(self, plan: Plan, workers: int, on_outcome: "Callable[[Outcome], None]") -> "Work":
        """The reports in chunks."""
        from flows.compare_editions.plan import work_of

        return work_of(plan, workers, on_outcome)

    def settle(self, plan: Plan, seen: str) -> None:
        """Let the portal of every edition show the reports that are there now."""
        root = Path(plan.request.root)
        for edition in Content(root).editions() if plan.jobs else ():
            if plan.looks is not None:
                put_up_again(edition, plan.looks, root, plan.request.output_folder)

    def remember(self, plan: Plan, seen: str) -> None:
        """Keep the plan for `unchanged`."""
        snapshot.remember(plan, seen)


COMPARING = Comparing()
