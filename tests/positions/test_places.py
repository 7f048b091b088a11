"""Where a word stands, and what was probably meant."""

import pytest

from flows.positions.places import Span
from flows.problems.records import Place
from flows.wording.names import nearest


def test_a_word_on_the_first_line_counts_from_the_value() -> None:
    span = Span(Place("f.yaml", 4, 11), "een twee een")
    assert span.locate("een", 1) == Place("f.yaml", 4, 20, 3)
    assert span.locate("een", 1).width == 3


def test_a_word_on_a_later_line_counts_from_the_margin() -> None:
    span = Span(Place("f.yaml", 4, 11), "|\n    een\n    twee")
    assert span.locate("twee") == Place("f.yaml", 6, 5)


def test_a_word_that_is_not_there_is_the_value_itself() -> None:
    place = Place("f.yaml", 4, 11)
    assert Span(place, "een").locate("drie") == place


def test_the_nearest_ids_are_those_with_a_typing_error() -> None:
    known = ["vraag-mkb-toets", "vraag-energieopslag", "regeldruk-toelichting"]
    assert nearest("vraag-mbk-toets", known)[0] == "vraag-mkb-toets"
    assert nearest("vraag-energie-opslag", known)[0] == "vraag-energieopslag"
    assert nearest("xyz", known) == ()


@pytest.mark.parametrize(
    ("source", "needle", "column"),
    [
        ("een cafe\u0301 {hub}", "café", 14),
        ("on\u00adder\u00adnemer in een cafe\u0301", "ondernemer", 10),
        ("cafe\u0301 cafe\u0301 {hub}", "{hub}", 22),
        ("on\u00adder\u200bnemer en café", "café", 26),
    ],
)
def test_a_word_is_found_however_it_was_written(source: str, needle: str, column: int) -> None:
    assert Span(Place("f.yaml", 3, 10), source).locate(needle).column == column
