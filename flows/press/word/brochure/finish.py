"""The last step of a brochure in Word: cover, running header and chapter colours."""

from collections.abc import Mapping

from lxml import etree

from flows.documents.brand import Brand
from flows.documents.document import Document
from flows.documents.elements import attributes_of, name_of
from flows.press.word.brochure.contents import set_contents
from flows.press.word.brochure.cover import set_cover
from flows.press.word.brochure.photos import crop_photos, set_flush
from flows.press.word.fonts import set_fonts
from flows.press.word.header_footer import set_frame
from flows.press.word.properties import Properties
from flows.press.word.reference import WORD
from flows.press.word.rewriting import Parts, rewritten
from flows.press.word.tables import keep_cards, set_style, style_of
from flows.wording.characters import NON_BREAKING_HYPHEN

W = f"{{{WORD}}}"


def finished(
    data: bytes, document: Document, brand: Brand, faces: Mapping[str, bytes], timestamp: int
) -> bytes:
    """A brochure as Pandoc wrote it, with cover, running header, chapter colours and properties.

    Args:
        data: The file.
        document: What it holds.
        brand: Its colours.
        faces: The faces of its font that go along.
        timestamp: Seconds since 1970 that it states as its date.
    """

    def change(parts: Parts, body: etree._Element) -> None:
        set_fonts(parts, faces)
        _style_headings(body, document, len(brand.chapters))
        _set_hyphens(body)
        set_flush(body)
        crop_photos(body, document)
        set_cover(body, brand)
        set_contents(body)
        keep_cards(body)
        set_frame(parts, body, document.organisation, _running(document), document.title)

    about = Properties(
        document.full_title, document.subtitle, document.organisation, document.locale, timestamp
    )
    return rewritten(data, about, change)


def _running(document: Document) -> str:
    """What every page but the cover says: province, edition, and whether this is a draft."""
    mark = document.labels["draft"] if document.draft else ""
    return " · ".join(part for part in (document.province, document.edition, mark) if part)


def _style_headings(body: etree._Element, document: Document, tones: int) -> None:
    """Give the headings of coloured chapters the styles of their colours, which Pandoc's writer cannot."""
    boxes = [block for block in document.blocks if name_of(block) and "tone" in attributes_of(block)]
    numbers = iter([int(attributes_of(box)["tone"]) for box in boxes])
    tone = 0
    for paragraph in body.iter(f"{W}p"):
        style = style_of(paragraph)
        if style == "Heading1":
            number = next(numbers)
            tone = (number - 1) % tones + 1 if number else 0
        if tone and style in _TONED_HEADINGS:
            set_style(paragraph, f"{_TONED_HEADINGS[style]} {tone}")


_TONED_HEADINGS = {"Heading1": "Hoofdstuk", "Heading2": "Thema"}


def _set_hyphens(body: etree._Element) -> None:
    for text in list(body.iter(f"{W}t")):
        pieces = (text.text or "").split(NON_BREAKING_HYPHEN)
        for piece in reversed(pieces[1:]):
            text.addnext(_text(piece))
            text.addnext(etree.Element(f"{W}noBreakHyphen"))
        text.text = pieces[0]


def _text(piece: str) -> etree._Element:
    element = etree.Element(f"{W}t", {"{http://www.w3.org/XML/1998/namespace}space": "preserve"})
    element.text = piece
    return element
