"""Photos of a brand: where they stand, what is cut off them, and how many pixels that takes in print."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Annotated

from pydantic import BeforeValidator, Field

from flows.documents.covers import Composition
from flows.positions.marked import Marked
from flows.positions.written import as_written
from flows.positions.written_fields import CLOSED, FILE_PATTERN, LANGUAGE_PATTERN, Number, Words
from flows.problems.codes import problem
from flows.problems.records import Problem

FileName = Annotated[str, BeforeValidator(as_written), Field(pattern=FILE_PATTERN)]
"""The name of a file beside the brand file; never a path."""
LanguageCode = Annotated[str, BeforeValidator(as_written), Field(pattern=LANGUAGE_PATTERN)]


@dataclass(frozen=True, slots=True)
class Photo:
    """A photo beside the brand file.

    Attributes:
        file: The file: JPEG or PNG.
        alt: What a reader who does not see it is told, in the language of the edition.
        credit: Who made it; printed small beside it.
        focus: The point that stays in sight whatever is cut off: percents from the left and from the top.
        alt_in: The same as `alt` in other languages, by their code.
    """

    __pydantic_config__ = CLOSED
    file: FileName
    alt: Words
    credit: Words
    focus: tuple[Number, ...] = ()
    alt_in: Mapping[LanguageCode, Words] = field(default_factory=dict)

    @property
    def point(self) -> tuple[float, float]:
        """The point that stays in sight, as shares of width and height: the middle where none is said."""
        across, down = self.focus or (50, 50)
        return float(across) / 100, float(down) / 100


@dataclass(frozen=True, slots=True)
class Frame:
    """Room for a photo on a page, in millimetres."""

    width: int
    height: int


FRAMES: Mapping[Composition, Frame] = {
    Composition.SHAPES: Frame(139, 150),
    Composition.BANDS: Frame(210, 118),
}
"""Room for the photo of a cover: what the page shows of a circle in its corner, or a band to both edges."""
CHAPTER = Frame(210, 60)
"""Room for the photo of a chapter: a band below its heading, to both edges of a printed page."""
DENSITY = 8
"""Pixels in a millimetre that print needs: 203 in an inch, below which the press shows them."""


def needed(frame: Frame) -> tuple[int, int]:
    """The least width and height of a photo that is sharp in print, in pixels."""
    return frame.width * DENSITY, frame.height * DENSITY


def cut(ratio: float, frame: Frame, point: tuple[float, float]) -> tuple[float, float, float, float]:
    """What is cut off a photo so that it fills a frame: shares of it on the left, top, right and bottom.

    As `object-fit: cover` with `object-position` does it in a browser.

    Args:
        ratio: Width of the photo divided by its height.
        frame: The frame.
        point: The point that stays in sight, as shares of width and height.
    """
    wanted = frame.width / frame.height
    across, down = max(0.0, 1 - wanted / ratio), max(0.0, 1 - ratio / wanted)
    left, top = across * point[0], down * point[1]
    return left, top, across - left, down - top


_PERCENT = 100


def odd_values(photo: Photo, part: Marked, path: tuple[str, ...]) -> Iterator[Problem]:
    """SP834 (``key``) for a point that is not two numbers from 0 to 100, SP839 for a text without words."""
    at = photo.focus
    if at and not (len(at) == len(("across", "down")) and all(0 <= one <= _PERCENT for one in at)):
        yield problem("SP834", part.span(*path, "focus").place, key=".".join((*path, "focus")))
    said: dict[tuple[str, ...], str] = {("alt",): photo.alt, ("credit",): photo.credit}
    said |= {("alt_in", code): text for code, text in photo.alt_in.items()}
    for key, text in said.items():
        if not any(map(str.isalnum, text)):
            yield problem("SP839", part.span(*path, *key).place, key=".".join((*path, *key)))
