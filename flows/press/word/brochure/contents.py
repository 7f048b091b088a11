"""The table of contents of a Word file: Word's own, whose page numbers only Word can know."""

from lxml import etree

from flows.press.word.boxes import AFTER, style_id
from flows.press.word.reference import WORD
from flows.press.word.tables import parsed, style_of

_W = f"{{{WORD}}}"
_TITLE, _ENTRY = "TOCHeading", "Toc1"
_FIELD = r' TOC \o "1-1" \h \z \u '
"""Chapters: headings and whatever has their outline level, as links."""
_CONTROL = (
    '<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val="Table of Contents"/><w:docPartUnique/>'
    "</w:docPartObj></w:sdtPr><w:sdtContent/></w:sdt>"
)
"""What shows "update table" above the contents when somebody clicks into them."""


def set_contents(body: etree._Element) -> None:
    """Make the entries the result of a field, with the title above them in one control.

    They stand there without page numbers until somebody has Word fill them in: what is not known where
    nobody lays out pages is left out. The field is not marked as out of date, since Word would then ask a
    question at every opening.
    """
    entries = [element for element in body if style_of(element) == _ENTRY]
    if not entries:
        return
    first = entries[0]
    before = first.getprevious()
    title = [before] if before is not None and style_of(before) == _TITLE else []
    (control,) = parsed("body", _CONTROL)
    (title[0] if title else first).addprevious(control)
    _begin(first)
    control[-1].extend([*title, *entries, _end()])


def _begin(entry: etree._Element) -> None:
    """Start the field before the words of an entry."""
    runs = parsed(
        "p",
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        f'<w:r><w:instrText xml:space="preserve">{_FIELD}</w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r>',
    )
    for number, run in enumerate(runs, 1):
        entry.insert(number, run)  # behind the paragraph's properties


def _end() -> etree._Element:
    """A paragraph of its own, as Word makes it: the entries come and go before it."""
    (paragraph,) = parsed(
        "body",
        f'<w:p><w:pPr><w:pStyle w:val="{style_id(AFTER)}"/></w:pPr>'
        '<w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>',
    )
    return paragraph
