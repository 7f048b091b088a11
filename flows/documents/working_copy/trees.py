"""Between Pandoc's trees and the lines that working copies are made of."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import groupby

from flows.documents.elements import Element, Tree, inlines, link
from flows.documents.markdown import to_parse, unmasked
from flows.positions.placeholders import PLACEHOLDER
from flows.returns.lines import PLAIN, Line, Lines, Look, Piece, blocks_of, tidy

_LOOKS = {"Emph": "italic", "Strong": "bold", "Superscript": "raised", "Subscript": "lowered"}
_BREAKS = {"Space": " ", "SoftBreak": " ", "LineBreak": "\n"}


class NoLines(Exception):  # noqa: N818  a text of another kind, not a failure
    """A text holds something that is no paragraph and no list, such as a table."""


def lines_of(tree: Tree, values: Mapping[str, str]) -> Lines:
    """The lines of a parsed text, every variable a piece of its own.

    Raises:
        NoLines: It holds something else.
    """
    return tuple(line for block in tree for line in _of_block(block, 0, values))


def _of_block(block: Element, level: int, values: Mapping[str, str]) -> Iterator[Line]:
    kind: str = block["t"]
    if kind in ("Para", "Plain"):
        yield tidy(Line(tuple(_pieces(block["c"], PLAIN, values)), level))
    elif kind in ("BulletList", "OrderedList"):
        ordered = kind == "OrderedList"
        for item in block["c"][1] if ordered else block["c"]:
            yield from _of_item(item, level + 1, values, ordered=ordered)
    else:
        raise NoLines(kind)


def _of_item(item: Tree, level: int, values: Mapping[str, str], *, ordered: bool) -> Iterator[Line]:
    """The line of an item, and those of the lists in it; a second paragraph has no place in Word's lists."""
    if not item or item[0]["t"] not in ("Para", "Plain"):
        raise NoLines("item")
    for block in item[1:]:
        if block["t"] not in ("BulletList", "OrderedList"):
            raise NoLines("item")
    for line in _of_block(item[0], level, values):
        yield replace(line, ordered=ordered)
    for block in item[1:]:
        yield from _of_block(block, level, values)


def _pieces(content: Tree, look: Look, values: Mapping[str, str]) -> Iterator[Piece]:
    for element in content:
        kind: str = element["t"]
        if kind == "Str":
            yield from _words(unmasked(element["c"]), look, values)
        elif kind in _BREAKS:
            yield Piece(_BREAKS[kind], look)
        elif kind in _LOOKS:
            yield from _pieces(element["c"], _more(look, kind), values)
        elif kind == "Link":
            _, words, (target, _) = element["c"]
            yield from _pieces(words, replace(look, link=unmasked(target)), values)
        else:
            raise NoLines(kind)


def _more(look: Look, kind: str) -> Look:
    return Look(
        look.bold or kind == "Strong",
        look.italic or kind == "Emph",
        look.raised or kind == "Superscript",
        look.lowered or kind == "Subscript",
        look.link,
    )


def _words(text: str, look: Look, values: Mapping[str, str]) -> Iterator[Piece]:
    at = 0
    for match in PLACEHOLDER.finditer(text):
        yield Piece(text[at : match.start()], look)
        yield Piece(values.get(match[1], match[0]), look, match[1])
        at = match.end()
    yield Piece(text[at:], look)


def tree_of(lines: Sequence[Line]) -> Tree:
    """Lines as Pandoc's blocks, for its Markdown writer; variables as `to_parse` hides them."""
    blocks: Tree = []
    for is_list, group in blocks_of(lines):
        if is_list:
            blocks.extend(_lists(group, 1))
        else:
            blocks.append({"t": "Para", "c": _inlines(group[0].pieces)})
    return blocks


def _lists(lines: Sequence[Line], level: int) -> Iterator[Element]:
    """Lists at a level, one for each row of items of one kind, deeper items inside the one above them."""
    items: list[tuple[bool, list[Line]]] = []
    for line in lines:
        if line.level <= level or not items:
            items.append((line.ordered, [line]))
        else:
            items[-1][1].append(line)
    for ordered, group in groupby(items, key=lambda item: item[0]):
        made = [_item(own, level) for _, own in group]
        if ordered:
            yield {"t": "OrderedList", "c": [[1, {"t": "Decimal"}, {"t": "Period"}], made]}
        else:
            yield {"t": "BulletList", "c": made}


def _item(lines: Sequence[Line], level: int) -> Tree:
    first: Element = {"t": "Plain", "c": _inlines(lines[0].pieces)}
    return [first, *_lists(lines[1:], level + 1)]


def _inlines(pieces: Sequence[Piece]) -> Tree:
    """Pieces as inlines; neighbours with one look stand inside it together, their spaces beside it."""
    content: Tree = []
    for target, group in groupby(pieces, key=lambda piece: piece.look.link):
        found: Tree = []
        for look, same in groupby(group, key=lambda piece: replace(piece.look, link="")):
            found.extend(_looking("".join(_hidden(piece) for piece in same), look))
        content.extend([link(found, to_parse(target))] if target else found)
    return content


def _hidden(piece: Piece) -> str:
    return to_parse(f"{{{{ {piece.variable} }}}}") if piece.variable else piece.text


def _looking(text: str, look: Look) -> Tree:
    before, after = text[: len(text) - len(text.lstrip())], text[len(text.rstrip()) :]
    words: Tree = _broken(text.strip())
    for kind, name in _LOOKS.items():
        if getattr(look, name) and words:
            words = [{"t": kind, "c": words}]
    return [*_broken(before), *words, *_broken(after if text.strip() else "")]


def _broken(text: str) -> Tree:
    """Plain text as inlines, its line breaks hard ones."""
    content: Tree = []
    for number, line in enumerate(text.split("\n")):
        content += [{"t": "LineBreak"}] if number else []
        content += inlines(line)
    return content
