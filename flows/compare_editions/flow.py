"""The flow `compare`: one run a comparison. Importing it imports prefect."""

from pathlib import Path

from prefect import flow
from prefect.client.schemas.objects import State
from prefect.runtime import flow_run

from flows.compare_editions.requests import Request
from flows.compare_editions.undertaking import COMPARING
from flows.engine.flow.runners import threads
from flows.engine.running import run_in_flow
from flows.engine.workers import processors


def _run_name() -> str:
    wanted = flow_run.parameters
    return " ".join([f"{wanted['old']}-{wanted['new']}", *(wanted.get("provinces") or ["all"])])


@flow(
    name="compare",
    flow_run_name=_run_name,
    task_runner=threads(processors()),
    persist_result=False,
)
def compare(
    *,
    old: str | int,
    new: str | int,
    provinces: list[str] | None = None,
    formats: list[str] | None = None,
    language: str | None = None,
    speaks: str = "nl",
    force: bool = False,
    root: str = ".",
    out: str | None = None,
) -> "State[None]":
    """Make the reports about what changed between two texts that are missing or out of date.

    Args:
        old: The older text: `EDITION`, `EDITION/PROVINCE`, either with `@REVISION` behind it.
        new: The newer text.
        provinces: Folder names under `provinces/`; all of them and the national text if left out.
        formats: `docx`, `html`, `json`, `pdf`; all of them if left out.
        language: Code of the language of the text; that of the newer edition if left out.
        speaks: Language of the report's own words: `nl` or `en`.
        force: Make what is up to date as well.
        root: The content root, seen from where the worker stands.
        out: Folder for all outputs; `outputs/` in the root if left out.
    """
    request = Request(
        root=str(Path(root).absolute()),  # the tasks may stand elsewhere
        # `prefect deployment run --param old=2023` sends a number.
        old=str(old),
        new=str(new),
        provinces=tuple(provinces or ()),
        formats=tuple(formats or ()),
        language=language,
        speaks=speaks,
        force=force,
        out=None if out is None else str(Path(out).absolute()),
    )
    return run_in_flow(COMPARING, request, processors())
