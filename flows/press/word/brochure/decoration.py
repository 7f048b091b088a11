"""What is drawn behind the words of a cover in Word: the ground, the brand's shapes, and the photo."""

from collections.abc import Iterator
from itertools import accumulate

from lxml import etree

from flows.documents.brand import Brand
from flows.documents.covers import BANDS, BELOW_A_PHOTO, CIRCLES, STRIP, Composition
from flows.documents.photos import FRAMES, Frame
from flows.press.word.boxes import PAGE_HEIGHT, PAGE_WIDTH
from flows.press.word.brochure.photos import EMU_PER_MM, EMU_PER_TWIP, beyond, rounded
from flows.press.word.reference import WORD

_WIDTH = 210
Place = tuple[int, int, int, int]
"""Left, top, width and height in millimetres, from the corner of the page."""
_FIRST_ID = 900001
"""Ids of the shapes; those of pictures are far below."""
_PHOTO = 100
"""What comes before the photo is below it: the shapes."""
SPACES = {
    "w": WORD,
    "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "wps": "http://schemas.microsoft.com/office/word/2010/wordprocessingShape",
    "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
    "v": "urn:schemas-microsoft-com:vml",
    "adec": "http://schemas.microsoft.com/office/drawing/2017/decorative",
}


def top_of_text(brand: Brand) -> int:
    """Where the bands or the photo end, in millimetres from the edge of the page."""
    if brand.cover.composition is Composition.BANDS:
        return _top_of_bands(brand) + sum(_heights(brand))
    _, top, width = CIRCLES[0]
    return top + width


def _heights(brand: Brand) -> tuple[int, ...]:
    return BELOW_A_PHOTO if brand.cover.photo else BANDS


def _top_of_bands(brand: Brand) -> int:
    return STRIP + (FRAMES[Composition.BANDS].height if brand.cover.photo else 0)


def decoration(brand: Brand) -> Iterator[str]:
    """The ground and what decorates it, the lowest first, as content of runs."""
    ground = brand.colour(brand.cover.ground)[1:]
    page = (0, 0, PAGE_WIDTH * EMU_PER_TWIP, PAGE_HEIGHT * EMU_PER_TWIP)
    yield _shape(0, "rect", page, ground, _old_ground(ground))
    has_bands = brand.cover.composition is Composition.BANDS
    form, places = ("rect", _bands(brand)) if has_bands else ("ellipse", _circles(brand))
    for number, (colour, place) in enumerate(places, 1):
        left, top, width, height = (size * EMU_PER_MM for size in place)
        yield _shape(number, form, (left, top, width, height), brand.colour(colour)[1:], "")


def _circles(brand: Brand) -> Iterator[tuple[str, Place]]:
    shown = zip(brand.cover.shapes, CIRCLES, strict=False)
    if brand.cover.photo:
        shown = zip(brand.cover.shapes[1:2], CIRCLES[-1:], strict=False)
    for colour, (left, top, width) in shown:
        yield colour, (left, top, width, width)


def _bands(brand: Brand) -> Iterator[tuple[str, Place]]:
    yield brand.page.paper, (0, 0, _WIDTH, STRIP)
    heights = _heights(brand)
    tops = accumulate(heights, initial=_top_of_bands(brand))
    for colour, top, height in zip(brand.cover.shapes, tops, heights, strict=False):
        yield colour, (0, top, _WIDTH, height)


def placed_photo(inline: etree._Element, composition: Composition) -> str:
    """The photo of a cover, which stands in a line, in its place on the page, as content of a run."""
    frame = FRAMES[composition]
    in_circle = composition is Composition.SHAPES
    left, top = (CIRCLES[0][0], 0) if in_circle else (0, STRIP)
    about = _written(inline, "docPr")
    graphic = _filled(inline, frame) if in_circle else _written(inline, "graphic")
    place = (left * EMU_PER_MM, top * EMU_PER_MM, frame.width * EMU_PER_MM, frame.height * EMU_PER_MM)
    drawn = _anchored(_PHOTO, place, about, graphic)
    return _choice(drawn, "") if in_circle else drawn


def _filled(inline: etree._Element, frame: Frame) -> str:
    """A part of a circle filled with a photo."""
    width, height = frame.width * EMU_PER_MM, frame.height * EMU_PER_MM
    fill = f"{_written(inline, 'blip')}<a:stretch>{beyond(inline)}</a:stretch>"
    return _graphic(width, height, rounded(), f'<a:blipFill rotWithShape="1">{fill}</a:blipFill>')


def _graphic(width: int, height: int, form: str, fill: str) -> str:
    return (
        f'<a:graphic><a:graphicData uri="{SPACES["wps"]}">'
        '<wps:wsp><wps:cNvSpPr/><wps:spPr><a:xfrm><a:off x="0" y="0"/>'
        f'<a:ext cx="{width}" cy="{height}"/></a:xfrm>{form}'
        f"{fill}<a:ln><a:noFill/></a:ln></wps:spPr>"
        "<wps:bodyPr/></wps:wsp></a:graphicData></a:graphic>"
    )


def _written(inline: etree._Element, name: str) -> str:
    (part,) = inline.iter(f"{{*}}{name}")
    return etree.tostring(part).decode()


def _shape(number: int, form: str, place: tuple[int, int, int, int], colour: str, old: str) -> str:
    _, _, width, height = place
    about = f'<wp:docPr id="{_FIRST_ID + number}" name="Cover {number}">{_DECORATIVE}</wp:docPr>'
    outline = f'<a:prstGeom prst="{form}"><a:avLst/></a:prstGeom>'
    fill = f'<a:solidFill><a:srgbClr val="{colour.upper()}"/></a:solidFill>'
    return _choice(_anchored(number, place, about, _graphic(width, height, outline, fill)), old)


def _choice(new: str, old: str) -> str:
    """What programs show that know drawings of this kind, and what the others do."""
    return (
        f'<mc:AlternateContent><mc:Choice Requires="wps">{new}</mc:Choice>'
        f"<mc:Fallback>{old}</mc:Fallback></mc:AlternateContent>"
    )


def _anchored(number: int, place: tuple[int, int, int, int], about: str, graphic: str) -> str:
    left, top, width, height = place
    return (
        '<w:drawing><wp:anchor distT="0" distB="0" distL="0" '
        f'distR="0" simplePos="0" relativeHeight="{number + 1}" behindDoc="1" locked="0" layoutInCell="1" '
        'allowOverlap="1"><wp:simplePos x="0" y="0"/>'
        f'<wp:positionH relativeFrom="page"><wp:posOffset>{left}</wp:posOffset></wp:positionH>'
        f'<wp:positionV relativeFrom="page"><wp:posOffset>{top}</wp:posOffset></wp:positionV>'
        f'<wp:extent cx="{width}" cy="{height}"/><wp:effectExtent l="0" t="0" r="0" b="0"/><wp:wrapNone/>'
        f"{about}<wp:cNvGraphicFramePr/>{graphic}</wp:anchor></w:drawing>"
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
