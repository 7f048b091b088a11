"""Every format of a brochure and of a change report, by the ending of its files."""

import json
from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Any

from flows.documents.change_report.report import Report
from flows.documents.document import CARDS, Document
from flows.press.asks import formats as asks
from flows.press.paper import formats as paper
from flows.press.paper.cards import card_format
from flows.press.sheets import Format, Sheet
from flows.press.web import formats as web
from flows.press.word import formats as word


def _json_file(sheet: Sheet[Report]) -> Path:
    """The data as it stands: its keys keep the order in which the schema names them."""
    text = json.dumps(sheet.document.data, ensure_ascii=False, indent=1)
    (sheet.folder / "changes.json").write_text(f"{text}\n", encoding="utf-8")
    return sheet.folder / "changes.json"


BROCHURE: Mapping[str, Format[Document]] = MappingProxyType(
    {
        "pdf": paper.BROCHURE,
        "docx": word.BROCHURE,
        "html": web.BROCHURE,
        "print.pdf": paper.PRINT,
        "asks.pdf": asks.PAGE,
        "asks.jsonld": asks.LINKED,
        "asks.csv": asks.TABLE,
    }
)
REPORT: Mapping[str, Format[Report]] = MappingProxyType(
    {
        "pdf": paper.REPORT,
        "docx": word.REPORT,
        "html": web.REPORT,
        "json": Format(3, lambda _: None, _json_file),
    }
)
"""The same press as a brochure's, and the data of the report beside them."""


def format_of(document: Document | Report, writes: str) -> Format[Any]:
    """How a document is made in a format, or a picture of it.

    Raises:
        KeyError: There is no such format.
    """
    if isinstance(document, Report):
        return REPORT[writes]
    return card_format(writes) if writes.startswith(CARDS) else BROCHURE[writes]


def file_of(document: Document | Report, writes: str) -> str:
    """Where a format of a document, or a picture of it, belongs in the output folder."""
    name = writes if writes.startswith(CARDS) else f"{document.name}.{writes}"
    return f"{document.folder}/{name}"
