"""The last step of a redline: what Pandoc's writer cannot track, put into the XML of its text."""

from itertools import count, cycle, islice

from lxml import etree

from flows.press.word.boxes import space
from flows.press.word.properties import moment
from flows.press.word.reference import WORD
from flows.press.word.report.comments import Author
from flows.press.word.tables import parsed, properties_of

_W = f"{{{WORD}}}"
_PARAGRAPH = f"{_W}p"
_INSERTED, _DELETED = f"{_W}ins", f"{_W}del"
_ROWS = {f"{_W}cellIns": _INSERTED, f"{_W}cellDel": _DELETED}
_START, _END = f"{_W}bookmarkStart", f"{_W}bookmarkEnd"
_ID, _AUTHOR, _DATE = f"{_W}id", f"{_W}author", f"{_W}date"

_APART = 120
"""Seconds between the dates of revisions in one paragraph and the next.

LibreOffice takes insertions within a minute of each other, at the end of one paragraph and the start of the
next, for one; and to reject that one, it joins the paragraphs.
"""


def track(body: etree._Element, author: Author, first: int) -> None:
    """Make every change a revision that Word accepts or rejects as a whole.

    The signs of `flows.press.word.report.tree` become revisions of paragraph marks and rows, and every
    revision and bookmark gets a number of its own: Pandoc counts each kind by itself.

    Args:
        body: The body of the document.
        author: Whom the revisions are by.
        first: The first number that is free.
    """
    numbers = count(first)
    moments = cycle(moment(author.timestamp + apart) for apart in (0, _APART))
    now = next(moments)
    bookmarks: dict[str, str] = {}
    for element in list(body.iter(_PARAGRAPH, _INSERTED, _DELETED, *_ROWS, _START, _END)):
        own = element.get(_ID) or ""
        if element.tag == _PARAGRAPH:
            now = next(moments)
            continue
        if element.tag == _START:
            bookmarks[own] = str(next(numbers))
        if element.tag in (_START, _END):
            element.set(_ID, bookmarks[own])
        else:
            revision = _revision(element)
            revision.set(_ID, str(next(numbers)))
            revision.set(_AUTHOR, author.name)
            revision.set(_DATE, now)


def _revision(element: etree._Element) -> etree._Element:
    """The revision that an element is, or that it is a sign of."""
    if element.tag in _ROWS:
        return _row_revision(element)
    return element if len(element) else _mark_revision(element)


def _row_revision(sign: etree._Element) -> etree._Element:
    """The revision of the row that a sign stands in; the sign's own paragraph goes."""
    paragraph, cell, row = islice(sign.iterancestors(), 3)
    cell.remove(paragraph)
    return etree.SubElement(properties_of(row, "trPr"), _ROWS[str(sign.tag)])


def _mark_revision(sign: etree._Element) -> etree._Element:
    """The revision of the mark of the paragraph that a sign stands in."""
    paragraph = next(sign.iterancestors())
    paragraph.remove(sign)
    _give_next(paragraph)
    properties = properties_of(paragraph, "pPr")
    mark = properties.find(f"{_W}rPr")
    if mark is None:
        mark = etree.SubElement(properties, f"{_W}rPr")
    return etree.SubElement(mark, str(sign.tag))


def _give_next(paragraph: etree._Element) -> None:
    """A mark that may go needs a paragraph to flow into, which a table or the end of the text is not."""
    following = paragraph.getnext()
    while following is not None and following.tag in (_START, _END):
        following = following.getnext()
    if following is None or following.tag != _PARAGRAPH:
        paragraph.addnext(next(parsed("body", space())))
