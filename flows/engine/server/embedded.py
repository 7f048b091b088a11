"""A Prefect server of our own, for as long as one build lasts."""

import gc
import os
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path

from flows.engine.server.children import Child, start_child
from flows.engine.server.draining import drain, give_up_early
from flows.engine.server.settings import EMBEDDED_SERVER, HOME, OF_ANOTHER_SERVER, apply_settings

PORT_WITHIN = 30.0
READY_WITHIN = 120.0
DRAIN_WITHIN = 10.0
STOP_WITHIN = 8.0

_SCRIPT = Path(__file__).with_name("server_child.py")
_LOOPBACK = "127.0.0.1"
_PROXIES = tuple(
    spelled for name in ("all_proxy", "http_proxy", "https_proxy") for spelled in (name, name.upper())
)


@dataclass(frozen=True, slots=True)
class Server:
    """A server that listens, and answers once it is ready.

    Attributes:
        url: Address of its API, the value of `PREFECT_API_URL`.
        child: The process.
    """

    url: str
    child: Child

    @property
    def has_ended(self) -> bool:
        """Whether there is no such process any more."""
        return self.child.process.poll() is not None

    def wait_until_ready(self, seconds: float = READY_WITHIN) -> None:
        """Wait until the server answers, and prepare Prefect's client, which this imports, for using it.

        Raises:
            EngineFailed: when it ended, or was not ready within `seconds`.
        """
        self.child.next_line(seconds)
        give_up_early()
        # What prefect brought lives as long as we do; without this its collection costs 0.4 s at the end.
        gc.freeze()


@contextmanager
def embedded_server(root: Path) -> Iterator[Server]:
    """Start a server at once, point Prefect at it, and stop it when the block ends.

    The server is listening but not yet ready when the block begins: plan the work, import prefect, and only
    then call `wait_until_ready`. Prefect must not have been imported before.

    Args:
        root: The content root; the database and the log are kept in its `.prefect` folder.

    Raises:
        EngineFailed: when the server cannot start.
    """
    apply_settings(root)
    log = root.absolute() / HOME / "server.log"
    child = start_child(_SCRIPT, ["0", "embedded"], {**EMBEDDED_SERVER, **OF_ANOTHER_SERVER}, log)
    try:
        url = f"http://{_LOOPBACK}:{child.next_line(PORT_WITHIN)}/api"
        with _environment({"PREFECT_API_URL": url, **past_any_proxy(), **OF_ANOTHER_SERVER}):
            try:
                yield Server(url, child)
            finally:
                # The client hangs for a minute and a half when its server goes before its last events.
                drain(DRAIN_WITHIN)
    finally:
        child.stop(STOP_WITHIN)


def past_any_proxy() -> dict[str, str | None]:
    """Variables that keep loopback traffic here; an office with a proxy would otherwise send it there.

    A proxy that our client cannot speak to at all, since SOCKS takes a package of its own, is left out: the
    client would not even start.
    """
    names = ("no_proxy", "NO_PROXY")
    kept: dict[str, str | None] = {
        name: ",".join(filter(None, [os.environ.get(name), _LOOPBACK])) for name in names
    }
    if find_spec("socksio") is None:
        kept |= {name: None for name in _PROXIES if os.environ.get(name, "").startswith("socks")}
    return kept


@contextmanager
def _environment(values: Mapping[str, str | None]) -> Iterator[None]:
    """Set variables for as long as the block lasts; None takes one away."""
    before = {name: os.environ.get(name) for name in values}
    _set(values)
    try:
        yield
    finally:
        _set(before)


def _set(values: Mapping[str, str | None]) -> None:
    for name, value in values.items():
        if value is None:
            os.environ.pop(name, None)
        else:
            os.environ[name] = value
