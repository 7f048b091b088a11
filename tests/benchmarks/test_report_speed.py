"""What changed between two editions: our whole process against pandiff, which compares two files."""

import os
import shutil
import subprocess
import time
from collections.abc import Callable
from pathlib import Path
from statistics import median

import pytest

from flows.press.doors.pandoc import binary
from flows.press.store.cache import CACHE_FILE
from tests.benchmarks.pairs import Run, command, ratio
from tests.benchmarks.two_editions import REPOSITORY, write_editions
from tests.processes import STANDPUNT

COMPARE = [*STANDPUNT, "compare", "2023", "2027"]
ONE_REPORT = [*COMPARE, "--province", "zeeland", "--format", "docx"]
PANDIFF = "pandiff@0.6"


@pytest.fixture(scope="session")
def pandiff(tmp_path_factory: pytest.TempPathFactory) -> str:
    """The command pandiff: the machine's own, or installed here with npm."""
    found = shutil.which("pandiff")
    if found is not None:
        return found
    npm = shutil.which("npm")
    if npm is None:
        pytest.skip("neither pandiff nor npm is installed")
    folder = tmp_path_factory.mktemp("npm")
    install = [npm, "install", "--no-audit", PANDIFF]
    done = subprocess.run(install, cwd=folder, check=False, capture_output=True, timeout=300)
    if done.returncode:
        pytest.skip(f"npm cannot install {PANDIFF}: {done.stderr.decode()[-300:]}")
    return str(folder / "node_modules/.bin/pandiff")


def cold(root: Path) -> Callable[[], None]:
    """Forget everything that an earlier run in a content root left, but for the parts of the brand's fonts.

    Those are made once for a brand, of whatever texts; here by another report.
    """
    other = root.with_name(f"{root.name}-other")
    write_editions(other, 10)
    command(ONE_REPORT, str(other))()

    def forget() -> None:
        for folder in (".standpunt", "outputs"):
            shutil.rmtree(root / folder, ignore_errors=True)
        (root / CACHE_FILE).parent.mkdir()
        shutil.copyfile(other / CACHE_FILE, root / CACHE_FILE)

    return forget


@pytest.mark.parametrize(("blocks", "goal", "runs"), [(60, 1.0, 5), (500, 0.6, 5), (5000, 0.02, 1)])
def test_a_cold_report_against_pandiff(
    tmp_path: Path, pandiff: str, blocks: int, goal: float, runs: int
) -> None:
    """Pandiff takes minutes for 5,000 blocks, so there each is timed once."""
    write_editions(tmp_path, blocks)
    pandoc_first = f"{Path(binary()).parent}{os.pathsep}{os.environ['PATH']}"
    ours = command(ONE_REPORT, str(tmp_path))
    peer = command([pandiff, "old.md", "new.md", "-o", "out.docx"], str(tmp_path), PATH=pandoc_first)
    name = f"compare, {blocks} blocks, cold / pandiff"
    before = cold(tmp_path)
    assert ratio(name, ours, peer, goal, runs=runs, before=before, warm_ups=int(runs > 1)) <= goal


def test_a_block_costs_as_much_among_many(tmp_path: Path) -> None:
    """What 60 blocks take is what starting takes, and is left out."""
    start, few, many = (seconds(tmp_path / str(blocks), blocks) for blocks in (60, 500, 5000))
    found = ((many - start) / 4940) / ((few - start) / 440)
    print(f"{'compare, a block among 5,000 / a block among 500':<58} ratio {found:5.2f}  goal 1.50")
    assert found <= 1.5


def seconds(root: Path, blocks: int) -> float:
    """The median time of a cold report."""
    write_editions(root, blocks)
    return median(timed(command(ONE_REPORT, str(root)), cold(root)) for _ in range(3))


def timed(run: Run, before: Run) -> float:
    """Seconds of one run."""
    before()
    start = time.perf_counter()
    run()
    return time.perf_counter() - start


def test_all_reports_against_all_brochures(tmp_path: Path) -> None:
    for folder in ("shared", "provinces"):
        shutil.copytree(REPOSITORY / folder, tmp_path / folder)
    ours = command([*COMPARE, "--engine", "local", "--force"], str(tmp_path))
    peer = command([*STANDPUNT, "publish", "--engine", "local", "--force"], str(tmp_path))
    assert ratio("all reports, all formats / publish --force", ours, peer, 1.0, runs=3) <= 1.0
