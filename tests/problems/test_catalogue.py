"""Every code has a weight, a sentence in both languages, and somebody who raises it."""

import re
from pathlib import Path
from string import Formatter

import pytest

from flows.problems import sentences_en, sentences_nl
from flows.problems.codes import CODES, in_final, problem
from flows.problems.records import Place, Severity
from flows.problems.sentences import sentence

FLOWS = Path(__file__).parents[2] / "flows"


def arguments(text: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(text) if name}


def test_both_catalogues_have_every_code_and_term() -> None:
    assert set(sentences_nl.SENTENCES) == set(sentences_en.SENTENCES) == set(CODES)
    assert set(sentences_nl.TERMS) == set(sentences_en.TERMS)


@pytest.mark.parametrize("code", CODES)
def test_both_languages_use_the_same_arguments(code: str) -> None:
    assert arguments(sentences_nl.SENTENCES[code]) == arguments(sentences_en.SENTENCES[code])


def test_every_code_is_raised_somewhere() -> None:
    sources = [path.read_text() for path in FLOWS.rglob("*.py") if path.parent.name != "problems"]
    raised = set(re.findall(r"SP\d{3}", "\n".join(sources)))
    assert set(CODES) == raised


@pytest.mark.parametrize("code", CODES)
def test_a_final_edition_never_weighs_a_problem_less(code: str) -> None:
    draft = problem(code, None)
    order = [Severity.WARNING, Severity.ERROR]
    assert order.index(in_final(draft).severity) >= order.index(draft.severity)


def test_optional_phrases_disappear_with_their_value() -> None:
    place = Place("f.yaml", 3, 4)
    assert sentence(problem("SP301", place, id="x", nearest=("a", "b")), "nl").endswith("Bedoelt u a of b?")
    assert sentence(problem("SP301", place, id="x", nearest=()), "nl").endswith("in de landelijke tekst.")


def test_the_writers_own_words_are_never_read_as_a_sentence() -> None:
    assert "{x}" in sentence(problem("SP301", None, id="{x} {0} %s", nearest=("{y}",)), "nl")


def test_nothing_that_a_terminal_obeys_gets_into_a_sentence() -> None:
    found = problem("SP854", None, said="\x1b[31men\x07", language="de\u202e\ud800")
    for ui in ("nl", "en"):
        told = sentence(found, ui)
        assert "[31men" in told and told.isprintable()


def test_a_choice_is_told_with_or_and_a_lot_without() -> None:
    assert "2023 of 2027" in sentence(problem("SP901", None, edition="x", known=("2023", "2027")), "nl")
    found = problem("SP861", None, context="x", missing=("15,3", "22"))
    assert sentence(found, "nl").endswith("Dit ontbreekt: 15,3; 22.")
