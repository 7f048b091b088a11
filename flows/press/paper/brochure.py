"""A document as Typst's body, and as the data that the template reads beside it.

The body holds the text, escaped by Pandoc's writer, between calls of the template's functions, which are
fixed words. Titles, alternative texts and the brand are data: Typst reads them from JSON.
"""

from collections.abc import Mapping
from typing import Any

from flows.documents.brand import Brand
from flows.documents.charts import described, is_long, is_tall, says_all
from flows.documents.covers import BANDS, BELOW_A_PHOTO, CIRCLES, STRIP
from flows.documents.document import CHART, Chart, Document
from flows.documents.elements import Element, Tree, inner, raw, rebuilt, text_of
from flows.press.paper.boxes import built
from flows.press.paper.calls import brand_data, called, guarded_text, picture
from flows.press.trees import as_pandoc, part_of, unbroken


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

    blocks = built(rebuilt(document.blocks, change))
    tree = as_pandoc([raw("typst", '#import "brochure.typ": *'), *blocks], {})
    charts = {chart.id: _chart(chart, brand, drawings[chart.id]) for chart in document.charts}
    looks = {**brand_data(brand), "tones": _tones(brand), "scale": _scale(brand)}
    data = {**_words(document), **looks, "charts": charts, "pictures": placed}
    data["composition"] = _composition(document, brand)
    data["logo"] = {"file": logo[0], "alt": logo[1]} if logo else None
    return tree, data


def _composition(document: Document, brand: Brand) -> dict[str, Any]:
    """How the cover is composed: its measures, and who made its photo, which is the first picture."""
    photo = part_of(inner(document.blocks[0]), "photo")
    return {
        "name": brand.cover.composition,
        "strip": STRIP,
        "bands": BELOW_A_PHOTO if photo else BANDS,
        "circles": CIRCLES,
        "credit": text_of(photo) if photo else None,
    }


def _chart(chart: Chart, brand: Brand, file: str) -> dict[str, Any]:
    alone = says_all(chart)
    alt = described(chart) if alone else chart.alt
    return {"file": file, "alt": alt, "alone": alone, "tall": is_tall(chart, brand), "long": is_long(chart)}


def _words(document: Document) -> dict[str, Any]:
    return {
        "full_title": document.full_title,
        "title": document.title,
        "cover_title": unbroken(document.title),
        "subtitle": document.subtitle,
        "organisation": document.organisation,
        "province": document.province,
        "cover_province": unbroken(document.province),
        "edition": " · ".join(filter(None, (document.edition, document.dated))),
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
