"""The cover of a Word file: a page of its own, with the brand's shapes behind the words."""

from collections.abc import Iterator, Mapping
from itertools import accumulate

from lxml import etree

from flows.documents.brand import Brand
from flows.documents.covers import BANDS, STRIP, Composition
from flows.press.word.boxes import PAGE_HEIGHT, PAGE_WIDTH, TWIPS_PER_MM, style_id
from flows.press.word.brochure.tree import COVER_STYLES, LOGO_STYLE
from flows.press.word.reference import WORD, page_setup
from flows.press.word.tables import put, style_of

_STYLES = frozenset(style_id(style) for style in (LOGO_STYLE, *COVER_STYLES.values()))
_FRAME = (
    '<w:framePr w:w="4820" w:hSpace="0" w:wrap="around" w:vAnchor="margin" w:hAnchor="margin" '
    'w:xAlign="left" w:yAlign="bottom"/>'
)
"""85 mm wide, at the foot of the page; lines that follow each other stand in one frame."""
_AT_THE_FOOT = {"OmslagRegel": _FRAME, "OmslagConcept": _FRAME}
_ON_THE_STRIP = {
    style: f'<w:framePr {width}w:hSpace="0" w:wrap="around" w:vAnchor="page" w:hAnchor="margin" '
    f'w:xAlign="{side}" w:y="{top}"/>'
    for style, width, side, top in (
        ("OmslagLogo", "", "right", 624),
        ("OmslagOrganisatie", 'w:w="5670" ', "left", 907),
    )
}
"""100 mm for the organisation, and what it needs for the logo, 11 mm from the edge of the page."""
_WIDTH = 210
_BELOW = 20
"""Millimetres between the last band and the first line."""
Place = tuple[int, int, int, int]
"""Left, top, width and height in millimetres, from the corner of the page."""
_MARGIN = 1134
"""20 mm in twentieths of a point."""
_EMU_PER_TWIP, _EMU_PER_MM = 635, 36000
_CIRCLES = ((71, -34, 184), (-44, 187, 168), (134, 227, 100))
"""Left, top and width of each circle in millimetres, from the corner of the page."""
_FIRST_ID = 900001
"""Ids of the shapes; those of pictures are far below."""
_SPACES = {
    "w": WORD,
    "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "wps": "http://schemas.microsoft.com/office/word/2010/wordprocessingShape",
    "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
    "v": "urn:schemas-microsoft-com:vml",
    "adec": "http://schemas.microsoft.com/office/drawing/2017/decorative",
}


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
        at = 1 if lines[0].find(f"{{{WORD}}}pPr") is not None else 0
        for number, shape in enumerate(_shapes(brand)):
            lines[0].insert(at + number, _parsed("r", shape))


def _has_bands(brand: Brand) -> bool:
    return brand.cover.composition is Composition.BANDS


def _frames(brand: Brand) -> Mapping[str, str]:
    """The frame of each line that does not stand in the flow, by its style."""
    return {**_AT_THE_FOOT, **_ON_THE_STRIP} if _has_bands(brand) else _AT_THE_FOOT


def _section_end(brand: Brand) -> str:
    top = round((STRIP + sum(BANDS) + _BELOW) * TWIPS_PER_MM) if _has_bands(brand) else None
    return (
        '<w:pPr><w:spacing w:before="0" w:after="0" w:line="20" w:lineRule="exact"/>'
        f'<w:rPr><w:sz w:val="2"/></w:rPr>{page_setup(_MARGIN, top=top)}</w:pPr>'
    )


def _shapes(brand: Brand) -> Iterator[str]:
    """The ground and what decorates it, the lowest first."""
    ground = brand.colour(brand.cover.ground)[1:]
    page = (0, 0, PAGE_WIDTH * _EMU_PER_TWIP, PAGE_HEIGHT * _EMU_PER_TWIP)
    yield _shape(0, "rect", page, ground, _old_ground(ground))
    form, places = ("rect", _bands(brand)) if _has_bands(brand) else ("ellipse", _circles(brand))
    for number, (colour, place) in enumerate(places, 1):
        left, top, width, height = (size * _EMU_PER_MM for size in place)
        yield _shape(number, form, (left, top, width, height), brand.colour(colour)[1:], "")


def _circles(brand: Brand) -> Iterator[tuple[str, Place]]:
    for colour, (left, top, width) in zip(brand.cover.shapes, _CIRCLES, strict=False):
        yield colour, (left, top, width, width)


def _bands(brand: Brand) -> Iterator[tuple[str, Place]]:
    yield brand.page.paper, (0, 0, _WIDTH, STRIP)
    tops = accumulate(BANDS, initial=STRIP)
    for colour, top, height in zip(brand.cover.shapes, tops, BANDS, strict=False):
        yield colour, (0, top, _WIDTH, height)


def _shape(number: int, form: str, place: tuple[int, int, int, int], colour: str, old: str) -> str:
    left, top, width, height = place
    return (
        f'<mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:anchor distT="0" distB="0" distL="0" '
        f'distR="0" simplePos="0" relativeHeight="{number + 1}" behindDoc="1" locked="0" layoutInCell="1" '
        'allowOverlap="1"><wp:simplePos x="0" y="0"/>'
        f'<wp:positionH relativeFrom="page"><wp:posOffset>{left}</wp:posOffset></wp:positionH>'
        f'<wp:positionV relativeFrom="page"><wp:posOffset>{top}</wp:posOffset></wp:positionV>'
        f'<wp:extent cx="{width}" cy="{height}"/><wp:effectExtent l="0" t="0" r="0" b="0"/><wp:wrapNone/>'
        f'<wp:docPr id="{_FIRST_ID + number}" name="Cover {number}">{_DECORATIVE}</wp:docPr>'
        '<wp:cNvGraphicFramePr/><a:graphic><a:graphicData uri="'
        f'{_SPACES["wps"]}"><wps:wsp><wps:cNvSpPr/><wps:spPr><a:xfrm><a:off x="0" y="0"/>'
        f'<a:ext cx="{width}" cy="{height}"/></a:xfrm><a:prstGeom prst="{form}"><a:avLst/></a:prstGeom>'
        f'<a:solidFill><a:srgbClr val="{colour.upper()}"/></a:solidFill><a:ln><a:noFill/></a:ln></wps:spPr>'
        "<wps:bodyPr/></wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing></mc:Choice>"
        f"<mc:Fallback>{old}</mc:Fallback></mc:AlternateContent>"
    )


_DECORATIVE = (
    '<a:extLst><a:ext uri="{C183D7F6-B498-43B3-948B-1728B52AA6E4}">'
    '<adec:decorative val="1"/></a:ext></a:extLst>'
)
"""Screen readers pass a shape over."""


def _old_ground(colour: str) -> str:
    """The ground for programs without drawings of this kind; on white, nobody could read the cover."""
    style = (
        f"position:absolute;left:0;top:0;width:{PAGE_WIDTH / 20}pt;height:{PAGE_HEIGHT / 20}pt;z-index:-1;"
        "mso-position-horizontal-relative:page;mso-position-vertical-relative:page"
    )
    return f'<w:pict><v:rect style="{style}" fillcolor="#{colour}" stroked="f"/></w:pict>'


def _parsed(name: str, inner: str) -> etree._Element:
    declared = " ".join(f'xmlns:{prefix}="{space}"' for prefix, space in _SPACES.items())
    return etree.fromstring(f"<w:{name} {declared}>{inner}</w:{name}>")
