"""A document as Typst's body, and as the data that the template reads beside it.

The body holds the text, escaped by Pandoc's writer, between calls of the template's functions, which are
fixed words. Titles, alternative texts and the brand are data: Typst reads them from JSON.
"""

from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import Any

from flows.documents.brand import Brand
from flows.documents.charts import is_long, is_tall
from flows.documents.document import CHART, Chart, Document
from flows.documents.elements import (
    Element,
    Tree,
    anchor_of,
    attributes_of,
    inner,
    name_of,
    raw,
    rebuilt,
    text_of,
)
from flows.press.paper.calls import brand_data, call, called, guarded_text, picture
from flows.press.trees import as_pandoc, unbroken, with_unbroken_words

_TONED: Mapping[str, str] = MappingProxyType(
    {"asks": "asks-box", "facts": "facts-panel", "quote": "quote-box", "contact": "contact-card"}
)
"""The template's function for each box in the colours of its chapter."""

_PLAIN: Mapping[str, str] = MappingProxyType(
    {
        "contents": "contents-part",
        "intro": "intro-part",
        "box-title": "box-title",
        "figure": "figure-box",
        "figure-title": "figure-title",
        "data": "data-part",
        "source": "source-line",
        "speaker": "speaker-line",
        "marked": "marked-part",
        "translation-note": "translation-note",
    }
)
"""The template's function for each box that needs nothing but its content, and a figure its id."""

_KEPT = ("prose", "ask", "fact")
"""Boxes that Pandoc writes as blocks with their id, and that need no more."""

COVER_PARTS = ("organisation", "subtitle", "title", "province", "election", "edition", "draft")
"""The lines of the cover, which the template takes from its data."""

COMPONENTS = frozenset(
    {*_TONED, *_PLAIN, *_KEPT, *COVER_PARTS, "cover", "chapter", "colophon", "theme", "chart"}
)
"""The components and parts that a PDF shows; a document with any other is an error."""

_SHORT = 750
"""Characters of a box that is never divided over two columns; that is about a third of one."""
_NUMBERS = 0.22
"""Share of a table's width for each column of numbers."""
_HEADING_AND_TEXT = 2
"""Blocks of a chapter that a closing band needs before it."""


def typst_parts(
    document: Document,
    brand: Brand,
    drawings: Mapping[str, str],
    pictures: Mapping[str, str],
    logo: tuple[str, str] | None,
) -> tuple[dict[str, Any], dict[str, Any]]:
    """The tree that Pandoc's Typst writer gets, and the data that the template reads.

    Args:
        document: The document.
        brand: Its brand.
        drawings: File name of the chart of each figure, by the figure's id.
        pictures: File name of the copy of each image file, by its path.
        logo: File name of the logo and its alternative text, where there is one.
    """
    placed: list[dict[str, str]] = []

    def change(element: Element) -> Tree:
        if element["t"] == "Span":  # words in the edition's own language, which Pandoc's writer would drop
            return called("own-language", element["c"][1])
        if element["t"] == "Image" and not element["c"][2][0].startswith(CHART):
            return picture(element, pictures, placed)
        return [guarded_text(element)]

    blocks = _built(rebuilt(document.blocks, change), 0)
    tree = as_pandoc([raw("typst", '#import "brochure.typ": *'), *blocks], {})
    charts = {chart.id: _chart(chart, brand, drawings[chart.id]) for chart in document.charts}
    looks = {**brand_data(brand), "tones": _tones(brand), "scale": _scale(brand)}
    data = {**_words(document), **looks, "charts": charts, "pictures": placed}
    data["logo"] = {"file": logo[0], "alt": logo[1]} if logo else None
    return tree, data


def _chart(chart: Chart, brand: Brand, file: str) -> dict[str, Any]:
    tall = is_tall(chart, brand)
    return {"file": file, "alt": chart.alt, "tall": tall, "whole": not tall and not is_long(chart)}


def _words(document: Document) -> dict[str, Any]:
    return {
        "title": document.title,
        "cover_title": unbroken(document.title),
        "subtitle": document.subtitle,
        "organisation": document.organisation,
        "province": document.province,
        "cover_province": unbroken(document.province),
        "edition": document.edition,
        "election": document.election,
        "draft": document.labels["draft"] if document.draft else "",
        "language": document.language,
        "region": document.locale.partition("_")[2].lower(),
        "own_locale": document.source_locale.lower().split("_"),
        "own_lines": [*document.cover_languages],
    }


def _tones(brand: Brand) -> list[dict[str, str]]:
    tones = (brand.tone(number) for number in range(len(brand.chapters) + 1))
    return [dict(zip(("solid", "tint", "on"), tone, strict=True)) for tone in tones]


def _scale(brand: Brand) -> dict[str, float]:
    names = ("body", "small", "lead", "theme", "chapter", "cover")
    return {name: float(getattr(brand.scale, name)) for name in names}


def _built(blocks: Tree, tone: int) -> Tree:
    return [made for block in blocks for made in _block(block, tone)]


def _block(block: Element, tone: int) -> Tree:
    kind = block["t"]
    if kind == "Header":
        level, attributes, content = block["c"]
        words = with_unbroken_words(content) if level == 1 else content
        return [{"t": "Header", "c": [level + 1, attributes, words]}]
    if kind == "BulletList":
        return [{"t": kind, "c": [_built(item, tone) for item in block["c"]]}]
    if kind == "Table":
        return [_over_the_width(block)]
    return _box(block, tone) if kind == "Div" else [block]


def _over_the_width(element: Element) -> Element:
    """A table whose first column takes all the width that its numbers leave."""
    attributes, caption, columns, *rest = element["c"]
    numbers = len(columns) - 1
    widths = [1 - _NUMBERS * numbers, *[_NUMBERS] * numbers]
    wide = [[column[0], {"t": "ColWidth", "c": width}] for column, width in zip(columns, widths, strict=True)]
    return {"t": "Table", "c": [attributes, caption, wide if widths[0] > _NUMBERS else columns, *rest]}


def _box(element: Element, tone: int) -> Tree:
    name = name_of(element)
    if name in _TONED:
        whole = "true" if len(text_of(element)) < _SHORT else "false"
        return _boxed(f"{_TONED[name]}({tone}, {whole})", element, tone)
    if name in _PLAIN:
        of = f'("{anchor_of(element)}")' if name == "figure" else ""
        return _boxed(_PLAIN[name] + of, element, tone)
    if name in ("chapter", "colophon"):
        return _chapter(element)
    if name == "cover":
        return [raw("typst", "#cover-page()")]
    if name == "chart":
        chart = f'chart-image("{attributes_of(element)["of"]}")'
        return [raw("typst", f"#own-language({chart})" if "lang" in attributes_of(element) else f"#{chart}")]
    if name not in COMPONENTS:
        raise KeyError(name)
    blocks = _built(inner(element), tone)
    return blocks if name == "theme" else [{"t": "Div", "c": [element["c"][0], blocks]}]


def _chapter(element: Element) -> Tree:
    tone = int(attributes_of(element)["tone"])
    blocks = inner(element)
    chapter = f'"{anchor_of(blocks[0])}"'
    if not tone:
        return _boxed(f"colophon-part({chapter})", element, tone)
    band = _facts_only(blocks[-1]) if len(blocks) > _HEADING_AND_TEXT else []
    text = _built(blocks[:-1] if band else blocks, tone)
    closing = [call(f"facts-band({tone})", _band(band, tone))] if band else []
    return call(f"chapter-part({chapter}, {tone})", text, *closing)


def _facts_only(element: Element) -> Tree:
    """A theme that is nothing but a heading and one panel of facts, as heading and facts; else nothing."""
    blocks = inner(element) if name_of(element) == "theme" else [element]
    panel = blocks[-1]
    alone = name_of(panel) == "facts" and all(block["t"] == "Header" for block in blocks[:-1])
    return [*blocks[:-1], *inner(panel)] if alone else []


def _band(blocks: Tree, tone: int) -> Tree:
    """The same blocks; the list of facts stands in two columns of about the same length."""
    made: Tree = []
    for block in blocks:
        if block["t"] == "BulletList" and len(block["c"]) > 1:
            made += call("side-by-side", *(_list(half, tone) for half in _halves(block["c"])))
        else:
            made += _block(block, tone)
    return made


def _halves(items: Sequence[Tree]) -> tuple[Sequence[Tree], Sequence[Tree]]:
    """A list cut in two where the longer half is shortest."""
    lengths = [sum(len(text_of(block)) for block in item) for item in items]
    cut = min(range(1, len(items)), key=lambda at: max(sum(lengths[:at]), sum(lengths[at:])))
    return items[:cut], items[cut:]


def _list(items: Sequence[Tree], tone: int) -> Tree:
    return _block({"t": "BulletList", "c": items}, tone)


def _boxed(function: str, element: Element, tone: int) -> Tree:
    return call(function, _built(inner(element), tone), label=anchor_of(element))
