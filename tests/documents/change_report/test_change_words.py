"""The words of a change report: each in both languages, for whatever can happen."""

from collections.abc import Mapping
from string import Formatter

import pytest

from flows.changes.effects import Effect
from flows.changes.records import Flag, Op
from flows.documents.change_report.page_words import WORDS
from flows.documents.change_report.sentences import CHANGE_WORDS


def gaps(words: Mapping[str, str]) -> dict[str, list[str]]:
    """The names of the values that each text takes."""
    return {
        name: sorted(gap for _, gap, _, _ in Formatter().parse(text) if gap is not None)
        for name, text in words.items()
    }


@pytest.mark.parametrize("words", [CHANGE_WORDS, WORDS])
def test_both_languages_have_every_word_with_the_same_values(words: Mapping[str, Mapping[str, str]]) -> None:
    assert gaps(words["nl"]) == gaps(words["en"])


def test_there_is_a_word_for_everything_that_can_happen() -> None:
    named = [f"{group}_{each}" for group, found in (("op", Op), ("flag", Flag), ("effect", Effect)) for each in found]  # fmt: skip
    assert set(named) <= set(CHANGE_WORDS["nl"])
