"""Publishing from the command line, on any engine."""

from functools import partial
from typing import TYPE_CHECKING, Any

from flows.engine import running
from flows.publish.undertaking import PUBLISHING

if TYPE_CHECKING:
    from prefect import Flow


def _flow() -> "Flow[..., Any]":
    from flows.publish.flow import publish

    return publish


run = partial(running.run, PUBLISHING, _flow)
"""Build what is not what it should be; see `flows.engine.running.run`."""
