"""A change report as one web page, with its style sheet and its script inside."""

import json
from pathlib import Path

from flows.documents.change_words import CHANGE_WORDS
from flows.documents.report import Report
from flows.documents.report_words import WORDS
from flows.press.formats import Sheet, tree_file
from flows.press.pandoc import Order
from flows.press.pictures import addresses

_TEMPLATES = Path(__file__).parent / "templates"
_PLACES = (b"/* style */", b"/* script */", b"{/* words */}")
"""Where the template wants the style sheet, the script and the script's words: all before any text."""


def html_order(sheet: Sheet[Report]) -> Order:
    """Write the tree of a report's page into the sheet's folder, and say what Pandoc has to write."""
    from flows.press.transforms.report_html import html_tree

    tree = html_tree(sheet.document, addresses(sheet.pictures, sheet.root))
    return Order(
        tree_file(sheet, "html", tree), sheet.file("pandoc.html"), "html", str(_TEMPLATES / "report.html")
    )


def html_file(sheet: Sheet[Report]) -> Path:
    """The finished page, from what Pandoc wrote.

    Style sheet and script come after Pandoc, which would take longer over them than over the text.
    """
    page = (sheet.folder / "pandoc.html").read_bytes()
    for place, text in zip(_PLACES, _additions(sheet), strict=True):
        page = page.replace(place, text.strip().encode(), 1)
    (sheet.folder / "page.html").write_bytes(page)
    return sheet.folder / "page.html"


def _additions(sheet: Sheet[Report]) -> tuple[str, str, str]:
    from flows.press.stylesheet import stylesheet

    rules, script = ((_TEMPLATES / name).read_text(encoding="utf-8") for name in ("report.css", "report.js"))
    own, told = WORDS[sheet.document.speaks], CHANGE_WORDS[sheet.document.speaks]
    names = {name: word for name, word in told.items() if name.startswith(("op_", "flag_"))}
    words = json.dumps({**own, **names}, ensure_ascii=False)
    return stylesheet(sheet.looks.brand, rules), script, words
