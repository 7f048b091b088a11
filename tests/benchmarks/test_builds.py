"""How long a secretary waits."""

import shutil
import sys
from pathlib import Path

import pytest

from flows.press.store.cache import CACHE_FILE
from tests.benchmarks.pairs import command, ratio
from tests.processes import STANDPUNT

REPOSITORY = Path(__file__).parents[2]
IMPORT_PREFECT = [sys.executable, "-c", "import prefect"]


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A copy of the repository's own content."""
    for folder in ("shared", "provinces"):
        shutil.copytree(REPOSITORY / folder, tmp_path / folder)
    return tmp_path


def test_nothing_to_do(root: Path) -> None:
    publish = command([*STANDPUNT, "publish"], str(root))
    publish()
    assert (
        ratio("publish, nothing changed / import prefect", publish, command(IMPORT_PREFECT, str(root)), 0.35)
        <= 0.35
    )


def test_one_override_edited(root: Path) -> None:
    """Two seconds at most on the machine of the design, where importing prefect takes 0.9 to 1.1 s."""
    own = root / "provinces/noord-holland/2023.yaml"
    text = own.read_text()
    turn = iter(range(1000))

    def edit() -> None:
        own.write_text(text.replace("Noord-Holland begint", f"Noord-Holland {'ook ' * next(turn)}begint"))

    publish = command([*STANDPUNT, "publish", "2023", "--province", "noord-holland"], str(root))
    publish()
    peer = command(IMPORT_PREFECT, str(root))
    assert ratio("publish, one override edited / import prefect", publish, peer, 2.0, before=edit) <= 2.0


@pytest.mark.parametrize("edition", ["2023", "2027"])
def test_check(edition: str, root: Path) -> None:
    check = command([*STANDPUNT, "check", edition], str(root))
    peer = command(IMPORT_PREFECT, str(root))
    assert ratio(f"check {edition} / import prefect", check, peer, 1.0) <= 1.0


def test_what_the_press_is_asked(root: Path) -> None:
    """Texts, font and pictures that nobody asked the press about before, against those that it has answered for."""
    cache = root / CACHE_FILE
    kept = cache.with_name("kept")
    warm = command([*STANDPUNT, "check", "2027"], str(root))
    warm()
    cache.replace(kept)

    def cold() -> None:
        cache.unlink(missing_ok=True)
        warm()

    def asked_before() -> None:
        shutil.copyfile(kept, cache)
        warm()

    assert ratio("check 2027, nothing asked before / all of it", cold, asked_before, 2.5) <= 2.5
