"""How the parts of a cover are put together, in millimetres on a page of A4; every writer measures alike."""

from enum import StrEnum

from flows.documents.elements import Element, Tree, attributes_of, div, inner


class Composition(StrEnum):
    """What decorates a cover: circles, or bands from edge to edge below a strip of paper."""

    SHAPES = "shapes"
    BANDS = "bands"


STRIP = 38
"""Height of the strip of paper on top of bands, where the organisation and its logo stand."""
BANDS = (62, 15, 4)
"""Heights of the bands below it, in the colours of the cover's shapes."""
BELOW_A_PHOTO = (6, 2)
"""Heights of those that are left below a photo."""
CIRCLES = ((71, -34, 184), (-44, 187, 168), (134, 227, 100))
"""Left, top and width of each circle, from the corner of the page; a photo takes the place of the first,
and leaves room for the last alone, in the second colour."""


def composed(cover: Element, composition: Composition, photo: Tree) -> Element:
    """A cover that says how it is composed, with its photo as the last part; with bare circles, as it is."""
    if composition is Composition.SHAPES and not photo:
        return cover
    return div("cover", [*inner(cover), *photo], composition=composition)


def composition_of(cover: Element) -> Composition:
    """How a cover is composed."""
    return Composition(attributes_of(cover).get("composition", Composition.SHAPES))
