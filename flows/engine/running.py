"""A request from question to answer: what is stale, on which engine it is made, and what became of it."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from flows.engine.builds import Build, PlanT
from flows.engine.engines import Engine, workshop
from flows.engine.requests import Request
from flows.engine.undertaking import RequestT, Undertaking
from flows.scratch.folders import WORK_FOLDER, sweep
from flows.sources.content import Content

if TYPE_CHECKING:
    from prefect import Flow
    from prefect.client.schemas.objects import State

    from flows.engine.chunks import Outcome


def run(
    undertaking: Undertaking[RequestT, PlanT],
    flow: "Callable[[], Flow[..., Any]]",
    request: RequestT,
    engine: Engine,
    workers: int,
    *,
    on_plan: Callable[[PlanT], None],
    on_outcome: "Callable[[Outcome], None]",
    dask_address: str | None = None,
) -> Build[PlanT]:
    """Make what is not what it should be.

    Args:
        undertaking: How it is planned.
        flow: Imports its flow.
        request: What was asked for.
        engine: What to run on.
        workers: How many chunks to make at the same time.
        on_plan: Called once, when it is known what has to be made.
        on_outcome: Called for each document when it is done.
        dask_address: Scheduler of a Dask cluster, for `Engine.DASK`.

    Raises:
        UnknownName: The request names something that does not exist, or a text with errors.
        PressError: A tool does not work, or a portal cannot be written.
        EngineFailed: Prefect does not work.
    """
    _sweep(request)
    seen = undertaking.seen(request)
    known = undertaking.unchanged(request, seen)
    if known is not None:
        on_plan(known)
        return Build(known)
    with workshop(Path(request.root), engine, dask_address) as shop:
        from flows.engine.documents import Documents

        plan = undertaking.plan(request)
        on_plan(plan)
        work = undertaking.work(plan, workers, on_outcome)
        ran = shop.do(Documents(work, workers), request.parameters, flow)
        build = Build(plan, work.outcomes(), ran.engine, ran.problems)
    undertaking.settle(plan, seen)
    if build.went_well:
        undertaking.remember(plan, seen)
    return build


def run_in_flow(undertaking: Undertaking[RequestT, PlanT], request: RequestT, workers: int) -> "State[None]":
    """Do everything that a request asks for as tasks of the flow run that is going on; the state it ends in.

    Args:
        undertaking: How it is planned.
        request: What was asked for.
        workers: For how many workers the work is divided.
    """
    from prefect.states import Failed

    from flows.desk.opening.editions import UnknownName
    from flows.engine.documents import Documents
    from flows.press.failures import PressError
    from flows.problems.sentences import sentence

    try:
        _sweep(request)
        seen = undertaking.seen(request)
        plan = undertaking.plan(request)
        documents = Documents(undertaking.work(plan, workers, lambda _: None), workers)
        documents.do_as_tasks()
        undertaking.settle(plan, seen)
    except (UnknownName, PressError) as error:
        return Failed(message=sentence(error.problem, "en"))
    return documents.ended()


def _sweep(request: Request) -> None:
    """Remove what runs that were killed left behind, here and beside the outputs."""
    sweep(*Content(Path(request.root)).work_folders, request.output_folder / WORK_FOLDER)
