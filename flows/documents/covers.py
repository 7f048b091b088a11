"""How the parts of a cover are put together, in millimetres on a page of A4; every writer measures alike."""

from enum import StrEnum

from flows.documents.elements import Element, attributes_of, div, inner


class Composition(StrEnum):
    """What decorates a cover: circles, or bands from edge to edge below a strip of paper."""

    SHAPES = "shapes"
    BANDS = "bands"


STRIP = 38
"""Height of the strip of paper on top of bands, where the organisation and its logo stand."""
BANDS = (62, 15, 4)
"""Heights of the bands below it, in the colours of the cover's shapes."""


def composed(cover: Element, composition: Composition) -> Element:
    """A cover that says how it is composed; with circles, as it is."""
    if composition is Composition.SHAPES:
        return cover
    return div("cover", inner(cover), composition=composition)


def composition_of(cover: Element) -> Composition:
    """How a cover is composed."""
    return Composition(attributes_of(cover).get("composition", Composition.SHAPES))
