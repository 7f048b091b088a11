"""A document as a Word file's tree: every paragraph names its style, since boxes reach no list or heading."""

from collections.abc import Iterator, Mapping
from itertools import groupby
from typing import Any

from flows.documents.document import CHART, Document
from flows.documents.elements import (
    Element,
    Tree,
    anchor_of,
    attributes_of,
    bullets,
    inlines,
    inner,
    name_of,
    raw,
    rebuilt,
    walk,
)
from flows.press.trees import as_pandoc, part_of, with_unbroken_words
from flows.press.word import boxes
from flows.press.word.brochure.photos import COVER_CREDIT, COVER_PHOTO, CREDIT, PHOTO

COVER_STYLES: Mapping[str, str] = {
    "organisation": "Omslag organisatie",
    "subtitle": "Subtitle",
    "title": "Title",
    "province": "Omslag provincie",
    "election": "Omslag regel",
    "edition": "Omslag regel",
    "draft": "Omslag concept",
}
"""The style of each line of the cover."""

PART_STYLES: Mapping[str, str] = {
    "figure-title": "caption",
    "chart": "Diagram",
    "photo": PHOTO,
    "credit": CREDIT,
    "source": "Bron",
    "speaker": "Spreker",
    "translation-note": "Vertaalopmerking",
}
"""The style of parts that look the same in every box."""

BOX_STYLES: Mapping[str, str] = {"asks": "Vraag", "facts": "Feit", "contact": "Contact", "contents": "toc 1"}
"""The style of the paragraphs of each box; its title has the same name with ``titel`` behind it."""

PANELS = ("asks", "facts")
"""Boxes that Word shows as a panel: a table with a row for the title and for each item."""
_ABREAST = 2
"""Contacts that stand side by side."""

TONED = ("Vraag", "Feit")
"""Styles that exist once for each chapter tone, with its number behind the name."""

LOGO_STYLE, LOGO_HEIGHT = "Omslag logo", "1.6cm"
CHART_WIDTH = "11cm"
_CHART_SHARE = 0.66
"""That width as a share of the text."""
DATA = "Cijfers"
"""The style of the numbers of a figure."""
UNSTYLED = ("prose", "quote", "figure", "theme", "data", "marked")
"""Boxes whose paragraphs keep the styles that Pandoc gives them."""

COMPONENTS = frozenset(
    {"cover", "intro", "chapter", "colophon", "ask", "fact", "box-title"}
    | {*COVER_STYLES, *PART_STYLES, *BOX_STYLES, *UNSTYLED}
)
"""The components and parts that a Word file shows; a document with any other is an error."""


_WHOLE = frozenset({"intro", "chapter", "colophon"})
"""The components that stand beside the cover and the contents, and hold all others."""


def docx_tree(
    document: Document,
    tones: int,
    drawings: Mapping[str, str],
    pictures: Mapping[str, str],
    logo: tuple[str, str] | None,
) -> dict[str, Any]:
    """The tree that Pandoc's Word writer gets.

    Args:
        document: The document.
        tones: Number of chapter tones of the brand.
        drawings: File name of the chart of each figure, by the figure's id.
        pictures: File name of the copy of each image file, by its path.
        logo: File name of the logo and its alternative text, where there is one.
    """
    language = document.source_locale.replace("_", "-")

    def change(element: Element) -> Tree:
        if element["t"] == "Span":
            return [{"t": "Span", "c": [["", [], [["lang", language]]], element["c"][1]]}]
        if element["t"] != "Image":
            return [element]
        attributes, alt, (target, title) = element["c"]
        if target.startswith(CHART):
            size = ["", [], [["width", CHART_WIDTH]]]
            return [{"t": "Image", "c": [size, alt, [drawings[target.removeprefix(CHART)], ""]]}]
        return [{"t": "Image", "c": [attributes, alt, [pictures[target], title]]}]

    blocks = [_logo(*logo)] if logo else []
    blocks += [made for block in rebuilt(document.blocks, change) for made in _top(block, tones)]
    return as_pandoc(blocks, {"lang": f"{document.locale.replace('_', '-')}"})


def _top(element: Element, tones: int) -> Tree:
    name = name_of(element)
    if name == "cover":
        return [made for part in inner(element) for made in _cover_line(part)]
    if name == "contents":
        return _contents(element)
    if name not in _WHOLE:
        raise KeyError(name)
    number = int(attributes_of(element).get("tone", "0"))
    tone = (number - 1) % tones + 1 if number else 0
    return _built(inner(element), tone, "Inleiding" if name == "intro" else "")


def _cover_line(part: Element) -> Tree:
    if name_of(part) != "photo":
        return [_styled(part, COVER_STYLES[name_of(part)])]
    shown, credit = inner(part)
    return [_in_style(shown, COVER_PHOTO), _styled(credit, COVER_CREDIT)]


def _logo(file: str, alt: str) -> Element:
    drawn: Element = {"t": "Image", "c": [["", [], [["height", LOGO_HEIGHT]]], inlines(alt), [file, ""]]}
    return _in_style({"t": "Para", "c": [drawn]}, LOGO_STYLE)


def _contents(element: Element) -> Tree:
    """Entries as paragraphs with links; a field would be empty until somebody refreshes it."""
    entries = [entry[0] for block in inner(element) if block["t"] == "BulletList" for entry in block["c"]]
    title = part_of(inner(element), "box-title")
    heads = [_styled(title, "TOC Heading")] if title else []
    return [*heads, *(_in_style({"t": "Para", "c": entry["c"]}, "toc 1") for entry in entries)]


def _built(blocks: Tree, tone: int, style: str) -> Tree:
    made: Tree = []
    for is_card, group in groupby(blocks, lambda block: name_of(block) == "contact"):
        some = list(group)
        if is_card:
            made += [
                part for at in range(0, len(some), _ABREAST) for part in _cards(some[at : at + _ABREAST])
            ]
        else:
            made += [part for block in some for part in _block(block, tone, style)]
    return made


def _cards(contacts: Tree) -> Tree:
    """Contacts side by side in one panel, so that none of them can get to a page of its own."""
    style, columns = BOX_STYLES["contact"], len(contacts)
    titled = any(part_of(inner(one), "box-title") is not None for one in contacts)
    blocks: Tree = [_as_word(boxes.opened(style, 1, titled=titled, columns=columns))]
    for number, contact in enumerate(contacts):
        if number:
            blocks.append(_as_word(boxes.next_cell(columns)))
        blocks += _with_bookmark(contact, _built(inner(contact), 0, style))
    return [*blocks, _as_word(boxes.closed())]


def _block(block: Element, tone: int, style: str) -> Tree:
    kind = block["t"]
    if kind == "Header":
        level, attributes, content = block["c"]
        return [
            {"t": "Header", "c": [level, attributes, with_unbroken_words(content) if level == 1 else content]}
        ]
    if kind in ("Para", "Plain"):
        return [_in_style({"t": "Para", "c": block["c"]}, style)] if style else [block]
    if kind == "Table" and style == DATA:
        return [_narrow(block)]
    if kind == "BulletList" and style:
        return [{"t": kind, "c": [_built(item, tone, style) for item in block["c"]]}]
    if kind == "OrderedList" and style:
        numbering, items = block["c"]
        return [{"t": kind, "c": [numbering, [_built(item, tone, style) for item in items]]}]
    return _box(block, tone, style) if kind == "Div" else [block]


def _box(element: Element, tone: int, style: str) -> Tree:
    name = name_of(element)
    if name in PANELS:
        return _with_bookmark(element, _panel(element, tone, _toned(BOX_STYLES[name], tone)))
    if name == "box-title":
        style = f"{style} titel"
    elif name == "source":
        style = f"{style} bron" if style.startswith(TONED) else PART_STYLES[name]
    elif name == "translation-note":
        style = f"{style} opmerking" if style.startswith(TONED) else PART_STYLES[name]
    elif name in PART_STYLES:
        style = PART_STYLES[name]
    elif name == "data":
        style = DATA
    elif name in ("figure", "quote"):
        style = ""
    elif name not in COMPONENTS:
        raise KeyError(name)
    blocks = _built(inner(element), tone, style)
    if name == "figure" and name_of(inner(element)[-1]) == "data":
        blocks.append(_as_word(boxes.space()))
    return _with_bookmark(element, blocks)


def _with_bookmark(element: Element, blocks: Tree) -> Tree:
    anchor = anchor_of(element)
    return [{"t": "Div", "c": [[anchor, [], []], blocks]}] if anchor else blocks


def _panel(element: Element, tone: int, style: str) -> Tree:
    titled = part_of(inner(element), "box-title") is not None
    rows = [_built(row, tone, style) for row in _rows(element)]
    if name_of(element) == "asks":
        rows = [row if _is_title(row, style) else _counted(row, style) for row in rows]
    blocks: Tree = [_as_word(boxes.opened(style, len(rows), titled=titled))]
    for number, row in enumerate(rows):
        if number:
            blocks.append(_as_word(boxes.next_row(number, len(rows))))
        blocks += row
    return [*blocks, _as_word(boxes.closed())]


def _is_title(row: Tree, style: str) -> bool:
    return any(_style_of(block) == f"{style} titel" for block in row)


def _counted(row: Tree, style: str) -> Tree:
    """The blocks of an ask: its first paragraph bears the number, the others stand below that.

    An ask that has no paragraph outside of a list bears it on an empty one, in front.
    """
    first = next(_paragraphs(row, style), None)
    for block in walk(row):
        if block is not first and _style_of(block) == style:
            block["c"][0] = _attributes(f"{style} vervolg")  # made just now, for this row alone
    return row if first else [_as_word(boxes.empty(style)), *row]


def _paragraphs(blocks: Tree, style: str) -> Iterator[Element]:
    """The paragraphs with a style that stand in no list or table."""
    for block in blocks:
        if _style_of(block) == style:
            yield block
        elif block["t"] == "Div":
            yield from _paragraphs(inner(block), style)


def _style_of(block: Element) -> str:
    return attributes_of(block).get("custom-style", "") if block["t"] == "Div" else ""


def _rows(element: Element) -> list[Tree]:
    """What stands together in a panel: its title, each item of its list, and what follows the list."""
    rows: list[Tree] = []
    for block in inner(element):
        if block["t"] == "BulletList":
            rows += [[bullets([item])] for item in block["c"]]
        elif block["t"] == "OrderedList":
            rows += block["c"][1]  # their style counts, through the whole document
        else:
            rows.append([block])
    return rows


def _as_word(xml: str) -> Element:
    return raw("openxml", xml)


def _narrow(table: Element) -> Element:
    """A table as wide as the chart above it."""
    attributes, caption, columns, *rest = table["c"]
    shares = [_CHART_SHARE * 0.75] + [_CHART_SHARE * 0.25 / max(1, len(columns) - 1)] * (len(columns) - 1)
    widths = [
        [column[0], {"t": "ColWidth", "c": share}] for column, share in zip(columns, shares, strict=True)
    ]
    return {"t": "Table", "c": [attributes, caption, widths, *rest]}


def _toned(style: str, tone: int) -> str:
    return f"{style} {tone}" if style in TONED else style


def _styled(part: Element, style: str) -> Element:
    blocks = inner(part)
    words = with_unbroken_words(blocks) if style in ("Title", "Omslag provincie") else blocks
    return {"t": "Div", "c": [_attributes(style), words]}


def _in_style(paragraph: Element, style: str) -> Element:
    return {"t": "Div", "c": [_attributes(style), [paragraph]]}


def _attributes(style: str) -> list[Any]:
    return ["", [], [["custom-style", style]]]
