"""How large a drawing says it is, in pixels of a ninety-sixth of an inch."""

import math
import re
from collections.abc import Mapping
from types import MappingProxyType

_LENGTH = re.compile(
    r"([+-]?(?:\d{1,12}(?:\.\d{0,12})?|\.\d{1,12})(?:[eE][+-]?\d{1,3})?)(px|pt|pc|in|cm|mm|q|em|ex)?"
)
_UNITS: Mapping[str, float] = MappingProxyType(
    {
        "": 1.0,
        "px": 1.0,
        "em": 16.0,
        "ex": 8.0,
        "in": 96.0,
        "pt": 96 / 72,
        "pc": 16.0,
        "cm": 96 / 2.54,
        "mm": 96 / 25.4,
        "q": 96 / 101.6,
    }
)
_NUMBERS_OF_A_VIEW = 4


def drawn_size(attributes: Mapping[str, str]) -> tuple[float, float] | None:
    """Width and height of a drawing; None where its outermost element does not say them as numbers.

    What ``width`` and ``height`` leave out follows from ``viewBox``, as in every renderer.
    """
    view = _view(attributes.get("viewBox", ""))
    width, height = (_length(attributes.get(name, "100%").strip()) for name in ("width", "height"))
    if width is None and height is None:
        return view
    if width is not None and height is not None:
        return width, height
    if view is None or not all(view):
        return None
    if height is None:
        return (width or 0.0), (width or 0.0) * view[1] / view[0]
    return height * view[0] / view[1], height


def _length(written: str) -> float | None:
    """A length in pixels; None for a share of something else, and for what is no length."""
    found = _LENGTH.fullmatch(written.lower())
    return float(found[1]) * _UNITS[found[2] or ""] if found else None


def _view(written: str) -> tuple[float, float] | None:
    try:
        numbers = [float(each) for each in written.replace(",", " ").split()]
    except ValueError:
        return None
    fits = len(numbers) == _NUMBERS_OF_A_VIEW and all(map(math.isfinite, numbers))
    return (numbers[2], numbers[3]) if fits else None
