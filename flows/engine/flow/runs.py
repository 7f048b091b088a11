"""Work as a run of a Prefect flow. Importing it imports prefect."""

from collections.abc import Mapping
from typing import Any, Protocol

from prefect import Flow
from prefect.client.schemas.objects import State
from prefect.settings import PREFECT_FLOWS_HEARTBEAT_FREQUENCY, temporary_settings
from prefect.states import Completed, Failed

from flows.engine.failure import EngineFailed
from flows.engine.flow.artifacts import send_report
from flows.engine.handover import handed_over
from flows.engine.verdicts import verdict
from flows.engine.work import Work


class Planned(Protocol):
    """Work of any flow."""

    @property
    def is_done(self) -> bool:
        """Whether every part of it has been dealt with, well or badly."""


def run_as_flow(flow: Flow[..., Any], parameters: Mapping[str, Any], work: Planned) -> None:
    """Do planned work as a run of a flow, which finds it with `work_handed_over`.

    The state of the run, which is failed when a part of the work failed, is for Prefect's own pages.

    Args:
        flow: The flow.
        parameters: What the run records as its parameters.
        work: What has to be done; it keeps what became of it.

    Raises:
        EngineFailed: when the run stopped before all of it had been dealt with.
    """
    reason = "the run stopped early"
    try:
        # A heartbeat tells a server that a run far away is alive; here it only costs a second at the end.
        with handed_over(work), temporary_settings({PREFECT_FLOWS_HEARTBEAT_FREQUENCY: None}):
            state: Any = flow(**parameters, return_state=True)
            reason = (state.message or reason).removeprefix("Flow run encountered an exception: ")
    except Exception as error:
        reason = str(error) or type(error).__name__
    if not work.is_done:
        raise EngineFailed(reason)


def ended(work: Work) -> State[None]:
    """The state in which the current run ends, once its report is sent."""
    send_report(work)
    found = verdict(work.outcomes(), work.problems)
    return Failed(message=found.message) if found.failed else Completed(message=found.message)
