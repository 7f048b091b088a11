"""Numbers, dates and lists as each language writes them."""

from decimal import Decimal

import pytest

from flows.positions.editions import Variable
from flows.translation.languages import Language
from flows.translation.values import as_text, filled

FRISIAN_MONTHS = ("jannewaris", "febrewaris", "maart", *"123456789")
LANGUAGES = {
    code: Language(code, locale, {}, FRISIAN_MONTHS if code == "fy" else None)
    for code, locale in {"nl": "nl_NL", "en": "en_GB", "de": "de_DE", "fy": "fy_NL"}.items()
}


@pytest.mark.parametrize(
    ("code", "number"), [("nl", "1.250,5"), ("en", "1,250.5"), ("de", "1.250,5"), ("fy", "1.250,5")]
)
def test_numbers(code: str, number: str) -> None:
    assert LANGUAGES[code].number(Decimal("1250.5")) == number


@pytest.mark.parametrize(
    ("code", "day"),
    [("nl", "17 maart 2027"), ("en", "17 March 2027"), ("de", "17. März 2027"), ("fy", "17 maart 2027")],
)
def test_days(code: str, day: str) -> None:
    assert LANGUAGES[code].date("2027-03-17") == day


@pytest.mark.parametrize(
    ("written", "shown"),
    [("2022", "2022"), ("2022-07", "juli 2022"), ("te bevestigen", "te bevestigen"), ("2022-13", "2022-13")],
)
def test_years_months_and_words_in_dates(written: str, shown: str) -> None:
    assert LANGUAGES["nl"].date(written) == shown


@pytest.mark.parametrize(
    ("code", "listed"), [("nl", "a, b en c"), ("en", "a, b and c"), ("de", "a, b und c"), ("fy", "a, b en c")]
)
def test_lists(code: str, listed: str) -> None:
    assert LANGUAGES[code].listing(["a", "b", "c"]) == listed


def test_values_take_the_style_of_the_language() -> None:
    german = LANGUAGES["de"]
    assert as_text(Decimal("1250.5"), Variable("number"), german) == "1.250,5"
    assert as_text("2027-03-17", Variable("date"), german) == "17. März 2027"
    assert as_text(("a", "b"), Variable("list"), german) == "a und b"
    assert as_text("2027-03-17", Variable("text"), german) == "2027-03-17"


def test_variables_are_filled_in_once_and_values_are_not_read_again() -> None:
    assert filled("{{ a }} en {{b}}", {"a": "{{ b }}", "b": "x"}) == "{{ b }} en x"
