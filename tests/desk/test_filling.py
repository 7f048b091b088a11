"""What an engine may write, where, and what it never touches."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest

from flows.desk.editions import UnknownName
from flows.desk.filling import Wish, expected, open_bench
from flows.desk.filling_in import Filled, fill
from flows.desk.translating import sync
from flows.sources.content import Content
from flows.sources.po_files import catalogue_bytes
from flows.translation.entries import sha
from flows.translation.states import State, state_of
from flows.translators.failures import TranslatorFailed
from flows.translators.patience import Patience
from tests.content_tree import CHAPTER
from tests.translated_tree import NATIONAL, OOST, catalogue, translate, write_translated_tree
from tests.translators.stand_in import StandIn, stand_in

QUICK = Patience(retries=2, first=0.001)
CHAPTER_FILE = "shared/2031/werken.yaml"


@pytest.fixture
def content(tmp_path: Path) -> Content:
    return write_translated_tree(tmp_path / "root", {})


@pytest.fixture
def there(monkeypatch: pytest.MonkeyPatch) -> Iterator[StandIn]:
    monkeypatch.setenv("NO_PROXY", "127.0.0.1")
    with stand_in() as described:
        yield described


def filled(content: Content, wish: Wish, environment: Mapping[str, str] | None = None) -> Filled:
    bench = open_bench(content, wish, environment or {})
    try:
        return fill(bench, QUICK, lambda _: None)
    finally:
        bench.engine.close()


def pseudo(**changes: object) -> Wish:
    return replace(Wish("2031", ("en",), engine="pseudo"), **changes)  # type: ignore[arg-type]


def written(content: Content, file: str = NATIONAL) -> dict[str, str]:
    return {name: entry.text for name, entry in catalogue(content, file).entries.items() if entry.text}


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


def test_what_somebody_writes_while_the_engine_works_is_kept(
    content: Content, monkeypatch: pytest.MonkeyPatch
) -> None:
    bench = open_bench(content, pseudo(), {})
    human(content, "feit-een#text", "Meanwhile.", fuzzy=False)
    done = fill(bench, QUICK, lambda _: None)
    assert written(content)["feit-een#text"] == "Meanwhile."
    assert {file.file: file.left for file in done.files}[NATIONAL] == 1


def test_a_file_that_broke_meanwhile_is_not_overwritten(content: Content) -> None:
    bench = open_bench(content, pseudo(), {})
    (content.root / NATIONAL).write_text("msgid oops", encoding="utf-8")
    fill(bench, QUICK, lambda _: None)
    assert (content.root / NATIONAL).read_text(encoding="utf-8") == "msgid oops"


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


def test_a_proposal_with_an_error_is_left_and_reported(content: Content, tmp_path: Path) -> None:
    program = "import json,sys\nfor line in sys.stdin:\n    said = json.loads(line)\n"
    program += (
        "    print(json.dumps({'id': said['id'], 'text': said['text'].replace('250', '950')}), flush=True)\n"
    )
    (tmp_path / "program.py").write_text(program)
    command = f"python3 {tmp_path / 'program.py'}"
    done = filled(content, Wish("2031", ("en",), engine="command", command=command))
    (found,) = [each for each in done.problems if each.code == "SP889"]
    assert (found.args["context"], found.args["codes"]) == ("vraag-een#text", "SP861")
    assert "vraag-een#text" not in written(content)
    assert written(content)["feit-een#text"] == "Het is zo."


def test_an_answer_without_its_masks_is_asked_once_more(content: Content, there: StandIn) -> None:
    there.loses = 1
    done = filled(content, Wish("2031", ("en",), engine="libretranslate"), there.environment)
    assert done.problems == ()
    assert "{{ hub }}" in written(content)["aanhef#text"]


def test_an_answer_that_loses_its_masks_twice_is_left_and_reported(content: Content, there: StandIn) -> None:
    there.loses = 10_000
    done = filled(content, Wish("2031", ("en",), engine="libretranslate"), there.environment)
    assert "aanhef#text" in {each.args["context"] for each in done.problems if each.code == "SP888"}
    assert "aanhef#text" not in written(content)
    assert "feit-een#text" in written(content)
    assert not done.has_stopped


def test_what_was_answered_before_is_not_asked_again(content: Content, there: StandIn) -> None:
    wish = Wish("2031", ("en",), engine="deepl")
    bench = open_bench(content, wish, there.environment)
    (cost,) = expected(bench)
    assert cost.characters > 100 and cost.cached == 0
    fill(bench, QUICK, lambda _: None)
    asked = len(there.texts())
    before = (content.root / NATIONAL).read_bytes()
    (content.root / NATIONAL).unlink()
    (content.root / OOST).unlink()
    again = open_bench(content, wish, there.environment)
    (cost,) = expected(again)
    assert (cost.characters, cost.euros) == (0, Decimal(0)) and cost.cached > 100
    fill(again, QUICK, lambda _: None)
    assert len(there.texts()) == asked
    assert (content.root / NATIONAL).read_bytes() == before


def test_where_the_engine_stops_what_was_finished_is_kept(
    content: Content, there: StandIn, monkeypatch: pytest.MonkeyPatch
) -> None:
    small_batches(monkeypatch)
    there.troubles = ["", "", 456]
    done = filled(content, Wish("2031", ("en",), engine="libretranslate"), there.environment)
    assert done.has_stopped
    assert [each.code for each in done.problems] == ["SP884"]
    kept = len(written(content)) + len(written(content, OOST))
    assert 0 < kept < 14
    assert filled(content, Wish("2031", ("en",), engine="libretranslate"), there.environment).problems == ()
    assert "" not in [entry.text for entry in catalogue(content, NATIONAL).entries.values()]


def test_an_interrupted_run_keeps_what_was_finished(
    content: Content, there: StandIn, monkeypatch: pytest.MonkeyPatch
) -> None:
    small_batches(monkeypatch)
    bench = open_bench(content, Wish("2031", ("en",), engine="libretranslate"), there.environment)

    def interrupt(_: object) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        fill(bench, QUICK, interrupt)
    assert written(content)


def small_batches(monkeypatch: pytest.MonkeyPatch) -> None:
    from flows.translators.libretranslate import LibreTranslate

    small = replace(LibreTranslate.capabilities, batch=3, at_once=1)
    monkeypatch.setattr(LibreTranslate, "capabilities", small)


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
