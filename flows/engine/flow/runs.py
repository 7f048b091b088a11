"""Planned work as a run of its Prefect flow. Importing it imports prefect."""

from collections.abc import Callable, Mapping
from functools import update_wrapper
from typing import Any

from prefect import Flow
from prefect.client.schemas.objects import State
from prefect.settings import PREFECT_FLOWS_HEARTBEAT_FREQUENCY, temporary_settings
from prefect.states import Failed
from prefect.task_runners import TaskRunner

from flows.engine.failure import EngineFailed
from flows.engine.planned import Planned
from flows.press.failures import PressError
from flows.problems.sentences import sentence


def run_as_flow(
    flow: Flow[..., Any],
    parameters: Mapping[str, Any],
    work: Planned,
    runner: TaskRunner[Any] | None = None,
) -> None:
    """Do planned work as a run of a flow: under its name and with its parameters, which are recorded.

    The state of the run, which is failed when a part of the work failed, is for Prefect's own pages.

    Args:
        flow: The flow.
        parameters: What the run records as its parameters.
        work: What has to be done; it keeps what became of it.
        runner: Where the tasks run; as the flow says if None.

    Raises:
        EngineFailed: when the run stopped before all of it had been dealt with.
    """
    planned = flow.with_options(task_runner=runner or flow.task_runner)
    planned.fn = Body(flow.fn, work)
    reason = "the run stopped early"
    try:
        # A heartbeat tells a server that a run far away is alive; here it only costs a second at the end.
        with temporary_settings({PREFECT_FLOWS_HEARTBEAT_FREQUENCY: None}):
            state: Any = planned(**parameters, return_state=True)
            reason = (state.message or reason).removeprefix("Flow run encountered an exception: ")
    except Exception as error:
        reason = str(error) or type(error).__name__
    if not work.is_done:
        raise EngineFailed(reason)


class Body:
    """The body of a flow whose work is planned already: it looks like the flow's own, and does that work.

    Dask pickles the flow of a run with every task. Planned work holds progress bars and open catalogues and
    goes nowhere: another process gets a body that does nothing, since it runs tasks only.

    Return types of what flows call are quoted: ``State[None]`` is a class that pydantic makes in the module
    that names it first, and which module that is differs between processes.
    """

    def __init__(self, own: Callable[..., Any], work: Planned) -> None:
        update_wrapper(self, own)  # Prefect reads name and parameters from what is wrapped
        self._work = work

    def __call__(self, **_: Any) -> "State[None]":
        """Do the work as tasks of the run; the state in which it ends."""
        try:
            self._work.do_as_tasks()
        except PressError as error:
            return Failed(message=sentence(error.problem, "en"))
        return self._work.ended()

    def __reduce__(self) -> tuple[Callable[[], Callable[..., None]], tuple[()]]:
        return _elsewhere, ()


def _elsewhere() -> Callable[..., None]:
    """The body of the flow in another process."""
    return _nothing


def _nothing(**_: Any) -> None:
    """Done by the process that has the work."""
