"""Provinces in other languages: what they may show, whether that is enough, and what an error costs."""

import json
from pathlib import Path

import pytest

from flows.cli.main import run
from flows.desk.opening.editions import open_edition
from flows.desk.releases import Publication, releases
from flows.desk.status import status
from flows.desk.translating.publishable import LISTED, Translations, Version, not_enough, translations_of
from flows.sources.content import Content
from flows.translation.application import Shown
from flows.translation.states import State
from tests.content_tree import ADOPTED, CHAPTER
from tests.english_tree import write_english_tree
from tests.translated_tree import NATIONAL, OOST, catalogue, translate


@pytest.fixture
def content(tmp_path: Path) -> Content:
    return write_english_tree(tmp_path, ADOPTED)


def translations(content: Content, *, final: bool = False) -> Translations:
    return translations_of(open_edition(content, "2031", translations=True), final=final)


def version(content: Content, *, final: bool = False) -> Version:
    return translations(content, final=final).versions["oost", "en"]


def codes(found: Translations) -> list[tuple[str, str]]:
    return [(each.code, str(each.severity)) for each in found.problems]


def test_a_translation_that_is_approved_to_the_last_word_is_enough(content: Content) -> None:
    found = translations(content, final=True)
    assert list(found.versions) == [("oost", "en")]
    assert found.problems == ()
    assert found.versions["oost", "en"].is_enough
    assert found.versions["oost", "en"].percent == 100


def test_one_ask_that_nobody_approved_keeps_a_language_from_being_final(content: Content) -> None:
    translate(content, NATIONAL, "vraag-een#text", "Xeod 250 xnegnid.", approve=False)
    assert not version(content).is_enough
    assert version(content).percent < 100


def test_a_variable_that_nobody_approved_keeps_it_too_for_it_stands_inside_asks(content: Content) -> None:
    translate(content, OOST, "variables#hub", "Xbuh xtsoo", approve=False)
    assert not version(content).is_enough


def test_the_same_number_of_words_may_lack_in_other_text_as_long_as_it_is_little(tmp_path: Path) -> None:
    long = " ".join(["woord"] * 200) + "."
    content = write_english_tree(
        tmp_path,
        {"shared/2031/werken.yaml": CHAPTER.replace("Nog een zin.", long).replace("Wij werken", "Wij")},
    )
    translate(content, NATIONAL, "feit-een#text", "", approve=False)
    made = version(content, final=True)
    assert made.is_enough
    assert made.percent == 98


def test_a_text_that_changed_in_dutch_stops_counting(content: Content) -> None:
    werken = content.root / "shared/2031/werken.yaml"
    werken.write_text(CHAPTER.replace("Doe nog iets.", "Doe meer."), encoding="utf-8")
    stale = [each.unit.context for each in version(content).showings if each.state is State.STALE]
    assert stale == ["vraag-twee#text"]
    assert not version(content).is_enough


def test_a_catalogue_that_cannot_be_read_costs_its_language_and_says_so_at_its_place(
    content: Content,
) -> None:
    path = content.root / OOST
    path.write_text(path.read_text().replace('msgstr "', "msgstr ", 1))
    found = translations(content)
    assert found.versions["oost", "en"] == Version(None)
    (problem,) = found.problems
    assert (problem.code, problem.place and problem.place.file) == ("SP851", OOST)


def test_a_translation_with_an_error_stands_in_dutch_and_a_final_edition_refuses_it(content: Content) -> None:
    translate(content, NATIONAL, "aanhef#text", "With {{ nobody }}.")
    assert codes(translations(content)) == [("SP808", "warning")]
    assert version(content).errors == 1
    whole = (State.APPROVED, Shown.TRANSLATION)
    gaps = (each for each in version(content).showings if (each.state, each.shown) != whole)
    assert [each.unit.context for each in gaps] == ["aanhef#text"]
    opened = open_edition(content, "2031", translations=True)
    release = releases(opened, translations(content, final=True)).of["oost", "en"]
    assert (release.publication, release.codes) == (Publication.DRAFT, ("SP808", "SP809"))


def test_what_is_missing_for_a_final_edition_is_named_by_file_and_the_rest_is_counted(
    content: Content,
) -> None:
    for context in catalogue(content, NATIONAL).entries:
        translate(content, NATIONAL, context, "")
    problem = not_enough(version(content), "oost", "en", "2031")
    ((label, texts),) = problem.excerpts
    assert label == "translation-missing"
    *named, more = texts.split("\n")
    assert named[-2:] == [f"{NATIONAL}: {key}#title" for key in ("hoofdstuk-werken", "thema-een")]
    assert len(named) == LISTED
    assert more == "…"
    assert (problem.args["strict"], problem.args["errors"]) == (23, "")


def test_texts_to_do_are_named_by_their_state_and_layer(content: Content) -> None:
    translate(content, OOST, "eigen-verhaal#text", "", approve=False)
    translate(content, NATIONAL, "feit-een#text", "Xteh xsi xoz.", approve=False)
    problem = not_enough(version(content), "oost", "en", "2031")
    assert dict(problem.excerpts) == {
        "translation-missing": f"{OOST}: eigen-verhaal#text",
        "translation-machine": f"{NATIONAL}: feit-een#text",
    }


def test_the_status_tells_how_each_language_stands(content: Content) -> None:
    def languages() -> tuple[dict[str, Publication], dict[str, int]]:
        opened = open_edition(content, "2031", translations=True)
        oost, west = status(opened, translations_of(opened))
        assert (west.languages, west.approved) == ({"nl": Publication.READY}, {})
        return oost.languages, oost.approved

    assert languages() == ({"nl": Publication.READY, "en": Publication.READY}, {"en": 100})
    translate(content, NATIONAL, "vraag-een#text", "Xeod 250 xnegnid.", approve=False)
    assert languages() == ({"nl": Publication.READY, "en": Publication.DRAFT}, {"en": 93})
    (content.root / NATIONAL).unlink()
    (content.root / OOST).unlink()
    assert languages() == ({"nl": Publication.READY, "en": Publication.UNTRANSLATED}, {"en": 0})
    (content.root / NATIONAL).write_text("msgid broken")
    assert languages()[0] == {"nl": Publication.READY, "en": Publication.BROKEN}


def test_the_command_shows_the_share_of_a_draft_and_gives_it_to_programs(
    content: Content, capsys: pytest.CaptureFixture[str]
) -> None:
    translate(content, NATIONAL, "vraag-een#text", "Xeod 250 xnegnid.", approve=False)
    assert run(["status", "--root", str(content.root)], "nl") == 0
    assert "concept 93%" in capsys.readouterr().out
    assert run(["status", "--json", "--root", str(content.root)], "nl") == 0
    oost, west = json.loads(capsys.readouterr().out)["provinces"]
    assert (oost["languages"], oost["approved"]) == ({"nl": "ready", "en": "draft"}, {"en": 93})
    assert (west["languages"], west["approved"]) == ({"nl": "ready"}, {})


def test_both_commands_count_a_translation_with_an_error_as_not_approved(
    content: Content, capsys: pytest.CaptureFixture[str]
) -> None:
    translate(content, NATIONAL, "feit-een#text", "With {{ nobody }}.")
    root = str(content.root)
    run(["status", "--json", "--root", root], "nl")
    oost, _ = json.loads(capsys.readouterr().out)["provinces"]
    assert run(["translate", "status", "--json", "--root", root], "nl") == 0
    told = json.loads(capsys.readouterr().out)
    (document,) = told["documents"]
    assert 100 * document["approved_words"] // document["words"] == oost["approved"]["en"] < 100
    assert (document["enough"], oost["languages"]["en"]) == (False, "draft")
    national, own = told["catalogues"]
    assert (national["errors"], national["texts"]["approved"]) == (1, 17)
    assert national["words"] - national["approved_words"] == document["words"] - document["approved_words"]
    assert own["errors"] == 0 and own["approved_words"] == own["words"]
    assert [each["code"] for each in told["problems"]] == ["SP808"]
    assert run(["translate", "status", "--root", root], "nl") == 0
    assert "fouten" in capsys.readouterr().out


def test_progress_is_told_too_where_the_edition_cannot_be_read(
    content: Content, capsys: pytest.CaptureFixture[str]
) -> None:
    (content.root / "shared/2031/edition.yaml").write_text("edition: [")
    assert run(["translate", "status", "--json", "--root", str(content.root)], "nl") == 1
    told = json.loads(capsys.readouterr().out)
    assert (told["catalogues"], told["documents"]) == ([], []) and told["problems"]
