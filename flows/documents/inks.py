"""What a printer puts on paper: the four inks of each colour, and what a brand says about it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TypeAlias

from flows.positions.written_fields import CLOSED, Number, Words

Inks: TypeAlias = tuple[float, float, float, float]
"""Cyan, magenta, yellow and black, each from 0 to 1."""

_GREY, _BLACK = 8 / 255, 16 / 255
"""How far the channels of a grey may lie apart, and how light a black may be."""


class Condition(StrEnum):
    """The registered printing conditions that a brand can name: the newer coated, the older one, uncoated."""

    FOGRA51 = "FOGRA51"
    FOGRA39 = "FOGRA39"
    FOGRA52 = "FOGRA52"


@dataclass(frozen=True, slots=True)
class Printing:
    """What a brand says about its PDF for the printer.

    Attributes:
        condition: The press and paper that the colours are meant for.
        marks: Whether to draw crop marks.
        inks: Percents of cyan, magenta, yellow and black by the name of a colour; others follow `inks_of`.
    """

    __pydantic_config__ = CLOSED
    condition: Condition = Condition.FOGRA51
    marks: bool = False
    inks: Mapping[Words, tuple[Number, ...]] = field(default_factory=dict)


def inks_of(red: float, green: float, blue: float) -> Inks:
    """The inks of a colour on a screen, whose channels are from 0 to 1; never more than 300% in all.

    Black takes over all that the three others have in common; what is left is divided by what black leaves
    open. A grey is black alone, and what is nearly black is all black: small letters then take one ink.
    """
    most = max(red, green, blue)
    if most - min(red, green, blue) <= _GREY:
        return 0.0, 0.0, 0.0, 1.0 if most <= _BLACK else round(1 - (red + green + blue) / 3, 4)
    cyan, magenta, yellow = (round(1 - channel / most, 4) for channel in (red, green, blue))
    return cyan, magenta, yellow, round(1 - most, 4)
