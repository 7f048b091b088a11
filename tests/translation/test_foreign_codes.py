"""Codes of translation programs, beside the Dutch that they were made from."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from flows.translation.foreign_codes import Mark, Reading, understood, with_contents
from flows.translation.inline_codes import Code, Kind, pieces
from tests.translation.exchanged import AWKWARD

OURS = "Doe **hier** mee met {{ hub }}, zie [daar](#b)."
KINDS = {Kind.OPENING: "bpt", Kind.CLOSING: "ept"}
WORDS = ["{1}", "[%1$s:elders]", '<mq:ch val="x" />', "<g1>"]
FOREIGN = ["<br/>", "{}", "<cf bold=True>", "\\b", *WORDS]

awkward = [each for each in AWKWARD if each.strip() and not each.isspace()]


def locked(text: str, *, hold: bool = False) -> Reading:
    """A text of ours as a program shows it that counts our parts, or holds them."""
    return tuple(
        Mark(f"<x {each.number}>", (KINDS.get(each.kind, "ph"), str(each.number)), each.text if hold else "")
        if isinstance(each, Code)
        else each
        for each in pieces(text)
    )


@given(st.lists(st.sampled_from(awkward), max_size=12).map(" ".join), st.booleans())
def test_what_a_program_locked_of_our_dutch_comes_back_as_we_wrote_it(ours: str, hold: bool) -> None:
    reading = locked(ours, hold=hold)
    read = understood(reading, reading[::-1], ours)
    back = "".join(each.text if isinstance(each, Code) else each for each in pieces(ours)[::-1])
    assert (read.text, read.unread) == (back, ())


@given(
    st.lists(st.sampled_from([*AWKWARD, *WORDS]), max_size=8).map("".join),
    st.lists(st.sampled_from(FOREIGN), max_size=3),
    st.sampled_from(["", OURS]),
)
def test_no_code_of_a_program_is_ever_written_down(words: str, codes: list[str], ours: str) -> None:
    marks = tuple(Mark(text, ("ph", str(at)), text) for at, text in enumerate(codes))
    read = understood((ours,), (words, *marks), ours)
    assert not any(each in read.text for each in WORDS)
    assert set(codes) <= set(read.unread)


@pytest.mark.parametrize(
    ("dutch", "text"),
    [
        ("Doe {1>hier<1} mee met {2}, zie {3>daar<3}.", "Join in {1>here<1} with {2}, see {3>there<3}."),
        (
            "Doe **hier** mee met [%1$s:hub], zie [daar](#b).",
            "Join in **here** with [%1$s:hub], see [there](#b).",
        ),
        ("Doe [1}hier{2] mee met {3}, zie [4}daar{5].", "Join in [1}here{2] with {3}, see [4}there{5]."),
        (
            "Doe <b0>hier</b0> mee met <x1/>, zie <a2>daar</a2>.",
            "Join in <b0>here</b0> with <x1/>, see <a2>there</a2>.",
        ),
        (
            'Doe **hier** mee met <mq:rxt displaytext="hub" val="{{ hub }}" />, zie [daar](#b).',
            'Join in **here** with <mq:rxt displaytext="hub" val="{{ hub }}" />, see [there](#b).',
        ),
    ],
)
def test_codes_that_a_program_writes_as_words_are_read_beside_our_dutch(dutch: str, text: str) -> None:
    read = understood((dutch,), (text,), OURS)
    assert (read.dutch, read.unread) == (OURS, ())
    assert read.text == "Join in **here** with {{ hub }}, see [there](#b)."


def test_what_our_own_dutch_says_is_no_code_of_a_program() -> None:
    ours = "Kies {1} of [%s]."
    assert understood((ours,), ("Choose {1} or [%s].",), ours).text == "Choose {1} or [%s]."


def test_a_code_of_dutch_that_changed_stands_for_nothing() -> None:
    read = understood(("Doe iets anders met ", Mark("<x/>", ("ph", "1"))), ("Do with {2}.",), OURS)
    assert read.unread == ("<x/>", "{2}")
    read = understood(
        ("Doe dit met ", Mark("{{ oud }}", ("ph", "1"), "{{ oud }}"), "."), ("x",), "Doe dit met {{ hub }}."
    )
    assert (read.dutch, read.unread) == ("Doe dit met {{ oud }}.", ())


def test_a_pair_that_only_says_how_words_look_is_left_out_and_one_of_ours_is_not() -> None:
    pair = Mark("<g/>", ("bpt", "5"), spans=True), Mark("<g/>", ("ept", "5"), spans=True)
    text = (pair[0], "Do it", pair[1], ".")
    assert understood(("Doe ", pair[0], "het", pair[1]), text, "Doe **het**").text == "**Do it**."
    assert understood(("Doe ", pair[0], "het", pair[1]), text, "Doe het").text == "Do it."
    assert understood(("Doe het",), text, "Doe het").text == "Do it."


def test_what_a_file_tells_of_a_code_is_what_it_holds() -> None:
    assert with_contents("Met {1} en {2}", {"1": "{{ hub }}"}) == (
        "Met ", Mark("{1}", ("words", "{1}"), "{{ hub }}"), " en ", "{2}", "",
    )  # fmt: skip
