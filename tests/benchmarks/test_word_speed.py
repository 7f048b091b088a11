"""How long a working copy takes to go out and to come back, against Pandoc reading the same file once.

One second for the one and two for the other, on a machine where Pandoc takes 0.15 s.
"""

import shutil
from pathlib import Path

import docx
import pytest

from flows.press.doors.pandoc import binary
from tests.benchmarks.pairs import command, ratio
from tests.processes import STANDPUNT

REPOSITORY = Path(__file__).parents[2]
COPY = "uit/noord-holland-2027-werkversie.docx"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A copy of the repository's own content with a working copy in which one word was changed."""
    for folder in ("shared", "provinces"):
        shutil.copytree(REPOSITORY / folder, tmp_path / folder)
    command([*STANDPUNT, "word", "export", "noord-holland", "--out", "uit"], str(tmp_path))()
    document = docx.Document(str(tmp_path / COPY))
    run = next(run for each in document.paragraphs for run in each.runs if "druk van regels" in run.text)
    run.text = run.text.replace("druk", "last")
    document.save(str(tmp_path / "terug.docx"))
    return tmp_path


def test_a_working_copy_goes_out(root: Path) -> None:
    ours = command([*STANDPUNT, "word", "export", "noord-holland", "--out", "uit"], str(root))
    peer = command([binary(), "-t", "json", COPY], str(root))
    assert ratio("word export of a province / pandoc docx to json", ours, peer, 6.5) <= 6.5


def test_a_working_copy_comes_back(root: Path) -> None:
    ours = command([*STANDPUNT, "word", "import", "terug.docx"], str(root))
    peer = command([binary(), "-t", "json", "terug.docx"], str(root))
    assert ratio("word import of a province / pandoc docx to json", ours, peer, 13.0) <= 13.0
