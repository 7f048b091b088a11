"""Word changes rebuild both texts, and read as one change where a person sees one."""

from hypothesis import given
from hypothesis import strategies as st

from flows.changes.fields import changed_fields
from flows.changes.words import Mark, Piece, word_changes

texts = st.lists(
    st.sampled_from(["een", "twee", "250", "300", "niet", ",", ".", " ", "\n", "Noord-Holland"])
).map("".join)


@given(texts, texts)
def test_law_same_and_removed_make_the_old_text_same_and_added_the_new(old: str, new: str) -> None:
    pieces = word_changes(old, new)
    assert "".join(piece.text for piece in pieces if piece.mark is not Mark.ADDED) == old
    assert "".join(piece.text for piece in pieces if piece.mark is not Mark.REMOVED) == new


@given(texts)
def test_law_a_text_does_not_differ_from_itself(text: str) -> None:
    assert all(piece.mark is Mark.SAME for piece in word_changes(text, text))


def test_a_changed_number_is_one_change() -> None:
    assert word_changes("Bouw 1.250 huizen.", "Bouw 1.500 huizen.") == (
        Piece(Mark.SAME, "Bouw "),
        Piece(Mark.REMOVED, "1.250"),
        Piece(Mark.ADDED, "1.500"),
        Piece(Mark.SAME, " huizen."),
    )


def test_words_with_only_a_space_between_change_together() -> None:
    marks = [piece.mark for piece in word_changes("de rode auto rijdt", "de grote bus rijdt")]
    assert marks == [Mark.SAME, Mark.REMOVED, Mark.ADDED, Mark.SAME]


def test_changed_fields_are_named_by_their_top_key() -> None:
    old = {"title": "a", "data": [{"label": "x", "value": "1"}], "source": "CBS"}
    new = {"title": "a", "data": [{"label": "x", "value": "2"}], "as_of": "2026"}
    assert changed_fields(old, new) == ("data", "as_of", "source")
    assert changed_fields(old, old) == ()
