"""Planned work as a run of the flow. Importing it imports prefect."""

from typing import Any

from prefect import Flow
from prefect.settings import PREFECT_FLOWS_HEARTBEAT_FREQUENCY, temporary_settings

from flows.engine.failure import EngineFailed
from flows.translate_editions.handover import handed_over
from flows.translate_editions.requests import Work


def run_as_flow(flow: Flow[..., Any], work: Work) -> None:
    """Do planned work as a run of the flow, which finds it with `work_handed_over`.

    Raises:
        EngineFailed: The run stopped before every edition had been dealt with.
    """
    reason = "the run stopped early"
    try:
        # A heartbeat tells a server that a run far away is alive; here it only costs a second at the end.
        with handed_over(work), temporary_settings({PREFECT_FLOWS_HEARTBEAT_FREQUENCY: None}):
            state: Any = flow(**work.request.parameters, return_state=True)
            reason = (state.message or reason).removeprefix("Flow run encountered an exception: ")
    except Exception as error:
        reason = str(error) or type(error).__name__
    if not work.is_done:
        raise EngineFailed(reason)
