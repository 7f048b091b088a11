"""What work runs on: threads of this process, or Prefect with a server that runs or one of our own."""

import os
from collections.abc import Callable, Iterator, Mapping
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Any

from flows.engine.failure import EngineFailed
from flows.problems.codes import problem
from flows.problems.records import Problem

if TYPE_CHECKING:
    from prefect import Flow

    from flows.engine.planned import Planned
    from flows.engine.server.embedded import Server

SMALL = 36
"""Documents below which starting Prefect's server costs more than the work."""


class Engine(StrEnum):
    """What work runs on."""

    AUTO = "auto"
    LOCAL = "local"
    PREFECT = "prefect"
    DASK = "dask"


@dataclass(frozen=True, slots=True)
class Ran:
    """How work was done.

    Attributes:
        engine: What it was done on; None where there was nothing to do.
        problems: What went wrong with that, and kept nothing from being done.
    """

    engine: Engine | None = None
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True, slots=True)
class Workshop:
    """A place to work; Prefect's server is started when it is first wanted.

    Attributes:
        dask_address: Scheduler of a Dask cluster, for `Engine.DASK`.
    """

    engine: Engine
    dask_address: str | None
    _served: "_Served"

    def do(self, work: "Planned", parameters: Mapping[str, Any], flow: "Callable[[], Flow[..., Any]]") -> Ran:
        """Do work that has been planned; where a server of our own fails, what is left without Prefect.

        Args:
            work: What has to be done; it keeps what became of it.
            parameters: What a run of the flow records.
            flow: Imports the flow.

        Raises:
            EngineFailed: Prefect, with a server of others, or Dask does not work.
        """
        if work.is_done:
            return Ran()
        chosen = choose(self.engine, work.size, "PREFECT_API_URL" in os.environ)
        if chosen is Engine.LOCAL:
            work.do()
            return Ran(chosen)
        try:
            self._do_as_flow(work, parameters, flow, chosen)
        except EngineFailed as error:
            if not self._served.has_failed:
                raise
            work.do()
            return Ran(Engine.LOCAL, (problem("SP831", None, said=error.reason, log=error.log or ""),))
        return Ran(chosen)

    def _do_as_flow(
        self,
        work: "Planned",
        parameters: Mapping[str, Any],
        flow: "Callable[[], Flow[..., Any]]",
        chosen: Engine,
    ) -> None:
        imported = self._prefect(flow)
        from flows.engine.flow.runners import dask, threads
        from flows.engine.flow.runs import run_as_flow

        runner = dask(work.at_once, self.dask_address) if chosen is Engine.DASK else threads(work.at_once)
        run_as_flow(imported, parameters, work, runner)

    def _prefect(self, flow: "Callable[[], Flow[..., Any]]") -> "Flow[..., Any]":
        """Import a flow, which takes a second in which Prefect's server gets ready.

        Raises:
            EngineFailed: Prefect does not work.
        """
        self._served.start()
        imported = flow()
        self._served.wait()
        return imported


@contextmanager
def workshop(root: Path, engine: Engine, dask_address: str | None = None) -> Iterator[Workshop]:
    """A workshop for as long as the block lasts; a server that is sure to be wanted gets ready at once."""
    with ExitStack() as stack:
        served = _Served(root, stack)
        if engine in (Engine.PREFECT, Engine.DASK):
            served.start()
        yield Workshop(engine, dask_address, served)


def choose(engine: Engine, size: int, has_server: bool) -> Engine:
    """The engine for work of a size: `auto` takes Prefect for large builds and where a server runs."""
    if engine is not Engine.AUTO:
        return engine
    return Engine.PREFECT if has_server or size >= SMALL else Engine.LOCAL


class _Served:
    """Prefect's server: one that runs somewhere, or one of our own."""

    def __init__(self, root: Path, stack: ExitStack) -> None:
        self._root, self._stack = root, stack
        self._started = False
        self._own: Server | None = None
        self._failure: EngineFailed | None = None

    def start(self) -> None:
        """Point Prefect at a server, once; one of our own starts now and gets ready while others work."""
        if self._started:
            return
        from flows.engine.server.embedded import embedded_server
        from flows.engine.server.settings import apply_settings

        self._started = True
        if "PREFECT_API_URL" in os.environ:
            apply_settings(self._root)
        else:
            try:
                self._own = self._stack.enter_context(embedded_server(self._root))
            except EngineFailed as error:
                self._failure = error

    def wait(self) -> None:
        """Wait until the server answers.

        Raises:
            EngineFailed: It does not.
        """
        try:
            if self._failure is None and self._own is not None:
                self._own.wait_until_ready()
        except EngineFailed as error:
            self._failure = error
        if self._failure is not None:
            raise self._failure

    @property
    def has_failed(self) -> bool:
        """Whether there should be a server of our own, and is not."""
        return self._failure is not None or (self._own is not None and self._own.has_ended)
