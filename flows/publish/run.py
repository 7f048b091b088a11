"""A build from question to answer: what is stale, on which engine it is made, and what became of it."""

import os
from collections.abc import Callable
from contextlib import ExitStack
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING

from flows.press.portal import print_portal
from flows.problems.records import has_errors
from flows.publish.requests import Plan, Request
from flows.publish.snapshot import fingerprint, remember, unchanged

if TYPE_CHECKING:
    from flows.publish.chunks import Outcome
    from flows.publish.server import Server

SMALL = 36
"""Documents below which starting Prefect's server costs more than the work."""


class Engine(StrEnum):
    """What a build runs on."""

    AUTO = "auto"
    LOCAL = "local"
    PREFECT = "prefect"
    DASK = "dask"


@dataclass(frozen=True, slots=True)
class Build:
    """What became of a request.

    Attributes:
        plan: What was to be built.
        outcomes: What became of each document that was to be built, in order.
        engine: What it ran on; None where nothing had to be built.
    """

    plan: Plan
    outcomes: "tuple[Outcome, ...]"
    engine: Engine | None


def run(
    request: Request,
    engine: Engine,
    workers: int,
    *,
    on_plan: Callable[[Plan], None],
    on_outcome: "Callable[[Outcome], None]",
    dask_address: str | None = None,
) -> Build:
    """Build what is not what it should be.

    Args:
        request: What was asked for.
        engine: What to run on.
        workers: How many chunks to build at the same time.
        on_plan: Called once, when it is known what has to be built.
        on_outcome: Called for each document when it is done.
        dask_address: Scheduler of a Dask cluster, for `Engine.DASK`.

    Raises:
        UnknownName: The request names something that does not exist.
        PressError: Pandoc does not work, or the portal cannot be written.
        EngineFailed: Prefect does not work.
    """
    seen = fingerprint(request.root)
    known = unchanged(request, seen)
    if known is not None:
        on_plan(known)
        return Build(known, (), None)
    with ExitStack() as stack:
        served = _Served(request.root, stack)
        if engine in (Engine.PREFECT, Engine.DASK):
            served.start()  # it gets ready while the content is read
        from flows.publish.plan import plan as make_plan

        plan = make_plan(request)
        on_plan(plan)
        if not plan.jobs:
            return _finished(Build(plan, (), None), seen)
        chosen = choose(engine, len(plan.jobs), "PREFECT_API_URL" in os.environ)
        if chosen is Engine.LOCAL:
            return _finished(Build(plan, _locally(plan, workers, on_outcome), chosen), seen)
        if chosen is not engine:
            served.start()
        served.wait()
        outcomes = _on_prefect(plan, workers, on_outcome, chosen, dask_address)
    return _finished(Build(plan, outcomes, chosen), seen)


def choose(engine: Engine, documents: int, has_server: bool) -> Engine:
    """The engine for a number of documents: `auto` takes Prefect for large builds and where a server runs."""
    if engine is not Engine.AUTO:
        return engine
    return Engine.PREFECT if has_server or documents >= SMALL else Engine.LOCAL


def _finished(build: Build, seen: str) -> Build:
    """The build, its portal written; where all went well, the next one can see that nothing changed."""
    plan = build.plan
    if plan.portal is not None:
        print_portal(plan.portal, Path(plan.request.root), plan.request.output_folder, seen)
    if not has_errors(plan.problems) and not any(each.problems for each in build.outcomes):
        remember(plan, seen)
    return build


def _locally(plan: Plan, workers: int, on_outcome: "Callable[[Outcome], None]") -> "tuple[Outcome, ...]":
    from flows.publish.chunks import chunked
    from flows.publish.in_process import build_in_process

    return build_in_process(chunked(plan, workers), on_outcome, workers)


def _on_prefect(
    plan: Plan,
    workers: int,
    on_outcome: "Callable[[Outcome], None]",
    engine: Engine,
    dask_address: str | None,
) -> "tuple[Outcome, ...]":
    from flows.publish.flow import publish_planned
    from flows.publish.runners import dask, threads

    runner = dask(workers, dask_address) if engine is Engine.DASK else threads(workers)
    return publish_planned(plan, workers, on_outcome, runner=runner)


class _Served:
    """Prefect's server: one that runs somewhere, or one of our own, started when it is first wanted."""

    def __init__(self, root: str, stack: ExitStack) -> None:
        self._root, self._stack = Path(root), stack
        self._own: Server | None = None

    def start(self) -> None:
        """Point Prefect at a server; one of our own starts now and gets ready while others work."""
        from flows.publish.server import embedded_server
        from flows.publish.settings import apply_settings

        if "PREFECT_API_URL" in os.environ:
            apply_settings(self._root)
        else:
            self._own = self._stack.enter_context(embedded_server(self._root))

    def wait(self) -> None:
        """Wait until the server answers, having imported prefect meanwhile."""
        import flows.publish.flow  # noqa: F401  takes a second, in which the server gets ready

        if self._own is not None:
            self._own.wait_until_ready()
