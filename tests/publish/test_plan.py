"""What a plan decides."""

from pathlib import Path

import pytest

from flows.publish.plan import plan
from flows.publish.requests import Request, State
from tests.content_tree import ADOPTED, PROVINCE, write_tree
from tests.documents.words_of_documents import words


def request(root: Path, **chosen: object) -> Request:
    return Request(root=str(root), **chosen)  # type: ignore[arg-type]


def test_a_language_in_which_nothing_is_translated_is_not_made_and_dutch_is_not_passed_off_as_it(
    tmp_path: Path,
) -> None:
    languages = PROVINCE.replace("[nl]", "[nl, en]").replace(
        "names:\n", "names:\n  en: {name: East, in: in East, of: of East, adjective: Eastern}\n"
    )
    write_tree(tmp_path, {"provinces/oost/province.yaml": languages})
    rows = {(row.province, row.language): row.state for row in plan(request(tmp_path)).rows}
    assert rows == {
        ("oost", "nl"): State.TO_MAKE,
        ("oost", "en"): State.UNTRANSLATED,
        ("west", "nl"): State.TO_MAKE,
    }
    asked = plan(request(tmp_path, languages=("en",)))
    assert [each.code for each in asked.problems if each.severity == "error"] == ["SP804"]


def test_a_draft_is_marked_until_it_is_adopted_whatever_is_asked_for(tmp_path: Path) -> None:
    write_tree(tmp_path)
    assert {task.job.document.draft for task in plan(request(tmp_path)).jobs} == {True}
    refused = plan(request(tmp_path, final=True))
    assert (refused.jobs, {row.state for row in refused.rows}) == ((), {State.BROKEN})
    (told,) = (each for each in refused.problems if each.severity == "error")
    assert (told.code, str(told.place)) == ("SP822", "shared/2031/edition.yaml:5:9")
    write_tree(tmp_path, ADOPTED)
    assert {task.job.document.draft for task in plan(request(tmp_path, final=True)).jobs} == {False}
    assert {task.job.document.draft for task in plan(request(tmp_path)).jobs} == {False}


def test_a_broken_brand_stops_everything_with_its_place(tmp_path: Path) -> None:
    write_tree(tmp_path, {"shared/brand/brand.yaml": "name: x\ncolours: [a]\n"})
    made = plan(request(tmp_path))
    assert made.jobs == ()
    assert {row.state for row in made.rows} == {State.BROKEN}
    assert any(str(each.place).startswith("shared/brand/brand.yaml:2:10") for each in made.problems)


def test_own_labels_go_over_the_neutral_ones_and_typing_errors_are_found(tmp_path: Path) -> None:
    own = "language: nl\nlocale: nl_NL\nlabels: {asks: Onze vragen, contnts: x}\n"
    write_tree(tmp_path, {"shared/languages/nl.yaml": own})
    assert [each.code for each in plan(request(tmp_path)).problems if each.severity == "error"] == ["SP111"]
    write_tree(tmp_path, {"shared/languages/nl.yaml": own.replace(", contnts: x", "")})
    made = plan(request(tmp_path))
    assert words(made.jobs[0].job.document).count("Onze") == 1


def test_a_newer_tool_makes_every_document_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from flows.press import looks

    write_tree(tmp_path)
    before = {row.key for row in plan(request(tmp_path)).rows}
    monkeypatch.setattr(looks, "version_of", lambda package: f"{package} 99")
    assert before.isdisjoint(row.key for row in plan(request(tmp_path)).rows)
