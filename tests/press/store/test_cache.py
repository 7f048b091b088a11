import os
import signal
import subprocess
import sys
import time
from pathlib import Path

from flows.press.store.cache import Cache
from tests.press.printing import REPOSITORY

WRITING = """
import sys
from flows.press.store.cache import Cache
cache = Cache(sys.argv[1])
for number in range(int(sys.argv[3])):
    cache.keep({f"{sys.argv[2]}-{number}": b"x" * 5000, "both": sys.argv[2].encode() * 1000})
    print(number, flush=True)
"""


def writing(file: Path, name: str, times: int) -> "subprocess.Popen[bytes]":
    command = [sys.executable, "-c", WRITING, str(file), name, str(times)]
    where = {**os.environ, "PYTHONPATH": str(REPOSITORY)}
    return subprocess.Popen(command, stdout=subprocess.PIPE, env=where)


def test_what_is_kept_is_found_and_what_is_not_is_not(tmp_path: Path) -> None:
    cache = Cache(tmp_path / "deep" / "cache.sqlite3")
    assert cache.found(["a"]) == {}
    cache.keep({str(number): str(number).encode() for number in range(1200)})
    assert cache.found(map(str, range(1300))) == {str(number): str(number).encode() for number in range(1200)}


def test_two_processes_can_write_at_once(tmp_path: Path) -> None:
    file = tmp_path / "cache.sqlite3"
    processes = [writing(file, name, 30) for name in ("een", "twee")]
    for process in processes:
        process.communicate()
        assert process.returncode == 0
    found = Cache(file).found([f"{name}-{number}" for name in ("een", "twee") for number in range(30)])
    assert len(found) == 60
    assert Cache(file).found(["both"])["both"][:3] in (b"een", b"twe")


def test_a_kill_in_the_middle_costs_nothing_that_was_kept(tmp_path: Path) -> None:
    file = tmp_path / "cache.sqlite3"
    process = writing(file, "een", 100_000)
    assert process.stdout is not None
    for _ in range(20):
        process.stdout.readline()
    time.sleep(0.003)
    process.send_signal(signal.SIGKILL)
    process.communicate()
    cache = Cache(file)
    assert len(cache.found([f"een-{number}" for number in range(20)])) == 20
    cache.keep({"na": b"1"})
    assert cache.found(["na"]) == {"na": b"1"}


def test_a_piece_that_changed_on_disk_is_not_believed(tmp_path: Path) -> None:
    file = tmp_path / "cache.sqlite3"
    Cache(file).keep({"a": b"waarheid" * 10})
    file.write_bytes(file.read_bytes().replace(b"waarheidwaarheid", b"waarheidWAARHEID"))
    assert Cache(file).found(["a"]) == {}


def test_a_folder_that_cannot_be_written_to_is_no_obstacle(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    cache = Cache(tmp_path / "file" / "cache.sqlite3")
    cache.keep({"a": b"1"})
    assert cache.found(["a"]) == {}
