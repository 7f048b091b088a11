"""The cover of a Word file: a page of its own, with the brand's shapes behind the words."""

from collections.abc import Mapping

from lxml import etree

from flows.documents.brand import Brand
from flows.documents.covers import Composition
from flows.press.word.boxes import TWIPS_PER_MM, style_id
from flows.press.word.brochure.decoration import SPACES, decoration, placed_photo, top_of_text
from flows.press.word.brochure.photos import COVER_CREDIT, COVER_PHOTO
from flows.press.word.brochure.tree import COVER_STYLES, LOGO_STYLE
from flows.press.word.reference import WORD, page_setup
from flows.press.word.tables import put, style_of

_PHOTO = style_id(COVER_PHOTO)
_STYLES = frozenset(
    style_id(style) for style in (LOGO_STYLE, *COVER_STYLES.values(), COVER_PHOTO, COVER_CREDIT)
)
_FRAME = (
    '<w:framePr w:w="4820" w:hSpace="0" w:wrap="around" w:vAnchor="margin" w:hAnchor="margin" '
    'w:xAlign="left" w:yAlign="bottom"/>'
)
"""85 mm wide, at the foot of the page; lines that follow each other stand in one frame."""
_AT_THE_FOOT = dict.fromkeys(("OmslagRegel", "OmslagConcept", style_id(COVER_CREDIT)), _FRAME)
_MARGIN = 1134
"""20 mm in twentieths of a point."""
_BELOW = 10
"""Millimetres between a photo or the last band and the first line."""


def _at_the_top(width: int, side: str, top: int) -> str:
    """A frame some twentieths of a point wide, or as wide as what stands in it."""
    wide = f'w:w="{width}" ' if width else ""
    return (
        f'<w:framePr {wide}w:hSpace="0" w:wrap="around" w:vAnchor="page" w:hAnchor="margin" '
        f'w:xAlign="{side}" w:y="{top}"/>'
    )


_ON_THE_STRIP = {
    "OmslagLogo": _at_the_top(0, "right", 624),
    "OmslagOrganisatie": _at_the_top(5670, "left", 907),
}
"""100 mm for the organisation; the logo 11 mm from the edge of the page."""
_BESIDE_THE_PHOTO = {
    "OmslagLogo": _at_the_top(0, "left", 1247),
    "OmslagOrganisatie": _at_the_top(2608, "left", 2381),
}
"""The logo 22 mm from the edge of the page, and 46 mm for the organisation below it."""


def set_cover(body: etree._Element, brand: Brand) -> None:
    """Give the lines of the cover, which stand first in the body, a page of their own with its shapes."""
    lines = []
    for element in body:
        if style_of(element) not in _STYLES:
            break
        lines.append(element)
    if lines:
        lines[-1].addnext(_parsed("p", _section_end(brand)))
        frames = _frames(brand)
        for line in lines:
            if style_of(line) in frames:
                put(line, frames[style_of(line)])
        # What stands in a frame cannot hold a drawing that is larger: LibreOffice would cut it off.
        holder = next((line for line in lines if style_of(line) not in frames), lines[0])
        at = 1 if holder.find(f"{{{WORD}}}pPr") is not None else 0
        for number, shape in enumerate([*decoration(brand), *_taken(body, lines, brand)]):
            holder.insert(at + number, _parsed("r", shape))


def _taken(body: etree._Element, lines: list[etree._Element], brand: Brand) -> list[str]:
    """The photo of the cover, out of the line in which Pandoc put it."""
    taken = []
    for line in lines:
        if style_of(line) == _PHOTO:
            (inline,) = line.iter("{*}inline")
            taken.append(placed_photo(inline, brand.cover.composition))
            body.remove(line)
    return taken


def _frames(brand: Brand) -> Mapping[str, str]:
    """The frame of each line that does not stand in the flow, by its style."""
    if brand.cover.composition is Composition.BANDS:
        return {**_AT_THE_FOOT, **_ON_THE_STRIP}
    return {**_AT_THE_FOOT, **_BESIDE_THE_PHOTO} if brand.cover.photo else _AT_THE_FOOT


def _section_end(brand: Brand) -> str:
    in_flow = brand.cover.composition is Composition.SHAPES and not brand.cover.photo
    top = None if in_flow else round((top_of_text(brand) + _BELOW) * TWIPS_PER_MM)
    return (
        '<w:pPr><w:spacing w:before="0" w:after="0" w:line="20" w:lineRule="exact"/>'
        f'<w:rPr><w:sz w:val="2"/></w:rPr>{page_setup(_MARGIN, top=top)}</w:pPr>'
    )


def _parsed(name: str, inner: str) -> etree._Element:
    declared = " ".join(f'xmlns:{prefix}="{space}"' for prefix, space in SPACES.items())
    return etree.fromstring(f"<w:{name} {declared}>{inner}</w:{name}>")
