"""The Word file of a brochure and that of a change report: what Pandoc has to write, and what finishes it."""

from pathlib import Path

from flows.documents.change_report.report import Report
from flows.documents.document import Document
from flows.press.doors.writing import Order
from flows.press.pictures import as_pixels
from flows.press.sheets import Format, Printable, Sheet, placed_chart, tree_file


def _brochure_order(sheet: Sheet[Document]) -> Order:
    from flows.press.word.brochure.tree import docx_tree
    from flows.press.word.reference import reference_document

    drawings = {
        anchor: placed_chart(sheet, f"{anchor}.png", data) for anchor, data in sheet.charts("png").items()
    }
    pictures = _pixels(sheet)
    tones = len(sheet.looks.brand.chapters)
    logo = sheet.logo(pictures, sheet.looks.brand.masthead)
    tree = docx_tree(sheet.document, tones, drawings, pictures, logo)
    reference = str(sheet.shared_file("reference.docx", reference_document))
    return Order(tree_file(sheet, "docx", tree), sheet.file("pandoc.docx"), "docx", reference=reference)


def _brochure_file(sheet: Sheet[Document]) -> Path:
    from flows.press.word.brochure.finish import finished

    made = finished(
        (sheet.folder / "pandoc.docx").read_bytes(),
        sheet.document,
        sheet.looks.brand,
        sheet.faces(),
        sheet.timestamp,
    )
    (sheet.folder / "word.docx").write_bytes(made)
    return sheet.folder / "word.docx"


def _report_order(sheet: Sheet[Report]) -> Order:
    from flows.press.word.report.styles import report_reference
    from flows.press.word.report.tree import report_tree

    tree = tree_file(sheet, "docx", report_tree(sheet.document, _pixels(sheet)))
    reference = str(sheet.shared_file("report.docx", report_reference))
    return Order(tree, sheet.file("pandoc.docx"), "docx", reference=reference)


def _report_file(sheet: Sheet[Report]) -> Path:
    from flows.press.word.report.finish import finished_report

    made = finished_report(
        (sheet.folder / "pandoc.docx").read_bytes(), sheet.document, sheet.faces(), sheet.timestamp
    )
    (sheet.folder / "word.docx").write_bytes(made)
    return sheet.folder / "word.docx"


def _pixels(sheet: Sheet[Printable]) -> dict[str, str]:
    """The file with the pixels of each image, by its path."""
    copies = as_pixels(sheet.pictures, sheet.root, sheet.folder, sheet.fonts)
    return {path: sheet.file(name) for path, name in copies.items()}


BROCHURE: Format[Document] = Format(1, _brochure_order, _brochure_file)
REPORT: Format[Report] = Format(1, _report_order, _report_file)
