"""The change reports of the association itself: every province from 2023 to 2027, and back again in Word."""

import shutil
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest

from flows.changes.passages import passages_of
from flows.changes.readings import Reading
from flows.desk.comparing.compared import Compared, open_comparison
from flows.desk.comparing.reports import make_report
from flows.documents.change_report.sentences import CHANGE_WORDS
from flows.press.jobs import Job, print_documents
from flows.press.word.report.resolving import Side, resolved
from flows.sources.content import Content
from tests.press.printing import TIMESTAMP
from tests.press.word.redlines import all_by_libreoffice, body

CONTENT = Content(Path(__file__).parents[2])
SIDES: tuple[Side, Side] = ("old", "new")


@pytest.fixture(scope="module")
def compared() -> Compared:
    return open_comparison(CONTENT, "2023", "2027", (), language="nl", speaks="nl")


@pytest.fixture(scope="module")
def files(compared: Compared, tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, Path]:
    """The Word file of every report, by its subject."""
    out = tmp_path_factory.mktemp("reports")
    jobs = [
        Job(make_report(compared, each), ("docx",), compared.looks, TIMESTAMP) for each in compared.subjects
    ]
    done = print_documents(jobs, CONTENT.root, out)
    assert [problem for each in done for problem in each.problems] == []
    return {
        subject: out / each.files["docx"].path for subject, each in zip(compared.subjects, done, strict=True)
    }


def lines(reading: Reading) -> Iterator[str]:
    """The paragraphs and cells of a text, each on one line."""
    for unit in reading.units:
        for passage in passages_of(unit.blocks):
            yield from (line for cell in passage.text.split("\t") if (line := " ".join(cell.split())))


def redline(paragraphs: list[str]) -> list[str]:
    """What follows the last part of the front."""
    lead = CHANGE_WORDS["nl"]["redline_lead"]
    return paragraphs[paragraphs.index(lead) + 1 :]


def test_there_is_a_report_for_the_nation_and_for_every_province(compared: Compared) -> None:
    assert compared.problems == ()
    assert compared.subjects == ("national", *CONTENT.provinces())


def test_every_word_file_resolves_to_the_old_and_the_new_text(
    compared: Compared, files: Mapping[str, Path]
) -> None:
    for subject, file in files.items():
        found = body(file)
        for side in SIDES:
            text = compared.reading(getattr(compared, side), subject)
            assert redline(resolved(found, side)) == list(lines(text)), (subject, side)


@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed")
def test_libreoffice_accepts_and_rejects_to_the_same_texts(files: Mapping[str, Path], tmp_path: Path) -> None:
    for file, theirs in all_by_libreoffice(files.values(), tmp_path).items():
        ours = body(file)
        for side in SIDES:
            assert resolved(theirs[side], side) == resolved(ours, side), (file, side)
