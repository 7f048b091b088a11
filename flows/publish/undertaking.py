"""What publishing is: the plan of an edition, the documents it asks for, and the portal that lists them."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from flows.engine.fingerprint import fingerprint
from flows.engine.portals import put_up
from flows.engine.undertaking import Undertaking
from flows.publish import snapshot
from flows.publish.leftovers import prune
from flows.publish.requests import Plan, Request

if TYPE_CHECKING:
    from flows.engine.chunks import Outcome, Work


class Publishing(Undertaking[Request, Plan]):
    """The documents of one edition."""

    def seen(self, request: Request) -> str:
        """Digest of the content root, our own code and the tools."""
        return fingerprint(request.root)

    def unchanged(self, request: Request, seen: str) -> Plan | None:
        """The last plan with nothing left to do, if its sources were `seen` and all outputs are intact."""
        return snapshot.unchanged(request, seen)

    def plan(self, request: Request) -> Plan:
        """Which documents are not what they should be."""
        from flows.publish.plan import plan

        return plan(request)

    def work(self, plan: Plan, workers: int, on_outcome: "Callable[[Outcome], None]") -> "Work":
        """The documents in chunks."""
        from flows.publish.plan import work_of

        return work_of(plan, workers, on_outcome)

    def settle(self, plan: Plan, seen: str) -> None:
        """Remove what is left over, where that was asked for, and put up the portal of the edition."""
        if plan.request.prune:
            prune(plan.leftovers, plan.request.output_folder)
        if plan.portal is not None:
            put_up(plan.portal, Path(plan.request.root), plan.request.output_folder, seen)

    def remember(self, plan: Plan, seen: str) -> None:
        """Keep the plan for `unchanged`."""
        snapshot.remember(plan, seen)


PUBLISHING = Publishing()
