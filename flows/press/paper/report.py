"""A change report as Typst's body and the data that its template reads: a redline for paper.

As in a brochure, the body holds text that Pandoc's writer escapes, between calls of the template's functions.
"""

import json
from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import Any

from flows.documents.brand import Brand
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
    walk,
)
from flows.press.paper.calls import brand_data, call, called, guarded_text, picture
from flows.press.paper.redline import as_printed, of_new_text, with_marks
from flows.press.trees import as_pandoc

_CALLS: Mapping[str, str] = MappingProxyType(
    {
        **{name: name for name in ("decision", "note", "legend", "source", "speaker", "fields")},
        "figure-title": "figure-title",
        "data": "data-part",
        "matrix": "matrix-part",
    }
)
"""The template's function for each box that needs nothing but its content."""
_WORDS = (ADDED, REMOVED, "state")
"""Classes of words that look different."""
_OPS = ("edited", "added", "removed", "moved", "renamed", "split", "joined")
_STYLED = ("ask", "fact", "quote", "contact")
"""Kinds of text that look different from a paragraph."""


def report_parts(
    report: Report, brand: Brand, pictures: Mapping[str, str], logo: tuple[str, str] | None
) -> tuple[dict[str, Any], dict[str, Any]]:
    """The tree that Pandoc's Typst writer gets, and the data that the template reads.

    Args:
        report: The report.
        brand: Its brand.
        pictures: File name of the copy of each image file, by its path.
        logo: File name of the logo and its alternative text, where there is one.
    """
    printed = _Print(report, pictures)
    others = [block for block in report.blocks if name_of(block) != "report-cover"]
    blocks = [raw("typst", '#import "report.typ": *'), raw("typst", "#opening()"), *printed.built(others)]
    sizes = {"body": float(brand.scale.body), "small": float(brand.scale.small)}
    looks = {**brand_data(brand), **sizes, "accent": brand.tone(1)[0]}
    data = {**_words(report), **looks, "pictures": printed.placed}
    data["logo"] = {"file": logo[0], "alt": logo[1]} if logo else None
    return as_pandoc(blocks, {}), data


def _words(report: Report) -> dict[str, str]:
    own = report.language == report.speaks
    return {
        "title": report.title,
        "subtitle": report.subtitle,
        "organisation": report.organisation,
        "speaks": report.speaks,
        "language": report.language,
        "region": report.locale.partition("_")[2].lower() if own else "",
    }


class _Print:
    """The pieces of one report.

    Attributes:
        placed: File and alternative text of each image, by the number that the body gives it.
    """

    def __init__(self, report: Report, pictures: Mapping[str, str]) -> None:
        self.placed: list[dict[str, str]] = []
        self._pictures = pictures
        self._words = WORDS[report.speaks]
        self._anchors = {*_anchors(report.blocks)}
        self._unused = set(self._anchors)
        self._level = 1
        self._added = ADDED

    def built(self, blocks: Tree) -> Tree:
        """The blocks as the body has them."""
        return [made for block in blocks for made in self._block(block)]

    def _block(self, block: Element) -> Tree:
        kind = block["t"]
        if kind == "Div":
            return self._box(block)
        if kind == "Header":
            return self._heading(block)
        if kind in ("BulletList", "BlockQuote"):
            content = block["c"]
            made = [self.built(item) for item in content] if kind == "BulletList" else self.built(content)
            return [{"t": kind, "c": made}]
        if kind == "OrderedList":
            return [{"t": kind, "c": [block["c"][0], [self.built(item) for item in block["c"][1]]]}]
        made = self._inlines([block])
        return [as_printed(made[0])] if kind == "Table" else made

    def _box(self, box: Element) -> Tree:
        name = name_of(box)
        if name == "change":
            return self._change(box)
        if name in (ADDED, REMOVED):
            return self.built([with_marks(block, name) for block in inner(box)])
        if name == "redline":
            return self._redline(inner(box))
        if name == "summary":
            return self._summary(inner(box))
        blocks = self.built(inner(box))
        return call(_CALLS[name], blocks) if name in _CALLS else blocks

    def _summary(self, blocks: Tree) -> Tree:
        """The text, and below it the tables beside each other."""
        text = self.built([block for block in blocks if block["t"] != "Table"])
        tables = [self.built([block]) for block in blocks if block["t"] == "Table"]
        return call("summary-part", text, *tables)

    def _redline(self, blocks: Tree) -> Tree:
        first = next((at for at, block in enumerate(blocks) if name_of(block) == "change"), len(blocks))
        parts = (blocks[:1], blocks[1:first], blocks[first:])
        return call("redline-part", *(self.built(part) for part in parts))

    def _heading(self, block: Element) -> Tree:
        """A heading, never more than one level below the one before it: readers go by levels."""
        level, (anchor, *_), content = block["c"]
        self._level = min(level + 1, self._level + 1)
        fresh = of_new_text(content)
        heading = {"t": "Header", "c": [self._level, [self._label(anchor), [], []], fresh or content]}
        if fresh == content:
            return self._inlines([heading])
        shown = self._inlines([{"t": "Plain", "c": content}])
        return call("retitled" if fresh else "dropped", shown, self._inlines([heading]))

    def _label(self, anchor: str) -> str:
        """The anchor, if links can lead to it, and once: Typst refuses a second label of the same name."""
        known = anchor in self._unused
        self._unused.discard(anchor)
        return anchor if known else ""

    def _change(self, element: Element) -> Tree:
        given = attributes_of(element)
        parts = {name_of(part): inner(part) for part in inner(element)}
        head, moved = parts.get("head", []), given["op"].startswith("moved")
        self._added = "moved-here" if moved and "inline" not in parts else ADDED
        text = parts.get("inline") or parts.get("text", [])
        if moved and given["side"] == "old":
            head, text = [*head, *self._link_to_new(head, given["block"])], []
        told = [*self._styled(text, given["kind"]), *self._fields(parts)]
        label = self._label(anchor_of(element))
        return call(_row(given), self._labels(head), told, label=label)

    def _labels(self, head: Tree) -> Tree:
        """What happened, and after it everything else that is told, in one paragraph."""
        paras = [block["c"] for block in head if block["t"] == "Para"]
        others = self.built([block for block in head if block["t"] != "Para"])
        if not paras:
            return others
        more = [part for words in paras[1:] for part in ({"t": "Space"}, *words)]
        return self._inlines([{"t": "Para", "c": [*called("label-words", paras[0]), *more]}]) + others

    def _styled(self, text: Tree, kind: str) -> Tree:
        built = self.built(text)
        if not built or kind not in _STYLED:
            return built
        return call(f"{kind}-text", built)

    def _fields(self, parts: Mapping[str, Tree]) -> Tree:
        if "fields" not in parts:
            return []
        return call("fields", self.built(parts["fields"]))

    def _link_to_new(self, head: Tree, block: str) -> Tree:
        """A way to the new place of what moved, where the labels have none."""
        target = f"nieuw-{block}"
        if target not in self._anchors or any(one["t"] == "Link" for one in walk(head)):
            return []
        words = {"t": "Str", "c": self._words["new-place"]}
        return [{"t": "Para", "c": [{"t": "Link", "c": [["", [], []], [words], [f"#{target}", ""]]}]}]

    def _inlines(self, blocks: Tree) -> Tree:
        done: Tree = rebuilt(blocks, self._inline)
        return done

    def _inline(self, element: Element) -> Tree:
        kind = element["t"]
        if kind == "Image":
            return picture(element, self._pictures, self.placed)
        if kind == "Link" and element["c"][2][0].startswith("#"):
            known = element["c"][2][0][1:] in self._anchors
            return [guarded_text(element)] if known else element["c"][1]
        if kind == "Span" and element["c"][0][1]:
            name, content = element["c"][0][1][0], element["c"][1]
            return called(self._function(name, element), content) if name in _WORDS else [element]
        return [guarded_text(element)]

    def _function(self, name: str, element: Element) -> str:
        if name != "state":
            return self._added if name == ADDED else name
        state = dict(element["c"][0][2])["name"]
        return f"state-mark({json.dumps(state)})"


def _anchors(blocks: Tree) -> Iterator[str]:
    """What links can lead to: rows, and headings that stand in no row."""
    for block in blocks:
        if name_of(block) == "change" or block["t"] == "Header":
            yield anchor_of(block)
        elif block["t"] == "Div":
            yield from _anchors(inner(block))


def _row(given: Mapping[str, str]) -> str:
    """The function for a row of the redline."""
    op, level = given["op"].partition("+")[0], given.get("level", "")
    space = {"1": "chapter", "2": "theme"}.get(level, "text")
    if op == "unchanged":
        return f'same("{space}")'
    return f'change("{op if op in _OPS else "edited"}", "{space}")'
