"""The flow `publish`: one run a build. Importing it imports prefect."""

from collections.abc import Callable
from dataclasses import asdict
from pathlib import Path
from typing import Any

from prefect import flow
from prefect.client.schemas.objects import State
from prefect.runtime import flow_run
from prefect.settings import PREFECT_FLOWS_HEARTBEAT_FREQUENCY, temporary_settings
from prefect.states import Completed, Failed
from prefect.task_runners import TaskRunner

from flows.desk.editions import UnknownName
from flows.press.failures import PressError
from flows.press.portal import print_portal
from flows.problems.sentences import sentence
from flows.publish.artifacts import send_report
from flows.publish.chunks import Chunk, Outcome, build_chunk, chunked
from flows.publish.failure import EngineFailed
from flows.publish.handover import handed_over, work_handed_over
from flows.publish.plan import plan as make_plan
from flows.publish.requests import Plan, Request
from flows.publish.runners import threads
from flows.publish.snapshot import fingerprint
from flows.publish.tasks import BuildChunk, Work, build_all
from flows.publish.verdicts import verdict
from flows.publish.workers import processors


def publish_planned(
    plan: Plan,
    workers: int,
    on_outcome: Callable[[Outcome], None],
    *,
    runner: TaskRunner[Any] | None = None,
    build: BuildChunk = build_chunk,
    split: Callable[[Plan, int], tuple[Chunk, ...]] = chunked,
) -> tuple[Outcome, ...]:
    """Build a plan as a flow run.

    Args:
        plan: What must be built; the run records the parameters of its request.
        workers: How many chunks are built at the same time.
        on_outcome: Called in the calling thread, once for every document, as chunks are finished.
        runner: Where tasks run; `runners.threads(workers)` if None.
        build: Builds one chunk.
        split: Divides a plan into chunks for a number of workers.

    Returns:
        One outcome for every document, in the order of the plan. The state of the run, which is failed when
        a document failed, is for Prefect's own pages.

    Raises:
        EngineFailed: when the run stopped before every chunk had been dealt with.
    """
    work = Work(plan, split(plan, workers), on_outcome, build)
    run = publish.with_options(task_runner=runner or threads(workers))
    reason = "the run stopped early"
    try:
        # A heartbeat tells a server that a run far away is alive; here it only costs a second at the end.
        with handed_over(work), temporary_settings({PREFECT_FLOWS_HEARTBEAT_FREQUENCY: None}):
            state = run(**_parameters(plan.request), return_state=True)
            reason = (state.message or reason).removeprefix("Flow run encountered an exception: ")
    except Exception as error:
        reason = str(error) or type(error).__name__
    if len(work.built) < len(work.chunks):
        raise EngineFailed(reason)
    return work.outcomes()


def _run_name() -> str:
    wanted = flow_run.parameters
    return " ".join([str(wanted.get("edition") or "newest"), *(wanted.get("provinces") or ["all"])])


@flow(
    name="publish",
    flow_run_name=_run_name,
    task_runner=threads(processors()),
    persist_result=False,
)
def publish(
    *,
    edition: str | int | None = None,
    provinces: list[str] | None = None,
    languages: list[str] | None = None,
    formats: list[str] | None = None,
    final: bool = False,
    force: bool = False,
    root: str = ".",
    out: str | None = None,
) -> State[None]:
    """Build the documents of one edition that are missing or out of date.

    Args:
        edition: Folder name under `shared/`; the newest edition if left out.
        provinces: Folder names under `provinces/`; all of them if left out.
        languages: Language codes; all that a province publishes if left out.
        formats: `docx`, `html`, `pdf`; all of them if left out.
        final: Treat stale and missing text as errors.
        force: Build what is up to date as well.
        root: The content root, seen from where the worker stands.
        out: Folder for the documents; `outputs/` in the root if left out.
    """
    request = Request(
        root=str(Path(root).absolute()),  # the tasks may stand elsewhere
        # `prefect deployment run --param edition=2027` sends a number.
        edition=None if edition is None else str(edition),
        provinces=tuple(provinces or ()),
        languages=tuple(languages or ()),
        formats=tuple(formats or ()),
        final=final,
        force=force,
        out=None if out is None else str(Path(out).absolute()),
    )
    handed = work_handed_over()
    seen = "" if handed else fingerprint(request.root)
    try:
        work = handed or _planned(request)
        build_all(work)
        if not handed and work.plan.portal is not None:  # who hands over work writes the portal as well
            print_portal(work.plan.portal, Path(request.root), request.output_folder, seen)
    except (UnknownName, PressError) as error:
        return Failed(message=sentence(error.problem, "en"))
    send_report(work.plan.edition, work.outcomes(), work.plan.problems)
    found = verdict(work.outcomes(), work.plan.problems)
    return Failed(message=found.message) if found.failed else Completed(message=found.message)


def _planned(request: Request) -> Work:
    plan = make_plan(request)
    return Work(plan, chunked(plan, processors()), lambda _: None, build_chunk)


def _parameters(request: Request) -> dict[str, Any]:
    """The request as the parameters of the flow."""
    return {
        name: list(value) or None if isinstance(value, tuple) else value
        for name, value in asdict(request).items()
    }
