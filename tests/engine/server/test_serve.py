import os
import shutil
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from flows.engine.failure import EngineFailed
from flows.engine.server.serve import deploy, serving
from tests.content_tree import write_tree

REPOSITORY = Path(__file__).parents[3]


@dataclass
class Served:
    """`serve` as a process: it says its address, and `ended` when it has come to its end."""

    process: "subprocess.Popen[str]"
    root: Path
    url: str


@pytest.fixture(scope="module")
def served(home: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """A content tree with the deployments, and a home whose database needs no migrating."""
    root = tmp_path_factory.mktemp("content")
    write_tree(root)
    shutil.copy(REPOSITORY / "prefect.yaml", root)
    (root / ".prefect").mkdir()
    for database in home.glob("prefect.db*"):
        shutil.copy(database, root / ".prefect")
    program = (
        "import signal, sys; from pathlib import Path; from flows.engine.server.serve import serve\n"
        # A shell that runs the tests in the background passes on that Ctrl-C is to be ignored.
        "signal.signal(signal.SIGINT, signal.default_int_handler)\n"
        "serve(Path(sys.argv[1]), 0, on_ready=lambda url: print(url, flush=True)); print('ended')"
    )
    usual = {name: value for name, value in os.environ.items() if not name.startswith("PREFECT_")}
    process = subprocess.Popen(
        [sys.executable, "-c", program, str(root)],
        stdout=subprocess.PIPE,
        text=True,
        env={**usual, "PREFECT_WORKER_QUERY_SECONDS": "1", "PYTHONPATH": str(REPOSITORY)},
    )
    assert process.stdout is not None
    try:
        yield Served(process, root, process.stdout.readline().strip())
    finally:
        process.kill()
        process.communicate(timeout=10)


def test_a_worker_builds_what_a_deployment_asks_for(served: Served, monkeypatch: pytest.MonkeyPatch) -> None:
    from prefect.client.orchestration import get_client
    from prefect.settings import PREFECT_API_URL, temporary_settings

    monkeypatch.setenv("PREFECT_API_URL", served.url)
    monkeypatch.setenv("PYTHONPATH", str(REPOSITORY))
    with temporary_settings({PREFECT_API_URL: served.url}), get_client(sync_client=True) as client:
        assert deploy(served.root) == served.url
        deployment = client.read_deployment_by_name("publish/publish")
        assert [schedule.active for schedule in deployment.schedules] == [False]
        comparing = client.read_deployment_by_name("compare/compare")
        assert client.read_deployment_by_name("translate/translate").parameters["engine"] == "tm"
        assert [schedule.active for schedule in comparing.schedules] == [False]
        assert deployment.work_pool_name == "standpunt"
        wanted = {"edition": "2031", "provinces": ["oost"], "formats": ["html"]}
        run = client.create_flow_run_from_deployment(deployment.id, parameters=wanted)
        deadline = time.monotonic() + 60
        while run.state is None or not run.state.is_final():
            assert time.monotonic() < deadline, run.state
            time.sleep(0.2)
            run = client.read_flow_run(run.id)
    assert (run.state.name, run.state.message) == ("Completed", "1 document built")
    assert (served.root / "outputs/2031/oost/nl/oost-2031-nl.html").is_file()


@pytest.mark.skipif(os.name != "posix", reason="Ctrl-C is another thing elsewhere")
def test_ctrl_c_ends_the_server_and_the_worker(served: Served) -> None:
    served.process.send_signal(signal.SIGINT)
    rest, _ = served.process.communicate(timeout=40)
    assert (rest, served.process.returncode) == ("ended\n", 0)
    with pytest.raises(OSError, match="refused"):
        socket.create_connection(("127.0.0.1", int(served.url.split(":")[2].split("/")[0])), timeout=5)


@pytest.mark.skipif(not Path("/proc").is_dir(), reason="needs /proc to see processes")
@pytest.mark.parametrize("killed_with", [signal.SIGTERM, signal.SIGKILL])
def test_killed_behind_nohup_it_leaves_no_process(
    killed_with: signal.Signals, home: Path, tmp_path: Path
) -> None:
    for database in home.glob("prefect.db*"):
        (tmp_path / ".prefect").mkdir(exist_ok=True)
        shutil.copy(database, tmp_path / ".prefect")
    program = (
        "import signal, sys; from pathlib import Path; from flows.engine.server.serve import serve\n"
        # What nohup and a shell's & have ignored.
        "signal.signal(signal.SIGHUP, signal.SIG_IGN); signal.signal(signal.SIGINT, signal.SIG_IGN)\n"
        "serve(Path(sys.argv[1]), 0, on_ready=lambda url: print(url, flush=True))"
    )
    environment = {**os.environ, "PYTHONPATH": str(REPOSITORY)}
    command = [sys.executable, "-c", program, str(tmp_path)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=environment) as process:
        assert process.stdout is not None
        process.stdout.readline()
        children = children_of(process.pid)
        assert len(children) >= 2
        process.send_signal(killed_with)
        process.wait(timeout=40)
    deadline = time.monotonic() + 40
    while left := [child for child in children if is_running(child)]:
        assert time.monotonic() < deadline, left
        time.sleep(0.2)


def children_of(process: int) -> list[int]:
    found = Path(f"/proc/{process}/task/{process}/children").read_text().split()
    return [int(child) for child in found]


def is_running(process: int) -> bool:
    try:
        return Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except OSError:
        return False


def test_a_port_that_is_taken_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "environ", dict(os.environ))
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        with pytest.raises(EngineFailed, match=r"(?i)in use"), serving(tmp_path, taken.getsockname()[1]):
            pass


def test_deploying_needs_a_file_and_a_server(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("PREFECT_API_URL", raising=False)
    with pytest.raises(EngineFailed, match=r"there is no prefect\.yaml"):
        deploy(tmp_path)
    shutil.copy(REPOSITORY / "prefect.yaml", tmp_path)
    with pytest.raises(EngineFailed, match="PREFECT_API_URL is not set"):
        deploy(tmp_path)
