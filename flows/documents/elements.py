"""Pieces of a document, in the JSON form of Pandoc's tree: made here, walked here, read here."""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

from flows.wording.characters import UNPRINTABLE

Element = dict[str, Any]
"""One block or inline of Pandoc's tree: ``{"t": "Para", "c": [...]}``."""
Tree = list[Element]
"""The blocks of a text, or the inlines of a paragraph."""

NO_ATTRIBUTES: list[Any] = ["", [], []]
_GAP = re.compile(r"[ \t\r\n]+")


def printable(text: str) -> str:
    """A text without the control characters that no XML, and so no Word file, can hold."""
    return UNPRINTABLE.sub("", text)


def inlines(text: str) -> Tree:
    """Plain text as inlines: one ``Str`` a word, so that no character can become markup."""
    found: Tree = []
    for number, word in enumerate(_GAP.split(printable(text))):
        if number:
            found.append({"t": "Space"})
        if word:
            found.append({"t": "Str", "c": word})
    return found


def para(content: str | Tree) -> Element:
    """A paragraph of plain text or of inlines."""
    return {"t": "Para", "c": inlines(content) if isinstance(content, str) else content}


def plain(content: str | Tree) -> Element:
    """Text without a paragraph around it, as table cells and tight lists have."""
    return {"t": "Plain", "c": inlines(content) if isinstance(content, str) else content}


def header(level: int, content: str | Tree, anchor: str) -> Element:
    """A heading of plain text or of inlines."""
    words = inlines(content) if isinstance(content, str) else content
    return {"t": "Header", "c": [level, [anchor, [], []], words]}


def div(name: str, blocks: Tree, anchor: str = "", **attributes: str) -> Element:
    """A component: a box with a name that every writer knows."""
    pairs = [[key, value] for key, value in sorted(attributes.items())]
    return {"t": "Div", "c": [[anchor, [name], pairs], blocks]}


def span(name: str, content: str | Tree, /, **attributes: str) -> Element:
    """Inlines, or plain text, with a class and attributes; without a name, with attributes alone."""
    pairs = [[key, value] for key, value in sorted(attributes.items())]
    inner = inlines(content) if isinstance(content, str) else content
    return {"t": "Span", "c": [["", [name] if name else [], pairs], inner]}


def code(text: str) -> Element:
    """What somebody types, as it is."""
    return {"t": "Code", "c": [NO_ATTRIBUTES, text]}


def strong(text: str) -> Element:
    """Plain text with weight."""
    return {"t": "Strong", "c": inlines(text)}


def link(content: str | Tree, target: str) -> Element:
    """A link; the caller vouches for its target."""
    inner = inlines(content) if isinstance(content, str) else content
    return {"t": "Link", "c": [NO_ATTRIBUTES, inner, [target, ""]]}


def image(alt: str, target: str, **attributes: str) -> Element:
    """An image with its alternative text, and what else is known of it."""
    about = ["", [], [[key, value] for key, value in sorted(attributes.items())]]
    return {"t": "Image", "c": [about if attributes else NO_ATTRIBUTES, inlines(alt), [target, ""]]}


def bullets(items: Sequence[Tree]) -> Element:
    """A bullet list; each item is a list of blocks."""
    return {"t": "BulletList", "c": list(items)}


def numbered(items: Sequence[Tree], first: int) -> Element:
    """A numbered list that counts from `first`; each item is a list of blocks."""
    return {"t": "OrderedList", "c": [[first, {"t": "Decimal"}, {"t": "DefaultDelim"}], list(items)]}


Cell = str | Tree
"""Plain text or inlines in a cell of a table."""


def table(head: Sequence[Cell], rows: Sequence[Sequence[Cell]], others: str = "AlignRight") -> Element:
    """A table: the first column to the left, the others, numbers where nothing is said, to the right."""
    alignments = ["AlignLeft"] + [others] * (len(head) - 1)
    return {
        "t": "Table",
        "c": [
            NO_ATTRIBUTES,
            [None, []],
            [[{"t": alignment}, {"t": "ColWidthDefault"}] for alignment in alignments],
            [NO_ATTRIBUTES, [_row(head)]],
            [[NO_ATTRIBUTES, 0, [], [_row(row) for row in rows]]],
            [NO_ATTRIBUTES, []],
        ],
    }


def _row(cells: Sequence[Cell]) -> list[Any]:
    default = {"t": "AlignDefault"}
    return [NO_ATTRIBUTES, [[NO_ATTRIBUTES, default, 1, 1, [plain(cell)]] for cell in cells]]


def raw(written_in: str, text: str) -> Element:
    """A piece in a writer's own language. Only writers make these; no content ever does."""
    return {"t": "RawBlock", "c": [written_in, text]}


def name_of(element: Element) -> str:
    """The component that a ``Div`` is, or nothing for every other element."""
    if element["t"] != "Div":
        return ""
    names: list[str] = element["c"][0][1]
    return names[0] if names else ""


def attributes_of(element: Element) -> Mapping[str, str]:
    """The attributes of a ``Div``."""
    return dict(element["c"][0][2])


def anchor_of(element: Element) -> str:
    """The id of a ``Div`` or heading; nothing for every other element."""
    if element["t"] not in ("Div", "Header"):
        return ""
    anchor: str = element["c"][1 if element["t"] == "Header" else 0][0]
    return anchor


def inner(element: Element) -> Tree:
    """The blocks inside a ``Div``."""
    blocks: Tree = element["c"][1]
    return blocks


def is_element(node: Any) -> bool:
    """True for a block or inline, false for the lists and texts between them."""
    return isinstance(node, dict) and "t" in node


def walk(node: Any) -> Iterator[Element]:
    """Every element of a tree, in reading order, the outer before the inner."""
    ahead: list[Iterator[Any]] = [iter((node,))]
    while ahead:
        for part in ahead[-1]:
            is_whole = is_element(part)
            if is_whole:
                yield part
            inside = part.get("c") if is_whole else part
            if isinstance(inside, list):
                ahead.append(iter(inside))
                break
        else:
            ahead.pop()


def rebuilt(node: Any, change: Callable[[Element], Tree]) -> Any:
    """A tree in which `change` has replaced every element, the inner before the outer.

    Args:
        node: A tree, an element, or any part of one.
        change: Gives the elements that take the place of one; an empty list drops it.
    """
    if not isinstance(node, list):
        return node
    parts: list[Any] = []
    for part in node:
        if is_element(part):
            content = part.get("c")
            whole = {**part, "c": rebuilt(content, change)} if isinstance(content, list) else part
            parts.extend(change(whole))
        else:
            parts.append(rebuilt(part, change))
    return parts


def joined(node: Any) -> Any:
    """A tree with some words in each ``Str``: the same text in fewer elements, which writers do in less time.

    The first word of a phrase stays by itself. Some writers escape what could start a list or heading there,
    and look at no more than the start of an element.
    """
    if isinstance(node, list):
        return _phrases(node) if any(map(_is_word, node)) else [joined(part) for part in node]
    content = node.get("c") if is_element(node) else None
    return {**node, "c": joined(content)} if isinstance(content, list) else node


_TOGETHER = 12
"""Words in one ``Str``; with many more, Pandoc's Typst writer gets slower again."""


def _phrases(inlines: Tree) -> Tree:
    found: Tree = []
    at = 0
    while at < len(inlines):
        words = _words_from(inlines, at)
        found += _grouped(words) if words else [joined(inlines[at])]
        at += max(1, 2 * len(words) - 1)
    return found


def _words_from(inlines: Tree, at: int) -> list[str]:
    """The words from `at` on that have one space and nothing else between them."""
    words: list[str] = []
    while at < len(inlines) and _is_word(inlines[at]):
        words.append(inlines[at]["c"])
        spaced = at + 1 < len(inlines) and inlines[at + 1]["t"] == "Space"
        if not spaced:
            break
        at += 2
    return words


def _grouped(words: Sequence[str]) -> Tree:
    groups = [words[:1], *(words[at : at + _TOGETHER] for at in range(1, len(words), _TOGETHER))]
    found: Tree = []
    for group in groups:
        found += [{"t": "Space"}, {"t": "Str", "c": " ".join(group)}]
    return found[1:]


def _is_word(node: Any) -> bool:
    return isinstance(node, dict) and node.get("t") == "Str"


BREAKS = frozenset({"Space", "SoftBreak", "LineBreak"})
_INLINE = frozenset({"Emph", "Strong", "Superscript", "Subscript", "Link", "Span", "Strikeout"})


def text_of(node: Any) -> str:
    """The text a reader sees in a tree: words apart, blocks on lines of their own, no alternative texts."""
    if isinstance(node, list):
        return "".join(text_of(part) for part in node)
    if not is_element(node):
        return ""
    kind, content = node["t"], node.get("c")
    if kind in ("Str", "Code"):
        return str(content if kind == "Str" else content[1])
    if kind in BREAKS:
        return " "
    if kind == "Image":
        return ""
    inner = text_of(content)
    return inner if kind in _INLINE else f"{inner}\n"
