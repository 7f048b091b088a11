"""A document as a web page's tree: landmarks, one ``h1``, charts drawn inside the page."""

import re
from collections.abc import Callable, Mapping
from html import escape
from textwrap import shorten
from types import MappingProxyType
from typing import Any
from urllib.parse import quote

from flows.documents.brand import Brand
from flows.documents.charts import says_all
from flows.documents.document import Document
from flows.documents.elements import (
    Element,
    Tree,
    anchor_of,
    attributes_of,
    div,
    inner,
    name_of,
    raw,
    text_of,
    walk,
)
from flows.press.trees import as_pandoc, part_of, with_unbroken_words
from flows.press.web.cover import cover_of, photo_of
from flows.press.web.head import link_to, page_of
from flows.press.web.pages import MAIN, changed, main_part, with_address

_CONTENTS = "contents-title"
_ALSO = "also-title"
TYPES: Mapping[str, str] = MappingProxyType(
    {
        "pdf": "application/pdf",
        "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    }
)
"""The files beside a page, and what a browser calls their types."""


def html_tree(
    document: Document,
    brand: Brand,
    drawings: Mapping[str, str],
    pictures: Mapping[str, str],
    logo: str = "",
) -> dict[str, Any]:
    """The tree that Pandoc's HTML writer gets.

    Args:
        document: The document.
        brand: Its brand, which knows where the outputs stand on the web.
        drawings: The chart of each figure as SVG, by the figure's id.
        pictures: The ``data:`` address of each image file, by its path.
        logo: The element of the logo, where there is one.
    """
    page = _Page(document, brand, drawings, pictures, logo)
    cover = [block for block in document.blocks if name_of(block) == "cover"]
    others = [block for block in document.blocks if name_of(block) != "cover"]
    blocks = [
        *page.built(cover),
        *versions_bar(document),
        *main_part(page.built(others)),
    ]
    meta = {
        "lang": document.language,
        "pagetitle": document.full_title,
        "skip_link": document.labels["skip_link"],
        "skip_target": MAIN,
        "draft": document.labels["draft"] if document.draft else "",
    }
    return as_pandoc(blocks, meta)


class _Page:
    """The pieces of one page, each by the name of its component."""

    def __init__(
        self,
        document: Document,
        brand: Brand,
        drawings: Mapping[str, str],
        pictures: Mapping[str, str],
        logo: str,
    ) -> None:
        self._document, self._address = document, brand.address(page_of(document))
        self._drawings, self._pictures, self.logo = drawings, pictures, logo
        self._kinds: Mapping[str, Callable[[Element], Tree]] = MappingProxyType(
            {"Header": self._heading, "Table": _table, "Image": self._image, "Div": self._box}
        )

    def built(self, blocks: Tree) -> Tree:
        """The blocks as the page has them."""
        return changed(blocks, self._kinds)

    def _heading(self, element: Element) -> Tree:
        level, attributes, content = element["c"]
        words = with_unbroken_words(content) if level == 1 else content
        return [{"t": "Header", "c": [level + 1, attributes, words]}]

    def _image(self, element: Element) -> Tree:
        return [with_address(element, self._pictures)]

    def _box(self, element: Element) -> Tree:
        return COMPONENTS[name_of(element)](self, element)

    def links_of(self, ask: Element, title: str) -> str:
        """The links of an ask: to itself, named after its first words, and one by which it is shared.

        The second works without a script where the page knows its address; a script makes more of it.
        """
        target, words = escape(anchor_of(ask)), _first_words(inner(ask))
        share, shared = self._document.labels["share_ask"], self._address and f"{self._address}#{target}"
        body = "\n\n".join(filter(None, (text_of(_without_notes(inner(ask))).strip(), shared)))
        subject = quote(self._document.full_title)
        leads = f"mailto:?subject={subject}&body={quote(body)}" if shared else f"#{anchor_of(ask)}"
        return (
            f'<a class="anchor" href="#{target}" aria-label="{escape(f"{title}: {words}")}"></a>'
            f'<a class="share" href="{escape(leads)}" data-address="{escape(shared)}" '
            f'aria-label="{escape(f"{share}: {words}")}">{escape(share)}</a>'
        )

    def folded(self, data: Element, anchor: str) -> Tree:
        """A table of numbers behind a line that opens it."""
        opened = "" if says_all(self._document.chart(anchor)) else " open"
        summary = f"<summary>{escape(self._document.labels['data_table'])}</summary>"
        return [raw("html", f'<details class="numbers"{opened}>{summary}'), data, raw("html", "</details>")]

    def chart(self, element: Element) -> Tree:
        """A chart, drawn inside the page, that reads as one image."""
        anchor = attributes_of(element)["of"]
        alt = next(iter(_alternatives(element)), "")
        language = attributes_of(element).get("lang", "")
        said = f' lang="{escape(language)}"' if language else ""
        return [raw("html", f'<div class="chart"{said}>{inline_svg(self._drawings[anchor], alt)}</div>')]


def _alternatives(element: Element) -> list[str]:
    return [text_of(one["c"][1]).strip() for one in walk(element) if one["t"] == "Image"]


def inline_svg(svg: str, alt: str) -> str:
    """A drawing as an element of a page: as wide as its box, with one name and no roles of its own inside."""
    opening = re.search(r"<svg\b[^>]*>", svg)
    view = re.search(r'viewBox="([\d. -]+)"', opening[0] if opening else "")
    if not opening or not view:
        raise ValueError("no drawing")
    body = re.sub(r' (?:role|aria-[a-z]+)="[^"]*"', "", svg[opening.end() :])
    return f'<svg role="img" aria-label="{escape(alt)}" viewBox="{view[1]}">{body.strip()}'


def _cover(page: _Page, element: Element) -> Tree:
    return cover_of(element, page.logo)


def versions_bar(document: Document) -> Tree:
    """Links to the same document in other formats and languages, as a whole build makes them."""
    labels, start = document.labels, f"{document.folder}/{document.name}"
    links = [
        f'<a href="{escape(link_to(document, f"{start}.{ending}"))}" type="{kind}">'
        f"{escape(labels[f'format_{ending}'])}</a>"
        for ending, kind in TYPES.items()
    ]
    links += [
        f'<a href="{escape(link_to(document, other.file))}" hreflang="{escape(other.language)}" '
        f'lang="{escape(other.language)}">{escape(other.spoken)}</a>'
        for other in document.others
    ]
    items = "".join(f"<li>{one}</li>" for one in links)
    opening = f'<nav class="versions" aria-labelledby="{_ALSO}"><p id="{_ALSO}">{escape(labels["also"])}</p>'
    return [raw("html", f"{opening}<ul>{items}</ul></nav>")]


def _photo(page: _Page, element: Element) -> Tree:
    return photo_of(element)


def _contents(page: _Page, element: Element) -> Tree:
    opening = f'<nav class="contents" aria-labelledby="{_CONTENTS}">'
    return [raw("html", opening), *_with_id(inner(element), _CONTENTS), raw("html", "</nav>")]


def _chapter(page: _Page, element: Element) -> Tree:
    """A region with the name of its heading; as a ``Div`` it would take the heading's id away."""
    label = escape(anchor_of(inner(element)[0]))
    names = f"{name_of(element)} tone-{attributes_of(element)['tone']}"
    opening = f'<section class="{names}" aria-labelledby="{label}">'
    return [raw("html", opening), *inner(element), raw("html", "</section>")]


def _asks(page: _Page, element: Element) -> Tree:
    """Asks that each can be linked to and shared; style sheets draw the sign of the link."""
    title = part_of(inner(element), "box-title")
    for ask in _boxes(inner(element)):
        if title and name_of(ask) == "ask" and anchor_of(ask):
            inner(ask).append(raw("html", page.links_of(ask, text_of(title).strip())))
    return _group(page, element)


def _figure(page: _Page, element: Element) -> Tree:
    """A figure whose table can be folded away; it is open where the chart alone does not say all."""
    blocks = inner(element)
    data = part_of(blocks, "data")
    if data:
        at = blocks.index(data)
        blocks[at : at + 1] = page.folded(data, anchor_of(element))
    return _group(page, element)


def _group(page: _Page, element: Element) -> Tree:
    """A box that a screen reader announces by its title."""
    attributes, blocks = element["c"]
    anchors = [part["c"][0][0] for part in _boxes(blocks) if part["c"][0][0]]
    anchor = attributes[0] or (anchors[0] if anchors else "")
    title = part_of(blocks, "box-title") or part_of(blocks, "figure-title")
    if not title or not anchor:
        return [element]
    label = f"title-{anchor}"
    named = [["role", "figure" if name_of(element) == "figure" else "group"], ["aria-labelledby", label]]
    return [{"t": "Div", "c": [[attributes[0], attributes[1], named], _with_id(blocks, label)]}]


_LABEL_LENGTH = 90
"""Characters of an ask in the name of its link."""


def _first_words(blocks: Tree) -> str:
    return shorten(text_of(_without_notes(blocks)), _LABEL_LENGTH, placeholder=" …")


def _without_notes(blocks: Tree) -> Tree:
    return [
        piece
        for block in blocks
        for piece in (_without_notes(inner(block)) if name_of(block) == "marked" else [block])
        if name_of(piece) != "translation-note"
    ]


def _boxes(blocks: Tree) -> Tree:
    return [one for one in walk(blocks) if one["t"] == "Div"]


def _with_id(blocks: Tree, label: str) -> Tree:
    title = part_of(blocks, "box-title") or part_of(blocks, "figure-title")
    return [div(name_of(block), inner(block), label) if block is title else block for block in blocks]


def _data(page: _Page, element: Element) -> Tree:
    """Two narrow columns, the first one of headings, fit any screen: no need to scroll them."""
    tables = [_with_row_headings(block) for block in inner(element) if block["t"] == "Table"]
    return [{"t": "Div", "c": [element["c"][0], tables]}]


def _with_row_headings(table: Element) -> Element:
    *before, bodies, foot = table["c"]
    headed = [[attributes, 1, *rest] for attributes, _, *rest in bodies]
    return {**table, "c": [*before, headed, foot]}


def _as_it_is(page: _Page, element: Element) -> Tree:
    return [element]


def _table(element: Element) -> Tree:
    opening = raw("html", '<div class="table" tabindex="0">')
    return [opening, element, raw("html", "</div>")]


COMPONENTS: Mapping[str, Callable[[_Page, Element], Tree]] = MappingProxyType(
    {
        "cover": _cover,
        "contents": _contents,
        "intro": _chapter,
        "chapter": _chapter,
        "colophon": _chapter,
        "theme": _as_it_is,
        "prose": _as_it_is,
        "asks": _asks,
        "ask": _as_it_is,
        "facts": _group,
        "fact": _as_it_is,
        "figure": _figure,
        "quote": _as_it_is,
        "contact": _group,
        "chart": _Page.chart,
        "photo": _photo,
        "credit": _as_it_is,
        "data": _data,
        **dict.fromkeys(
            ("organisation", "subtitle", "title", "province", "election", "edition", "draft"), _as_it_is
        ),
        **dict.fromkeys(("box-title", "figure-title", "source", "speaker"), _as_it_is),
        **dict.fromkeys(("marked", "translation-note"), _as_it_is),
    }
)
"""How a web page shows each component and part; a document with any other is an error."""
