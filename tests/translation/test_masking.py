"""What no engine may touch comes back exactly, or the answer is not taken."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from flows.translation.masking import lines, masked

NAMES = ("Smart Industry Hub", "Smart Industry")


@pytest.mark.parametrize(
    ("text", "seen"),
    [
        ("Wij werken {{ province.in }} samen.", "Wij werken ⟦1⟧ samen."),
        ("Lees [het **hele** rapport](https://x.nl/a_b?c=1).", "Lees ⟦1⟧het ⟦2⟧hele⟦/2⟧ rapport⟦/1⟧."),
        ("Geef `make {{ x }}` en ``a`b``.", "Geef ⟦1⟧ en ⟦2⟧."),
        ("Kijk op metaalunie.nl of mail a@b.nl.", "Kijk op ⟦1⟧ of mail ⟦2⟧."),
        ("De Smart Industry Hub en Smart Industry.", "De ⟦1⟧ en ⟦2⟧."),
        ("Smart Industryachtig", "Smart Industryachtig"),
        ("Een ⟦1⟧ van de schrijver {{ x }}", "Een ⟦1⟧1⟦2⟧ van de schrijver ⟦3⟧"),
        ("5 * 3 is 15", "5 * 3 is 15"),
        ("**a** en **b**", "⟦1⟧a⟦/1⟧ en ⟦2⟧b⟦/2⟧"),
    ],
)
def test_an_engine_sees_masks_and_words(text: str, seen: str) -> None:
    found = masked(text, NAMES)
    assert found.text == seen
    assert found.dutch == text
    assert found.restored(found.text) == text


def test_masks_may_change_places_as_grammar_wants() -> None:
    found = masked("Wij **werken** {{ province.in }}.")
    assert found.restored("⟦2⟧ wir ⟦1⟧arbeiten⟦/1⟧.") == "{{ province.in }} wir **arbeiten**."


@pytest.mark.parametrize(
    "answer",
    [
        "We ⟦1⟧work⟦/1⟧.",
        "We ⟦1⟧work⟦/1⟧ ⟦2⟧ ⟦2⟧.",
        "We ⟦/1⟧work⟦1⟧ ⟦2⟧.",
        "We ⟦1⟧work⟦/1⟧ ⟦3⟧.",
        "We ⟦1⟧work⟦/1⟧ ⟦2⟧ ⟦.",
        "We [1]work[/1] [2].",
        "",
    ],
)
def test_an_answer_without_every_mask_once_is_no_answer(answer: str) -> None:
    assert masked("Wij **werken** {{ province.in }}.").restored(answer) is None


def test_pairs_that_cross_are_no_answer() -> None:
    found = masked("**a** *b*")
    assert found.restored("⟦1⟧x⟦2⟧y⟦/1⟧z⟦/2⟧") is None


def test_layout_around_the_words_of_a_line_stays_here() -> None:
    text = "Wij vragen:\n\n- eerst *dit*\n  - dan {{ x }} dat\n10. en ook\\\n> slot"
    found = lines(text)
    assert [each.words.text for each in found] == [
        "Wij vragen:",
        "",
        "eerst ⟦1⟧dit⟦/1⟧",
        "dan ⟦1⟧ dat",
        "en ook",
        "slot",
    ]
    assert "".join(each.before + each.words.dutch + each.after for each in found) == text


def test_a_line_with_nothing_but_masks_has_no_words() -> None:
    assert not masked("{{ hub }} – **Smart Industry**, 12", NAMES).has_words
    assert masked("{{ hub }} werkt").has_words


def test_only_characters_outside_of_masks_count() -> None:
    assert masked("Zie [dit](https://een.heel.lang/adres) {{ variabele }}").characters == len("Zie dit ")


@given(st.text(alphabet="ab *`[]()⟦⟧{}x/\\<>\n-1.\ue000", max_size=40))
def test_whatever_somebody_writes_comes_back_from_an_engine_that_changes_nothing(text: str) -> None:
    found = lines(text, ("ab",))
    back = [(each.before, each.words.restored(each.words.text), each.after) for each in found]
    assert "".join("".join(map(str, each)) for each in back) == text


def test_only_what_is_code_is_masked_though_the_same_stands_before_it() -> None:
    assert masked("``a`a`a`a`").text == "``a⟦1⟧a⟦2⟧"
