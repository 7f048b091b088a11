"""The boxes and tables of a Word file: lists begin where their box does, and small tables stay together."""

import re
from collections.abc import Iterator
from dataclasses import replace

from lxml import etree

from flows.documents.brand import Brand
from flows.press.reference import WORD, paragraph_properties, style_id
from flows.press.transforms.docx import TONED
from flows.press.word_styles import Look, paragraph_styles

W = f"{{{WORD}}}"
_STEP = 284
"""Indent of a list level inside a box, in twentieths of a point."""
_EDGE, _RIGHT = 170, 57
"""Where a box begins, and how far its text stays from its right side: the indents of its styles."""
_AFTER = 14.0
"""Points below a box."""
_SMALL_TABLE = 16
"""Rows of a table that fits on any page."""
_BOX = re.compile(f"(?:{'|'.join(TONED)})[0-9]+")
_ORDER = (
    *("pStyle", "keepNext", "keepLines", "pageBreakBefore", "widowControl", "numPr", "pBdr", "shd", "tabs"),
    *("spacing", "ind", "contextualSpacing", "jc", "outlineLvl", "rPr", "sectPr"),
)
"""Paragraph properties in the order that the schema asks for, as far as they occur here."""


def set_boxes(body: etree._Element, brand: Brand) -> None:
    """Indent the lists inside boxes and close each box below its last paragraph."""
    looks = {style_id(name): look for name, look in paragraph_styles(brand).items()}
    for paragraph in body.iter(f"{W}p"):
        style = style_of(paragraph)
        if _BOX.match(style):
            _indent(paragraph)
            if _is_last(paragraph):
                put(paragraph, closing(looks[style]))


def keep_tables_whole(body: etree._Element) -> None:
    """Keep each row with the next, so that a small table never goes on on another page."""
    for table in body.iter(f"{W}tbl"):
        rows = table.findall(f"{W}tr")
        for row in rows[:-1] if len(rows) <= _SMALL_TABLE else ():
            for paragraph in row.iter(f"{W}p"):
                put(paragraph, "<w:keepNext/>")


def closing(look: Look) -> str:
    """The properties that a box's last paragraph has besides those of its style."""
    return paragraph_properties(
        replace(look, floor=look.ground, ground="", after=_AFTER, left=0, keep=False, level=None)
    )


def _is_last(paragraph: etree._Element) -> bool:
    after = next(paragraph.itersiblings(f"{W}p", f"{W}tbl"), None)
    if after is None or after.tag != paragraph.tag or style_of(after).endswith("Title"):
        return True
    return _box_of(after) != _box_of(paragraph)


def _box_of(paragraph: etree._Element) -> str:
    found = _BOX.match(style_of(paragraph))
    return found[0] if found else ""


def _indent(paragraph: etree._Element) -> None:
    level = paragraph.find(f"{W}pPr/{W}numPr/{W}ilvl")
    if level is not None:
        left = _EDGE + _STEP * (int(level.get(f"{W}val") or 0) + 1)
        put(paragraph, f'<w:ind w:left="{left}" w:hanging="{_STEP}" w:right="{_RIGHT}"/>')


def put(paragraph: etree._Element, properties: str) -> None:
    """Give a paragraph properties of its own, in place of those it has, in the schema's order."""
    own = paragraph.find(f"{W}pPr")
    if own is None:
        own = etree.Element(f"{W}pPr")
        paragraph.insert(0, own)
    for new in parsed("pPr", properties):
        old = own.find(new.tag)
        if old is not None:
            own.remove(old)
        own.append(new)
    own[:] = sorted(own, key=_rank)


def _rank(element: etree._Element) -> int:
    name = etree.QName(element).localname
    return _ORDER.index(name) if name in _ORDER else len(_ORDER)


def parsed(name: str, inner: str) -> Iterator[etree._Element]:
    """The elements of a piece of Word's XML."""
    yield from list(etree.fromstring(f'<w:{name} xmlns:w="{WORD}">{inner}</w:{name}>'))


def style_of(paragraph: etree._Element) -> str:
    """The id of a paragraph's style, or nothing where it names none."""
    style = paragraph.find(f"{W}pPr/{W}pStyle")
    return style.get(f"{W}val") or "" if style is not None else ""
