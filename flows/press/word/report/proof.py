"""What a reader of a report's text reads when every change is accepted, or every one rejected."""

from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import Any

from flows.documents.change_report.report import ADDED, REMOVED
from flows.documents.elements import BREAKS, Element, Tree, inner, name_of
from flows.press.word.report.resolving import Side

_GONE: Mapping[Side, str] = MappingProxyType({"new": REMOVED, "old": ADDED})
_NOT_TEXT = frozenset({"head", "inline", "fields"})


def paragraphs(blocks: Tree, side: Side) -> list[str]:
    """The paragraphs of a report's blocks on one side, each on one line; one without words is none."""
    lines = (" ".join(text.split()) for text in _of_blocks(blocks, _GONE[side], tracked=False))
    return [line for line in lines if line]


def _of_blocks(blocks: Tree, gone: str, *, tracked: bool) -> Iterator[str]:
    for block in blocks:
        kind: str = block["t"]
        content: Any = block.get("c")
        if kind in ("Para", "Plain"):
            yield _words(content, gone, tracked=tracked)
        elif kind == "Header":
            yield _words(content[2], gone, tracked=tracked)
        elif kind == "CodeBlock":
            yield content[1]
        elif kind == "Div":
            yield from _of_box(block, gone, tracked=tracked)
        elif kind == "Table":
            yield from _of_table(content, gone, tracked=tracked)
        elif kind == "BlockQuote":
            yield from _of_blocks(content, gone, tracked=tracked)
        elif kind in ("BulletList", "OrderedList"):
            for item in content if kind == "BulletList" else content[1]:
                yield from _of_blocks(item, gone, tracked=tracked)


def _of_box(box: Element, gone: str, *, tracked: bool) -> Iterator[str]:
    """The paragraphs of a box; changes count in the text alone, not in what is told about it."""
    name = name_of(box)
    if name not in _NOT_TEXT and not (tracked and name == gone):
        yield from _of_blocks(inner(box), gone, tracked=tracked or name == "text")


def _of_table(content: list[Any], gone: str, *, tracked: bool) -> Iterator[str]:
    _, (_, caption), _, head, bodies, foot = content
    yield from _of_blocks(caption, gone, tracked=tracked)
    for part in (head[1], *(rows for body in bodies for rows in body[2:]), foot[1]):
        for (_, names, _), cells in part:
            if not (tracked and gone in names):
                for cell in cells:
                    yield from _of_blocks(cell[4], gone, tracked=tracked)


def _words(words: Tree, gone: str, *, tracked: bool) -> str:
    return "".join(_pieces(words, gone, tracked=tracked))


def _pieces(words: Tree, gone: str, *, tracked: bool) -> Iterator[str]:
    for element in words:
        kind: str = element["t"]
        content: Any = element.get("c")
        if kind == "Str":
            yield content
        elif kind in BREAKS:
            yield " "
        elif kind == "Code":
            yield content[1]
        elif kind == "Span":
            if not (tracked and gone in content[0][1]):
                yield from _pieces(content[1], gone, tracked=tracked)
        elif kind in ("Link", "Quoted"):
            yield from _pieces(content[1], gone, tracked=tracked)
        elif kind != "Image":
            yield from _pieces(content, gone, tracked=tracked)
