import os
import urllib.request
from pathlib import Path

import pytest

from flows.engine.failure import EngineFailed
from flows.engine.server.draining import drain
from flows.engine.server.embedded import Server, embedded_server


def get(url: str) -> bytes:
    opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))
    with opener.open(url, timeout=20) as answer:
        body: bytes = answer.read()
        return body


def test_two_servers_start_at_once_in_one_fresh_home(two_servers: tuple[Server, Server]) -> None:
    first, second = two_servers
    assert first.url != second.url
    assert [get(f"{server.url}/health") for server in two_servers] == [b"true", b"true"]
    assert first.child.log == second.child.log
    assert "Error" not in first.child.log.read_text()


def test_it_listens_on_loopback_only_and_has_no_page(server: Server) -> None:
    assert server.url.startswith("http://127.0.0.1:")
    with pytest.raises(OSError, match="404"):
        get(server.url.removesuffix("/api") + "/dashboard")


def test_prefect_is_pointed_at_it_and_away_again(
    home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PREFECT_HOME", str(home))
    monkeypatch.setenv("PREFECT_API_URL", "http://127.0.0.1:1/api")
    monkeypatch.setenv("NO_PROXY", "intranet")
    monkeypatch.delenv("no_proxy", raising=False)
    monkeypatch.setattr("flows.engine.server.embedded.drain", lambda seconds: True)
    with embedded_server(tmp_path) as started:
        assert os.environ["PREFECT_API_URL"] == started.url
        assert os.environ["NO_PROXY"] == "intranet,127.0.0.1"
        assert os.environ["no_proxy"] == "127.0.0.1"
    assert os.environ["PREFECT_API_URL"] == "http://127.0.0.1:1/api"
    assert os.environ["NO_PROXY"] == "intranet"
    assert started.child.process.returncode == 0


def test_a_damaged_database_is_told_in_one_line(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "prefect.db").write_text("no database at all. " * 100)
    monkeypatch.setenv("PREFECT_HOME", str(tmp_path))
    monkeypatch.setattr("flows.engine.server.embedded.drain", lambda seconds: True)
    with pytest.raises(EngineFailed) as failed, embedded_server(tmp_path) as started:
        started.wait_until_ready(60)
    assert failed.value.reason == "(sqlite3.DatabaseError) file is not a database"
    assert started.child.process.returncode is not None


def test_there_is_nothing_to_drain_where_prefect_was_never_imported(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.modules", {})
    assert drain(0.0)
