"""The last step of a Word file: what Pandoc's writer cannot say, put into its XML."""

from collections.abc import Callable
from threading import Lock

from lxml import etree

from flows.documents.brand import Brand
from flows.documents.document import Document
from flows.documents.elements import attributes_of, name_of
from flows.press.packages import package, parts_of
from flows.press.reference import WORD
from flows.press.transforms.trees import NON_BREAKING_HYPHEN
from flows.press.word_boxes import set_style, set_tables, style_of
from flows.press.word_characters import set_character_styles
from flows.press.word_cover import set_cover
from flows.press.word_frame import set_frame
from flows.press.word_properties import Properties, as_bytes, set_properties

W = f"{{{WORD}}}"
_PARSER = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=True)
_ALT = "descr"


_TURN = Lock()
"""lxml starts up once a thread, and two that do so together spoil each other's memory.

About one cold build in a hundred ended in XML that nobody wrote, or in a crash. The step takes milliseconds.
"""


Parts = dict[str, bytes]
"""The files of a Word file by name: ``word/document.xml``."""


def rewritten(data: bytes, about: Properties, change: Callable[[Parts, etree._Element], None]) -> bytes:
    """A Word file as Pandoc wrote it, with styles for what is bold or in a table, changes and properties.

    Its bytes depend on nothing else: not on the clock, the names of folders or the order of work.

    Args:
        data: The file.
        about: What it says about itself.
        change: Changes the other parts, and the body of the document.
    """
    with _TURN:
        parts = parts_of(data)
        root = etree.fromstring(parts["word/document.xml"], _PARSER)
        set_tables(root[0])
        set_character_styles(root[0])
        _name_pictures(root[0])
        change(parts, root[0])
        parts["word/document.xml"] = as_bytes(root)
        set_properties(parts, about)
        return package(parts)


def finished(data: bytes, document: Document, brand: Brand, timestamp: int) -> bytes:
    """A brochure as Pandoc wrote it, with cover, running header, chapter colours and properties.

    Args:
        data: The file.
        document: What it holds.
        brand: Its colours.
        timestamp: Seconds since 1970 that it states as its date.
    """

    def change(parts: Parts, body: etree._Element) -> None:
        _style_headings(body, document, len(brand.chapters))
        _set_hyphens(body)
        set_cover(body, brand)
        mark = f" · {document.labels['draft']}" if document.draft else ""
        set_frame(parts, body, document.organisation, f"{document.province}{mark}", document.title)

    title = f"{document.title} – {document.province}"
    about = Properties(title, document.subtitle, document.organisation, document.locale, timestamp)
    return rewritten(data, about, change)


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


_TONED_HEADINGS = {"Heading1": "Chapter", "Heading2": "Theme"}


def _name_pictures(body: etree._Element) -> None:
    """Number the pictures: Pandoc names each after its file, where only its alternative text belongs."""
    for number, inline in enumerate(body.iter("{*}inline"), 1):
        for part in (*inline.iter("{*}docPr"), *inline.iter("{*}cNvPr")):
            part.set("name", f"Picture {number}")
        for part in inline.iter("{*}cNvPr"):
            part.attrib.pop(_ALT, "")


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
