"""The web page of a brochure and that of a change report: what Pandoc has to write, and what finishes it."""

import json
from collections.abc import Mapping
from pathlib import Path

from flows.documents.brand import Brand
from flows.documents.change_report.report import Report
from flows.documents.covers import Composition
from flows.documents.document import Document
from flows.press.doors.writing import Order
from flows.press.pictures import addresses
from flows.press.sheets import Format, Printable, Sheet, tree_file

TEMPLATES = Path(__file__).parent / "templates"
_STYLE = b"\n/* style */\n"
"""Where the templates want the style sheet; a title, the one text before it, has no line break."""
_SCRIPT = b"\n/* script */\n"
_ABOUT = b"\n<!-- about -->\n"
"""Where that of a brochure wants what it tells to others."""
_WORDS = b"{/* words */}"
"""Where that of a report wants its words."""


def _brochure_order(sheet: Sheet[Document]) -> Order:
    from flows.press.web.brochure import html_tree
    from flows.press.web.cover import logo_of
    from flows.press.web.stylesheet import dark_masthead

    drawings = {anchor: drawing.decode() for anchor, drawing in sheet.charts("svg").items()}
    pictures = addresses(sheet.pictures, sheet.root)
    brand = sheet.looks.brand
    logo = sheet.logo(pictures, brand.masthead)
    night = sheet.logo(pictures, dark_masthead(brand))
    other = night[0] if night and night != logo else ""
    mark = logo_of(logo, other) if logo else ""
    tree = html_tree(sheet.document, brand, drawings, pictures, mark)
    template = str(TEMPLATES / "page.html")
    return Order(tree_file(sheet, "html", tree), sheet.file("pandoc.html"), "html", template=template)


def _brochure_file(sheet: Sheet[Document]) -> Path:
    """The page with its style sheet, which Pandoc would take longer over than over the text."""
    from flows.press.web.head import head_of

    page = (sheet.folder / "pandoc.html").read_bytes()
    about = head_of(sheet.document, sheet.looks.brand).encode()
    style = _style(sheet, "page.css", *_beside(sheet.looks.brand))
    script = (TEMPLATES / "page.js").read_bytes().strip()
    page = _filled(page, {_ABOUT: about, _STYLE: style, _SCRIPT: script})
    (sheet.folder / "page.html").write_bytes(page)
    return sheet.folder / "page.html"


def _filled(page: bytes, texts: Mapping[bytes, bytes]) -> bytes:
    """A page with texts at places of its template, in their order; no text that came in is looked through."""
    pieces, at = [], 0
    for place, text in texts.items():
        start = page.index(place, at)
        edge = b"\n" if place.startswith(b"\n") else b""
        pieces += [page[at:start], edge, text]
        at = start + len(place) - len(edge)
    return b"".join([*pieces, page[at:]])


def _beside(brand: Brand) -> tuple[str, ...]:
    """The style sheets that only some brands need."""
    bands = ["bands.css"] if brand.cover.composition is Composition.BANDS else []
    return (*bands, "photos.css") if any(brand.photographs()) else (*bands,)


def _report_order(sheet: Sheet[Report]) -> Order:
    from flows.press.web.report import html_tree

    tree = tree_file(sheet, "html", html_tree(sheet.document, addresses(sheet.pictures, sheet.root)))
    return Order(tree, sheet.file("pandoc.html"), "html", template=str(TEMPLATES / "report.html"))


def _report_file(sheet: Sheet[Report]) -> Path:
    """The page with its style sheet and script, which Pandoc would take longer over than over the text."""
    page = (sheet.folder / "pandoc.html").read_bytes()
    script = (TEMPLATES / "report.js").read_bytes().strip()
    page = _filled(page, {_STYLE: _style(sheet, "report.css"), _SCRIPT: script, _WORDS: _words(sheet)})
    (sheet.folder / "page.html").write_bytes(page)
    return sheet.folder / "page.html"


def _words(sheet: Sheet[Report]) -> bytes:
    """What the script of a page says, and what it calls each kind of change and flag."""
    from flows.documents.change_report.page_words import WORDS
    from flows.documents.change_report.sentences import CHANGE_WORDS

    told = CHANGE_WORDS[sheet.document.speaks].items()
    names = {name: word for name, word in told if name.startswith(("op_", "flag_"))}
    return json.dumps({**WORDS[sheet.document.speaks], **names}, ensure_ascii=False).encode()


def _style(sheet: Sheet[Printable], name: str, *more: str) -> bytes:
    """The style sheet of a page: the brand's colours and font, and the rules of templates."""

    def made(brand: Brand) -> bytes:
        from flows.press.web.stylesheet import stylesheet

        rules = "".join((TEMPLATES / each).read_text(encoding="utf-8") for each in (name, *more))
        return stylesheet(brand, rules, sheet.page_faces()).strip().encode()

    return sheet.shared_file(name, made).read_bytes()


BROCHURE: Format[Document] = Format(2, _brochure_order, _brochure_file)
REPORT: Format[Report] = Format(2, _report_order, _report_file)
