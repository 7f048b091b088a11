"""A Prefect server with a worker on this machine, and the deployments that they run."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from flows.engine.failure import EngineFailed
from flows.engine.server.children import Child, reason_in, start_child
from flows.engine.server.embedded import PORT_WITHIN, READY_WITHIN, STOP_WITHIN, past_any_proxy
from flows.engine.server.settings import HOME, LASTING_SERVER, apply_settings

POOL = "standpunt"
"""The work pool that `prefect.yaml` names."""

PORT = 4200
"""Prefect's usual port; its command line and its pages expect it."""

LOOK_EVERY = 0.5
DEPLOY_WITHIN = 120.0

_HERE = Path(__file__).parent


def serve(root: Path, port: int = PORT, *, on_ready: Callable[[str], None]) -> None:
    """Run a server and a worker on the loopback address until interrupted or asked to end.

    Args:
        root: The content root; the database and the logs are kept in its `.prefect` folder.
        port: Port of the server; 0 for any free one.
        on_ready: Called with the address of the API once both are at work.

    Raises:
        EngineFailed: when one of them cannot start, or ends by itself.
    """
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    try:
        with serving(root, port) as (url, children):
            on_ready(url)
            while all(child.process.poll() is None for child in children):
                time.sleep(LOOK_EVERY)
            ended = next(child for child in children if child.process.poll() is not None)
            raise EngineFailed(reason_in(ended.log, ended.log_start), str(ended.log))
    except KeyboardInterrupt:
        return


@contextmanager
def serving(root: Path, port: int = PORT) -> Iterator[tuple[str, tuple[Child, Child]]]:
    """A server and a worker for as long as the block lasts: the address of the API, and both processes.

    Raises:
        EngineFailed: when one of them cannot start.
    """
    apply_settings(root, own_server=False)
    logs = root.absolute() / HOME
    # Its pages take the address of the API from here; the user's own may name another server.
    lasting = {**LASTING_SERVER, "PREFECT_API_URL": f"http://127.0.0.1:{port}/api"}
    server = start_child(_HERE / "server_child.py", [str(port), "lasting"], lasting, logs / "server.log")
    try:
        url = f"http://127.0.0.1:{server.next_line(PORT_WITHIN)}/api"
        server.next_line(READY_WITHIN)
        secret = os.environ.get("PREFECT_SERVER_API_AUTH_STRING")  # what the server asks for, the worker says
        at_work = {**LASTING_SERVER, **past_any_proxy(), "PREFECT_API_URL": url}
        at_work["PREFECT_API_AUTH_STRING"] = secret
        worker = start_child(_HERE / "worker_child.py", [POOL], at_work, logs / "worker.log")
        try:
            worker.next_line(READY_WITHIN)
            yield url, (server, worker)
        finally:
            worker.stop(STOP_WITHIN)
    finally:
        server.stop(STOP_WITHIN)


def deploy(root: Path) -> str:
    """Register the deployments of `prefect.yaml` at the server that `PREFECT_API_URL` names.

    Args:
        root: The content root, which holds `prefect.yaml`; the runs will work in it.

    Returns:
        The address of the server's API.

    Raises:
        EngineFailed: when there is no such file or server, or the server refuses.
    """
    described = root.absolute() / "prefect.yaml"
    if not described.is_file():
        raise EngineFailed(f"there is no {described.name} in {root}")
    if "PREFECT_API_URL" not in os.environ:
        raise EngineFailed("PREFECT_API_URL is not set: start `standpunt serve` and name its address there")
    apply_settings(root)
    _make_work_pool()
    command = [sys.executable, "-m", "prefect", "--no-prompt", "deploy", "--all"]
    try:
        ended = subprocess.run(
            [*command, "--prefect-file", described.name],
            cwd=root,
            env={**os.environ, "COLUMNS": "500"},  # or the reason is cut into lines of 80
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            timeout=DEPLOY_WITHIN,
            check=False,
        )
    except subprocess.TimeoutExpired as error:
        raise EngineFailed(f"the server did not answer within {error.timeout:.0f} seconds") from error
    if ended.returncode != 0:
        said = [line.strip() for line in (ended.stdout + ended.stderr).splitlines() if line.strip()]
        raise EngineFailed(said[-1] if said else "prefect deploy ended without a word")
    return os.environ["PREFECT_API_URL"]


def _make_work_pool() -> None:
    """Make the pool of process workers, unless it exists; `prefect deploy` insists on one."""
    from prefect.client.orchestration import get_client
    from prefect.client.schemas.actions import WorkPoolCreate
    from prefect.exceptions import ObjectAlreadyExists
    from prefect.workers.process import ProcessWorker

    template = ProcessWorker.get_default_base_job_template()
    wanted = WorkPoolCreate(name=POOL, type=ProcessWorker.type, base_job_template=template)
    try:
        with get_client(sync_client=True) as client:
            client.create_work_pool(wanted)
    except ObjectAlreadyExists:
        return
    except Exception as error:
        raise EngineFailed(f"no answer from {os.environ['PREFECT_API_URL']}: {error}") from error
