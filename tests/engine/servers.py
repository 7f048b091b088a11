"""Two servers of our own for all tests of flows, started at once in one fresh home, and what they know."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from flows.engine.server.embedded import Server, embedded_server


@contextmanager
def environment_put_back() -> Iterator[None]:
    before = dict(os.environ)
    try:
        yield
    finally:
        os.environ.clear()
        os.environ.update(before)


@pytest.fixture(scope="session")
def two_servers(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Server, Server]]:
    root = tmp_path_factory.mktemp("served")
    with environment_put_back():
        for name in [name for name in os.environ if name.startswith("PREFECT_")]:
            del os.environ[name]
        with embedded_server(root) as first, embedded_server(root) as second:
            import prefect  # noqa: F401  while the settings stand in the environment

            for server in (first, second):
                server.wait_until_ready(90)
            with environment_put_back():
                # Builds that other tests start are not to find these servers.
                for name in [name for name in os.environ if name.startswith("PREFECT_")]:
                    del os.environ[name]
                yield first, second


@pytest.fixture(scope="session")
def home(two_servers: tuple[Server, Server]) -> Path:
    return two_servers[1].child.log.parent


@pytest.fixture(scope="session")
def server(two_servers: tuple[Server, Server], home: Path) -> Iterator[Server]:
    """The second server, used by this process even where another test had imported prefect before."""
    from prefect.settings import PREFECT_API_URL, PREFECT_HOME, temporary_settings

    with temporary_settings({PREFECT_API_URL: two_servers[1].url, PREFECT_HOME: home}):
        yield two_servers[1]


@pytest.fixture(scope="module")
def client(server: Server) -> Iterator[Any]:
    from prefect.client.orchestration import get_client

    with get_client(sync_client=True) as asking:
        yield asking


def newest_run(client: Any) -> Any:
    from prefect.client.schemas.sorting import FlowRunSort

    (run,) = client.read_flow_runs(sort=FlowRunSort.START_TIME_DESC, limit=1)
    return run


def artifacts(client: Any) -> dict[str, Any]:
    """What the newest run shows, by key."""
    from prefect.client.schemas.filters import ArtifactFilter, ArtifactFilterFlowRunId

    of_run = ArtifactFilter(flow_run_id=ArtifactFilterFlowRunId(any_=[newest_run(client).id]))
    return {artifact.key: artifact for artifact in client.read_artifacts(artifact_filter=of_run)}
