"""The asks of a document as one page: what its template reads, every text and colour as data."""

from collections.abc import Sequence
from itertools import groupby
from typing import Any

from flows.documents.asks import ListedAsk, Passage, asks_of, contact_of
from flows.documents.brand import Brand
from flows.documents.document import Document
from flows.press.paper.calls import brand_data
from flows.press.web.head import page_of


def page_data(document: Document, brand: Brand, logo: tuple[str, str] | None) -> dict[str, Any]:
    """What the template reads.

    Args:
        document: The document.
        brand: Its brand.
        logo: File name of the logo and its alternative text, where there is one.
    """
    return {
        **brand_data(brand),
        "heading": document.labels["asks_heading"],
        "full_title": f"{document.labels['asks_heading']} – {document.full_title}",
        "subtitle": document.subtitle,
        "organisation": document.organisation,
        "province": document.province,
        "edition": " · ".join(filter(None, (document.edition, document.dated))),
        "election": document.election,
        "draft": document.labels["draft"] if document.draft else "",
        "language": document.language,
        "region": document.locale.partition("_")[2].lower(),
        "own_region": document.source_locale.partition("_")[2].lower(),
        "logo": {"file": logo[0], "alt": logo[1]} if logo else None,
        "source": document.labels["asks_from"].replace("{}", f"{document.title} ({document.edition})"),
        "address": brand.address(page_of(document)),
        "contact": [{"text": text, "target": target} for text, target in contact_of(document)],
        "chapters": [
            _chapter(list(asks), brand) for _, asks in groupby(asks_of(document), lambda one: one.chapter)
        ],
    }


def _chapter(asks: Sequence[ListedAsk], brand: Brand) -> dict[str, Any]:
    solid, *_ = brand.tone(asks[0].tone)
    themes = [
        {"title": _passage(theme) if theme else None, "asks": [_ask(one) for one in mine]}
        for theme, mine in groupby(asks, lambda one: one.theme)
    ]
    return {"title": _passage(asks[0].chapter), "solid": solid, "themes": themes}


def _ask(ask: ListedAsk) -> dict[str, Any]:
    return {
        "number": ask.number,
        "paragraphs": [_passage(one) for one in ask.paragraphs],
        "notes": list(ask.notes),
    }


def _passage(words: Passage) -> dict[str, str]:
    return {"text": words.text, "language": words.language}
