"""Resolving tracked changes: what a Word text reads when every one is accepted, or every one rejected."""

from collections.abc import Iterator
from typing import Literal

from lxml import etree

from flows.press.word.reference import WORD
from flows.wording.characters import NON_BREAKING_HYPHEN, SOFT_HYPHEN

_W = f"{{{WORD}}}"
Side = Literal["new", "old"]
"""``new`` accepts every change, ``old`` rejects every one."""
_DROPPED = {"new": f"{_W}del", "old": f"{_W}ins"}
_PARAGRAPH, _TABLE, _ROW, _CELL = f"{_W}p", f"{_W}tbl", f"{_W}tr", f"{_W}tc"
_MARK = (f"{_W}pPr", f"{_W}rPr")
_ROW_PROPERTIES = f"{_W}trPr"
_DELETED = f"{_W}del"
_GAPS = frozenset({f"{_W}tab", f"{_W}br", f"{_W}cr"})
_HYPHENS = {f"{_W}softHyphen": SOFT_HYPHEN, f"{_W}noBreakHyphen": NON_BREAKING_HYPHEN}
"""Characters that Word keeps as elements."""
_OUTER = frozenset({f"{_W}ins", f"{_W}del", f"{_W}hyperlink", f"{_W}r", f"{_W}smartTag", f"{_W}fldSimple"})


def resolved(body: etree._Element, side: Side) -> list[str]:
    """The paragraphs of a text on one side, each on one line; a paragraph without words is none.

    Args:
        body: The body of a Word document, or a table's cell.
        side: Which changes count. Where the mark of a paragraph does not, it flows into the next one.
    """
    return list(_paragraphs(body, side))


def _paragraphs(container: etree._Element, side: Side) -> Iterator[str]:
    begun = ""
    for child in container:
        if child.tag == _PARAGRAPH:
            begun += _text(child, side)
            if _goes_on(child, side):
                continue
        elif child.tag != _TABLE:
            continue
        yield from _line(begun)
        begun = ""
        if child.tag == _TABLE:
            yield from _cells(child, side)
    yield from _line(begun)


def _line(text: str) -> Iterator[str]:
    line = " ".join(text.split())
    if line:
        yield line


def _cells(table: etree._Element, side: Side) -> Iterator[str]:
    for row in table.iterchildren(_ROW):
        properties = row.find(_ROW_PROPERTIES)
        if properties is None or properties.find(_DROPPED[side]) is None:
            for cell in row.iterchildren(_CELL):
                yield from _paragraphs(cell, side)


def _goes_on(paragraph: etree._Element, side: Side) -> bool:
    mark = paragraph
    for tag in (*_MARK, _DROPPED[side]):
        found = mark.find(tag)
        if found is None:
            return False
        mark = found
    return True


def _text(paragraph: etree._Element, side: Side) -> str:
    pieces: list[str] = []
    _gather(paragraph, side, f"{_W}t", pieces)
    return "".join(pieces)


def _gather(outer: etree._Element, side: Side, words: str, pieces: list[str]) -> None:
    """Collect the words of a run or what holds runs; those of a deletion have a tag of their own."""
    for child in outer:
        tag = child.tag
        if tag == words:
            pieces.append(child.text or "")
        elif tag in _GAPS:
            pieces.append(" ")
        elif tag in _HYPHENS:
            pieces.append(_HYPHENS[tag])
        elif tag in _OUTER and tag != _DROPPED[side]:
            _gather(child, side, f"{_W}delText" if tag == _DELETED else words, pieces)
