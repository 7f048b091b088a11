"""The paragraph styles of a Word file, from the brand."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

from flows.documents.brand import Brand


@dataclass(frozen=True, slots=True)
class Look:
    """How a paragraph style looks.

    Attributes:
        size: Size in points; None takes that of the style it is based on.
        colour: Colour of the text, as ``#rrggbb``.
        ground: Colour behind the whole paragraph.
        edge: Colour of a rule on its left.
        roof: Colour of a rule above it.
        floor: Colour of a rule below it.
        frame: Colour of a rule around it.
        sides: The sides that the frame has.
        bold: True for weight.
        before: Space above, in points; None takes that of the style it is based on.
        after: Space below, in points, likewise.
        line: Line height as a multiple, likewise.
        left: Indent in millimetres.
        right: Indent on the right in millimetres.
        keep: True where the paragraph stays with the next one.
        new_page: True where it starts a page.
        level: Outline level for headings, from 0.
        based_on: Name of the style it is based on.
    """

    size: float | None = None
    colour: str = ""
    ground: str = ""
    edge: str = ""
    roof: str = ""
    floor: str = ""
    frame: str = ""
    sides: tuple[str, ...] = ("top", "left", "bottom", "right")
    bold: bool = False
    before: float | None = None
    after: float | None = None
    line: float | None = None
    left: float = 0
    right: float = 0
    keep: bool = False
    new_page: bool = False
    level: int | None = None
    based_on: str = "Normal"


def paragraph_styles(brand: Brand) -> dict[str, Look]:
    """Every paragraph style by its name."""
    return {**_text_styles(brand), **_cover_styles(brand), **dict(_toned_styles(brand))}


def _text_styles(brand: Brand) -> dict[str, Look]:
    scale, page = brand.scale, brand.page
    body, small = float(scale.body) + 0.7, float(scale.small) + 0.5
    muted, ink = brand.colour(page.muted), brand.colour(page.ink)
    solid = brand.tone(0)[0]
    text = Look(after=6, line=1.15)
    chapter, theme = float(scale.chapter), float(scale.theme) + 1
    return {
        "Normal": Look(size=body, colour=ink, before=0, after=0, line=1.15, based_on=""),
        "Body Text": text,
        "First Paragraph": Look(based_on="Body Text"),
        "Compact": Look(based_on="Body Text", after=1),
        "Lead": Look(size=float(scale.lead) - 1, after=7, line=1.12),
        "Block Text": Look(size=float(scale.lead), colour=solid, edge=solid, left=4, before=8, after=4),
        "heading 1": Look(
            size=chapter, colour=solid, bold=True, before=12, after=10, keep=True, level=0, line=1
        ),
        "heading 2": Look(
            size=theme, colour=solid, bold=True, before=16, after=4, keep=True, level=1, line=1
        ),
        "heading 3": Look(size=body + 1, bold=True, before=10, after=3, keep=True, level=2),
        "Contents Title": Look(size=body, colour=muted, bold=True, after=2, keep=True),
        "Contents": Look(size=body + 1, after=3),
        "Figure Title": Look(bold=True, before=12, after=4, keep=True),
        "Chart": Look(after=2, keep=True),
        "Source": Look(size=small, colour=muted, before=2, after=8),
        "Speaker": Look(bold=True, after=2),
        "Contact Title": Look(size=body + 1, colour=solid, bold=True, before=18, **_card(solid, "top")),
        "Contact": Look(**_card(solid, "bottom")),
        "header": Look(size=small, colour=muted),
        "footer": Look(size=small, colour=muted),
    }


def _card(colour: str, end: str) -> dict[str, Any]:
    """A frame that begins in one style and ends in another; with one style, cards would grow together."""
    return {"frame": colour, "sides": (end, "left", "right"), "left": 3.0, "right": 3.0, "keep": True}


def _cover_styles(brand: Brand) -> dict[str, Look]:
    on, size = brand.colour(brand.cover.on), float(brand.scale.cover)
    return {
        "Cover Logo": Look(after=10, left=20),
        "Cover Organisation": Look(size=13, colour=on, bold=True, after=230, left=20),
        "Subtitle": Look(size=15, colour=on, bold=True, after=6, left=20, right=60),
        "Title": Look(size=size, colour=on, bold=True, after=16, left=20, right=25, line=0.95),
        "Cover Province": Look(size=24, colour=on, bold=True, after=120, left=20, right=20),
        "Cover Line": Look(size=12, colour=on, after=2, left=20, right=20),
        "Cover Draft": Look(size=13, colour=on, bold=True, before=8, left=20, right=20),
    }


def _toned_styles(brand: Brand) -> Iterator[tuple[str, Look]]:
    body, small = float(brand.scale.body) + 0.7, float(brand.scale.small) + 0.5
    title = Look(size=body + 1, bold=True, before=12, after=0, keep=True)
    for number in range(len(brand.chapters) + 1):
        solid, tint, on = brand.tone(number)
        ask: dict[str, Any] = {"ground": tint, "edge": solid, "left": 3.0, "right": 1.0}
        fact: dict[str, Any] = {"ground": solid, "colour": on, "edge": solid, "left": 3.0, "right": 1.0}
        yield f"Ask {number}", Look(after=0, line=1.1, roof=tint, **ask)
        yield f"Ask {number} Title", replace(title, colour=solid, roof=tint, **ask)
        yield f"Ask {number} Source", Look(size=small, after=0, roof=tint, **ask)
        yield f"Fact {number}", Look(after=0, line=1.1, roof=solid, **fact)
        yield f"Fact {number} Title", replace(title, roof=solid, **fact)
        yield f"Fact {number} Source", Look(size=small, after=0, **fact)


def heading_looks(brand: Brand, tone: int) -> dict[str, Look]:
    """What the headings of a coloured chapter add to their style, by the id of that style."""
    solid, _, on = brand.tone(tone)
    band = Look(colour=on, ground=solid, frame=solid, left=3, right=3, new_page=True, before=0, after=14)
    return {"Heading1": band, "Heading2": Look(colour=solid, before=16, after=4)}
