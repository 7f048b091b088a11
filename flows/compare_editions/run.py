"""A comparison from question to answer: what is stale, on which engine it is made, and what became of it."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from flows.compare_editions.requests import Plan, Request
from flows.compare_editions.snapshot import remember, sources, unchanged
from flows.engine.builds import Build
from flows.engine.engines import Engine, workshop
from flows.engine.portals import put_up_again
from flows.sources.content import Content

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
    """Make the reports that are not what they should be.

    Args:
        request: What was asked for.
        engine: What to run on.
        workers: How many chunks to make at the same time.
        on_plan: Called once, when it is known what has to be made.
        on_outcome: Called for each report when it is done.
        dask_address: Scheduler of a Dask cluster, for `Engine.DASK`.

    Raises:
        UnknownName: The request names something that does not exist, or a text with errors.
        PressError: Pandoc or git does not work, or a portal cannot be written.
        EngineFailed: Prefect does not work.
    """
    seen = sources(request)
    known = unchanged(request, seen)
    if known is not None:
        on_plan(known)
        return Build(known)
    with workshop(Path(request.root), engine, workers, dask_address) as shop:
        from flows.compare_editions.plan import plan as make_plan
        from flows.compare_editions.plan import work_of

        plan = make_plan(request)
        on_plan(plan)
        build = Build(plan, *shop.do(work_of(plan, workers, on_outcome), request.parameters, _flow))
    if plan.jobs:
        link_in_portals(plan)
    if build.went_well:
        remember(plan, seen)
    return build


def link_in_portals(plan: Plan) -> None:
    """Let the portal of every edition show the reports that are there now.

    Raises:
        PressError: A portal cannot be written.
    """
    root = Path(plan.request.root)
    for edition in Content(root).editions():
        if plan.looks is not None:
            put_up_again(edition, plan.looks, root, plan.request.output_folder)


def _flow() -> "Flow[..., Any]":
    from flows.compare_editions.flow import compare

    return compare
