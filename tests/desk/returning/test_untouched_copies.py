"""A copy that nobody touched asks for nothing, whatever program saved it."""

import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from flows.cli.main import run
from flows.desk.returning.comparing import Compared, compare_copy
from flows.press.doors.pandoc import binary
from flows.returns.revisions import Policy
from flows.sources.content import Content
from tests.press.word.libreoffice import as_docx

ROOT = Path(__file__).parents[3]
EDITIONS = ("2023", "2027")


@pytest.fixture(scope="module")
def copies(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("werkversies")
    for edition in EDITIONS:
        for more in ([], ["--national"]):
            arguments = ["word", "export", "--edition", edition, "--out", str(folder), *more]
            assert run([*arguments, "--root", str(ROOT)], "nl") == 0
    return folder


def compared(path: Path) -> Compared:
    found, problems = compare_copy(
        Content(ROOT), path, Policy.ACCEPT, national=path.name.startswith("landelijk")
    )
    assert found is not None, problems
    return found


def all_of(folder: Path) -> Iterator[Path]:
    found = sorted(folder.glob("*.docx"))
    assert len(found) == len(EDITIONS) * 13
    yield from found


def assert_untouched(path: Path) -> None:
    proposals = compared(path).proposals
    assert not proposals.proposals, [(each.id, each.op, each.new) for each in proposals.proposals]
    assert proposals.unchanged > 60
    assert not proposals.remarks


def test_as_they_went_out(copies: Path) -> None:
    for path in all_of(copies):
        assert_untouched(path)


def test_saved_by_python_docx(copies: Path, tmp_path: Path) -> None:
    import docx

    for path in all_of(copies):
        docx.Document(str(path)).save(str(tmp_path / path.name))
        assert_untouched(tmp_path / path.name)


def test_written_anew_by_pandoc_which_drops_bookmarks_and_properties(copies: Path, tmp_path: Path) -> None:
    for path in all_of(copies):
        new = tmp_path / path.name
        subprocess.run([binary(), "-o", str(new), str(path)], check=True, timeout=60)
        assert not compared(new).is_recorded
        assert_untouched(new)


@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed")
def test_saved_by_libreoffice(copies: Path, tmp_path: Path) -> None:
    for path in as_docx(all_of(copies), tmp_path):
        assert compared(path).is_recorded
        assert_untouched(path)
