"""How long, dense and deep a text may be: far beyond what people write, well within what can be printed.

What is over a limit makes Pandoc or Typst take minutes, or stop. The limits are the same everywhere and each
message names the one that it is about.
"""

import re
from collections.abc import Iterator

from flows.documents.elements import Element, Tree, is_element
from flows.positions.places import Span
from flows.problems.codes import problem
from flows.problems.records import Problem

CHARACTERS = 30_000
"""Characters of one text: some ten printed pages."""
WORD = 1_000
"""Characters of one word; the longest web addresses that people print have some 300."""
SIGNS = 2_000
"""Signs of Markdown in one text, for each of which Pandoc looks for another."""
PIECES = 1_000
"""Paragraphs, items and cells of one text, counted without the cells of tables."""
DEPTH = 8
"""Lists and quotations inside each other."""
INLINE_DEPTH = 16
"""Emphasis, links and the like inside each other."""
ROWS, COLUMNS = 300, 20
"""Rows and columns of one table."""

_WORD = re.compile(rf"\S{{{WORD + 1},}}")
_SIGN = re.compile(r"[\[\]`&~^\\<*_]")
_BOXES = frozenset({"BlockQuote", "BulletList", "OrderedList"})
_PIECES = frozenset({"Para", "Plain"})
UNREAD: Tree = [{"t": "Null", "unread": True}]
"""Stands for a text that Pandoc was not given, or that is nested deeper than anybody can read."""
UNANSWERED: Tree = [{"t": "Null", "unanswered": True}]
"""Stands for a text at which Pandoc ended twice, wanted too much memory, or took too long."""


def too_much(text: str) -> bool:
    """True for a text that Pandoc should not be given."""
    return len(text) > CHARACTERS or _signs(text) > SIGNS or _WORD.search(text) is not None


def excesses(text: str, tree: Tree, span: Span) -> Iterator[Problem]:
    """What is over a limit in a text, at its place.

    Yields:
        SP720 (``found``, ``most``): too long. SP721 (``text``, ``most``): a word too long. SP722 (``found``,
        ``most``): too many signs. SP723 (``most``): too deep. SP724 (``rows``, ``columns``, ``most_rows``,
        ``most_columns``): a table too large. SP725 (``found``, ``most``): too many paragraphs. SP830: one
        at which Pandoc ends.
    """
    if len(text) > CHARACTERS:
        yield problem("SP720", span.place, found=len(text), most=CHARACTERS)
    word = _WORD.search(text)
    if word is not None:
        yield problem("SP721", span.locate(word[0][:WORD]), text=f"{word[0][:20]}…", most=WORD)
    signs = _signs(text)
    if signs > SIGNS:
        yield problem("SP722", span.place, found=signs, most=SIGNS)
    if tree is UNANSWERED:
        yield problem("SP830", span.place)
    elif tree is not UNREAD:
        yield from _of_tree(tree, span)
    elif not too_much(text):
        yield problem("SP723", span.place, most=DEPTH)


def _signs(text: str) -> int:
    return sum(1 for _ in _SIGN.finditer(text))


def _of_tree(tree: Tree, span: Span) -> Iterator[Problem]:
    boxes = inlines = pieces = 0
    for element, outer_boxes, outer_inlines in _with_depth(tree):
        boxes, inlines = max(boxes, outer_boxes), max(inlines, outer_inlines)
        pieces += element["t"] in _PIECES
        if element["t"] == "Table":
            yield from _of_table(element, span)
    if boxes > DEPTH or inlines > INLINE_DEPTH:
        yield problem("SP723", span.place, most=DEPTH if boxes > DEPTH else INLINE_DEPTH)
    if pieces > PIECES:
        yield problem("SP725", span.place, found=pieces, most=PIECES)


def _of_table(table: Element, span: Span) -> Iterator[Problem]:
    _, _, columns, _, bodies, _ = table["c"]
    rows = sum(len(body[3]) for body in bodies)
    if rows > ROWS or len(columns) > COLUMNS:
        yield problem(
            "SP724", span.place, rows=rows, columns=len(columns), most_rows=ROWS, most_columns=COLUMNS
        )


def _with_depth(tree: Tree) -> Iterator[tuple[Element, int, int]]:
    """Every element, tables whole, with the number of boxes and of inlines around it, itself included."""
    ahead: list[tuple[object, int, int]] = [(tree, 0, 0)]
    while ahead:
        part, boxes, inlines = ahead.pop()
        if isinstance(part, list):
            ahead += [(each, boxes, inlines) for each in part if isinstance(each, list | dict)]
        elif is_element(part) and isinstance(part, dict):
            content = part.get("c")
            if part["t"] in _BOXES:
                boxes += 1
            elif part["t"] not in _PIECES and isinstance(content, list):
                inlines += 1
            yield part, boxes, inlines
            if isinstance(content, list) and part["t"] != "Table":
                ahead.append((content, boxes, inlines))
