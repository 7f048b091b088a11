"""What a translator moves and does not translate."""

import pytest
from hypothesis import given

from flows.translation.inline_codes import Code, pieces
from tests.translation.exchanged import awkward_texts


def numbered(text: str, like: str = "") -> list[str]:
    """The parts of a text with their numbers."""
    found = pieces(text, pieces(like))
    return [f"{each.number} {each.text}" for each in found if isinstance(each, Code)]


@given(awkward_texts, awkward_texts)
def test_the_parts_of_a_text_are_the_text_and_every_half_has_its_other_half(dutch: str, text: str) -> None:
    for found in (pieces(dutch), pieces(text, pieces(dutch))):
        numbers = [each.number for each in found if isinstance(each, Code)]
        opened = [each.number for each in found if isinstance(each, Code) and each.kind == "opening"]
        closed = [each.number for each in found if isinstance(each, Code) and each.kind == "closing"]
        assert sorted(opened) == sorted(closed)
        assert len(set(numbers)) == len(numbers) - len(closed)
    assert "".join(each.text if isinstance(each, Code) else each for each in pieces(dutch)) == dutch


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("Doe {{ hub }} en {{hub}}", ["1 {{ hub }}", "2 {{hub}}"]),
        ("**Doe** *dit*, a**b**c", ["1 **", "1 **", "2 *", "2 *", "3 **", "3 **"]),
        ("Zie [hier](https://x.nl/{{ hub }}?a=1)", ["1 [", "1 ](https://x.nl/{{ hub }}?a=1)"]),
        ("![plaat](a.png) <https://x.nl>", ["1 ![", "1 ](a.png)", "2 <https://x.nl>"]),
        ("* punt\n* 2 * 3 \\*nee\\* ](los) [los] **half", []),
        ("[a **b](#c) d**", ["1 [", "1 ](#c)"]),
        ("a\\\x07b \\{{ hub }}", ["1 \x07", "2 {{ hub }}"]),
    ],
)
def test_the_parts_are_variables_addresses_and_whole_pairs_of_marks(text: str, parts: list[str]) -> None:
    assert numbered(text) == parts


def test_a_translation_repeats_the_numbers_of_its_dutch_and_counts_on_for_what_it_adds() -> None:
    dutch = "**Doe** {{ hub }} of {{ hub }} [daar](#a)"
    assert numbered("[There](#a) {{ hub.of }} {{ hub }} {{ hub }} {{ hub }} **do**", dutch) == [
        "4 [", "4 ](#a)", "5 {{ hub.of }}", "2 {{ hub }}", "3 {{ hub }}", "6 {{ hub }}", "1 **", "1 **",
    ]  # fmt: skip
