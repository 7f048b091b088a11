"""The asks of a document as JSON-LD, in the words of schema.org: for websites, and to compare programmes."""

from typing import Any

from flows.documents.asks import ListedAsk, Passage, asks_of, plain_words
from flows.documents.brand import Brand
from flows.documents.document import Document
from flows.press.web.head import address_of, page_of

_OWN = "urn:standpunt:"
"""Begins the names that schema.org lacks: who wrote an ask, and how a translation stands."""
_OWN_NAMES = ("author_layer", "translation", "checked")
_CONTEXT = {"@vocab": "https://schema.org/", **{name: f"{_OWN}{name}" for name in _OWN_NAMES}}
_ASCENDING = "https://schema.org/ItemListOrderAscending"


def linked(document: Document, brand: Brand) -> dict[str, Any]:
    """The data that `docs/asks.schema.json` describes, with its keys in one fixed order.

    An ask is identified by its address on the web page: a whole one where the brand says where the outputs
    stand on the web, else one relative to the folder of the document.
    """
    page = address_of(document, page_of(document), brand)
    asks = asks_of(document)
    about = document.about
    return {
        "@context": _CONTEXT,
        "@type": ["CreativeWork", "ItemList"],
        "name": plain_words(f"{document.labels['asks_heading']} – {document.full_title}"),
        "inLanguage": document.language,
        "creativeWorkStatus": _status(document),
        **({"checked": about.checked} if about.checked else {}),
        "spatialCoverage": _place(document),
        "publisher": {"@type": "Organization", "name": plain_words(document.organisation)},
        "isPartOf": _brochure(document, page),
        "itemListOrder": _ASCENDING,
        "numberOfItems": len(asks),
        "itemListElement": [
            {"@type": "ListItem", "position": one.number, "item": _item(one, document, page)} for one in asks
        ],
    }


def _status(document: Document) -> str:
    return "Draft" if document.draft else "Published"


def _place(document: Document) -> dict[str, str]:
    area = document.about.area
    told = {"@type": "AdministrativeArea", "name": plain_words(document.province)}
    return {**told, "identifier": area} if area else told


def _brochure(document: Document, page: str) -> dict[str, Any]:
    about = document.about
    return {
        "@type": "CreativeWork",
        "@id": page,
        "name": plain_words(document.title),
        "alternativeHeadline": plain_words(document.subtitle),
        "version": about.edition,
        "creativeWorkStatus": _status(document),
        **({"dateModified": about.as_of} if about.as_of else {}),
        "about": _election(document),
    }


def _election(document: Document) -> dict[str, Any]:
    """The election, with its day where somebody knows it."""
    told = {"@type": "Event", "name": plain_words(document.election)}
    day = document.about.election
    return {**told, "startDate": day} if day else told


def _item(ask: ListedAsk, document: Document, page: str) -> dict[str, Any]:
    languages = list(dict.fromkeys(one.language or document.language for one in ask.paragraphs))
    return {
        "@type": "CreativeWork",
        "@id": f"{page}#{ask.id}",
        "identifier": ask.id,
        "name": plain_words(document.labels["ask_number"].replace("{}", str(ask.number))),
        "text": ask.text,
        "inLanguage": languages[0] if len(languages) == 1 else languages,
        **({"about": _titled("Thing", ask.theme)} if ask.theme else {}),
        "isPartOf": _titled("Chapter", ask.chapter),
        "author_layer": ask.author,
        "translation": ask.translation,
    }


def _titled(kind: str, title: Passage) -> dict[str, str]:
    return {"@type": kind, "identifier": title.id, "name": plain_words(title.text)}
