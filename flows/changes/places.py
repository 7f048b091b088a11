"""Where paragraphs stand: in which item of which list, in which quotation, in which table."""

from collections.abc import Sequence
from itertools import count

from flows.changes.readings import Passage

Place = tuple[int, ...]
"""A number for each thing around a paragraph, the outermost first; a list counts by its items."""


def places(passages: Sequence[Passage]) -> list[Place]:
    """The place of each paragraph; paragraphs in one item (quotation, table) have its number in common."""
    numbers = count()
    found: list[Place] = []
    before: Passage | None = None
    for passage in passages:
        around = passage.shape[:-1]
        stays = _shared(before, passage)
        known = found[-1][:stays] if found else ()
        found.append((*known, *(next(numbers) for _ in around[stays:])))
        before = passage
    return found


def is_list(around: str) -> bool:
    """True for the name of a list in a shape."""
    return around == "bullet" or around.startswith("ordered:")


def together(place: Sequence[object], other: Sequence[object]) -> int:
    """How many of the things around both are the same, from the outermost on."""
    shared = 0
    while shared < min(len(place), len(other)) and place[shared] == other[shared]:
        shared += 1
    return shared


def _shared(before: Passage | None, passage: Passage) -> int:
    """How many of the things around a paragraph were open already."""
    around = passage.shape[:-1]
    if before is None or before.part != passage.part:
        return 0
    stays = together(before.shape[:-1], around)
    if passage.starts:
        stays = min(stays, max(at for at, each in enumerate(around) if is_list(each)))
    if passage.shape[-1] == "head-row" and before.shape[-1] == "row":
        stays = min(stays, len(around) - 1)
    return stays
