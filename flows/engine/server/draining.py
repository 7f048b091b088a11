"""Getting rid of what Prefect's client still holds for the server, within bounds."""

import sys


def give_up_early() -> None:
    """Let the client try once, not eleven times, to deliver an event to a server that is gone.

    A loopback server that is gone stays gone; trying again kept a finished build waiting for two minutes.
    """
    from prefect.events.clients import PrefectEventsClient
    from prefect.events.worker import EventsWorker

    EventsWorker.set_client_override(PrefectEventsClient, reconnection_attempts=0)


def drain(seconds: float) -> bool:
    """Wait until the client's background services have delivered their events.

    Nothing is imported for it: a process that never loaded prefect has nothing to deliver.

    Args:
        seconds: How long to wait at most.

    Returns:
        Whether everything was delivered in time.
    """
    events = sys.modules.get("prefect.events.worker")
    if events is None:
        return True
    # The services share one register, so that draining one kind drains them all.
    waited = events.EventsWorker.drain_all(timeout=seconds)
    return not waited.not_done
