"""What a reader of a report's text reads when every change is accepted, and when every change is rejected."""

from collections.abc import Sequence
from typing import Any

from flows.documents.elements import BREAKS, Element, Tree, inner, name_of
from flows.documents.report import ADDED, REMOVED

_NOT_TEXT = frozenset({"head", "inline", "fields"})


class Texts:
    """The paragraphs of a report's blocks on both sides; one without words is none.

    Attributes:
        old: The paragraphs without what was added.
        new: The paragraphs without what was removed.
    """

    def __init__(self, blocks: Tree) -> None:
        self.old: list[str] = []
        self.new: list[str] = []
        self._read(blocks, old=True, new=True, tracked=False)

    def _read(self, blocks: Tree, *, old: bool, new: bool, tracked: bool) -> None:
        for block in blocks:
            self._block(block, old, new, tracked)

    def _block(self, block: Element, old: bool, new: bool, tracked: bool) -> None:
        kind: str = block["t"]
        content: Any = block.get("c")
        if kind in ("Para", "Plain"):
            self._paragraph(content, old, new, tracked)
        elif kind == "Header":
            self._paragraph(content[2], old, new, tracked)
        elif kind == "CodeBlock":
            self._paragraph([{"t": "Str", "c": content[1]}], old, new, tracked)
        elif kind == "Div":
            self._box(block, old, new, tracked)
        elif kind == "Table":
            self._table(content, old, new, tracked)
        elif kind == "BlockQuote":
            self._read(content, old=old, new=new, tracked=tracked)
        elif kind in ("BulletList", "OrderedList"):
            for item in content if kind == "BulletList" else content[1]:
                self._read(item, old=old, new=new, tracked=tracked)

    def _box(self, box: Element, old: bool, new: bool, tracked: bool) -> None:
        name = name_of(box)
        if name in _NOT_TEXT:
            return
        tracked = tracked or name == "text"
        old, new = _sides([name], old, new, tracked)
        self._read(inner(box), old=old, new=new, tracked=tracked)

    def _table(self, content: list[Any], old: bool, new: bool, tracked: bool) -> None:
        _, (_, caption), _, head, bodies, foot = content
        self._read(caption, old=old, new=new, tracked=tracked)
        for part in (head[1], *(rows for body in bodies for rows in body[2:]), foot[1]):
            for (_, names, _), cells in part:
                here = _sides(names, old, new, tracked)
                for cell in cells:
                    self._read(cell[4], old=here[0], new=here[1], tracked=tracked)

    def _paragraph(self, words: Tree, old: bool, new: bool, tracked: bool) -> None:
        pieces: list[tuple[str, bool, bool]] = []
        _gather(words, old, new, tracked, pieces)
        for side, kept in ((self.old, 1), (self.new, 2)):
            text = as_line("".join(piece[0] for piece in pieces if piece[kept]))
            if text:
                side.append(text)


def as_line(text: str) -> str:
    """A text on one line, a space for every gap."""
    return " ".join(text.split())


def _sides(names: Sequence[str], old: bool, new: bool, tracked: bool) -> tuple[bool, bool]:
    if not tracked:
        return old, new
    return old and ADDED not in names, new and REMOVED not in names


def _gather(words: Tree, old: bool, new: bool, tracked: bool, pieces: list[tuple[str, bool, bool]]) -> None:
    for element in words:
        kind: str = element["t"]
        content: Any = element.get("c")
        if kind == "Str":
            pieces.append((str(content), old, new))
        elif kind in BREAKS:
            pieces.append((" ", old, new))
        elif kind == "Code":
            pieces.append((content[1], old, new))
        elif kind == "Span":
            here = _sides(content[0][1], old, new, tracked)
            _gather(content[1], *here, tracked, pieces)
        elif kind in ("Link", "Quoted"):
            _gather(content[1], old, new, tracked, pieces)
        elif kind != "Image":
            _gather(content, old, new, tracked, pieces)
