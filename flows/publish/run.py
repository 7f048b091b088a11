"""A build from question to answer: what is stale, on which engine it is made, and what became of it."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from flows.engine.engines import Engine, workshop
from flows.engine.fingerprint import fingerprint
from flows.engine.portals import put_up
from flows.problems.records import has_errors
from flows.publish.requests import Plan, Request
from flows.publish.snapshot import remember, unchanged

if TYPE_CHECKING:
    from prefect import Flow

    from flows.engine.work import Outcome


@dataclass(frozen=True, slots=True)
class Build:
    """What became of a request.

    Attributes:
        plan: What was to be built.
        outcomes: What became of each document that was to be built, in order.
        engine: What it ran on; None where nothing had to be built.
    """

    plan: Plan
    outcomes: "tuple[Outcome, ...]"
    engine: Engine | None


def run(
    request: Request,
    engine: Engine,
    workers: int,
    *,
    on_plan: Callable[[Plan], None],
    on_outcome: "Callable[[Outcome], None]",
    dask_address: str | None = None,
) -> Build:
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
        return Build(known, (), None)
    with workshop(Path(request.root), engine, workers, dask_address) as shop:
        from flows.publish.plan import plan as make_plan
        from flows.publish.plan import work_of

        plan = make_plan(request)
        on_plan(plan)
        if not plan.jobs:
            return _finished(Build(plan, (), None), seen)
        work = work_of(plan, workers, on_outcome)
        outcomes, chosen = shop.do(work, request.parameters, _flow)
    return _finished(Build(plan, outcomes, chosen), seen)


def _finished(build: Build, seen: str) -> Build:
    """The build, its portal written; where all went well, the next one can see that nothing changed."""
    plan = build.plan
    if plan.portal is not None:
        put_up(plan.portal, Path(plan.request.root), plan.request.output_folder, seen)
    if not has_errors(plan.problems) and not any(each.problems for each in build.outcomes):
        remember(plan, seen)
    return build


def _flow() -> "Flow[..., Any]":
    from flows.publish.flow import publish

    return publish
