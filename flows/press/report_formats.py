"""The formats of a change report: the same press as a brochure's, and its data as JSON beside them."""

import json
import shutil
from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType

from flows.documents.report import Report
from flows.press.formats import TEMPLATES, Format, Sheet, pdf_file, pixels, print_order, style, tree_file
from flows.press.pandoc import Order
from flows.press.pictures import addresses, copied

_PLACES = (b"/* style */", b"/* script */", b"{/* words */}")
"""Where the template of a page wants the style sheet, the script and the script's words: before any text."""
_MAIN = '#import "report.typ": report\n#show: report\n#include "body.typ"\n'


def _docx_order(sheet: Sheet[Report]) -> Order:
    from flows.press.transforms.report_docx import report_tree
    from flows.press.word_report_styles import report_reference

    tree = tree_file(sheet, "docx", report_tree(sheet.document, pixels(sheet)))
    reference = str(sheet.shared_file("report.docx", report_reference))
    return Order(tree, sheet.file("pandoc.docx"), "docx", reference=reference)


def _docx_file(sheet: Sheet[Report]) -> Path:
    from flows.press.word_report import finished_report

    made = finished_report((sheet.folder / "pandoc.docx").read_bytes(), sheet.document, sheet.timestamp)
    (sheet.folder / "word.docx").write_bytes(made)
    return sheet.folder / "word.docx"


def _html_order(sheet: Sheet[Report]) -> Order:
    from flows.press.transforms.report_html import html_tree

    tree = tree_file(sheet, "html", html_tree(sheet.document, addresses(sheet.pictures, sheet.root)))
    return Order(tree, sheet.file("pandoc.html"), "html", template=str(TEMPLATES / "report.html"))


def _html_file(sheet: Sheet[Report]) -> Path:
    """The page with its style sheet and script, which Pandoc would take longer over than over the text."""
    page = (sheet.folder / "pandoc.html").read_bytes()
    script = (TEMPLATES / "report.js").read_bytes().strip()
    for place, text in zip(_PLACES, (style(sheet, "report.css"), script, _words(sheet)), strict=True):
        page = page.replace(place, text, 1)
    (sheet.folder / "page.html").write_bytes(page)
    return sheet.folder / "page.html"


def _words(sheet: Sheet[Report]) -> bytes:
    """What the script of a page says, and what it calls each kind of change and flag."""
    from flows.documents.change_words import CHANGE_WORDS
    from flows.documents.report_words import WORDS

    told = CHANGE_WORDS[sheet.document.speaks].items()
    names = {name: word for name, word in told if name.startswith(("op_", "flag_"))}
    return json.dumps({**WORDS[sheet.document.speaks], **names}, ensure_ascii=False).encode()


def _pdf_order(sheet: Sheet[Report]) -> Order:
    from flows.press.transforms.report_typst import report_parts

    shutil.copyfile(TEMPLATES / "report.typ", sheet.folder / "report.typ")
    (sheet.folder / "main.typ").write_text(_MAIN, encoding="ascii")
    pictures = copied(sheet.pictures, sheet.root, sheet.folder)
    return print_order(
        sheet, *report_parts(sheet.document, sheet.looks.brand, pictures, sheet.logo(pictures))
    )


def _json_file(sheet: Sheet[Report]) -> Path:
    """The data as it stands: its keys keep the order in which the schema names them."""
    text = json.dumps(sheet.document.data, ensure_ascii=False, indent=1)
    (sheet.folder / "changes.json").write_text(f"{text}\n", encoding="utf-8")
    return sheet.folder / "changes.json"


FORMATS: Mapping[str, Format[Report]] = MappingProxyType(
    {
        "pdf": Format(0, _pdf_order, pdf_file),
        "docx": Format(1, _docx_order, _docx_file),
        "html": Format(2, _html_order, _html_file),
        "json": Format(3, lambda _: None, _json_file),
    }
)
"""Every format by the ending of its files."""
