"""Marked words, rows and tables of a redline as Typst has them."""

from collections.abc import Callable
from typing import Any

from flows.documents.change_report.report import ADDED, REMOVED
from flows.documents.elements import Element, Tree, rebuilt, walk
from flows.press.paper.calls import called

_MARKS = (ADDED, REMOVED)
_FIRST, _MANY = 0.28, 5
"""Share of a table's width for its first column, where there are at least this many."""


def of_new_text(tree: Tree) -> Tree:
    """Words without those that are gone, and without marks."""

    def change(element: Element) -> Tree:
        mark = _mark(element)
        kept: Tree = [] if mark == REMOVED else element["c"][1] if mark else [element]
        return kept

    done: Tree = rebuilt(tree, change)
    return done


def with_marks(block: Element, mark: str) -> Element:
    """The same block, all its words marked, each once: Typst marks words alone."""

    def change(element: Element) -> Tree:
        if _mark(element) == mark:
            unmarked: Tree = element["c"][1]
            return unmarked
        return [_marked(element, lambda words: [_span(mark, words)])]

    done: Tree = rebuilt([block], change)
    return done[0]


def as_printed(table: Element) -> Element:
    """A table as wide as the page where it has many columns, and the marks of its rows on their words.

    Args:
        table: A table whose marked words are calls already.
    """
    attributes, caption, columns, head, bodies, foot = table["c"]
    if len(columns) >= _MANY:
        share = (1 - _FIRST) / (len(columns) - 1)
        others = [[{"t": "AlignCenter"}, {"t": "ColWidth", "c": share}] for _ in columns[1:]]
        columns = [[{"t": "AlignLeft"}, {"t": "ColWidth", "c": _FIRST}], *others]
    marked = [[own, stub, above, [_row(row) for row in rows]] for own, stub, above, rows in bodies]
    return {"t": "Table", "c": [attributes, caption, columns, head, marked, foot]}


def _row(row: list[Any]) -> list[Any]:
    attributes, cells = row
    mark = next((name for name in attributes[1] if name in _MARKS), "")
    return [attributes, [[*cell[:-1], [_cell(block, mark) for block in cell[-1]]] for cell in cells]]


def _cell(block: Element, mark: str) -> Element:
    """The text of a cell, marked once."""
    done = not mark or any(one == called(mark, [])[0] for one in walk(block))
    return block if done else _marked(block, lambda words: called(mark, words))


def _marked(block: Element, change: Callable[[Tree], Tree]) -> Element:
    """A block with its words changed; blocks that hold other blocks stay as they are."""
    if block["t"] == "Header":
        level, attributes, words = block["c"]
        return {"t": "Header", "c": [level, attributes, change(words)]}
    return {"t": block["t"], "c": change(block["c"])} if block["t"] in ("Plain", "Para") else block


def _mark(element: Element) -> str:
    names = element["c"][0][1][:1] if element["t"] == "Span" else []
    return names[0] if names and names[0] in _MARKS else ""


def _span(mark: str, words: Tree) -> Element:
    return {"t": "Span", "c": [["", [mark], []], words]}
