"""What a plan decides, and how chunks are cut."""

from pathlib import Path

import pytest

from flows.documents.words import words
from flows.positions.editions import Edition, Election, Status
from flows.publish.chunks import LARGEST, chunked
from flows.publish.plan import plan, timestamp_of
from flows.publish.requests import Plan, Request, State
from flows.publish.run import Engine, choose
from tests.content_tree import EDITION, PROVINCE, write_tree


def request(root: Path, **chosen: object) -> Request:
    return Request(root=str(root), **chosen)  # type: ignore[arg-type]


def test_a_language_without_a_catalogue_is_not_made_and_not_passed_off_as_dutch(tmp_path: Path) -> None:
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


def test_a_draft_is_marked_until_it_is_final_or_adopted(tmp_path: Path) -> None:
    write_tree(tmp_path)
    assert {task.job.document.draft for task in plan(request(tmp_path)).jobs} == {True}
    assert {task.job.document.draft for task in plan(request(tmp_path, final=True)).jobs} == {False}
    write_tree(tmp_path, {"shared/2031/edition.yaml": EDITION.replace("concept", "vastgesteld")})
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


def edition(date: str) -> Edition:
    return Edition("2031", "", "", "", Status.DRAFT, "nl", Election("v", date), None, (), {}, {})


@pytest.mark.parametrize(
    ("epoch", "seconds"), [(None, 1803686400), ("", 1803686400), ("86400", 86400), ("gisteren", 1803686400)]
)
def test_files_state_the_election_or_what_the_environment_says(epoch: str | None, seconds: int) -> None:
    assert timestamp_of(edition("2027-02-27"), epoch) == seconds


@pytest.mark.parametrize(
    ("documents", "workers"), [(1, 2), (2, 2), (3, 2), (25, 2), (144, 2), (144, 16), (1000, 3)]
)
def test_chunks_hold_everything_once_in_order_and_none_is_too_large(documents: int, workers: int) -> None:
    made = Plan(request(Path()), "2031", tuple(range(documents)), (), ())  # type: ignore[arg-type]
    chunks = chunked(made, workers)
    assert [job for chunk in chunks for job in chunk.jobs] == list(range(documents))
    sizes = [len(chunk.jobs) for chunk in chunks]
    assert max(sizes) <= LARGEST
    assert max(sizes) - min(sizes) <= 1
    assert len(chunks) >= min(workers, documents)


@pytest.mark.parametrize(
    ("engine", "documents", "has_server", "chosen"),
    [
        ("auto", 35, False, "local"),
        ("auto", 36, False, "prefect"),
        ("auto", 1, True, "prefect"),
        ("local", 1000, True, "local"),
        ("dask", 1, False, "dask"),
    ],
)
def test_auto_takes_prefect_for_large_builds_and_where_a_server_runs(
    engine: str, documents: int, has_server: bool, chosen: str
) -> None:
    assert choose(Engine(engine), documents, has_server) == chosen


def test_the_fast_way_knows_the_same_tools_as_the_manifest() -> None:
    from flows.press import looks
    from flows.publish import snapshot

    assert set(snapshot.TOOLS) == {"pypandoc_binary", *looks.TOOLS}


def test_a_newer_tool_makes_every_document_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from flows.press import looks

    write_tree(tmp_path)
    before = {row.key for row in plan(request(tmp_path)).rows}
    monkeypatch.setattr(looks, "version_of", lambda package: f"{package} 99")
    assert before.isdisjoint(row.key for row in plan(request(tmp_path)).rows)
