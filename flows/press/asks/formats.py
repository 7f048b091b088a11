"""The asks of a document by themselves: as one page, as linked data and as a table."""

import json
import shutil
from pathlib import Path

from flows.documents.document import Document
from flows.press.pictures import copied
from flows.press.sheets import Format, Sheet

_TEMPLATE = Path(__file__).parent / "templates" / "asks.typ"


def _page_file(sheet: Sheet[Document]) -> Path:
    from flows.press.asks.page import page_data
    from flows.press.doors.typst import typeset

    folder = sheet.folder / "asks"
    folder.mkdir()
    shutil.copyfile(_TEMPLATE, folder / "main.typ")
    brand = sheet.looks.brand
    logo = sheet.logo(copied(sheet.looks.logos, sheet.root, folder), brand.colour(brand.cover.ground))
    data = page_data(sheet.document, brand, logo)
    (folder / "data.json").write_text(json.dumps(data, ensure_ascii=False), encoding="utf-8")
    return _kept(sheet, "asks.pdf", typeset(folder, sheet.fonts, sheet.timestamp))


def _linked_file(sheet: Sheet[Document]) -> Path:
    from flows.press.asks.linked import linked

    told = json.dumps(linked(sheet.document, sheet.looks.brand), ensure_ascii=False, indent=1)
    return _kept(sheet, "asks.jsonld", f"{told}\n".encode())


def _table_file(sheet: Sheet[Document]) -> Path:
    from flows.press.asks.rows import table

    return _kept(sheet, "asks.csv", table(sheet.document, sheet.looks.brand))


def _kept(sheet: Sheet[Document], name: str, data: bytes) -> Path:
    (sheet.folder / name).write_bytes(data)
    return sheet.folder / name


PAGE: Format[Document] = Format(3, lambda _: None, _page_file)
LINKED: Format[Document] = Format(3, lambda _: None, _linked_file)
TABLE: Format[Document] = Format(3, lambda _: None, _table_file)
