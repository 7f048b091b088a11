"""What two rows share: in order, whole, and soon found."""

from itertools import pairwise
from time import process_time

from hypothesis import given, settings
from hypothesis import strategies as st

from flows.changes.sequences import shared_ends, shared_runs
from flows.changes.words import Mark, word_changes

rows = st.lists(st.integers(0, 5), max_size=12)


@settings(max_examples=200, deadline=None)
@given(rows, rows)
def test_law_shared_runs_are_equal_in_order_and_apart(old: list[int], new: list[int]) -> None:
    found = list(shared_runs(old, new))
    assert all(old[was : was + size] == new[now : now + size] for was, now, size in found)
    for (was, now, size), (next_was, next_now, _) in pairwise(found):
        assert was + size <= next_was and now + size <= next_now
        assert (was + size, now + size) != (next_was, next_now)


@given(rows)
def test_law_a_row_shares_all_with_itself(row: list[int]) -> None:
    assert list(shared_runs(row, row)) == ([(0, 0, len(row))] if row else [])
    assert shared_ends(row, row) == (len(row), 0)


def test_the_ends_do_not_overlap() -> None:
    assert shared_ends("aaa", "aa") == (2, 0)
    assert shared_ends("xaby", "xby") == (1, 2)


def test_a_long_text_is_compared_in_little_time_and_word_by_word() -> None:
    old = [f"woord{number} en" for number in range(6000)]
    new = ["anders en" if number % 20 == 7 else word for number, word in enumerate(old)]
    started = process_time()
    pieces = word_changes(" ".join(old), " ".join(new))
    assert process_time() - started < 5
    assert sum(piece.mark is Mark.ADDED for piece in pieces) == 300
