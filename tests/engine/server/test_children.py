import os
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest

from flows.engine.failure import EngineFailed
from flows.engine.server import children
from flows.engine.server.children import open_log, reason_in, start_child

REPOSITORY = Path(__file__).parents[3]

OBEDIENT = "import os, sys; print('hello', flush=True); os.read(0, 1); print('bye', file=sys.stderr)"
STUBBORN = (
    "import time, signal; signal.signal(signal.SIGTERM, signal.SIG_IGN); print(1, flush=True); time.sleep(60)"
)
BREAKING = "def f():\n    raise ValueError('no more paper')\nprint('hello', flush=True)\nf()"


def script(tmp_path: Path, text: str) -> Path:
    path = tmp_path / "script.py"
    path.write_text(text)
    return path


def test_a_child_speaks_and_ends_when_it_is_asked(tmp_path: Path) -> None:
    child = start_child(script(tmp_path, OBEDIENT), [], {}, tmp_path / "logs" / "child.log")
    assert child.next_line(10) == "hello"
    child.stop(10)
    assert child.process.returncode == 0
    assert child.log.read_text() == "bye\n"


def test_a_child_that_does_not_listen_is_ended_all_the_same(tmp_path: Path) -> None:
    child = start_child(script(tmp_path, STUBBORN), [], {}, tmp_path / "child.log")
    child.next_line(10)
    begin = time.monotonic()
    child.stop(0.2)
    assert time.monotonic() - begin < 5
    assert child.process.returncode != 0


def test_a_child_that_breaks_gives_the_message_of_its_exception(tmp_path: Path) -> None:
    (tmp_path / "child.log").write_text("ValueError: of an earlier run\n")
    child = start_child(script(tmp_path, BREAKING), [], {}, tmp_path / "child.log")
    child.next_line(10)
    with pytest.raises(EngineFailed) as failed:
        child.next_line(10)
    child.stop(5)
    assert failed.value.reason == "no more paper"
    assert failed.value.log == str(tmp_path / "child.log")


def test_what_a_child_writes_before_we_look_is_its_own(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Quick(subprocess.Popen[str]):
        def __init__(self, *given: Any, **named: Any) -> None:
            super().__init__(*given, **named)
            self.wait(10)

    monkeypatch.setattr(subprocess, "Popen", Quick)
    child = start_child(script(tmp_path, "raise ValueError('no ink')"), [], {}, tmp_path / "child.log")
    with pytest.raises(EngineFailed, match="no ink"):
        child.next_line(10)
    child.stop(5)


def test_a_child_that_says_nothing_is_not_waited_for_without_end(tmp_path: Path) -> None:
    child = start_child(script(tmp_path, "import os; os.read(0, 1)"), [], {}, tmp_path / "child.log")
    with pytest.raises(EngineFailed, match="no sign of life"):
        child.next_line(0.1)
    child.stop(5)


def test_a_log_that_cannot_be_written_is_a_failure_of_the_engine(tmp_path: Path) -> None:
    (tmp_path / "logs").touch()
    with pytest.raises(EngineFailed, match="logs"):
        start_child(script(tmp_path, OBEDIENT), [], {}, tmp_path / "logs" / "child.log")


def test_the_reason_is_the_last_line_where_there_is_no_exception(tmp_path: Path) -> None:
    log = tmp_path / "log"
    log.write_text("one\n  two: three\nthe end\n\n")
    assert reason_in(log) == "the end"
    log.write_text("")
    assert reason_in(log) == "it ended without a word"


def test_a_long_log_makes_way(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(children, "LOG_LIMIT", 3)
    log = tmp_path / "server.log"
    for text in (b"old!", b"new"):
        with open_log(log) as written:
            written.write(text)
    assert log.read_bytes() == b"new"
    assert log.with_suffix(".old.log").read_bytes() == b"old!"


@pytest.mark.skipif(os.name != "posix", reason="the test asks the system for processes in the posix way")
def test_a_child_does_not_outlive_a_parent_that_is_killed(tmp_path: Path) -> None:
    program = (
        "import sys, time; from pathlib import Path; from flows.engine.server.children import start_child\n"
        "child = start_child(Path(sys.argv[1]), [], {}, Path(sys.argv[2])); child.next_line(10)\n"
        "print(child.process.pid, flush=True); time.sleep(60)"
    )
    parent = subprocess.Popen(
        [sys.executable, "-c", program, str(script(tmp_path, OBEDIENT)), str(tmp_path / "child.log")],
        stdout=subprocess.PIPE,
        text=True,
        cwd=REPOSITORY,
    )
    assert parent.stdout is not None
    orphan = int(parent.stdout.readline())
    parent.send_signal(signal.SIGKILL)
    parent.wait(10)
    parent.stdout.close()
    deadline = time.monotonic() + 10
    while "bye" not in (tmp_path / "child.log").read_text():
        assert time.monotonic() < deadline, f"process {orphan} still runs"
        time.sleep(0.02)
