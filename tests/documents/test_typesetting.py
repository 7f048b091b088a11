"""Blocks with the signs of their language, whatever their words are wrapped in."""

from hypothesis import given
from hypothesis import strategies as st

from flows.documents.elements import (
    Tree,
    bullets,
    code,
    inlines,
    link,
    para,
    plain,
    span,
    strong,
    table,
    text_of,
)
from flows.documents.typesetting import typeset
from flows.wording.typography import typographic


def told(blocks: Tree, language: str = "nl") -> str:
    return text_of(typeset(blocks, language)).strip()


def test_a_mark_is_told_by_what_stands_around_it_in_other_elements_too() -> None:
    words = [*inlines('Hij zei: "'), strong("nee"), *inlines('" - en toen')]
    assert told([para(words)]) == "Hij zei: “nee”\u00a0– en toen"


def test_every_paragraph_item_heading_and_cell_is_set() -> None:
    blocks = [bullets([[plain("zo'n")], [para('"ja"')]]), table(["zo'n", "b"], [("'s", "2021-2024")])]
    assert told(blocks).split() == ["zo’n", "“ja”", "zo’n", "b", "’s", "2021–2024"]


def test_code_and_addresses_stay_as_they_are() -> None:
    words = [code("a - 'b'"), *inlines(" "), link("https://x.nl/a'b", "https://x.nl/a'b"), *inlines(" zo'n")]
    assert told([para(words)]) == "a - 'b' https://x.nl/a'b zo’n"


def test_words_in_another_language_have_its_signs() -> None:
    words = [*inlines('Er sagt "ja", '), span("", inlines('zij zegt "nee"'), lang="nl")]
    assert told([para(words)], "de") == "Er sagt „ja“, zij zegt “nee”"


PIECES = st.lists(st.text("ab'\" -.9", min_size=1, max_size=6), min_size=1, max_size=5)


@given(PIECES)
def test_a_paragraph_in_pieces_reads_as_the_whole_would(pieces: list[str]) -> None:
    whole = para("".join(pieces))
    divided = para([strong(piece) for piece in pieces])
    assert (
        text_of(typeset([divided], "nl")).split() == typographic(text_of([whole]).strip("\n"), "nl").split()
    )
