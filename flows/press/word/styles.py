"""The paragraph and character styles of a Word file, from the brand."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from flows.documents.brand import Brand
from flows.documents.covers import Composition
from flows.press.word.boxes import AFTER, TEXT_WIDTH, TWIPS_PER_MM

DEFAULT_CHARACTERS = "Default Paragraph Font"
"""The style of characters that have none."""


ASK = "Vraag"
"""The style of every ask, whatever its colours; its paragraphs count through the document."""
ASK_INDENT = 11.0
"""Room for the number of an ask, in millimetres."""
_MARGIN = 28
"""Millimetres beside running text, which keep its lines at some 80 characters."""


_BESIDE_A_PHOTO = 0.8
"""Share of its size that a title has on a cover with a photo, where it has less room."""


@dataclass(frozen=True, slots=True)
class Look:
    """How a paragraph style looks.

    Attributes:
        size: Size in points; None takes that of the style it is based on.
        colour: Colour of the text, as ``#rrggbb``.
        ground: Colour behind the whole paragraph.
        edge: Colour of a rule on its left.
        roof: Colour of a rule above it.
        floor: Colour of a rule below it, between it and the next of its kind too.
        frame: Colour of a rule around it.
        bold: True for weight.
        italic: True for italics.
        underline: How it is underlined: ``single``, ``none``.
        struck: True for a line through it.
        before: Space above, in points; None takes that of the style it is based on.
        after: Space below, in points, likewise.
        line: Line height as a multiple, likewise.
        height: Exact height of its lines in points, instead of a multiple.
        left: Indent in millimetres.
        right: Indent on the right in millimetres.
        keep: True where the paragraph stays with the next one.
        whole: True where its lines stay on one page.
        level: Outline level for headings, from 0.
        counted: True where each paragraph carries the next number of the asks.
        tab: Place of a right tab with dots before it, in millimetres.
        based_on: Name of the style it is based on.
    """

    size: float | None = None
    colour: str = ""
    ground: str = ""
    edge: str = ""
    roof: str = ""
    floor: str = ""
    frame: str = ""
    bold: bool = False
    italic: bool = False
    underline: str = ""
    struck: bool = False
    before: float | None = None
    after: float | None = None
    line: float | None = None
    height: float = 0
    left: float = 0
    right: float = 0
    keep: bool = False
    whole: bool = False
    level: int | None = None
    counted: bool = False
    tab: float = 0
    based_on: str = "Normal"


def paragraph_styles(brand: Brand) -> dict[str, Look]:
    """Every paragraph style by its name."""
    return {**_text_styles(brand), **_cover_styles(brand), **dict(_toned_styles(brand))}


def _text_styles(brand: Brand) -> dict[str, Look]:
    scale, page = brand.scale, brand.page
    body, small = _body(brand), _small(brand)
    muted, ink, line = brand.colour(page.muted), brand.colour(page.ink), brand.colour(page.line)
    solid = brand.tone(0)[0]
    chapter, theme = float(scale.chapter), float(scale.theme) + 1
    heading = Look(colour=solid, bold=True, keep=True, whole=True, line=1)
    return {
        "Normal": Look(size=body, colour=ink, before=0, after=0, line=1.05, based_on=""),
        "Body Text": Look(after=6, line=1.05, right=_MARGIN),
        "First Paragraph": Look(based_on="Body Text"),
        "Compact": Look(based_on="Body Text", after=1),
        "Inleiding": Look(size=float(scale.lead) - 1.4, after=6, line=1.05, right=_MARGIN),
        "Block Text": Look(
            size=float(scale.lead), colour=solid, edge=solid, left=4, right=_MARGIN, before=8, after=4
        ),
        "heading 1": replace(heading, size=chapter, before=24, after=10, level=0),
        "heading 2": replace(heading, size=theme, before=16, after=4, level=1),
        "heading 3": replace(heading, size=body + 1, colour=ink, before=10, after=3, level=2, line=None),
        "TOC Heading": Look(size=body, colour=muted, bold=True, after=4, keep=True),
        "toc 1": Look(
            size=body + 1,
            colour=brand.colour(page.link),
            bold=True,
            before=1,
            after=1,
            floor=line,
            keep=True,
            tab=TEXT_WIDTH / TWIPS_PER_MM,
        ),
        "caption": Look(bold=True, before=12, after=4, keep=True, whole=True),
        "Diagram": Look(after=4, keep=True),
        "Foto": Look(after=2, keep=True),
        "Foto bijschrift": Look(size=small, colour=muted, after=8),
        "Tabelkop": Look(size=body - 1, colour=muted, bold=True, before=2, after=2, keep=True),
        "Tabeltekst": Look(size=body - 1, before=2, after=2),
        "Bron": Look(size=small, colour=muted, before=3, after=8),
        "Spreker": Look(bold=True, after=2),
        "Vertaalopmerking": Look(size=small, colour=muted, bold=True, after=2, keep=True),
        "Contact titel": Look(size=body + 1, colour=solid, bold=True, after=2, keep=True),
        "Contact": Look(),
        AFTER: Look(height=12),
        "header": Look(size=small, colour=muted, floor=line),
        "footer": Look(size=small, colour=muted, roof=line),
    }


def _body(brand: Brand) -> float:
    return float(brand.scale.body) + 0.7


def _small(brand: Brand) -> float:
    return float(brand.scale.small) + 0.5


def _cover_styles(brand: Brand) -> dict[str, Look]:
    on, size = brand.colour(brand.cover.on), float(brand.scale.cover)
    size *= _BESIDE_A_PHOTO if brand.cover.photo else 1
    return {
        "Omslag logo": Look(after=10),
        "Omslag foto": Look(),
        "Omslag foto bijschrift": Look(size=_small(brand), colour=on, before=4),
        "Omslag organisatie": _organisation(brand),
        "Subtitle": Look(size=15, colour=on, bold=True, after=6, right=40),
        "Title": Look(size=size, colour=on, bold=True, after=16, right=5, line=0.92),
        "Omslag provincie": Look(size=25, colour=on, bold=True, right=20),
        "Omslag regel": Look(size=12, colour=on, after=2),
        "Omslag concept": Look(size=13, colour=on, bold=True, before=4),
    }


def _organisation(brand: Brand) -> Look:
    """It stands in the flow above the title, or in a frame on a strip of paper or beside a photo."""
    colour, has_bands = brand.colour(brand.cover.on), brand.cover.composition is Composition.BANDS
    if has_bands or brand.cover.photo:
        return Look(size=13, colour=brand.colour(brand.page.ink) if has_bands else colour, bold=True)
    return Look(size=13, colour=colour, bold=True, after=205)


def _toned_styles(brand: Brand) -> Iterator[tuple[str, Look]]:
    body, small = _body(brand), _small(brand)
    title = Look(size=body + 1, bold=True, keep=True, whole=True)
    yield ASK, Look(line=1.1, counted=True)
    for number in range(len(brand.chapters) + 1):
        solid, _, on = brand.tone(number)
        if number:
            yield f"Hoofdstuk {number}", _band(solid, on)
            yield f"Thema {number}", Look(colour=solid, level=1, based_on="heading 2")
        yield f"{ASK} {number}", Look(colour=on, based_on=ASK)
        yield f"{ASK} {number} vervolg", Look(colour=on, line=1.1, left=ASK_INDENT)
        yield f"{ASK} {number} titel", replace(title, colour=on)
        yield f"{ASK} {number} bron", Look(size=small, colour=on, left=ASK_INDENT)
        yield f"{ASK} {number} opmerking", Look(size=small, colour=on, bold=True, left=ASK_INDENT, keep=True)
        yield f"Feit {number}", Look(line=1)
        yield f"Feit {number} titel", replace(title, colour=solid)
        yield f"Feit {number} bron", Look(size=small)
        yield f"Feit {number} opmerking", Look(size=small, bold=True, keep=True)


def _band(solid: str, on: str) -> Look:
    return Look(
        colour=on,
        ground=solid,
        frame=solid,
        left=3,
        right=3,
        before=30,
        after=14,
        level=0,
        based_on="heading 1",
    )


def character_styles(brand: Brand) -> dict[str, Look]:
    """Every character style by its name."""
    link = Look(colour=brand.colour(brand.page.link), underline="single", based_on=DEFAULT_CHARACTERS)
    plain = Look(based_on=DEFAULT_CHARACTERS)
    return {
        DEFAULT_CHARACTERS: Look(based_on=""),
        "Strong": replace(plain, bold=True),
        "Emphasis": replace(plain, italic=True),
        "Verbatim Char": plain,
        "Hyperlink": link,
        "Inhoud koppeling": replace(link, bold=True, underline="none"),
        **{
            f"{ASK} {number} koppeling": replace(link, colour=brand.tone(number)[2])
            for number in range(len(brand.chapters) + 1)
        },
    }
