"""Comparing from the command line, on any engine."""

from functools import partial
from typing import TYPE_CHECKING, Any

from flows.compare_editions.undertaking import COMPARING
from flows.engine import running

if TYPE_CHECKING:
    from prefect import Flow


def _flow() -> "Flow[..., Any]":
    from flows.compare_editions.flow import compare

    return compare


run = partial(running.run, COMPARING, _flow)
"""Make the reports that are not what they should be; see `flows.engine.running.run`."""
