"""A change report as a web page's tree: a plain redline that reads well before any script has run."""

from collections.abc import Callable, Mapping
from html import escape
from types import MappingProxyType
from typing import Any

from flows.documents.change_report.page_words import WORDS
from flows.documents.change_report.report import ADDED, REMOVED, Report
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
from flows.press.trees import as_pandoc
from flows.press.web.pages import MAIN, changed, main_part, with_address

_TAGS: Mapping[str, str] = MappingProxyType({ADDED: "ins", REMOVED: "del"})
_WIDE = 4
"""Columns from which a table may have to scroll on a narrow screen."""


def html_tree(report: Report, pictures: Mapping[str, str]) -> dict[str, Any]:
    """The tree that Pandoc's HTML writer gets.

    Args:
        report: The report.
        pictures: The ``data:`` address of each image file, by its path.
    """
    page = _Page(report, pictures)
    words = WORDS[report.speaks]
    cover = [block for block in report.blocks if name_of(block) == "report-cover"]
    others = [block for block in report.blocks if name_of(block) != "report-cover"]
    blocks = [
        *page.built(cover),
        *_contents(others, words["contents"]),
        *main_part(page.built(others)),
    ]
    meta = {"lang": report.speaks, "pagetitle": f"{report.title} – {report.subtitle}", "main": MAIN, **words}
    return as_pandoc(blocks, meta)


def _contents(components: Tree, label: str) -> Tree:
    """Links to the components, by their headings."""
    heads = [inner(one)[0] for one in components if inner(one) and inner(one)[0]["t"] == "Header"]
    items = "".join(
        f'<li><a href="#{escape(anchor_of(head))}">{escape(text_of(head).strip())}</a></li>' for head in heads
    )
    return [raw("html", f'<nav class="contents" aria-label="{escape(label)}"><ul>{items}</ul></nav>')]


class _Page:
    """The pieces of one page, each by the name of its box."""

    def __init__(self, report: Report, pictures: Mapping[str, str]) -> None:
        self._words = WORDS[report.speaks]
        self._pictures = pictures
        own = report.language == report.speaks
        self._text = '<div class="text">' if own else f'<div class="text" lang="{escape(report.language)}">'
        self._kinds: Mapping[str, Callable[[Element], Tree]] = MappingProxyType(
            {"Header": _heading, "Table": _table, "Image": self._image, "Span": self._span, "Div": self._box}
        )
        self._boxes: Mapping[str, Callable[[Element], Tree]] = MappingProxyType(
            {
                "report-cover": _cover,
                **dict.fromkeys(_SECTIONS, _section),
                "redline": _redline,
                "change": self._change,
                ADDED: _whole,
                REMOVED: _whole,
            }
        )

    def built(self, blocks: Tree) -> Tree:
        """The blocks as the page has them."""
        return changed(blocks, self._kinds)

    def _image(self, element: Element) -> Tree:
        return [with_address(element, self._pictures)]

    def _span(self, element: Element) -> Tree:
        (_, names, pairs), content = element["c"]
        name = names[0] if names else ""
        if name in _TAGS:
            return [_inline(f"<{_TAGS[name]}>"), *content, _inline(f"</{_TAGS[name]}>")]
        return [_state(dict(pairs), content)] if name == "state" else [element]

    def _box(self, element: Element) -> Tree:
        change = self._boxes.get(name_of(element))
        return change(element) if change else [element]

    def _change(self, element: Element) -> Tree:
        parts = {name_of(part): inner(part) for part in inner(element)}
        anchor, given = escape(anchor_of(element)), attributes_of(element)
        kept = "".join(f' data-{name}="{escape(given[name])}"' for name in _KEPT if given.get(name))
        head = parts.get("head", [])
        named = f' role="group" aria-labelledby="label-{anchor}"' if head else ""
        made = [raw("html", f'{_CHANGE} id="{anchor}"{kept}{named}>')]
        if head:
            opening = f'<div class="head"><div class="label" id="label-{anchor}">'
            made += [*_inside(opening, head[:1]), *head[1:], raw("html", "</div>")]
        text = parts.get("inline") or parts.get("text", [])
        made += self._told([_without_anchor(block) for block in text], given)
        if "fields" in parts:
            made += _inside('<div class="fields">', parts["fields"])
        return [*made, raw("html", "</div>")]

    def _told(self, text: Tree, given: Mapping[str, str]) -> Tree:
        """The text of a unit; the one at the place that it was moved from is there for who asks for it."""
        told = _inside(self._text, text)
        if given["side"] != "old" or not given["op"].startswith("moved"):
            return told
        summary = f"<summary>{escape(self._words['old-place'])}</summary>"
        return [raw("html", f"<details>{summary}"), *told, raw("html", "</details>")]


_CHANGE = '<div class="change"'
_SECTIONS = ("decisions", "summary", "variables", "matrix", "effects")
_KEPT = ("op", "kind", "flags", "side", "level")
"""What the script and the style sheet have to know of a change."""


def _state(given: Mapping[str, str], content: Tree) -> Element:
    """A state of the matrix as its sign, and in words for who does not see what the sign looks like."""
    sign, name, title = escape(text_of(content)), escape(given["name"]), escape(given.get("title", ""))
    shown = f'<span aria-hidden="true">{sign}</span><span class="unseen">{title}</span>' if title else sign
    return _inline(f'<span class="state" data-state="{name}" title="{title}">{shown}</span>')


def _heading(element: Element) -> Tree:
    level, attributes, content = element["c"]
    return [{"t": "Header", "c": [level + 1, attributes, content]}]


def _without_anchor(block: Element) -> Element:
    """A heading of the text, to whose row links lead; in another row it may stand once more."""
    if block["t"] != "Header":
        return block
    level, _, content = block["c"]
    return {"t": "Header", "c": [level, ["", [], []], content]}


def _table(element: Element) -> Tree:
    """The first column of a table names its rows; a marked row is marked in each cell, once."""
    attributes, caption, columns, head, bodies, foot = element["c"]
    headed = [[own, 1, above, [_row(row) for row in rows]] for own, _, above, rows in bodies]
    table = {"t": "Table", "c": [attributes, caption, columns, head, headed, foot]}
    wide = len(columns) >= _WIDE
    return _inside('<div class="table" tabindex="0">', [table]) if wide else [table]


def _row(row: list[Any]) -> list[Any]:
    attributes, cells = row
    tag = next((_TAGS[name] for name in attributes[1] if name in _TAGS), "")
    if not tag:
        return row
    return [attributes, [[*cell[:-1], [_marked(block, tag) for block in cell[-1]]] for cell in cells]]


def _marked(block: Element, tag: str) -> Element:
    if block["t"] not in ("Plain", "Para"):
        return block
    return {"t": block["t"], "c": [_inline(f"<{tag}>"), *_unmarked(block["c"], tag), _inline(f"</{tag}>")]}


def _whole(element: Element) -> Tree:
    """Blocks that stand in one text alone, as one insertion or deletion: the words in it need no marks."""
    tag = _TAGS[name_of(element)]
    return [raw("html", f'<{tag} class="whole">'), *_unmarked(inner(element), tag), raw("html", f"</{tag}>")]


def _unmarked(tree: Tree, tag: str) -> Tree:
    marks = (_inline(f"<{tag}>"), _inline(f"</{tag}>"))
    done: Tree = rebuilt(tree, lambda element: [] if element in marks else [element])
    return done


def _cover(element: Element) -> Tree:
    lines: Tree = []
    for part in inner(element):
        if name_of(part) == "title":
            lines.append({"t": "Header", "c": [1, ["", [], []], inner(part)[0]["c"]]})
        else:
            lines.append(part)
    return _inside('<header class="cover">', lines, "header")


def _section(element: Element) -> Tree:
    """A region with the name of its heading; as a ``Div`` it would take the heading's id away."""
    label = escape(anchor_of(inner(element)[0]))
    opening = f'<section class="{name_of(element)}" aria-labelledby="{label}">'
    return _inside(opening, inner(element), "section")


def _redline(element: Element) -> Tree:
    """What introduces the redline, and its rows in a box of their own."""
    blocks = inner(element)
    label = escape(anchor_of(blocks[0]))
    first = next((at for at, block in enumerate(blocks) if _opens_change(block)), len(blocks))
    rows = _inside('<div class="rows">', blocks[first:])
    opening = f'<section class="redline" aria-labelledby="{label}">'
    return _inside(opening, [*blocks[:first], *rows], "section")


def _opens_change(block: Element) -> bool:
    return block["t"] == "RawBlock" and str(block["c"][1]).startswith(_CHANGE)


def _inside(opening: str, blocks: Tree, tag: str = "div") -> Tree:
    return [raw("html", opening), *blocks, raw("html", f"</{tag}>")]


def _inline(text: str) -> Element:
    return {"t": "RawInline", "c": ["html", text]}
