"""The formats of a change report: the same press as a brochure's, and its data as JSON beside them."""

import json
from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType

from flows.documents.report import Report
from flows.press.formats import Format, Sheet, tree_file
from flows.press.pandoc import Order
from flows.press.pictures import as_pixels

_REFERENCE = "report.docx"


def _docx_order(sheet: Sheet[Report]) -> Order:
    from flows.press.transforms.report_docx import report_tree

    copies = as_pixels(sheet.pictures, sheet.root, sheet.folder, sheet.fonts)
    pictures = {path: sheet.file(name) for path, name in copies.items()}
    tree = tree_file(sheet, "docx", report_tree(sheet.document, pictures))
    return Order(tree, sheet.file("pandoc.docx"), "docx", reference=_reference(sheet))


def _reference(sheet: Sheet[Report]) -> str:
    """The reference document of all reports of the same looks."""
    from flows.press.word_report_styles import report_reference

    file = sheet.shared / _REFERENCE
    if not file.exists():
        file.write_bytes(report_reference(sheet.looks.brand))
    return str(file)


def _docx_file(sheet: Sheet[Report]) -> Path:
    from flows.press.word_report import finished_report

    made = finished_report((sheet.folder / "pandoc.docx").read_bytes(), sheet.document, sheet.timestamp)
    (sheet.folder / "word.docx").write_bytes(made)
    return sheet.folder / "word.docx"


def _html_order(sheet: Sheet[Report]) -> Order:
    from flows.press.report_pages import html_order

    return html_order(sheet)


def _html_file(sheet: Sheet[Report]) -> Path:
    from flows.press.report_pages import html_file

    return html_file(sheet)


def _pdf_order(sheet: Sheet[Report]) -> Order:
    from flows.press.report_prints import pdf_order

    return pdf_order(sheet)


def _pdf_file(sheet: Sheet[Report]) -> Path:
    from flows.press.report_prints import pdf_file

    return pdf_file(sheet)


def _json_file(sheet: Sheet[Report]) -> Path:
    """The data as it stands: its keys keep the order in which the schema names them."""
    text = json.dumps(sheet.document.data, ensure_ascii=False, indent=1)
    (sheet.folder / "changes.json").write_text(f"{text}\n", encoding="utf-8")
    return sheet.folder / "changes.json"


FORMATS: Mapping[str, Format[Report]] = MappingProxyType(
    {
        "pdf": Format(0, _pdf_order, _pdf_file),
        "docx": Format(1, _docx_order, _docx_file),
        "html": Format(2, _html_order, _html_file),
        "json": Format(3, lambda _: None, _json_file),
    }
)
"""Every format by the ending of its files."""
