"""Even columns: how much to shrink a chapter, or cut its last page short, so that no page is left half empty.

Typst fills the first column before the second; it does not even them out by itself.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

PAGE_HEIGHT = 841.89
"""A4 in points."""
TOP, BOTTOM = 68.03, 51.02
"""Margins of the template, in points: 24 mm and 18 mm."""
_FOOT = PAGE_HEIGHT - BOTTOM
MIDDLE = 297.64
BAND_CLEARANCE = 13.0
"""Points between the columns and the band that closes a chapter."""
_SLACK = 9.0
"""Points that a column may be longer than half of the text, since lines and boxes do not split anywhere."""
_SMALLEST = 0.915
"""The smallest factor for the size of text: 9.8 points become 9.0."""
_GENTLE = 0.965
"""Tried first where boxes that are kept whole, more than the text itself, took the page."""
_HOPELESS = 0.875
"""Text that would have to be this small keeps its page."""
_AREA = 2.6
"""Text that is set a factor smaller takes this power of that factor less room: lines get longer too."""
_NEARLY = 0.1
"""Points between a text and the foot of its column that are none."""
_MARGINS = (0.004, 0.02)
"""How much further to shrink than that rule says, in turn."""


@dataclass(frozen=True, slots=True)
class Fit:
    """How a chapter is set.

    Attributes:
        shrink: Factor of the size of text.
        filler: Points at the foot of the last page that stay empty.
    """

    shrink: float = 1.0
    filler: float = 0.0


@dataclass(frozen=True, slots=True)
class Extent:
    """Where a chapter came to stand.

    Attributes:
        pages: Number of pages.
        height: Height of a column on the last page, in points.
        used: Points of text on the last page, both columns together.
        room: Points of text that the pages before it can hold.
        over: Points of text that those pages are short of.
        ends: Points from the top of the last page's columns down to where the text ends.
    """

    pages: int
    height: float
    used: float
    room: float = 0.0
    over: float = 0.0
    ends: float = 0.0


Mark = Mapping[str, Any]
"""What the template says of a place: ``kind``, ``chapter``, ``page``, and ``x`` and ``y`` in points."""


def extents(marks: Sequence[Mark]) -> dict[str, Extent]:
    """Where chapters came to stand, from the marks at their start and end and at the band that closes one."""
    found: dict[str, dict[str, Mark]] = {}
    for mark in marks:
        found.setdefault(mark["chapter"], {})[mark["kind"]] = mark
    return {
        chapter: _extent(own["start"], own["end"], own.get("band"))
        for chapter, own in found.items()
        if "end" in own
    }


def _extent(start: Mark, end: Mark, band: Mark | None) -> Extent:
    last = max(end["page"], band["page"] if band else 0)
    room = _room(start, last - start["page"])
    top = start["y"] if last == start["page"] else TOP
    height = (band["y"] - BAND_CLEARANCE if band else _FOOT) - top
    if end["page"] < last:
        over = _filled(start, end) + 2 * (_FOOT - top - height) - room
        return Extent(last - start["page"] + 1, height, 0.0, room, over)
    ends = end["y"] - top
    used = (height if end["x"] > MIDDLE else 0.0) + ends
    return Extent(last - start["page"] + 1, height, used, room, used + 2 * (_FOOT - top - height), ends)


def _room(start: Mark, pages: int) -> float:
    """Points of text that the first pages of a chapter hold, both columns together."""
    return 2 * (_FOOT - start["y"]) + 2 * (pages - 1) * (_FOOT - TOP) if pages else 0.0


def _filled(start: Mark, end: Mark) -> float:
    """Points of text between two marks."""
    pages = end["page"] - start["page"]
    top = TOP if pages else start["y"]
    first = _FOOT - top if end["x"] > MIDDLE else 0.0
    return float(_room(start, pages) + first + end["y"] - top)


def shrunk(extent: Extent) -> list[Fit]:
    """The fits to try, in turn, where a little less size would save a chapter its last page."""
    if extent.pages == 1:
        return []
    share = extent.room / (extent.room + max(extent.over, 0.0))
    enough = share ** (1 / _AREA)
    if enough < _HOPELESS:
        return []
    factors = [round(enough - margin, 3) for margin in _MARGINS]
    kept = [factor for factor in factors if factor > _SMALLEST]
    return [Fit(factor) for factor in (*(kept or [_GENTLE]), _SMALLEST)]


def levelled(fit: Fit, extent: Extent, slack: float = _SLACK) -> Fit:
    """The same fit, with a last page that ends where both columns are equally long."""
    filler = extent.height - extent.used / 2 - slack
    return replace(fit, filler=round(max(0.0, filler), 1))


def is_crowded(fit: Fit, before: Extent, now: Extent) -> bool:
    """True where columns cut short leave the text no room: it takes a page more, or fills the last one up.

    A box that is kept whole runs past the foot of a column that is too short for it, and counts as if it
    ended there.

    Args:
        fit: How the chapter is set.
        before: Where it stood without a filler.
        now: Where it stands with that of `fit`.
    """
    return now.pages > before.pages or now.ends > before.height - fit.filler - _NEARLY
