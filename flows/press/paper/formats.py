"""The PDF of a brochure and that of a change report: what Pandoc has to write, and what Typst makes of it."""

import json
import shutil
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from types import MappingProxyType
from typing import Any

from flows.documents.change_report.report import Report
from flows.documents.document import Document
from flows.press.doors.writing import Order
from flows.press.pictures import copied
from flows.press.sheets import Format, Printable, Sheet, placed_chart, tree_file
from flows.problems.codes import problem

TEMPLATES = Path(__file__).parent / "templates"
_WRITER = "typst-smart"
"""Pandoc's writer of Typst, which leaves quotation marks and dashes as they are."""
_BROCHURE_FILES = ("main.typ", "brochure.typ", "cover.typ")
_REPORT_MAIN = '#import "report.typ": report\n#show: report\n#include "body.typ"\n'


_PRESS: Mapping[str, int] = MappingProxyType({"bleed": 3, "inside": 23})
"""For the printer, in millimetres: what he cuts off on each side, and the margin at the spine."""


def _brochure_order(sheet: Sheet[Document], press: Mapping[str, int] | None = None) -> Order:
    from flows.press.paper.brochure import typst_parts

    for name in _BROCHURE_FILES:
        shutil.copyfile(TEMPLATES / name, sheet.folder / name)
    charts = sheet.charts("svg").items()
    drawings = {each: Path(placed_chart(sheet, f"{each}.svg", data)).name for each, data in charts}
    pictures = copied(sheet.pictures, sheet.root, sheet.folder)
    brand = sheet.looks.brand
    tree, data = typst_parts(sheet.document, brand, drawings, pictures, sheet.logo(pictures, brand.masthead))
    return _order(sheet, tree, {**data, "press": dict(press) if press else None})


def _printers_sheet(sheet: Sheet[Document]) -> Sheet[Document]:
    """The same sheet with a folder of its own: the ordinary PDF is set from other data."""
    folder = sheet.folder / "press"
    folder.mkdir(exist_ok=True)
    return replace(sheet, folder=folder)


def _printers_order(sheet: Sheet[Document]) -> Order:
    return _brochure_order(_printers_sheet(sheet), _PRESS)


def _printers_file(sheet: Sheet[Document]) -> Path:
    """The finished PDF in a printer's inks, from the body that Pandoc wrote."""
    from flows.press.doors.for_printers import Wanted, for_printers
    from flows.press.doors.typst import PLAIN, typeset

    own, brand = _printers_sheet(sheet), sheet.looks.brand
    wanted = Wanted(brand.print.condition, brand.print.marks, brand.inks())
    made, is_x = for_printers(typeset(own.folder, own.fonts, own.timestamp, PLAIN), wanted)
    if not is_x:
        sheet.tell(problem("SP879", None, document=sheet.document.name))
    finished = own.folder / "finished.pdf"
    finished.write_bytes(made)
    return finished


def _report_order(sheet: Sheet[Report]) -> Order:
    from flows.press.paper.report import report_parts

    shutil.copyfile(TEMPLATES / "report.typ", sheet.folder / "report.typ")
    (sheet.folder / "main.typ").write_text(_REPORT_MAIN, encoding="ascii")
    pictures = copied(sheet.pictures, sheet.root, sheet.folder)
    brand = sheet.looks.brand
    logo = sheet.logo(pictures, brand.colour(brand.cover.ground))
    return _order(sheet, *report_parts(sheet.document, brand, pictures, logo))


def _order(sheet: Sheet[Printable], tree: Mapping[str, Any], data: Mapping[str, Any]) -> Order:
    """Write the data that a template for print reads; Pandoc has to write the body."""
    (sheet.folder / "data.json").write_text(json.dumps(data, ensure_ascii=False), encoding="utf-8")
    return Order(tree_file(sheet, "pdf", tree), sheet.file("body.typ"), _WRITER)


def _pdf_file(sheet: Sheet[Printable]) -> Path:
    """The finished PDF, from the body that Pandoc wrote."""
    from flows.press.doors.typst import typeset

    finished = sheet.folder / "print.pdf"
    finished.write_bytes(typeset(sheet.folder, sheet.fonts, sheet.timestamp))
    return finished


BROCHURE: Format[Document] = Format(0, _brochure_order, _pdf_file)
PRINT: Format[Document] = Format(0, _printers_order, _printers_file)
REPORT: Format[Report] = Format(0, _report_order, _pdf_file)
