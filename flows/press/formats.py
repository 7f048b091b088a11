"""Every format of a brochure and of a change report, by the ending of its files."""

import json
from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Any

from flows.documents.change_report.report import Report
from flows.documents.document import Document
from flows.press.paper import formats as paper
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


def formats_of(document: Document | Report) -> Mapping[str, Format[Any]]:
    """The formats that a document can be made in."""
    return REPORT if isinstance(document, Report) else BROCHURE
