"""The asks of a document as CSV, a row an ask, as Excel in a Dutch office opens it."""

import csv
import io
from collections.abc import Mapping
from types import MappingProxyType

from flows.documents.about import Author
from flows.documents.asks import ListedAsk, Translation, asks_of, plain_words
from flows.documents.brand import Brand
from flows.documents.document import Document
from flows.press.web.head import address_of, page_of

COLUMNS = (
    *("nummer", "id", "vraag", "taal", "thema", "thema_id", "hoofdstuk", "hoofdstuk_id"),
    *("herkomst", "vertaling", "stand_vertaling"),
    *("provincie", "provincie_id", "provincie_code", "editie", "status", "tekst_van"),
    *("verkiezing", "verkiezingsdatum", "organisatie", "adres"),
)
"""The first row, alike in every language, so that the files of all provinces can stand below each other."""
_HERKOMST: Mapping[Author, str] = MappingProxyType(
    {Author.NATIONAL: "landelijk", Author.PROVINCE: "provincie", Author.BOTH: "beide"}
)
_VERTALING: Mapping[Translation, str] = MappingProxyType(
    {
        Translation.ORIGINAL: "origineel",
        Translation.TRANSLATED: "vertaald",
        Translation.OUTDATED: "verouderd",
        Translation.MISSING: "ontbreekt",
    }
)
_STAND: Mapping[str, str] = MappingProxyType(
    {
        "": "",
        "machine": "automatisch",
        "review": "niet nagekeken",
        "incomplete": "niet compleet",
        "approved": "goedgekeurd",
    }
)
_FORMULA = ("=", "+", "-", "@")


def table(document: Document, brand: Brand) -> bytes:
    """The file: UTF-8 that Excel knows by its first three bytes, semicolons, a text on one line."""
    text = io.StringIO(newline="")
    writer = csv.writer(text, delimiter=";")
    writer.writerow(COLUMNS)
    page = address_of(document, page_of(document), brand)
    for ask in asks_of(document):
        writer.writerow([_harmless(plain_words(value)) for value in _row(ask, document, page)])
    return text.getvalue().encode("utf-8-sig")


def _row(ask: ListedAsk, document: Document, page: str) -> tuple[str, ...]:
    """The values in the order of `COLUMNS`."""
    about, theme = document.about, ask.theme
    languages = dict.fromkeys(one.language or document.language for one in ask.paragraphs)
    return (
        *(str(ask.number), ask.id, ask.text, " ".join(languages)),
        *((theme.text, theme.id) if theme else ("", "")),
        *(ask.chapter.text, ask.chapter.id),
        *(_HERKOMST[ask.author], _VERTALING[ask.translation], _STAND[about.checked]),
        *(document.province, about.province, about.area, about.edition, about.status, about.as_of),
        *(document.election, about.election, document.organisation, f"{page}#{ask.id}"),
    )


def _harmless(value: str) -> str:
    """A value behind an apostrophe where a spreadsheet would take it for a formula."""
    return f"'{value}" if value.startswith(_FORMULA) else value
