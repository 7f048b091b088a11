"""One table tells what a reader does not see or does not tell apart; every room sees the same."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from flows.wording.characters import Kind, as_read, kind_of, tidied


@pytest.mark.parametrize(
    ("character", "kind"),
    [
        ("a", Kind.PLAIN),
        ("\n", Kind.PLAIN),
        ("\t", Kind.PLAIN),
        ("\u00ad", Kind.INVISIBLE),
        ("\u200b", Kind.INVISIBLE),
        ("\ufeff", Kind.INVISIBLE),
        ("\u202e", Kind.DIRECTION),
        ("\u200f", Kind.DIRECTION),
        ("\u2066", Kind.DIRECTION),
        ("\u0133", Kind.LIGATURE),
        ("\ufb01", Kind.LIGATURE),
        ("’", Kind.TYPOGRAPHIC),
        ("\u00a0", Kind.TYPOGRAPHIC),
        ("\u2011", Kind.TYPOGRAPHIC),
        ("\u000b", Kind.LINE_END),
        ("\u2028", Kind.LINE_END),
        ("\x00", Kind.CONTROL),
        ("\x7f", Kind.CONTROL),
        ("\ud800", Kind.CONTROL),
        ("\uf0b7", Kind.PRIVATE),
        ("é", Kind.PLAIN),
        ("✅", Kind.PLAIN),
    ],
)
def test_a_character_has_one_kind(character: str, kind: Kind) -> None:
    assert kind_of(character) is kind


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("on\u00adder\u200bne\u2060mer", "ondernemer"),
        ("de \u0133zeren \ufb01ets", "de ijzeren fiets"),
        ("‘ja’ “nee” … 20–30", "'ja' \"nee\" ... 20-30"),
        ("15\u202f000\u00a0euro", "15 000 euro"),
        ("cafe\u0301", "café"),
        ("a\u202eb", "a\u202eb"),  # a text that reads otherwise than it is stays another text
    ],
)
def test_a_text_is_what_a_reader_reads(written: str, read: str) -> None:
    assert as_read(written) == read


def test_every_single_character_is_read_once() -> None:
    for code in range(0x11000):
        text = chr(code)
        assert as_read(as_read(text)) == as_read(text), hex(code)
        assert (as_read(text) == "") == (kind_of(text) is Kind.INVISIBLE), hex(code)


@given(st.text())
def test_reading_twice_is_reading_once(text: str) -> None:
    assert as_read(as_read(text)) == as_read(text)


@given(st.text(st.characters(categories=["Ll", "Lu", "Nd", "Po", "Zs"])))
def test_letters_and_digits_are_never_lost(text: str) -> None:
    def kept(one: str) -> list[str]:
        return [each for each in unicodedata.normalize("NFKC", one) if each.isalnum()]

    assert kept(as_read(text)) == kept(text)


@pytest.mark.parametrize(
    ("written", "kept"),
    [
        ("cafe\u0301", "café"),
        ("on\u00adder\u200bnemer\ufeff", "ondernemer"),
        ("de \u0133zeren \ufb01ets", "de ijzeren fiets"),
        ("een\u2028twee\x0bdrie\x85vier\u2029vijf\x0czes", "een\ntwee\ndrie\nvier\nvijf\nzes"),
        ("\u00a9\ufe0f 2027", "\u00a9 2027"),
        ("‘ja’ “nee” … 20–30 €\u00a05", "‘ja’ “nee” … 20–30 €\u00a05"),
        ("a\u202eb", "a\u202eb"),  # told as SP731, never taken away in silence
    ],
)
def test_what_reads_alike_is_kept_alike(written: str, kept: str) -> None:
    assert tidied(written) == kept


@given(st.text())
def test_law_tidying_twice_is_tidying_once_and_nobody_reads_a_difference(text: str) -> None:
    once = tidied(text)
    assert tidied(once) == once
    assert as_read(once).split() == as_read(text).split()


def test_everything_that_turns_the_direction_is_known() -> None:
    turning = {"LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI"}
    for code in range(0x110000):
        if unicodedata.bidirectional(chr(code)) in turning or code in (0x61C, 0x200E, 0x200F):
            assert kind_of(chr(code)) is Kind.DIRECTION, hex(code)
