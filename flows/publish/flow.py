"""The flow `publish`: one run a build. Importing it imports prefect."""

from pathlib import Path

from prefect import flow
from prefect.client.schemas.objects import State
from prefect.runtime import flow_run

from flows.engine.flow.runners import threads
from flows.engine.running import run_in_flow
from flows.engine.workers import processors
from flows.publish.requests import Request
from flows.publish.undertaking import PUBLISHING


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
    prune: bool = False,
    cards: bool = False,
    root: str = ".",
    out: str | None = None,
) -> "State[None]":
    """Build the documents of one edition that are missing or out of date.

    Args:
        edition: Folder name under `shared/`; the newest edition if left out.
        provinces: Folder names under `provinces/`; all of them if left out.
        languages: Language codes; all that a province publishes if left out.
        formats: `docx`, `html`, `pdf`, all of these if left out; and `print` and `asks`.
        final: Treat stale and missing text as errors.
        force: Build what is up to date as well.
        prune: Remove what was built before and would not be built any more.
        cards: Make the pictures to share as well.
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
        prune=prune,
        cards=cards,
        out=None if out is None else str(Path(out).absolute()),
    )
    return run_in_flow(PUBLISHING, request, processors())
