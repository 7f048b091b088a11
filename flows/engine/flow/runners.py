"""Where the tasks of a flow run: on threads of this process, or on a Dask cluster."""

from importlib import import_module
from typing import Any

from prefect.task_runners import TaskRunner, ThreadPoolTaskRunner

from flows.engine.failure import EngineFailed

DASK_MISSING = "Dask is not installed; install it with: pip install 'standpunt[dask]'"


WORKER_WITHIN = 10.0
"""Seconds that a cluster gets to show a worker."""


def threads(workers: int) -> TaskRunner[Any]:
    """Threads: pandoc is a process of its own and typst lets go of the interpreter lock."""
    return ThreadPoolTaskRunner(max_workers=workers)


def dask(workers: int, address: str | None = None) -> TaskRunner[Any]:
    """A Dask cluster.

    Args:
        workers: Number of processes of the cluster that is started when there is no address.
        address: Scheduler of a running cluster, such as `tcp://10.0.0.5:8786`. Its workers need the content
            root, and a Prefect server that they can reach: the embedded one listens on loopback only.

    Raises:
        EngineFailed: when Dask is not installed, or the cluster has no worker within `WORKER_WITHIN`.
    """
    try:
        prefect_dask = import_module("prefect_dask")
    except ImportError as error:
        raise EngineFailed(DASK_MISSING) from error
    local = {"n_workers": workers, "threads_per_worker": 1, "dashboard_address": None}
    where = {"cluster_kwargs": local} if address is None else {"address": address}
    if address is not None:
        _wait_for_a_worker(address)
    runner: TaskRunner[Any] = prefect_dask.DaskTaskRunner(**where)
    return runner


def _wait_for_a_worker(address: str) -> None:
    """Refuse a cluster on which a build would wait for ever."""
    distributed = import_module("distributed")
    try:
        with distributed.Client(address, timeout=WORKER_WITHIN, set_as_default=False) as client:
            client.wait_for_workers(1, timeout=WORKER_WITHIN)
    except OSError as error:  # that it took too long is one too
        said = (
            f"no worker at {address} within {WORKER_WITHIN:g} seconds; start one with: dask worker {address}"
        )
        raise EngineFailed(said) from error
