"""What a dead process left behind is swept; what a living one uses, or a person made, never is."""

import errno
import os
import subprocess
import sys
import threading
from pathlib import Path
from tempfile import TemporaryDirectory, gettempdir

import pytest

from flows.scratch.folders import SCRATCH, WORK_FOLDER, scratch, sweep, temporary
from flows.scratch.locks import lock
from flows.scratch.whole_files import write_whole

SYSTEM = gettempdir()
DIES = (
    "import sys, os, signal; from pathlib import Path; from flows.scratch.folders import scratch\n"
    "with scratch(Path(sys.argv[1])) as folder:\n"
    "    (folder / 'half.yaml').write_text('half'); os.kill(os.getpid(), signal.SIGKILL)"
)
LIVES = (
    "import sys; from pathlib import Path; from flows.scratch.folders import scratch\n"
    "with scratch(Path(sys.argv[1])) as folder:\n"
    "    (folder / 'half.yaml').write_text('half'); print(folder, flush=True); sys.stdin.read()"
)


def die_in(work: Path) -> None:
    """Leave a folder behind as a process does that is killed."""
    subprocess.run([sys.executable, "-c", DIES, str(work)], check=False)


def left_behind(work: Path) -> list[Path]:
    """The folders whose process is gone."""
    return [folder for folder in folders(work) if _is_free(folder / "lock")]


def _is_free(path: Path) -> bool:
    with path.open("ab") as file:
        return lock(file)


def folders(work: Path) -> list[Path]:
    return [path for path in (work / SCRATCH).glob("*") if path.is_dir()]


@pytest.fixture(autouse=True)
def _own_temporary_files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "temp").mkdir()
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path / "temp"))


def test_a_folder_is_gone_afterwards_even_after_an_error(tmp_path: Path) -> None:
    def fail() -> None:
        with scratch(tmp_path) as folder:
            (folder / "half.yaml").write_text("half")
            raise ValueError("fout")

    with pytest.raises(ValueError, match="fout"):
        fail()
    assert folders(tmp_path) == []


def test_what_a_dead_process_left_is_swept_by_the_next_folder_and_by_every_sweep(tmp_path: Path) -> None:
    die_in(tmp_path)
    assert left_behind(tmp_path) == folders(tmp_path) != []
    with scratch(tmp_path) as mine:
        assert folders(tmp_path) == [mine]
        assert left_behind(tmp_path) == []
    die_in(tmp_path)
    sweep(tmp_path, tmp_path / "niet-daar")
    assert folders(tmp_path) == []
    assert not (tmp_path / "niet-daar").exists()


def test_what_a_living_process_uses_is_never_swept(tmp_path: Path) -> None:
    living = subprocess.Popen(
        [sys.executable, "-c", LIVES, str(tmp_path)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    assert living.stdout is not None
    theirs = Path(living.stdout.readline().strip())
    sweep(tmp_path)
    with scratch(tmp_path) as mine:
        assert {*folders(tmp_path)} == {mine, theirs}
        assert (theirs / "half.yaml").read_text() == "half"
    living.kill()
    living.communicate(timeout=20)
    sweep(tmp_path)
    assert folders(tmp_path) == []


def test_what_a_person_put_there_stays(tmp_path: Path) -> None:
    (tmp_path / SCRATCH / "kladblok").mkdir(parents=True)
    (tmp_path / SCRATCH / "0123456789abcdef.yaml").write_text("van mij")
    die_in(tmp_path)
    sweep(tmp_path)
    assert {path.name for path in (tmp_path / SCRATCH).iterdir()} == {
        "kladblok",
        "0123456789abcdef.yaml",
        "lock",
    }


def test_many_at_once_do_not_sweep_each_other(tmp_path: Path) -> None:
    failed: list[BaseException] = []

    def work() -> None:
        try:
            for number in range(40):
                with scratch(tmp_path) as folder:
                    (folder / "a").write_text(str(number))
                    sweep(tmp_path)
                    assert (folder / "a").read_text() == str(number)
        except BaseException as error:
            failed.append(error)

    threads = [threading.Thread(target=work) for _ in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(60)
    assert failed == []
    assert folders(tmp_path) == []


def test_temporary_files_of_a_dead_process_are_swept_too(tmp_path: Path) -> None:
    with temporary() as folder:
        work = folder.parents[1]
    assert work.parent == tmp_path / "temp"
    die_in(work)
    assert left_behind(work)
    sweep(tmp_path)
    assert folders(work) == []


def test_a_file_is_there_whole_with_the_rights_it_had(tmp_path: Path) -> None:
    path = tmp_path / "provinces/oost/2031.yaml"
    write_whole(path, b"een", tmp_path / WORK_FOLDER)
    path.chmod(0o640)
    write_whole(path, b"twee", tmp_path / WORK_FOLDER)
    assert path.read_bytes() == b"twee"
    assert path.stat().st_mode & 0o777 == 0o640
    assert [each.name for each in path.parent.iterdir()] == ["2031.yaml"]
    assert folders(tmp_path / WORK_FOLDER) == []


@pytest.mark.parametrize("refused", [errno.EXDEV, errno.EROFS])
def test_a_file_on_another_disk_is_made_beside_its_place(
    refused: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path, replace = tmp_path / "provinces/2031.yaml", Path.replace

    def another_disk(self: Path, target: Path) -> Path:
        if self.is_relative_to(tmp_path / WORK_FOLDER):
            raise OSError(refused, os.strerror(refused))
        return replace(self, target)

    monkeypatch.setattr(Path, "replace", another_disk)
    write_whole(path, b"een", tmp_path / WORK_FOLDER)
    assert path.read_bytes() == b"een"
    assert folders(path.parent / WORK_FOLDER) == []


@pytest.mark.skipif(os.name != "posix", reason="rights of POSIX")
def test_colleagues_who_share_a_folder_share_what_stands_in_it(tmp_path: Path) -> None:
    shared = tmp_path / "samen"
    shared.mkdir()
    shared.chmod(0o770)
    before = os.umask(0o077)
    try:
        with scratch(shared / WORK_FOLDER):
            pass
    finally:
        os.umask(before)
    work = shared / WORK_FOLDER
    rights = [path.stat().st_mode & 0o777 for path in (work, work / SCRATCH, work / SCRATCH / "lock")]
    assert rights == [0o770, 0o770, 0o660]
    with temporary() as folder:
        assert folder.parents[1].stat().st_mode & 0o077 == 0


@pytest.mark.skipif(os.name != "posix", reason="rights of POSIX")
def test_a_work_folder_that_a_colleague_keeps_to_himself_costs_nothing() -> None:
    as_somebody = (
        "import fcntl, os, sys; from pathlib import Path; from flows.scratch.whole_files import write_whole\n"
        "if os.getuid() == 0:\n    os.setgid(65534); os.setuid(65534)\n"
        "write_whole(Path(sys.argv[1]), b'een', Path(sys.argv[2]))"
    )
    with TemporaryDirectory(dir=SYSTEM) as name:  # pytest's own folders are closed to others
        root = Path(name)
        root.chmod(0o755)
        path, work = root / "provinces/2031.yaml", root / WORK_FOLDER
        path.parent.mkdir()
        path.parent.chmod(0o777)
        work.mkdir(mode=0o555)
        command = [sys.executable, "-c", as_somebody, str(path), str(work)]
        done = subprocess.run(command, capture_output=True, check=False)
        assert done.returncode == 0, done.stderr
        assert path.read_bytes() == b"een"
        assert list(work.iterdir()) == folders(path.parent / WORK_FOLDER) == []


def test_a_place_that_cannot_be_written_leaves_what_was_there(tmp_path: Path) -> None:
    path = tmp_path / "2031.yaml"
    path.mkdir()
    with pytest.raises(IsADirectoryError):
        write_whole(path, b"een", tmp_path / WORK_FOLDER)
    assert path.is_dir()
    assert folders(tmp_path / WORK_FOLDER) == []
