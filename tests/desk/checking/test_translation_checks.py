"""Translations on disk beside the Dutch of today: each mistake is told at its own line of the PO file."""

from pathlib import Path

import pytest

from flows.desk.check import check
from flows.desk.checking.edition import problems_of
from flows.desk.checking.translations import check_translations, checked_catalogues, without_broken
from flows.desk.opening.catalogues import open_shelf
from flows.desk.opening.editions import UnknownName, open_edition
from flows.desk.translating.approve import Approval, approve
from flows.desk.translating.sync import sync
from flows.problems.records import Problem
from flows.sources.content import Content
from flows.sources.po_places import written_texts
from flows.translation.application import Shown
from tests.content_tree import CHAPTER
from tests.translated_tree import NATIONAL, OOST, translate, write_translated_tree

RICH = """\
          Lees **dit** en *dat* bij [de vraag](#vraag-een), CO~2~.

          - een punt
          - nog een punt
            1. dieper

          | a | b |
          |---|---|
          | c | d |
"""
SOUND = """\
Read *that* and **this** at [the ask](#vraag-een), CO~2~.

* one point
* another point
   1. deeper

| A | B |
|---|---|
| C | D |"""


@pytest.fixture
def content(tmp_path: Path) -> Content:
    chapter = CHAPTER.replace("          Een eerste zin over werk.\n          Nog een zin.\n", RICH)
    return write_translated_tree(tmp_path, {"shared/2031/werken.yaml": chapter})


def found(content: Content, *languages: str) -> list[Problem]:
    return list(check_translations(content, open_shelf(content, "2031"), languages))


def codes(content: Content) -> list[str]:
    return [each.code for each in found(content)]


def test_the_same_layout_in_other_words_is_sound(content: Content) -> None:
    translate(content, NATIONAL, "toelichting-een#text", SOUND)
    assert codes(content) == []


@pytest.mark.parametrize(
    ("old", "new", "expected", "construct"),
    [
        ("* another point\n", "", ["SP859"], {"item": (3, 2)}),
        ("   1. deeper", "* deeper", ["SP859"], {"numbered-list": (1, 0)}),
        ("**this**", "this", ["SP859"], {"strong": (1, 0)}),
        ("*that*", "that", ["SP859"], {"emphasis": (1, 0)}),
        ("*that*", "**that**", ["SP859", "SP859"], {"emphasis": (1, 0), "strong": (1, 2)}),
        ("CO~2~", "CO2", ["SP859"], {"subscript": (1, 0)}),
        ("| C | D |", "| C | D |\n| E | F |", ["SP859"], {"row": (2, 3)}),
        ("CO~2~.", "CO~2~\n\nnow.", ["SP859"], {"paragraph": (1, 2)}),
        ("| C | D |", "| C | D | E |", ["SP749"], {}),
        ("| A | B |\n|---|---|", "| A | B | X |\n|---|---|---|", ["SP859"], {"column": (2, 3)}),
        ("CO~2~.", "CO~2~.<b>x</b>", ["SP859"], {"raw": (0, 2)}),
        ("#vraag-een", "#vraag-twee", ["SP857", "SP858"], {}),
        ("(#vraag-een)", "(https://example.org)", ["SP857", "SP858"], {}),
        ("[the ask](#vraag-een)", "the ask", ["SP859", "SP857"], {"link": (1, 0)}),
        ("* another point\n   1. deeper", "   1. deeper\n* another point", ["SP860"], {}),
    ],
)
def test_every_change_that_a_reader_of_the_layout_sees_is_an_error(
    content: Content, old: str, new: str, expected: list[str], construct: dict[str, tuple[int, int]]
) -> None:
    assert old in SOUND
    translate(content, NATIONAL, "toelichting-een#text", SOUND.replace(old, new))
    problems = found(content)
    assert sorted(each.code for each in problems) == sorted(expected)
    layout = [each.args for each in problems if each.code == "SP859"]
    assert {each["construct"]: (each["dutch"], each["translated"]) for each in layout} == construct


def test_a_mistake_stands_at_its_own_word_in_the_file(content: Content) -> None:
    translate(content, NATIONAL, "vraag-een#text", 'Do "all" 300 things.')
    (problem,) = found(content)
    assert problem.place is not None and problem.code == "SP861"
    line = (content.root / NATIONAL).read_text().split("\n")[problem.place.line - 1]
    assert line == 'msgstr "Do \\"all\\" 300 things."'
    assert line[problem.place.column - 1 :].startswith("300") and problem.place.width == 3
    translate(content, NATIONAL, "vraag-een#text", "Do 250 things.")
    translate(content, NATIONAL, "toelichting-een#text", SOUND.replace("#vraag-een", "#vraag-drie"))
    place = found(content)[-1].place
    assert place is not None
    line = (content.root / NATIONAL).read_text().split("\n")[place.line - 1]
    assert line[place.column - 1 :].startswith("#vraag-drie") or line.startswith('"Read')


@pytest.mark.parametrize("target", ["eigen-vraag", "contactpersoon", "jaar"])
def test_a_translation_may_link_to_whatever_its_dutch_links_to(tmp_path: Path, target: str) -> None:
    chapter = CHAPTER.replace("Doe nog iets.", f'"Zie [dit](#{target})."')
    files = {"shared/2031/werken.yaml": chapter + "      - prose: jaar\n        text: '2031.'\n"}
    content = write_translated_tree(tmp_path / "links", files)
    translate(content, NATIONAL, "vraag-twee#text", f"See [this](#{target}).", approve=False)
    assert codes(content) == []
    assert approve(content, "2031", Approval("en", None, ("vraag-twee#text",))).problems == ()


def test_an_exception_is_written_as_the_problem_says_and_survives_a_sync(content: Content) -> None:
    translate(content, NATIONAL, "vraag-een#text", "Do many things.")
    (problem,) = found(content)
    comment = f"{dict(problem.excerpts)['allow']}het aantal staat in de kop"
    path = content.root / NATIONAL
    path.write_text(
        path.read_text().replace('msgctxt "vraag-een#text"', f'{comment}\nmsgctxt "vraag-een#text"')
    )
    assert found(content) == []
    sync(content, "2031")
    assert comment in path.read_text() and found(content) == []
    werken = content.root / "shared/2031/werken.yaml"
    werken.write_text(werken.read_text().replace("Doe 250 dingen.", "Doe 300 dingen."))
    approve(content, "2031", Approval("en", None, ("vraag-een#text",), as_is=True))
    assert codes(content) == []
    translate(content, NATIONAL, "vraag-een#text", "Do many things now.")
    sync(content, "2031")
    translate(content, NATIONAL, "vraag-een#text", "Do many things now.")
    assert codes(content) == ["SP861"]


def test_places_are_found_in_a_file_that_an_editor_wrapped() -> None:
    text = 'msgid ""\nmsgstr ""\n\nmsgctxt ""\n"a#"\n"text"\nmsgid "x"\nmsgstr ""\n"one "\n"two"\n#~ msgctxt "b"\n#~ msgstr "c"\n'
    texts = written_texts(text.encode(), "f.po")
    assert list(texts) == ["a#text"]
    assert str(texts["a#text"].locate("two")) == "f.po:10:2"
    assert str(texts["a#text"].locate("gone")) == "f.po:9:2"


def test_an_exception_that_is_not_one_is_told_at_its_comment(content: Content) -> None:
    translate(content, NATIONAL, "vraag-een#text", "Do 250 things.")
    path = content.root / NATIONAL
    path.write_text(
        path.read_text().replace('msgctxt "vraag-een#text"', '# check-ok: "kort"\nmsgctxt "vraag-een#text"')
    )
    (problem,) = found(content)
    assert problem.code == "SP871" and problem.place is not None
    line = path.read_text().split("\n")[problem.place.line - 1]
    assert line[problem.place.column - 1 :] == 'check-ok: "kort"'


def test_a_plain_title_is_not_read_as_markdown(content: Content) -> None:
    translate(content, NATIONAL, "thema-een#title", "The 1st *theme*")
    assert codes(content) == ["SP861"]
    translate(content, NATIONAL, "thema-een#title", "First *theme*")
    assert codes(content) == ["SP748"]


def test_terms_count_where_there_is_a_list_and_their_mistakes_are_told(content: Content) -> None:
    translate(content, OOST, "eigen-verhaal#text", "Our own tale.")
    assert codes(content) == []
    terms = content.root / "shared/terms.yaml"
    terms.write_text("terms:\n  - {dutch: verhaal, preferred: {en: [story]}, forbidden: {en: [tale]}}\n")
    assert codes(content) == ["SP864", "SP865"]  # errors first
    assert {each.province for each in found(content)} == {"oost"}
    terms.write_text("terms:\n  - {dutch: verhaal, protected: true}\n")
    assert codes(content) == ["SP863"]
    terms.write_text("terms:\n  - {duch: verhaal}\n")
    assert codes(content) == ["SP111"]


def test_a_language_that_nobody_publishes_in_is_no_question(content: Content) -> None:
    with pytest.raises(UnknownName) as raised:
        found(content, "fy")
    assert raised.value.problem.code == "SP905"
    translate(content, NATIONAL, "vraag-een#text", "Do 300 things.")
    assert [each.code for each in found(content, "en")] == ["SP861"]


def test_a_text_with_an_error_stands_in_dutch(content: Content) -> None:
    translate(content, NATIONAL, "vraag-een#text", "Do 300 {{ x }}.")
    translate(content, NATIONAL, "vraag-twee#text", "Do something else.")
    shelf = open_shelf(content, "2031")
    checked, _ = checked_catalogues(content, shelf.catalogues)
    assert {each.opened.file: each.broken for each in checked}[NATIONAL] == {"vraag-een#text"}
    (oost,) = open_edition(content, "2031", ["oost"]).provinces
    assert oost.position is not None
    sound = without_broken(shelf, checked).translated(oost.position, "en", final=False)
    shown = {each.unit.context: each.shown for each in sound.showings}
    assert shown["vraag-een#text"] is Shown.DUTCH
    assert shown["vraag-twee#text"] is Shown.TRANSLATION


def test_the_general_check_tells_the_errors_of_translations_and_not_their_warnings(content: Content) -> None:
    before = [each.code for each in check(content, "2031")[2]]
    translate(content, NATIONAL, "vraag-twee#text", "Do do something else.")
    assert codes(content) == ["SP868"]
    assert [each.code for each in check(content, "2031")[2]] == before
    translate(content, NATIONAL, "vraag-een#text", "Do 300 things.")
    assert sorted(each.code for each in check(content, "2031")[2]) == sorted([*before, "SP861"])
    (content.root / NATIONAL).write_text('msgid "\n')
    assert sorted(each.code for each in check(content, "2031")[2]) == sorted([*before, "SP851"])


def test_errors_of_the_dutch_are_told_once(content: Content) -> None:
    (content.root / "provinces/oost/2031.yaml").write_text("province: oost\n")
    alone = [each.code for each in problems_of(open_edition(content, "2031"))]
    assert [each.code for each in check(content, "2031")[2]] == alone


def test_texts_that_were_parsed_before_are_not_parsed_again(content: Content) -> None:
    translate(content, NATIONAL, "toelichting-een#text", SOUND)
    opened = open_edition(content, "2031")
    shelf = open_shelf(content, "2031")
    once, _ = checked_catalogues(content, shelf.catalogues)
    again, _ = checked_catalogues(content, shelf.catalogues, opened.trees)
    assert [each.problems for each in once] == [each.problems for each in again]
