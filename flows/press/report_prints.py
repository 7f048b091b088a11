"""A change report on paper: what Pandoc is asked to write, and the PDF that Typst makes of it."""

import json
import shutil
from pathlib import Path

from flows.documents.report import Report
from flows.press.formats import Sheet, tree_file
from flows.press.pandoc import Order
from flows.press.pictures import copied

_TEMPLATE = Path(__file__).parent / "templates/report.typ"
_MAIN = '#import "report.typ": report\n#show: report\n#include "body.typ"\n'


def pdf_order(sheet: Sheet[Report]) -> Order:
    """Write what Typst needs into the sheet's folder, and say what Pandoc has to write there."""
    from flows.press.transforms.report_typst import report_parts

    shutil.copyfile(_TEMPLATE, sheet.folder / "report.typ")
    (sheet.folder / "main.typ").write_text(_MAIN, encoding="ascii")
    pictures = copied(sheet.pictures, sheet.root, sheet.folder)
    tree, data = report_parts(sheet.document, sheet.looks.brand, pictures, sheet.logo(pictures))
    (sheet.folder / "data.json").write_text(json.dumps(data, ensure_ascii=False), encoding="utf-8")
    return Order(tree_file(sheet, "pdf", tree), sheet.file("body.typ"), "typst")


def pdf_file(sheet: Sheet[Report]) -> Path:
    """The finished PDF, from what Pandoc wrote."""
    from flows.press.typst import write_pdf

    write_pdf(sheet.folder, sheet.folder / "print.pdf", sheet.fonts, sheet.timestamp)
    return sheet.folder / "print.pdf"
