"""Photos of a Word file: what does not fit their frame is cut off, as in the other formats."""

from collections.abc import Iterator, Sequence
from math import atan2, cos, degrees, sin, tau

from lxml import etree

from flows.documents.covers import CIRCLES, Composition
from flows.documents.document import Document
from flows.documents.elements import walk
from flows.documents.photos import FRAMES, Frame, cut
from flows.press.word.boxes import TEXT_WIDTH, style_id
from flows.press.word.reference import WORD
from flows.press.word.tables import style_of

EMU_PER_TWIP, EMU_PER_MM = 635, 36000
COVER_PHOTO, PHOTO = "Omslag foto", "Foto"
"""The styles of the paragraphs that hold a photo, and nothing else."""
COVER_CREDIT, CREDIT = f"{COVER_PHOTO} bijschrift", f"{PHOTO} bijschrift"
"""Those of who made it."""
_STYLES = frozenset(map(style_id, (COVER_PHOTO, PHOTO)))
_DRAWING = "http://schemas.openxmlformats.org/drawingml/2006/main"
_A = f"{{{_DRAWING}}}"
_SHARE = 100_000
"""What Word calls the whole of a picture, of which it cuts."""


def set_flush(body: etree._Element) -> None:
    """Have pictures begin where text does; without a distance, LibreOffice takes three millimetres."""
    for inline in body.iter("{*}inline"):
        for side in "TBLR":
            inline.set(f"dist{side}", "0")


def crop_photos(body: etree._Element, document: Document) -> None:
    """Cut every photo so that it fills its frame; that of a chapter is as wide as the text."""
    holders = [each for each in body.iter(f"{{{WORD}}}p") if style_of(each) in _STYLES]
    for holder, (frame, point) in zip(holders, _photos(document), strict=True):
        (inline,) = holder.iter("{*}inline")
        (extent,) = inline.iter("{*}extent")
        ratio = int(extent.get("cx", "1")) / int(extent.get("cy", "1"))
        _cut(inline, cut(ratio, frame, point))
        width = frame.width * EMU_PER_MM if style_of(holder) != PHOTO else TEXT_WIDTH * EMU_PER_TWIP
        height = width * frame.height // frame.width
        for size in (extent, *inline.iter(f"{_A}ext")):
            if "cx" in size.attrib:
                size.set("cx", str(width))
                size.set("cy", str(height))


def _photos(document: Document) -> Iterator[tuple[Frame, tuple[float, float]]]:
    """Frame and point of each photo, in order."""
    for image in (one for one in walk(document.blocks) if one["t"] == "Image"):
        known = dict(image["c"][0][2])
        if "frame" in known:
            width, height = map(int, known["frame"].split())
            across, down = map(float, known["focus"].split())
            yield Frame(width, height), (across, down)


def _cut(inline: etree._Element, shares: Sequence[float]) -> None:
    (blip,) = inline.iter(f"{_A}blip")
    sides = {side: str(round(share * _SHARE)) for side, share in zip("ltrb", shares, strict=True)}
    blip.addnext(etree.Element(f"{_A}srcRect", sides))


def beyond(inline: etree._Element) -> str:
    """What was cut off a photo, as a fill of a shape says it: how far the photo reaches beyond."""
    (cropped,) = inline.iter(f"{_A}srcRect")
    cuts = {side: int(cropped.get(side, "0")) for side in "ltrb"}
    across, down = _SHARE - cuts["l"] - cuts["r"], _SHARE - cuts["t"] - cuts["b"]
    shown = {"l": across, "r": across, "t": down, "b": down}
    sides = (f'{side}="{-round(cut * _SHARE / shown[side])}"' for side, cut in cuts.items())
    return f"<a:fillRect {' '.join(sides)}/>"


def rounded() -> str:
    """The form of what the page shows of a circle in its corner.

    The outline runs from where the circle leaves the page at the top to where it leaves it on the right, and
    back. Lengths are micrometres from the corner of the frame, angles sixty-thousandths of a degree.
    """
    frame, (_, top, width) = FRAMES[Composition.SHAPES], CIRCLES[0]
    radius = width / 2
    down = top + radius
    from_right = atan2((radius**2 - (frame.width - radius) ** 2) ** 0.5, frame.width - radius)
    to_top = tau / 2 + atan2(down, (radius**2 - down**2) ** 0.5)
    points = [
        (radius + radius * cos(to_top), 0),
        (frame.width, 0),
        (frame.width, down + radius * sin(from_right)),
    ]
    first, *others = (f'<a:pt x="{round(x * 1000)}" y="{round(y * 1000)}"/>' for x, y in points)
    start, swing = (round(degrees(angle) * 60_000) for angle in (from_right, to_top - from_right))
    size = round(radius * 1000)
    return (
        "<a:custGeom><a:avLst/><a:gdLst/><a:ahLst/><a:cxnLst/>"
        '<a:rect l="0" t="0" r="r" b="b"/><a:pathLst>'
        f'<a:path w="{frame.width * 1000}" h="{frame.height * 1000}"><a:moveTo>{first}</a:moveTo>'
        f"{''.join(f'<a:lnTo>{point}</a:lnTo>' for point in others)}"
        f'<a:arcTo wR="{size}" hR="{size}" stAng="{start}" swAng="{swing}"/><a:close/></a:path>'
        "</a:pathLst></a:custGeom>"
    )
