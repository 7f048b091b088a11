"""What two rows have in common, in order."""

from collections import Counter
from collections.abc import Hashable, Iterator, Sequence
from difflib import SequenceMatcher

from flows.changes.increasing import heaviest_increasing

_MANY = 4_000_000
"""Pairs of items that are compared with each other; two texts of 1,000 words have as many."""

Block = tuple[int, int, int]
"""A run that both rows have: where it starts in the old one, in the new one, and how long it is."""


def shared_ends(old: Sequence[object], new: Sequence[object]) -> tuple[int, int]:
    """How many items two rows share at their start, and of the rest at their end."""
    most = min(len(old), len(new))
    head = 0
    while head < most and _same(old[head], new[head]):
        head += 1
    tail = 0
    while tail < most - head and _same(old[-1 - tail], new[-1 - tail]):
        tail += 1
    return head, tail


def shared_runs(old: Sequence[Hashable], new: Sequence[Hashable]) -> Iterator[Block]:
    """The runs that both rows have, in order; none touches the next one in both rows."""
    # The matcher hashes and compares an item many times, and numbers take it a third of the time.
    numbers: dict[Hashable, int] = {}
    before, after = ([numbers.setdefault(item, len(numbers)) for item in side] for side in (old, new))
    last: Block | None = None
    for block in _found(before, after):
        if last is not None and (last[0] + last[2], last[1] + last[2]) == block[:2]:
            last = (last[0], last[1], last[2] + block[2])
            continue
        if last is not None:
            yield last
        last = block
    if last is not None:
        yield last


def _same(item: object, other: object) -> bool:
    return item is other or item == other


def _found(old: Sequence[int], new: Sequence[int]) -> Iterator[Block]:
    """The matches of both rows; long ones are cut at what stands once in each, else it takes minutes."""
    start_old = start_new = 0
    for old_at, new_at in [*_landmarks(old, new), (len(old), len(new))]:
        yield from _in_gap(old, new, (start_old, old_at), (start_new, new_at))
        if old_at < len(old):
            yield old_at, new_at, 1
        start_old, start_new = old_at + 1, new_at + 1


def _landmarks(old: Sequence[int], new: Sequence[int]) -> list[tuple[int, int]]:
    if len(old) * len(new) <= _MANY:
        return []
    once, once_now = ({item for item, times in Counter(side).items() if times == 1} for side in (old, new))
    places = {item: place for place, item in enumerate(new) if item in once_now}
    pairs = [(at, places[item]) for at, item in enumerate(old) if item in once and item in places]
    return [pairs[at] for at in heaviest_increasing([now for _, now in pairs], [1.0] * len(pairs))]


def _in_gap(
    old: Sequence[int], new: Sequence[int], was: tuple[int, int], now: tuple[int, int]
) -> Iterator[Block]:
    """The matches between two landmarks; two long texts without any have nothing to do with each other."""
    before, after = old[slice(*was)], new[slice(*now)]
    if not before or not after or len(before) * len(after) > _MANY:
        return
    for old_at, new_at, size in SequenceMatcher(None, before, after, autojunk=False).get_matching_blocks():
        if size:
            yield was[0] + old_at, now[0] + new_at, size
