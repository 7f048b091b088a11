"""What an engine may write, where, and what it never touches."""

from dataclasses import replace
from pathlib import Path

import pytest

from flows.desk.opening.editions import UnknownName
from flows.desk.translating.batches import Wish, open_bench
from flows.desk.translating.fill import fill
from flows.desk.translating.sync import sync
from flows.sources.content import Content
from flows.sources.po_files import catalogue_bytes
from flows.translation.entries import sha
from flows.translation.states import State, state_of
from flows.translators.failures import TranslatorFailed
from tests.content_tree import CHAPTER
from tests.desk.translating.filled_catalogues import QUICK, filled, written
from tests.translated_tree import NATIONAL, OOST, catalogue, translate, write_translated_tree

CHAPTER_FILE = "shared/2031/werken.yaml"


@pytest.fixture
def content(tmp_path: Path) -> Content:
    return write_translated_tree(tmp_path / "root", {})


def pseudo(**changes: object) -> Wish:
    return replace(Wish("2031", ("en",), engine="pseudo"), **changes)  # type: ignore[arg-type]


def human(content: Content, context: str, text: str, *, fuzzy: bool, dutch: str | None = None) -> None:
    before = catalogue(content, NATIONAL)
    entry = before.entries[context]
    done = replace(entry, text=text, nl_sha=sha(dutch or entry.source), fuzzy=fuzzy, origin="human")
    (content.root / NATIONAL).write_bytes(
        catalogue_bytes(replace(before, entries={**before.entries, context: done}))
    )


def test_every_missing_text_is_filled_in_to_be_read(content: Content) -> None:
    done = filled(content, pseudo())
    assert {file.file: file.left for file in done.files} == {NATIONAL: 0, OOST: 0}
    for file in (NATIONAL, OOST):
        for entry in catalogue(content, file).entries.values():
            assert state_of(entry, entry.source) is State.MACHINE
            assert (entry.fuzzy, entry.origin, entry.nl_sha) == (True, "mt:pseudo", sha(entry.source))


def test_a_second_time_there_is_nothing_to_do(content: Content) -> None:
    filled(content, pseudo())
    before = (content.root / NATIONAL).read_bytes()
    assert filled(content, pseudo()).files == ()
    assert (content.root / NATIONAL).read_bytes() == before


@pytest.mark.parametrize("fuzzy", [True, False])
@pytest.mark.parametrize("stale", [True, False])
def test_what_a_person_wrote_stays_whatever_became_of_its_dutch(
    content: Content, fuzzy: bool, stale: bool
) -> None:
    human(content, "feit-een#text", "By hand.", fuzzy=fuzzy, dutch="Ouder." if stale else None)
    filled(content, pseudo(stale=True))
    entry = catalogue(content, NATIONAL).entries["feit-een#text"]
    assert (entry.text, entry.origin, entry.fuzzy) == ("By hand.", "human", fuzzy)


def test_a_machines_text_of_older_dutch_is_replaced_only_when_asked(content: Content) -> None:
    filled(content, pseudo())
    path = content.root / CHAPTER_FILE
    path.write_text(CHAPTER.replace("Doe 250 dingen.", "Doe 300 dingen."))
    assert filled(content, pseudo()).files == ()
    filled(content, pseudo(stale=True))
    entry = catalogue(content, NATIONAL).entries["vraag-een#text"]
    assert "300" in entry.text and entry.nl_sha == sha("Doe 300 dingen.") and not entry.previous


def test_an_approved_text_of_a_machine_is_a_persons_from_then_on(content: Content) -> None:
    translate(content, NATIONAL, "vraag-een#text", "Do 250 things.")
    (content.root / CHAPTER_FILE).write_text(CHAPTER.replace("Doe 250 dingen.", "Doe 300 dingen."))
    filled(content, pseudo(stale=True))
    assert written(content)["vraag-een#text"] == "Do 250 things."


def test_what_somebody_writes_while_the_engine_works_is_kept(content: Content) -> None:
    bench = open_bench(content, pseudo(), {})
    human(content, "feit-een#text", "Meanwhile.", fuzzy=False)
    done = fill(bench, QUICK, lambda _: None)
    assert written(content)["feit-een#text"] == "Meanwhile."
    assert {file.file: file.left for file in done.files}[NATIONAL] == 1


def test_a_file_that_broke_meanwhile_is_not_overwritten(content: Content) -> None:
    bench = open_bench(content, pseudo(), {})
    (content.root / NATIONAL).write_text("msgid oops", encoding="utf-8")
    done = fill(bench, QUICK, lambda _: None)
    assert (content.root / NATIONAL).read_text(encoding="utf-8") == "msgid oops"
    assert [each.code for each in done.problems] == ["SP851"]


def test_the_memory_proposes_what_another_layer_approved(content: Content) -> None:
    translate(content, NATIONAL, "vraag-drie#text", "Keep doing this.")
    (content.root / CHAPTER_FILE).write_text(CHAPTER.replace("Doe nog iets.", "Blijf dit doen!"))
    sync(content, "2031")
    done = filled(content, Wish("2031", ("en",), engine="tm"))
    entry = catalogue(content, NATIONAL).entries["vraag-twee#text"]
    assert entry.text == "Keep doing this."
    assert entry.fuzzy and entry.origin.startswith("tm:9")
    assert sum(file.filled for file in done.files) == 1


def test_the_memory_knows_nothing_that_nobody_approved(content: Content) -> None:
    translate(content, NATIONAL, "vraag-drie#text", "Keep doing this.", approve=False)
    (content.root / CHAPTER_FILE).write_text(CHAPTER.replace("Doe nog iets.", "Blijf dit doen!"))
    assert sum(file.filled for file in filled(content, Wish("2031", ("en",), engine="tm")).files) == 0


def test_a_limit_counts_texts(content: Content) -> None:
    filled(content, pseudo(limit=3))
    assert len(written(content)) == 3


def test_one_province_means_its_own_text(content: Content) -> None:
    done = filled(content, pseudo(provinces=("oost",)))
    assert [file.file for file in done.files] == [OOST]


def test_a_language_that_nobody_publishes_is_no_question(content: Content) -> None:
    with pytest.raises(UnknownName):
        open_bench(content, pseudo(languages=("fr",)), {})


def test_an_engine_that_does_not_know_the_language_says_so(tmp_path: Path) -> None:
    content = frisian(tmp_path)
    with pytest.raises(TranslatorFailed) as caught:
        open_bench(content, Wish("2031", ("fy",), engine="deepl"), {})
    assert (caught.value.problem.code, caught.value.problem.args["language"]) == ("SP880", "fy")


def frisian(tmp_path: Path) -> Content:
    from tests.content_tree import PROVINCE
    from tests.translated_tree import ENGLISH

    changed = ENGLISH.replace("[nl, en]", "[nl, en, fy]").replace(
        "  en: {", "  fy: {name: East, in: yn East, of: fan East, adjective: East}\n  en: {"
    )
    assert changed != ENGLISH != PROVINCE
    return write_translated_tree(tmp_path / "fy", {"provinces/oost/province.yaml": changed})


def test_without_a_language_an_engine_takes_those_that_it_knows(tmp_path: Path) -> None:
    bench = open_bench(frisian(tmp_path), Wish("2031", engine="deepl"), {})
    assert {batch.language for batch in bench.batches} == {"en"}
    both = open_bench(frisian(tmp_path / "again"), Wish("2031", engine="pseudo"), {})
    assert {batch.language for batch in both.batches} == {"en", "fy"}
