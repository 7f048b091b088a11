"""Publishing in every language: what is made, what is made again, and what an incomplete language costs."""

import json
from pathlib import Path

import pytest

from flows.cli.main import run
from flows.problems.records import has_errors
from flows.publish.plan import plan, work_of
from flows.publish.requests import Plan, Request, State
from flows.sources.content import Content
from tests.content_tree import ADOPTED, CHAPTER
from tests.documents.words_of_documents import words
from tests.english_tree import write_english_tree
from tests.translated_tree import NATIONAL, OOST, translate


@pytest.fixture
def content(tmp_path: Path) -> Content:
    return write_english_tree(tmp_path)


@pytest.fixture
def adopted(content: Content) -> Content:
    (content.root / "shared/2031/edition.yaml").write_text(ADOPTED["shared/2031/edition.yaml"])
    return content


def planned(content: Content, **chosen: object) -> Plan:
    return plan(Request(root=str(content.root), **chosen))  # type: ignore[arg-type]


def states(made: Plan) -> dict[tuple[str, str], State]:
    return {(row.province, row.language): row.state for row in made.rows}


def keys(content: Content) -> dict[str, str]:
    return {row.document: row.key for row in planned(content).rows}


def english_words(content: Content, **chosen: object) -> list[str]:
    (task,) = (task for task in planned(content, **chosen).jobs if task.name == "oost-2031-en")
    return words(task.job.document)


def test_every_language_of_a_province_is_a_document_of_its_own(content: Content) -> None:
    made = planned(content)
    assert states(made) == {
        ("oost", "nl"): State.TO_MAKE,
        ("oost", "en"): State.TO_MAKE,
        ("west", "nl"): State.TO_MAKE,
    }
    assert [row.approved for row in made.rows] == [None, 100, None]
    text = " ".join(english_words(content))
    assert "xeod 250 xnegnid" in text
    assert "What can the province do?" in text
    assert "Doe 250 dingen" not in text


def test_a_changed_translation_changes_the_documents_that_show_it_and_no_other(content: Content) -> None:
    before = keys(content)
    translate(content, NATIONAL, "vraag-een#text", "Make it 250.")
    after = keys(content)
    assert {name for name in before if before[name] != after[name]} == {"oost-2031-en"}


def test_a_state_that_no_reader_sees_changes_no_document(content: Content) -> None:
    translate(content, NATIONAL, "vraag-een#text", "Make it 250.", approve=False)
    translate(content, NATIONAL, "vraag-twee#text", "Make more.", approve=False)
    before = keys(content)
    translate(content, NATIONAL, "vraag-een#text", "Make it 250.")
    assert keys(content) == before
    translate(content, NATIONAL, "vraag-twee#text", "Make more.")
    assert {name for name, key in keys(content).items() if before[name] != key} == {"oost-2031-en"}


def test_a_text_that_nobody_has_read_makes_its_document_a_draft_that_says_so(content: Content) -> None:
    assert "Draft · machine translation" not in " ".join(english_words(content))
    translate(content, NATIONAL, "vraag-een#text", "Make it 250.", approve=False)
    text = " ".join(english_words(content))
    assert "Draft · machine translation, not yet reviewed" in text
    assert "Make it 250." in text


def test_dutch_that_changed_leaves_old_prose_with_a_note_and_an_ask_in_dutch(content: Content) -> None:
    chapter = CHAPTER.replace("Doe 250 dingen.", "Doe 300 dingen.").replace("Wij werken samen", "Wij spelen")
    (content.root / "shared/2031/werken.yaml").write_text(chapter, encoding="utf-8")
    text = " ".join(english_words(content))
    assert "Text in Dutch – translation to follow Doe 300 dingen." in text
    assert "The Dutch text has changed since this translation xjiw xnekrew" in text


def test_a_final_language_that_is_complete_is_no_draft(adopted: Content) -> None:
    content = adopted
    made = planned(content, final=True)
    assert states(made)["oost", "en"] is State.TO_MAKE
    assert not has_errors(made.problems)
    assert "Draft" not in " ".join(english_words(content, final=True))


def test_a_final_language_that_is_not_complete_is_refused_and_the_others_are_made(adopted: Content) -> None:
    content = adopted
    translate(content, NATIONAL, "vraag-een#text", "Make it 250.", approve=False)
    made = planned(content, final=True)
    assert states(made) == {
        ("oost", "nl"): State.TO_MAKE,
        ("oost", "en"): State.INCOMPLETE,
        ("west", "nl"): State.TO_MAKE,
    }
    (problem,) = (each for each in made.problems if has_errors([each]))
    assert problem.code == "SP809"
    assert dict(problem.excerpts) == {"translation-machine": f"{NATIONAL}: vraag-een#text"}
    assert not any("en" in task.name.split("-") for task in made.jobs)


def test_a_final_language_of_which_nothing_is_approved_is_refused_too(tmp_path: Path) -> None:
    content = write_english_tree(tmp_path, ADOPTED, approve=False)
    made = planned(content, final=True)
    assert states(made)["oost", "en"] is State.INCOMPLETE
    assert [each.code for each in made.problems if has_errors([each])] == ["SP809"]


def test_a_final_document_may_lack_a_little_prose_which_then_stands_in_dutch(tmp_path: Path) -> None:
    long = " ".join(["woord"] * 200) + "."
    chapter = CHAPTER.replace("Nog een zin.", long)
    content = write_english_tree(tmp_path, {**ADOPTED, "shared/2031/werken.yaml": chapter})
    translate(content, NATIONAL, "feit-een#text", "It is.", approve=False)
    text = " ".join(english_words(content, final=True))
    assert "Text in Dutch – translation to follow Het is zo." in text
    assert "Draft" not in text


def test_a_catalogue_that_cannot_be_read_costs_one_language_of_one_province(content: Content) -> None:
    path = content.root / OOST
    path.write_text(path.read_text(encoding="utf-8").replace('msgstr "', "msgstr ", 1), encoding="utf-8")
    made = planned(content)
    assert states(made) == {
        ("oost", "nl"): State.TO_MAKE,
        ("oost", "en"): State.BROKEN,
        ("west", "nl"): State.TO_MAKE,
    }
    assert [each.code for each in made.problems if has_errors([each])] == ["SP851"]


def test_a_language_that_nobody_asked_for_is_not_told_about(content: Content) -> None:
    path = content.root / OOST
    path.write_text(path.read_text(encoding="utf-8").replace('msgstr "', "msgstr ", 1), encoding="utf-8")
    for chosen in ({"languages": ("nl",)}, {"provinces": ("west",)}):
        assert not has_errors(planned(content, **chosen).problems)


def test_a_variable_that_does_not_exist_costs_a_text_its_translation_and_nobody_a_document(
    content: Content,
) -> None:
    translate(content, NATIONAL, "aanhef#text", "With {{ nobody }}.")
    assert "Wij werken samen met" in " ".join(english_words(content))


def test_raw_markup_and_unsafe_links_of_a_translation_reach_no_document(content: Content) -> None:
    hostile = "Go <script>alert(1)</script> [here](javascript:alert(2))."
    translate(content, NATIONAL, "aanhef#text", hostile)
    (task,) = (task for task in planned(content).jobs if task.name == "oost-2031-en")
    assert "alert" not in json.dumps(task.job.document.blocks)


def test_a_stale_translation_cannot_ask_for_an_image_or_a_link_that_its_dutch_could_not(
    content: Content,
) -> None:
    for hostile in ("![gone](shared/gone.png)", "![key](../../secret.png)", "[here](javascript:alert(2))"):
        translate(content, NATIONAL, "aanhef#text", f"With {{{{ hub }}}}: {hostile}")
        chapter = CHAPTER.replace("Wij werken samen", "Wij spelen")
        (content.root / "shared/2031/werken.yaml").write_text(chapter, encoding="utf-8")
        assert "Wij spelen met" in " ".join(english_words(content))
        (content.root / "shared/2031/werken.yaml").write_text(CHAPTER, encoding="utf-8")


def test_asking_for_a_language_nobody_has_started_is_an_error(content: Content) -> None:
    (content.root / NATIONAL).unlink()
    (content.root / OOST).unlink()
    made = planned(content, languages=("en",))
    assert states(made) == {("oost", "en"): State.UNTRANSLATED}
    assert [each.code for each in made.problems if has_errors([each])] == ["SP804"]


def test_nothing_is_left_of_an_earlier_draft_that_passes_for_a_final_document(
    adopted: Content, capsys: pytest.CaptureFixture[str]
) -> None:
    content = adopted
    arguments = ["2031", "--format", "html", "--engine", "local", "--root", str(content.root)]
    translate(content, NATIONAL, "vraag-een#text", "Make it 250.", approve=False)
    assert run(["publish", *arguments], "nl") == 0
    assert "100" not in capsys.readouterr().out
    assert run(["publish", *arguments, "--final"], "nl") == 1
    told = capsys.readouterr()
    assert "vertaling niet compleet" in told.out
    assert "SP809" in told.err
    page = (content.root / "outputs/2031/index.html").read_text(encoding="utf-8")
    shelf = page.partition('<h4 lang="en">')[2].partition("</article>")[0]
    assert "vertaling niet compleet" in shelf
    assert "93% goedgekeurd" in shelf
    assert "href" not in shelf  # a draft is not offered where a final document was refused


def test_a_second_build_makes_nothing_and_a_changed_translation_one_document(content: Content) -> None:
    def built() -> list[str]:
        work = work_of(planned(content, formats=("html",)), 1, lambda _: None)
        outcomes = [outcome for chunk in work.chunks for outcome in work.build(chunk)]
        assert not any(outcome.problems for outcome in outcomes)
        return sorted(outcome.name for outcome in outcomes)

    assert built() == ["oost-2031-en", "oost-2031-nl", "west-2031-nl"]
    assert built() == []
    translate(content, NATIONAL, "vraag-een#text", "Make it 250.")
    assert built() == ["oost-2031-en"]
