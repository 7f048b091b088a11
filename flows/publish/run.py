"""A build from question to answer: what is stale, on which engine it is made, and what became of it."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from flows.engine.builds import Build
from flows.engine.engines import Engine, workshop
from flows.engine.fingerprint import fingerprint
from flows.engine.portals import put_up
from flows.publish.requests import Plan, Request
from flows.publish.snapshot import remember, unchanged

if TYPE_CHECKING:
    from prefect import Flow

    from flows.engine.work import Outcome


def run(
    request: Request,
    engine: Engine,
    workers: int,
    *,
    on_plan: Callable[[Plan], None],
    on_outcome: "Callable[[Outcome], None]",
    dask_address: str | None = None,
) -> Build[Plan]:
    """Build what is not what it should be.

    Args:
        request: What was asked for.
        engine: What to run on.
        workers: How many chunks to build at the same time.
        on_plan: Called once, when it is known what has to be built.
        on_outcome: Called for each document when it is done.
        dask_address: Scheduler of a Dask cluster, for `Engine.DASK`.

    Raises:
        UnknownName: The request names something that does not exist.
        PressError: Pandoc does not work, or the portal cannot be written.
        EngineFailed: Prefect does not work.
    """
    seen = fingerprint(request.root)
    known = unchanged(request, seen)
    if known is not None:
        on_plan(known)
        return Build(known)
    with workshop(Path(request.root), engine, workers, dask_address) as shop:
        from flows.publish.plan import plan as make_plan
        from flows.publish.plan import work_of

        plan = make_plan(request)
        on_plan(plan)
        build = Build(plan, *shop.do(work_of(plan, workers, on_outcome), request.parameters, _flow))
    if plan.portal is not None:
        put_up(plan.portal, Path(request.root), request.output_folder, seen)
    if build.went_well:
        remember(plan, seen)
    return build


def _flow() -> "Flow[..., Any]":
    from flows.publish.flow import publish

    return publish
