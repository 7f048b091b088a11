"""The outline of a parsed text, for a comparison with its translation."""

from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import Any

from flows.documents.elements import Element, Tree, text_of, walk
from flows.documents.markdown import unmasked
from flows.translation.checking.outlines import Outline

_BLOCKS: Mapping[str, str] = MappingProxyType(
    {
        "Para": "paragraph",
        "Plain": "paragraph",
        "Header": "heading",
        "BulletList": "bullets",
        "OrderedList": "numbered-list",
        "BlockQuote": "quote",
        "Table": "table",
        "CodeBlock": "code",
        "HorizontalRule": "rule",
        "DefinitionList": "definition-list",
        "RawBlock": "raw",
    }
)
_INLINES: Mapping[str, str] = MappingProxyType(
    {
        "Strong": "strong",
        "Emph": "emphasis",
        "Strikeout": "strikeout",
        "Superscript": "superscript",
        "Subscript": "subscript",
        "LineBreak": "line-break",
        "Image": "image",
        "Link": "link",
        "Code": "code",
        "Note": "note",
        "RawInline": "raw",
    }
)


def outline(tree: Tree) -> Outline:
    """A parsed text taken apart; the paragraph that begins an item or a quotation is no part of its own."""
    marks = tuple(_marks(tree, 0))
    has_targets = "link" in marks or "image" in marks
    targets = sorted(_targets(tree)) if has_targets else ()
    return Outline(unmasked(text_of(tree)).strip(), marks, tuple(targets))


def _targets(tree: Tree) -> Iterator[str]:
    for element in walk(tree):
        if element["t"] in ("Link", "Image"):
            yield unmasked(element["c"][2][0])


def _marks(blocks: Tree, depth: int) -> Iterator[str]:
    for number, block in enumerate(blocks):
        kind = block["t"]
        if kind in ("Para", "Plain", "Header"):
            level = f" {block['c'][0]}" if kind == "Header" else ""
            if number or not depth or level:
                yield f"{_BLOCKS[kind]}@{depth}{level}"
            yield from sorted(_inside(block))
        elif kind in ("BulletList", "OrderedList"):
            yield f"{_BLOCKS[kind]}@{depth}"
            for item in block["c"] if kind == "BulletList" else block["c"][1]:
                yield f"item@{depth}"
                yield from _marks(item, depth + 1)
        elif kind == "BlockQuote":
            yield f"quote@{depth}"
            yield from _marks(block["c"], depth + 1)
        elif kind == "Table":
            yield from _of_table(block, depth)
        else:
            yield f"{_BLOCKS.get(kind, 'other')}@{depth}"


def _inside(block: Any) -> Iterator[str]:
    for element in walk(block):
        if element["t"] in _INLINES:
            yield _INLINES[element["t"]]


def _of_table(table: Element, depth: int) -> Iterator[str]:
    """A table with its columns and rows."""
    _, _, columns, head, bodies, foot = table["c"]
    yield from (f"table@{depth}", *(f"column@{depth}" for _ in columns))
    for row in (*head[1], *(row for body in bodies for row in (*body[2], *body[3])), *foot[1]):
        yield f"row@{depth}"
        yield from sorted(_inside(row[1]))
