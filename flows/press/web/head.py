"""What a page tells to those who do not open it: search engines, and whoever shows a link to it."""

from collections.abc import Iterator
from html import escape
from posixpath import relpath
from textwrap import shorten
from urllib.parse import quote

from flows.documents.brand import Brand
from flows.documents.document import COVER_CARD, Document
from flows.documents.elements import Tree, inner, name_of, text_of, walk

_LONGEST = 200
"""Characters of a description; what follows is not shown anywhere."""


def head_of(document: Document, brand: Brand) -> str:
    """The elements of a page's head that speak of it.

    Addresses are whole where the brand says where the outputs stand on the web; otherwise those of other
    languages are relative, and the others stay out.
    """
    own = brand.address(page_of(document))
    told = [*_names(document)]
    if own:
        told.append(f'<link rel="canonical" href="{escape(own)}">')
        told.append(_property("og:url", own))
        if document.has_cards:
            told += _picture(document, brand.address(f"{document.folder}/{COVER_CARD}"))
    return "\n".join([*told, *_alternates(document, brand)])


def page_of(document: Document) -> str:
    """The web page of a document, from the output folder."""
    return f"{document.folder}/{document.name}.html"


def link_to(document: Document, file: str) -> str:
    """The address of a file of the output folder, as the page of a document says it."""
    return quote(relpath(file, document.folder))


def address_of(document: Document, file: str, brand: Brand) -> str:
    """The address of a file of the output folder: a whole one where the brand says where that is."""
    return brand.address(file) or link_to(document, file)


def description_of(document: Document) -> str:
    """The first words of the text; where there are none, what the cover says."""
    opening = next(
        (inner(box) for box in walk(document.blocks) if box["t"] == "Div" and name_of(box) == "prose"), []
    )
    words = " ".join(text_of(_spoken(opening)).split())
    return shorten(words or document.subtitle or document.full_title, _LONGEST, placeholder=" …")


def _spoken(blocks: Tree) -> Tree:
    """The blocks without what is said beside a translation."""
    marked = [inner(block) if name_of(block) == "marked" else [block] for block in blocks]
    return [block for some in marked for block in some if name_of(block) != "translation-note"]


def _names(document: Document) -> Iterator[str]:
    description = description_of(document)
    yield f'<meta name="description" content="{escape(description)}">'
    yield _property("og:type", "article")
    yield _property("og:title", document.full_title)
    yield _property("og:description", description)
    yield _property("og:site_name", document.organisation)
    yield _property("og:locale", document.locale)
    for other in document.others:
        yield _property("og:locale:alternate", other.locale)


def _picture(document: Document, address: str) -> Iterator[str]:
    """The picture of the cover, which those who show a link want to find at a whole address."""
    yield _property("og:image", address)
    yield _property("og:image:width", "1200")
    yield _property("og:image:height", "630")
    yield _property("og:image:alt", document.full_title)
    yield '<meta name="twitter:card" content="summary_large_image">'


def _alternates(document: Document, brand: Brand) -> Iterator[str]:
    if not document.others:
        return
    pages = {document.language: page_of(document), **{one.language: one.file for one in document.others}}
    for language in sorted(pages):
        address = address_of(document, pages[language], brand)
        yield f'<link rel="alternate" hreflang="{escape(language)}" href="{escape(address)}">'


def _property(name: str, content: str) -> str:
    return f'<meta property="{name}" content="{escape(content)}">'
