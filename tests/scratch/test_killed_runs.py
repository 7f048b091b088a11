"""Whole commands that are killed at any moment: after one more run nothing of them is left anywhere."""

import os
import random
import signal
import subprocess
import time
from dataclasses import dataclass
from pathlib import Path

import pytest

from flows.scratch.folders import WORK_FOLDER
from tests.compare_editions.two_editions import write_editions
from tests.content_tree import CHAPTER, own
from tests.processes import command, files_below, standpunt
from tests.revisions import commit, needs_git
from tests.scratch.test_folders import die_in, folders, left_behind
from tests.translated_tree import ENGLISH

KILLS = 5
REPLACES = own("  - replace: vraag-een\n    text: Doe onze dingen.\n")
COMMANDS = {
    "publish": ("publish", "--force", "--engine", "local"),
    "compare": ("compare", "2031@HEAD", "2031", "--force", "--engine", "local"),
    "sync": ("translate", "sync"),
    "accept": ("accept", "oost", "--all"),
}


@dataclass(frozen=True)
class Tree:
    """A content root with git, and a place of its own for temporary files."""

    root: Path
    temp: Path

    @property
    def works(self) -> list[Path]:
        """Every folder in which something unfinished may stand."""
        temporary = self.temp / f"standpunt-{os.getuid()}"
        return [self.root / WORK_FOLDER, self.root / "outputs" / WORK_FOLDER, temporary]

    def scratches(self) -> list[Path]:
        return [path for work in self.works for path in folders(work)]

    def strangers(self) -> list[str]:
        """What stands in the place for temporary files, or beside content, and is neither a lock nor content."""
        content = [name for each in ("shared", "provinces") for name in files_below(self.root / each)]
        beside = [name for name in content if not name.endswith((".yaml", ".po"))]
        beside += [name for name in content if Path(name).name.startswith(".")]
        temporary = [path for path in self.temp.rglob("*") if path.is_file() and path.name != "lock"]
        return beside + [path.name for path in temporary]

    def run(self, *arguments: str) -> "subprocess.CompletedProcess[str]":
        return standpunt(self.root, *arguments, TMPDIR=str(self.temp))

    def kill(self, arguments: tuple[str, ...], seconds: float) -> None:
        """Run a command and kill it some time after it has begun something, its children left to themselves."""
        running = subprocess.Popen(
            command(self.root, *arguments),
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            env={**os.environ, "TMPDIR": str(self.temp)},
        )
        deadline = time.monotonic() + 60
        while running.poll() is None and not self.scratches():
            assert time.monotonic() < deadline
        time.sleep(seconds)
        running.send_signal(signal.SIGKILL)
        running.wait(20)
        while {*self.scratches()} - {each for work in self.works for each in left_behind(work)}:
            assert time.monotonic() < deadline, "a child lives on"
            time.sleep(0.01)


@pytest.fixture
def tree(tmp_path: Path) -> Tree:
    root, temp = tmp_path / "root", tmp_path / "temp"
    temp.mkdir()
    write_editions(root, {"provinces/oost/province.yaml": ENGLISH, **REPLACES})
    (root / ".gitignore").write_text("outputs/\n.standpunt/\n")
    commit(root, "begin")
    changed = CHAPTER.replace("Doe 250", "Doe 300")
    (root / "shared/2031/werken.yaml").write_text(changed)
    return Tree(root, temp)


@needs_git
@pytest.mark.parametrize("name", COMMANDS)
def test_nothing_is_left_of_a_command_that_was_killed_at_any_moment(name: str, tree: Tree) -> None:
    chance = random.Random(name)
    left = 0
    for number in range(KILLS):
        tree.kill(COMMANDS[name], chance.random() * number * 0.1)
        left += len(tree.scratches())
    done = tree.run(*COMMANDS[name])
    assert done.returncode == 0, done.stderr
    assert tree.scratches() == []
    assert tree.strangers() == []
    assert left or name in ("sync", "accept")  # these two are done before anybody can kill them


@needs_git
@pytest.mark.parametrize("name", COMMANDS)
def test_a_command_that_has_nothing_to_do_sweeps_too(name: str, tree: Tree) -> None:
    arguments = [each for each in COMMANDS[name] if each != "--force"]
    assert tree.run(*arguments).returncode == 0
    swept = tree.works if name in ("publish", "compare") else [tree.works[0], tree.works[2]]
    for work in swept:
        die_in(work)
    assert len(tree.scratches()) == len(swept)
    assert tree.run(*arguments).returncode == 0
    assert tree.scratches() == []
