"""The flow `publish`: one run a build. Importing it imports prefect."""

from pathlib import Path

from prefect import flow
from prefect.client.schemas.objects import State
from prefect.runtime import flow_run
from prefect.states import Failed

from flows.desk.opening.editions import UnknownName
from flows.engine.fingerprint import fingerprint
from flows.engine.flow.runners import threads
from flows.engine.flow.runs import ended
from flows.engine.flow.tasks import build_all
from flows.engine.handover import work_handed_over
from flows.engine.portals import put_up
from flows.engine.work import Work
from flows.engine.workers import processors
from flows.press.failures import PressError
from flows.problems.sentences import sentence
from flows.publish.plan import plan as make_plan
from flows.publish.plan import work_of
from flows.publish.requests import Request


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
    handed = work_handed_over(Work)
    try:
        if handed is None:
            return ended(_built(request))
        build_all(handed)
    except (UnknownName, PressError) as error:
        return Failed(message=sentence(error.problem, "en"))
    return ended(handed)


def _built(request: Request) -> Work:
    """The work of a request that nobody has planned, done, its portal included."""
    seen = fingerprint(request.root)
    plan = make_plan(request)
    work = work_of(plan, processors(), lambda _: None)
    build_all(work)
    if plan.portal is not None:
        put_up(plan.portal, Path(request.root), request.output_folder, seen)
    return work
