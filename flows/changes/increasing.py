"""The heaviest part of a row of numbers that is in order already."""

from collections.abc import Sequence


def heaviest_increasing(numbers: Sequence[int], weights: Sequence[float]) -> list[int]:
    """Places of the strictly increasing numbers that together weigh most, in order; O(n log n).

    Args:
        numbers: Any numbers, each one once.
        weights: The weight of each, above zero.
    """
    rank = {number: place + 1 for place, number in enumerate(sorted(numbers))}
    best: list[tuple[float, int]] = [(0.0, -1)] * (len(numbers) + 1)
    previous: list[int] = []
    for at, (number, weight) in enumerate(zip(numbers, weights, strict=True)):
        total, last = _best_below(best, rank[number])
        previous.append(last)
        _raise(best, rank[number], (total + weight, at))
    _, at = _best_below(best, len(numbers) + 1)
    found: list[int] = []
    while at >= 0:
        found.append(at)
        at = previous[at]
    return found[::-1]


def _best_below(best: Sequence[tuple[float, int]], rank: int) -> tuple[float, int]:
    """The heaviest row that ends below a rank: the prefix maximum of a Fenwick tree."""
    found = (0.0, -1)
    at = rank - 1
    while at > 0:
        if best[at][0] > found[0]:
            found = best[at]
        at -= at & -at
    return found


def _raise(best: list[tuple[float, int]], rank: int, row: tuple[float, int]) -> None:
    at = rank
    while at < len(best):
        if row[0] > best[at][0]:
            best[at] = row
        at += at & -at
