"""The pictures of a document, set by Typst: one run for all of them, at 1200 by 630 pixels."""

import json
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

from flows.documents.brand import Brand
from flows.documents.document import COVER_CARD, Document
from flows.documents.share_cards import cards_of
from flows.press.paper.calls import brand_data
from flows.press.sheets import Format, Sheet

_TEMPLATE = Path(__file__).parent / "templates" / "cards.typ"
_FOLDER = "share-cards"


def card_format(file: str) -> Format[Document]:
    """How one picture is made: the first that is asked for makes those of its document."""
    return Format(3, lambda _: None, _made(file))


def _made(file: str) -> Callable[[Sheet[Document]], Path]:
    def finish(sheet: Sheet[Document]) -> Path:
        path = sheet.folder / _FOLDER / file
        if not path.exists():
            _make(sheet)
        return path

    return finish


def _make(sheet: Sheet[Document]) -> None:
    from flows.press.doors.typst import pixels

    folder = sheet.folder / _FOLDER
    (folder / COVER_CARD).parent.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(_TEMPLATE, folder / "main.typ")
    data = card_data(sheet.document, sheet.looks.brand)
    (folder / "data.json").write_text(json.dumps(data, ensure_ascii=False), encoding="utf-8")
    files = (COVER_CARD, *(card.file for card in cards_of(sheet.document)))
    for file, picture in zip(files, pixels(folder, sheet.fonts), strict=True):
        (folder / file).write_bytes(picture)


def card_data(document: Document, brand: Brand) -> dict[str, Any]:
    """What the template reads: every text and colour as data."""
    language, _, region = document.locale.partition("_")
    return {
        **brand_data(brand),
        "title": document.title,
        "subtitle": document.subtitle,
        "organisation": document.organisation,
        "province": document.province,
        "edition": document.edition,
        "election": document.election,
        "draft": document.labels["draft"] if document.draft else "",
        "lang": language,
        "region": region,
        "asks": [
            {
                "number": document.labels["ask_number"].replace("{}", str(card.number)),
                "paragraphs": card.paragraphs,
                "solid": brand.tone(card.tone)[0],
                "on": brand.tone(card.tone)[2],
            }
            for card in cards_of(document)
        ],
    }
