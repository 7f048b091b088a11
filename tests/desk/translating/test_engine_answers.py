"""What engines answer, how they end, and what of it reaches a catalogue."""

import shlex
import sys
import time
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest

from flows.desk.translating.batches import Wish, expected, open_bench
from flows.desk.translating.fill import fill
from flows.sources.content import Content
from flows.translators.patience import Patience
from tests.content_tree import CHAPTER
from tests.desk.translating.filled_catalogues import QUICK, filled, written
from tests.translated_tree import NATIONAL, OOST, catalogue, write_translated_tree
from tests.translators.stand_in import StandIn, stand_in

CHAPTER_FILE = "shared/2031/werken.yaml"


@pytest.fixture
def content(tmp_path: Path) -> Content:
    return write_translated_tree(tmp_path / "root", {})


@pytest.fixture
def there(monkeypatch: pytest.MonkeyPatch) -> Iterator[StandIn]:
    monkeypatch.setenv("NO_PROXY", "127.0.0.1")
    with stand_in() as described:
        yield described


def answering(content: Content, answer: str) -> Wish:
    """A wish for a program that gives the value of a Python expression about `text` as its answer."""
    program = (
        "import json,sys,time\nfor line in sys.stdin:\n    said = json.loads(line)\n    text = said['text']\n"
    )
    program += f"    print(json.dumps({{'id': said['id'], 'text': {answer}}}), flush=True)\n"
    path = content.root / "program.py"
    path.write_text(program)
    return Wish("2031", ("en",), engine="command", command=shlex.join([sys.executable, str(path)]))


@pytest.mark.parametrize("answer", ["''", "' \\n '"])
def test_an_empty_answer_is_none(content: Content, answer: str) -> None:
    before = (content.root / NATIONAL).read_bytes()
    for _ in range(2):
        done = filled(content, answering(content, answer))
        assert {file.file: (file.filled, file.left) for file in done.files} == {
            NATIONAL: (0, 18),
            OOST: (0, 3),
        }
    assert (content.root / NATIONAL).read_bytes() == before


def test_half_characters_and_line_breaks_that_an_engine_adds_do_not_stay(content: Content) -> None:
    done = filled(content, answering(content, "'\\ud83d ' + text + '\\x0b' + '\\nYes'"))
    assert done.problems == ()
    assert written(content)["thema-een#title"] == "Eerste thema Yes"


def test_a_proposal_with_an_error_is_left_and_reported(content: Content) -> None:
    done = filled(content, answering(content, "text.replace('250', '950')"))
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


@pytest.mark.parametrize("batch", [1, 2, 3])
def test_an_engine_never_gets_more_lines_at_once_than_it_takes(
    content: Content, there: StandIn, monkeypatch: pytest.MonkeyPatch, batch: int
) -> None:
    from flows.translators.libretranslate import LibreTranslate

    points = "".join(f"\n          - Punt {word}." for word in ("een", "twee", "drie", "vier", "vijf"))
    long = CHAPTER.replace("Een eerste zin over werk.\n", f"Een eerste zin over werk.\n{points}\n\n")
    (content.root / CHAPTER_FILE).write_text(long)
    small = replace(LibreTranslate.capabilities, batch=batch)
    monkeypatch.setattr(LibreTranslate, "capabilities", small)
    done = filled(content, Wish("2031", ("en",), engine="libretranslate"), there.environment)
    assert done.problems == () and "Punt" in written(content)["toelichting-een#text"]
    assert max(len(body["q"]) for _, body in there.asked) <= batch


def test_an_interrupted_run_waits_for_nobody(content: Content, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("flows.translators.program._ENDS_WITHIN", 0.1)
    wish = answering(content, "time.sleep(20) if text == 'Hub Oost' else text")
    bench = open_bench(content, wish, {})
    assert len(bench.batches) == 2

    def interrupt(_: object) -> None:
        time.sleep(0.5)  # until the program sleeps over the next batch
        raise KeyboardInterrupt

    start = time.monotonic()
    with pytest.raises(KeyboardInterrupt):
        fill(bench, Patience(first=10.0), interrupt)
    assert time.monotonic() - start < 8
    assert written(content)


def small_batches(monkeypatch: pytest.MonkeyPatch) -> None:
    from flows.translators.libretranslate import LibreTranslate

    small = replace(LibreTranslate.capabilities, batch=3, at_once=1)
    monkeypatch.setattr(LibreTranslate, "capabilities", small)
