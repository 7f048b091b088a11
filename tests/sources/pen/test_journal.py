"""Files change together or not at all, one process at a time, and the last step can be taken back."""

import os
import random
import subprocess
import sys
import time
from pathlib import Path

import pytest

from flows.sources.pen.journal import settle
from flows.sources.pen.operations import Edit, Put, WholeFile
from flows.sources.pen.writing import Conflict, read_for_edit, undo, write

NAMES = [f"provinces/p{number}/2031.yaml" for number in range(6)]
WRITER = """
import sys
from pathlib import Path
from flows.sources.pen.operations import Edit, Put
from flows.sources.pen.writing import read_for_edit, write
root, names = Path(sys.argv[1]), sys.argv[3:]
print("begun", flush=True)
for turn in range(10_000):
    edits = [Edit(name, read_for_edit(root, name)[1], (Put(("a",), f"{turn} {sys.argv[2]}"),)) for name in names]
    write(root, edits, "test")
"""


def tree(root: Path) -> None:
    for name in NAMES:
        (root / name).parent.mkdir(parents=True)
        (root / name).write_text("# kop\na: begin\n")


def edit(root: Path, name: str, value: str) -> Edit:
    return Edit(name, read_for_edit(root, name)[1], (Put(("a",), value),))


def values(root: Path) -> set[str]:
    return {(root / name).read_text() for name in NAMES}


def test_all_files_change_and_the_step_can_be_taken_back_and_done_again(tmp_path: Path) -> None:
    tree(tmp_path)
    new = WholeFile("shared/nieuw.yaml", "", b"b: 1\n")
    gone = WholeFile(NAMES[5], read_for_edit(tmp_path, NAMES[5])[1], None)
    done = write(tmp_path, [edit(tmp_path, NAMES[0], "x"), new, gone], "probeer")
    assert done.files == (NAMES[0], "shared/nieuw.yaml", NAMES[5])
    assert (tmp_path / NAMES[0]).read_text() == "# kop\na: x\n"
    assert not (tmp_path / NAMES[5]).exists()
    back = undo(tmp_path)
    assert back is not None and back.what == "probeer"
    assert values(tmp_path) == {"# kop\na: begin\n"} and not (tmp_path / "shared/nieuw.yaml").exists()
    undo(tmp_path)
    assert (tmp_path / NAMES[0]).read_text() == "# kop\na: x\n"


def test_what_somebody_else_changed_is_a_conflict_and_nothing_is_written(tmp_path: Path) -> None:
    tree(tmp_path)
    edits = [edit(tmp_path, NAMES[0], "x"), edit(tmp_path, NAMES[1], "x")]
    (tmp_path / NAMES[1]).write_text("a: van een ander\n")
    with pytest.raises(Conflict) as caught:
        write(tmp_path, edits, "probeer")
    assert (caught.value.file, caught.value.found) == (NAMES[1], b"a: van een ander\n")
    assert (tmp_path / NAMES[0]).read_text() == "# kop\na: begin\n"
    write(tmp_path, [edit(tmp_path, NAMES[0], "x")], "probeer")
    (tmp_path / NAMES[0]).write_text("a: daarna\n")
    with pytest.raises(Conflict):
        undo(tmp_path)
    assert (tmp_path / NAMES[0]).read_text() == "a: daarna\n"


def test_there_is_nothing_to_take_back_at_first(tmp_path: Path) -> None:
    assert undo(tmp_path) is None


def test_an_edit_that_changes_nothing_is_no_step(tmp_path: Path) -> None:
    tree(tmp_path)
    assert write(tmp_path, [edit(tmp_path, NAMES[0], "begin")], "niets").files == ()
    assert undo(tmp_path) is None


def begun(root: Path, name: str) -> subprocess.Popen[bytes]:
    writer = subprocess.Popen(
        [sys.executable, "-c", WRITER, str(root), name, *NAMES],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    assert writer.stdout is not None and writer.stdout.readline() == b"begun\n"
    return writer


@pytest.mark.skipif(os.name == "nt", reason="there is no kill -9 on Windows")
def test_whoever_is_killed_leaves_all_files_old_or_all_new(tmp_path: Path) -> None:
    tree(tmp_path)
    chance = random.Random(7)
    seen = set()
    for number in range(int(os.environ.get("STANDPUNT_KILLS", "12"))):
        writer = begun(tmp_path, str(number))
        time.sleep(chance.uniform(0.0, 0.06))
        writer.kill()
        writer.communicate()
        settle(tmp_path)
        (now,) = values(tmp_path)
        seen.add(now)
    assert len(seen) > 1


def test_two_writers_take_turns_and_one_is_told(tmp_path: Path) -> None:
    tree(tmp_path)
    writers = [begun(tmp_path, name) for name in ("een", "twee")]
    time.sleep(0.4)
    for writer in writers:
        writer.kill()
    told = [writer.communicate()[1] for writer in writers]
    settle(tmp_path)
    assert len(values(tmp_path)) == 1
    # Each reads before it has its turn: whoever comes second reads of a conflict, and has written nothing.
    assert any(b"Conflict" in each for each in told)
