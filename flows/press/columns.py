"""Even columns: how much to shrink a chapter, or cut its last page short, so that no page is left half empty.

Typst fills the first column before the second; it does not even them out by itself.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

PAGE_HEIGHT = 841.89
"""A4 in points."""
TOP, BOTTOM = 68.03, 56.69
"""Margins of the template, in points: 24 mm and 20 mm."""
MIDDLE = 297.64
_SLACK = 9.0
"""Points that a column may be longer than half of the text, since lines and boxes do not split anywhere."""
_SMALLEST = 0.925
"""The smallest factor for the size of text: 9.8 points become 9.1."""
_AREA = 2.2
"""Text that is set a factor smaller takes this power of that factor less room: lines get longer too."""
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
        before: Points of text on the pages before it.
    """

    pages: int
    height: float
    used: float
    before: float = 0.0


def extents(starts: Sequence[Mapping[str, Any]], ends: Sequence[Mapping[str, Any]]) -> dict[str, Extent]:
    """Where chapters came to stand, from the marks that the template leaves at their start and end."""
    first = {mark["chapter"]: mark for mark in starts}
    return {mark["chapter"]: _extent(first[mark["chapter"]], mark) for mark in ends}


def _extent(start: Mapping[str, Any], end: Mapping[str, Any]) -> Extent:
    pages = end["page"] - start["page"] + 1
    foot = PAGE_HEIGHT - BOTTOM
    height = foot - (start["y"] if pages == 1 else TOP)
    second = height if end["x"] > MIDDLE else 0.0
    used = second + end["y"] - (foot - height)
    before = 2 * (foot - start["y"]) + 2 * (pages - 2) * height if pages > 1 else 0.0
    return Extent(pages, height, used, before)


def shrunk(natural: Mapping[str, Extent]) -> dict[str, list[Fit]]:
    """The fits to try, in turn, for each chapter that a little less size would save a page."""
    found: dict[str, list[Fit]] = {}
    for chapter, extent in natural.items():
        if extent.pages > 1:
            enough = (extent.before / (extent.before + extent.used)) ** (1 / _AREA)
            factors = [round(enough - margin, 3) for margin in _MARGINS]
            found[chapter] = [Fit(factor) for factor in factors if factor >= _SMALLEST]
    return {chapter: fits for chapter, fits in found.items() if fits}


def levelled(fit: Fit, extent: Extent, slack: float = _SLACK) -> Fit:
    """The same fit, with a last page that ends where both columns are equally long."""
    filler = extent.height - extent.used / 2 - slack
    return replace(fit, filler=round(max(0.0, filler), 1))
