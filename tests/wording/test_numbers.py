"""One reader of numbers: the comparison of editions and the check of translations see the same."""

import time
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from flows.translation.checking.numbers import Differing, differing
from flows.wording.numbers import Kind, numbers


def meanings(text: str, language: str = "nl") -> list[str]:
    return [each.meaning for each in numbers(text, language)]


@pytest.mark.parametrize(
    ("language", "text", "found"),
    [
        ("nl", "250 en 1.250 en 1 250 en 1\u202f250 en 1\u00a0250", ["250", "1250", "1250", "1250", "1250"]),
        ("nl", "1.250,5", ["2501/2"]),
        ("nl", "6.7 procent van versie 1.0", ["67/10%", "1.0"]),
        ("nl", "14.30 uur, om 14:30", ["time:870", "time:870"]),
        ("nl", "jaren '90, de jaren negentig", ["decade:1990", "decade:1990"]),
        ("nl", "20-30 procent, 20 tot 30%", ["20%", "30%", "20%", "30%"]),
        ("nl", "2 tot 3 miljoen euro", ["2000000€", "3000000€"]),
        ("nl", "10^6 en 10⁶ en een miljoen", ["1000000", "1000000"]),
        ("nl", "vijfentwintig en tweeëndertig", ["25", "32"]),
        ("nl", "twee miljoen", ["2000000"]),
        ("nl", "€ 5 miljoen", ["5000000€"]),
        ("nl", "min -5 graden", ["-5"]),
        ("nl", "17 maart 2027", ["17maart", "2027"]),
        ("nl", "niveau B1 en Q3", []),
        ("nl", "bel 030 605 33 44 of 06 12 34 56 78", ["030 605 33 44", "06 12 34 56 78"]),
        ("nl", "0.5 procent, 2 biljoen euro, 3 mln. euro", ["1/2%", "2000000000000€", "3000000€"]),
        ("nl", "om 14 uur, binnen 24 uur, 99:30", ["time:840", "24", "99", "30"]),
        ("en", "12:15 am, 12:15 pm, 2 pm", ["time:15", "time:735", "time:840"]),
        ("en", "the nineties, the 1890s", ["decade:1990", "decade:1890"]),
        ("en", "5bn, 3 billion, 3 trillion", ["5000000000", "3000000000", "3000000000000"]),
        ("de", "neunziger Jahre, 3 Mio. Euro, 3 Mrd. Euro", ["decade:1990", "3000000€", "3000000000€"]),
        ("de", "1 Billion Euro, um 14 Uhr, 14:30 am Montag", ["1000000000000€", "time:840", "time:870"]),
        ("nl", "5⁶ en 10^6", ["15625", "1000000"]),
        ("nl", "1 250 000 000 euro", ["1250000000€"]),
        ("nl", "een van de twee", ["2"]),
        ("en", "1,250.5 in the 1990s, the 90s", ["2501/2", "decade:1990", "decade:1990"]),
        ("en", "2:30 pm, 2.30 p.m.", ["time:870", "time:870"]),
        ("en", "twenty-five, twenty five", ["25", "25"]),
        (
            "de",
            "1990er, fünfundzwanzig, dreissig, 14.30 Uhr, 1’250",
            ["decade:1990", "25", "30", "time:870", "1250"],
        ),
        ("fy", "jierren '90, fiifentweintich", ["decade:1990", "25"]),
        ("xx", "1.250 en acht", ["1250"]),
    ],
)
def test_numbers_are_read_as_their_language_writes_them(language: str, text: str, found: list[str]) -> None:
    assert meanings(text, language) == found


@pytest.mark.parametrize(
    ("dutch", "translated", "language"),
    [
        ("15.000 banen", "15,000 jobs", "en"),
        ("15 000 banen", "15.000 Arbeitsplätze", "de"),
        ("20 tot 30 procent", "20–30%", "en"),
        ("de jaren '90", "the 1990s", "en"),
        ("de jaren '90", "die 1990er Jahre", "de"),
        ("om 14.30 uur", "at 2:30 pm", "en"),
        ("2 miljoen euro", "2,000,000 euro", "en"),
        ("10^6", "1,000,000", "en"),
    ],
)
def test_the_same_number_in_another_language_is_no_difference(
    dutch: str, translated: str, language: str
) -> None:
    assert differing(dutch, translated, language) == Differing()
    assert [each.amount for each in numbers(dutch, "nl")] == [
        each.amount for each in numbers(translated, language)
    ]


@pytest.mark.parametrize(
    ("dutch", "translated", "missing", "added"),
    [
        ("15.000 banen", "1,500 jobs", ("15.000",), ("1,500",)),
        ("om 14.30 uur", "at 2:30 am", ("14.30 uur",), ("2:30 am",)),
        ("de jaren '90", "the 1980s", ("90",), ("1980",)),
        ("20-30 procent", "20-35%", ("30",), ("35",)),
    ],
)
def test_another_number_is_told_as_it_is_written(
    dutch: str, translated: str, missing: tuple[str, ...], added: tuple[str, ...]
) -> None:
    found = differing(dutch, translated, "en")
    assert (found.missing, found.added) == (missing, added)


def styles(value: int) -> list[tuple[str, str]]:
    point = f"{value:,}".replace(",", ".")
    written = [("nl", str(value)), ("nl", point), ("de", point), ("fy", point), ("en", f"{value:,}")]
    spaces = [
        (language, f"{value:,}".replace(",", space))
        for language in ("nl", "de")
        for space in " \u00a0\u202f’"
    ]
    return [*written, *spaces]


@given(st.integers(0, 10**12))
def test_an_amount_in_any_style_reads_back_as_its_value(value: int) -> None:
    for language, written in styles(value):
        (found,) = numbers(f"Het zijn {written} keer.", language)
        assert (found.kind, found.value, found.written) == (Kind.AMOUNT, Fraction(value), written)


@given(st.text("0123456789.,' ’%€-:jaren", max_size=60))
def test_any_text_can_be_read(text: str) -> None:
    for each in numbers(text, "nl"):
        assert text[each.start :].startswith(each.written)


@pytest.mark.parametrize(
    "text", ["1 " * 50_000, "1." * 50_000, "1" * 100_000, " " * 100_000, "12 345 " * 15_000]
)
def test_long_texts_are_read_in_time_that_grows_with_their_length(text: str) -> None:
    start = time.monotonic()
    assert len([*numbers(text, "nl")]) <= len(text)
    assert time.monotonic() - start < 5
