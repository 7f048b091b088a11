"""Files that lie beside those that count, and that nobody reads."""

from pathlib import Path

import pytest

from flows.desk.checking.edition import problems_of
from flows.desk.opening.editions import open_edition
from flows.problems.records import Severity
from tests.content_tree import EDITION, OWN, write_tree

OOST = "provinces/oost"
STRAY = {
    "other ending": (f"{OOST}/2031.yml", f"{OOST}/2031.yaml"),
    "copy of a computer": (f"{OOST}/2031-LAPTOP-7Q2.yaml", f"{OOST}/2031.yaml"),
    "copy with a number": (f"{OOST}/2031 (1).yaml", f"{OOST}/2031.yaml"),
    "copy in Dutch": (f"{OOST}/2031 - kopie.yaml", f"{OOST}/2031.yaml"),
    "copy of Dropbox": (f"{OOST}/2031 (conflicterend exemplaar van Jan 2031-01-02).yaml", f"{OOST}/2031.yaml"),
    "copy of Nextcloud": (f"{OOST}/2031_conflict-20310102-101112.yaml", f"{OOST}/2031.yaml"),
    "ending that nobody sees": (f"{OOST}/2031.yaml.txt", f"{OOST}/2031.yaml"),
    "capitals": (f"{OOST}/Province.yaml", f"{OOST}/province.yaml"),
    "copy of who it is": (f"{OOST}/province (2).yaml", f"{OOST}/province.yaml"),
    "copy of a catalogue": (f"{OOST}/2031.en (1).po", ""),
    "edition that is not there": (f"{OOST}/2030.en.po", ""),
    "language it does not publish": (f"{OOST}/2031.de.po", ""),
    "chapter that is not listed": ("shared/2031/wonen.yaml", ""),
    "copy of a chapter": ("shared/2031/werken (1).yaml", "shared/2031/werken.yaml"),
    "copy in front": (f"{OOST}/Copy of 2031.yaml", f"{OOST}/2031.yaml"),
    "copy in front in Dutch": (f"{OOST}/Kopie van 2031.yaml", f"{OOST}/2031.yaml"),
    "copy of OneDrive": (f"{OOST}/2031 (Laptop's conflicted copy 2031-01-02).yaml", f"{OOST}/2031.yaml"),
    "copy of terms": ("shared/terms (1).yaml", ""),
    "other ending of terms": ("shared/terms.yml", ""),
    "chapter outside its edition": ("shared/werken.yaml", ""),
    "copy of the brand": ("shared/brand/brand-kopie.yaml", ""),
    "other ending of a language": ("shared/languages/nl.yml", ""),
    "copy of a language": ("shared/languages/nl (2).yaml", ""),
    "province without its folder": ("provinces/oost.yaml", ""),
    "file beside the provinces": ("provinces/2031.yaml", ""),
    "other ending of the edition": ("shared/2031/edition.yml", "shared/2031/edition.yaml"),
}  # fmt: skip


@pytest.mark.parametrize("case", STRAY)
def test_a_file_that_nobody_reads_is_named_with_the_one_that_counts(case: str, tmp_path: Path) -> None:
    name, counts = STRAY[case]
    found = strays(tmp_path, {name: OWN})
    assert found == [(f"{name}:1:1", counts.rpartition("/")[2])]


@pytest.mark.parametrize(
    "name",
    ["~$2031.yaml", ".2031.yaml.swp", "2031.yaml~", "2031.yaml.tmp", "2031.yaml.bak", "notities.txt", "2031.docx",
     "2031.base.yaml", "2031.since-2027.yaml", "#2031.yaml#", "._2031.yaml", "2031.yaml.part"],
)  # fmt: skip
def test_leftovers_of_programs_and_other_papers_are_left_alone(name: str, tmp_path: Path) -> None:
    assert strays(tmp_path, {f"{OOST}/{name}": "blocks: []\n"}) == []


def test_a_file_of_another_edition_is_told_where_that_edition_is_opened(tmp_path: Path) -> None:
    older = {
        "shared/2027/edition.yaml": EDITION.replace("2031", "2027"),
        f"{OOST}/2027.yaml": OWN.replace("2031", "2027"),
        f"{OOST}/2027 (1).yaml": OWN,
        f"{OOST}/2027.fy.po": "",
    }
    assert strays(tmp_path, older) == []
    opened = open_edition(write_tree(tmp_path, older), "2027", ["oost"])
    names = [each.place.file for each in opened.provinces[0].problems if each.code == "SP136" and each.place]
    assert names == [f"{OOST}/2027 (1).yaml", f"{OOST}/2027.fy.po"]


def test_a_stray_file_keeps_no_province_from_being_made(tmp_path: Path) -> None:
    opened = open_edition(write_tree(tmp_path, {f"{OOST}/2031.yml": b"\xff\x00"}), "2031", ["oost"])
    found = [each for each in problems_of(opened) if each.code == "SP136"]
    assert [each.severity for each in found] == [Severity.WARNING]
    assert opened.broken == ()


def strays(root: Path, files: dict[str, str]) -> list[tuple[str, object]]:
    opened = open_edition(write_tree(root, files), "2031")
    return [(str(each.place), each.args["counts"]) for each in problems_of(opened) if each.code == "SP136"]
