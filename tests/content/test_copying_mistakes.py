"""A text of one province in the file of another is told; the association's own texts are not."""

from pathlib import Path
from shutil import copytree

import pytest

from flows.desk.checking.edition import problems_of
from flows.desk.opening.editions import open_edition
from flows.sources.content import Content
from tests.content.test_the_position import CONTENT, EDITIONS

COPIES = ("SP610", "SP611")


@pytest.mark.parametrize("name", EDITIONS)
def test_the_own_texts_borrow_nothing(name: str) -> None:
    assert [each for each in problems_of(open_edition(CONTENT, name)) if each.code in COPIES] == []


@pytest.mark.parametrize(
    ("giver", "taker", "words"),
    [
        ("noord-holland", "gelderland", "Noord-Holland"),
        ("zuid-holland", "groningen", "Zuid-Holland"),
        ("limburg", "utrecht", "Limburg"),
        ("utrecht", "zeeland", "provincie Utrecht"),
    ],
)
def test_a_whole_file_that_was_copied_is_told(giver: str, taker: str, words: str, tmp_path: Path) -> None:
    for folder in ("shared", "provinces"):
        copytree(CONTENT.root / folder, tmp_path / folder)
    copied = (CONTENT.root / "provinces" / giver / "2027.yaml").read_text()
    copied = copied.replace(f"province: {giver}", f"province: {taker}")
    (tmp_path / "provinces" / taker / "2027.yaml").write_text(copied)
    found = problems_of(open_edition(Content(tmp_path), "2027"))
    assert words in {each.args["name"] for each in found if each.code == "SP610" and each.province == taker}
