"""The blocks of a document as calls of the template's functions: passages, panels, cards and figures."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import groupby
from types import MappingProxyType

from flows.documents.elements import (
    Element,
    Tree,
    anchor_of,
    attributes_of,
    div,
    inner,
    name_of,
    raw,
)
from flows.press.paper.calls import call
from flows.press.trees import with_unbroken_words

COVER_PARTS = ("organisation", "subtitle", "title", "province", "election", "edition", "draft")
"""The lines of the cover, which the template takes from its data."""

_WIDE = ("asks", "facts", "figure", "contacts", "photo")
"""Boxes that stand over the full width."""

_NUMBERS = 0.22
"""Share of a table's width for each column of numbers."""


def built(blocks: Tree, tone: int = 0) -> Tree:
    """Blocks as Pandoc's Typst writer gets them.

    Args:
        blocks: Blocks of a document.
        tone: Number of the chapter's colours; 0 outside of chapters.

    Raises:
        KeyError: A component or part that a PDF does not show.
    """
    return [made for block in blocks for made in _block(block, tone)]


def _block(block: Element, tone: int) -> Tree:
    kind = block["t"]
    if kind == "Header":
        level, attributes, content = block["c"]
        words = with_unbroken_words(content) if level == 1 else content
        return [{"t": "Header", "c": [level + 1, attributes, words]}]
    if kind == "BulletList":
        return [{"t": kind, "c": [built(item, tone) for item in block["c"]]}]
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
    return COMPONENTS[name_of(element)](element, tone)


def _part(element: Element, _: int) -> Tree:
    """A part of the document: headings, passages of text with what stands beside them, and panels."""
    tone = int(attributes_of(element)["tone"])
    return call(f"{name_of(element)}-part({tone})", [*_passages(inner(element), tone)])


def _passages(blocks: Tree, tone: int) -> Iterator[Element]:
    text: Tree = []
    opened = [*_opened(blocks)]
    for block, below in zip(opened, [*opened[1:], None], strict=True):
        if name_of(block) not in _WIDE and block["t"] != "Header":
            text += _block(block, tone)
            continue
        if name_of(block) == "facts" and below is not None and name_of(below) == "contacts":
            yield from [*_passage(text), *_facts(block, tone, stays=True)]
        elif text and name_of(block) == "facts":
            yield from _facts(block, tone, beside=text)
        else:
            yield from _passage(text)
            yield from _block(block, tone)
        text = []
    yield from _passage(text)


def _opened(blocks: Tree) -> Iterator[Element]:
    """The blocks of a part: those of a theme without its box, and cards that follow each other in one."""
    found = [one for block in blocks for one in (inner(block) if name_of(block) == "theme" else [block])]
    for name, run in groupby(found, name_of):
        together = [*run]
        yield from [div("contacts", together)] if name == "contact" else together


def _passage(text: Tree) -> Tree:
    return call("passage", text) if text else []


def _asks(element: Element, tone: int) -> Tree:
    title, listed = inner(element)
    (first, *_), items = listed["c"]
    return call(f"asks-panel({tone}, {first})", built([title], tone), *_items(items, tone))


def _facts(element: Element, tone: int, beside: Tree | None = None, *, stays: bool = False) -> Tree:
    """A panel of facts, beside a text where there is one: its title, what ends it, and each item."""
    title, listed, *below = inner(element)
    panel_call = f"facts-panel({tone}, stays: true)" if stays else f"facts-panel({tone})"
    function = f"facts-beside({tone})" if beside else panel_call
    panel = (built([title], tone), built(below, tone), *_items(listed["c"], tone))
    return call(function, *([beside] if beside else ()), *panel)


def _items(items: Sequence[Tree], tone: int) -> Iterator[Tree]:
    return (built(item, tone) for item in items)


def _cards(element: Element, tone: int) -> Tree:
    return call("side-by-side", *(_box(card, tone) for card in inner(element)))


def _figure(element: Element, tone: int) -> Tree:
    return _boxed(f'figure-box("{anchor_of(element)}")', element, tone)


def _chart(element: Element, tone: int) -> Tree:
    chart = f'chart-image("{attributes_of(element)["of"]}")'
    return [raw("typst", f"#own-language({chart})" if "lang" in attributes_of(element) else f"#{chart}")]


def _photo(element: Element, tone: int) -> Tree:
    shown, credit = inner(element)
    return call(f"photo-band({tone})", built([shown], tone), built(inner(credit), tone))


def _cover(element: Element, tone: int) -> Tree:
    return [raw("typst", "#cover-page()")]


def _kept(element: Element, tone: int) -> Tree:
    """A box that Pandoc writes as a block with its id, and that needs no more."""
    return [{"t": "Div", "c": [element["c"][0], built(inner(element), tone)]}]


def _boxed(function: str, element: Element, tone: int) -> Tree:
    return call(function, built(inner(element), tone), label=anchor_of(element))


def _plainly(function: str) -> Callable[[Element, int], Tree]:
    """A box that needs a function of the template and nothing but its content."""
    return lambda element, tone: _boxed(function, element, tone)


def _toned(function: str) -> Callable[[Element, int], Tree]:
    """The same in the colours of its chapter."""
    return lambda element, tone: _boxed(f"{function}({tone})", element, tone)


COMPONENTS: Mapping[str, Callable[[Element, int], Tree]] = MappingProxyType(
    {
        "cover": _cover,
        **dict.fromkeys(("intro", "chapter", "colophon"), _part),
        "asks": _asks,
        "facts": _facts,
        "figure": _figure,
        "chart": _chart,
        "contacts": _cards,
        "contact": _toned("contact-card"),
        "quote": _toned("quote-box"),
        "contents": _plainly("contents-part"),
        "box-title": _plainly("box-title"),
        "figure-title": _plainly("figure-title"),
        "data": _plainly("data-part"),
        "photo": _photo,
        "credit": _kept,
        "source": _plainly("source-line"),
        "speaker": _plainly("speaker-line"),
        "marked": _plainly("marked-part"),
        "translation-note": _plainly("translation-note"),
        **dict.fromkeys(("theme", "prose", "ask", "fact", *COVER_PARTS), _kept),
    }
)
"""How a PDF shows each component and part; a document with any other is an error."""
