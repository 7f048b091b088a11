"""What is read from Word is what Pandoc is given to write, and reads as the same again."""

from hypothesis import given, settings
from hypothesis import strategies as st

from flows.documents.working_copy.trees import lines_of, tree_of
from flows.returns.lines import Line, Look, Piece, stepped, tidy

_LINKS = ("", "https://example.org/{{ hub }}")
_LOOKS = st.builds(
    Look, st.booleans(), st.booleans(), st.booleans(), st.just(value=False), st.sampled_from(_LINKS)
)
_VALUE = st.builds(Piece, st.just("Hub Oost"), _LOOKS, st.just("hub"))
_WORDS = st.builds(Piece, st.text("ab ,.\n*", min_size=1, max_size=6), _LOOKS)


def _line(pieces: list[Piece], level: int, ordered: bool) -> Line:
    return tidy(Line(tuple(pieces), level, ordered and level > 0))


_PIECES = st.lists(_WORDS | _VALUE, min_size=1, max_size=4)
_LINES = st.builds(_line, _PIECES, st.integers(0, 3), st.booleans()).filter(lambda line: bool(line.pieces))


@settings(max_examples=300, deadline=None)
@given(st.lists(_LINES, min_size=1, max_size=5))
def test_lines_as_a_tree_are_the_same_lines(drawn: list[Line]) -> None:
    lines = stepped(drawn)
    assert lines_of(tree_of(lines), {"hub": "Hub Oost"}) == lines
