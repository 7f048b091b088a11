"""A translation file that a sync would change is told once, with counts; one that it would not is not told."""

from pathlib import Path

import pytest

from flows.desk.check import check
from flows.desk.translating.sync import sync
from flows.problems.reading import command_for
from flows.problems.records import Problem
from flows.sources.content import Content
from tests.content_tree import CHAPTER, OWN
from tests.translated_tree import ENGLISH, NATIONAL, OOST, translate, write_translated_tree

CHAPTERS = "shared/2031/werken.yaml"


@pytest.fixture
def content(tmp_path: Path) -> Content:
    return write_translated_tree(tmp_path, {})


def told(content: Content) -> list[Problem]:
    return [each for each in check(content, None)[2] if each.code == "SP620"]


def counts(found: Problem) -> tuple[str, ...]:
    return tuple(str(found.args[f"count_{name}"]) for name in ("added", "changed", "obsolete"))


def test_after_a_sync_nothing_is_told_translated_or_not(content: Content) -> None:
    assert told(content) == []
    translate(content, NATIONAL, "vraag-een#text", "Do 250 things.")
    assert told(content) == []


def test_broken_lines_are_the_same_text(content: Content) -> None:
    text = CHAPTER.replace("werk.\n          Nog", "werk. Nog")
    assert text != CHAPTER
    (content.root / CHAPTERS).write_text(text)
    assert told(content) == []


def test_new_changed_and_vanished_texts_are_counted_in_one_message_a_file(content: Content) -> None:
    text = CHAPTER.replace("Doe 250 dingen.", "Doe 300 dingen.").replace("ask: vraag-drie", "ask: vraag-vier")
    (content.root / CHAPTERS).write_text(text)
    (one,) = told(content)
    assert (str(one.place), one.province, counts(one)) == (f"{NATIONAL}:1:1", None, ("1", "1", "1"))
    assert command_for(one) == "standpunt translate sync 2031"
    sync(content, "2031")
    assert told(content) == []


def test_a_new_text_of_a_province_is_told_of_its_own_file(content: Content) -> None:
    entry = "  - append: toelichting-een\n    text: Ons MKB doet in Oost mee.\n"
    (content.root / "provinces/oost/2031.yaml").write_text(OWN + entry)
    (one,) = told(content)
    assert (str(one.place), one.province, counts(one)) == (f"{OOST}:1:1", "oost", ("1", "", ""))


def test_a_language_that_nobody_has_begun_is_not_out_of_step(content: Content) -> None:
    frisian = ENGLISH.replace("[nl, en]", "[nl, en, fy]").replace(
        "contact:", "  fy: {name: East, in: yn East, of: fan East, adjective: Eastsk}\ncontact:"
    )
    (content.root / "provinces/oost/province.yaml").write_text(frisian)
    assert told(content) == []
