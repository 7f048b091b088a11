"""A text with its changes as one tree of Pandoc's blocks, from which either side can be read."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from flows.changes.passages import MARKS
from flows.changes.places import Place, is_list, places
from flows.changes.readings import Passage, Token
from flows.changes.records import PassageChange, sides
from flows.changes.texts import one_side
from flows.changes.words import Mark

Element = dict[str, Any]
_Word = tuple[Mark, Token]
_ELEMENTS = {name: element for element, name in MARKS.items()}


@dataclass(frozen=True, slots=True)
class _Entry:
    change: PassageChange
    place: Place

    @property
    def passage(self) -> Passage:
        return self.change.passage


def redlined(changes: Sequence[PassageChange]) -> list[Element]:
    """Both sides of a text in one tree.

    Words on one side stand in a ``Span`` of the class ``added`` or ``removed``; so do those of a paragraph on
    one side, which stands in a ``Div`` of that class as well; a table row on one side has the class itself.
    A tree without what one class holds is the other side's text.
    """
    entries = [_Entry(change, place) for change, place in zip(changes, _common_places(changes), strict=True)]
    found: list[Element] = []
    for part, group in groupby(entries, key=lambda entry: entry.passage.part):
        blocks = list(_blocks(group, 0))
        found += [_div(part, blocks)] if part else blocks
    return found


def one_sided(passages: Iterable[Passage], mark: Mark) -> list[Element]:
    """A whole text as added or removed."""
    return redlined(one_side(passages, mark))


def _common_places(changes: Sequence[PassageChange]) -> list[Place]:
    """The place of each paragraph, with the same numbers for what surrounds paragraphs of both sides."""
    old, new = (iter(places(side)) for side in sides(changes))
    pairs = [
        (() if change.old is None else next(old), () if change.new is None else next(new))
        for change in changes
    ]
    common = {now: was for before, after in pairs for was, now in zip(before, after, strict=False)}
    return [before or tuple(common.get(now, -1 - now) for now in after) for before, after in pairs]


def _blocks(entries: Iterable[_Entry], depth: int) -> Iterator[Element]:
    def around(entry: _Entry) -> tuple[str, int]:
        """What the paragraph stands in at this depth; neighbouring items of one kind are one list."""
        shape = entry.passage.shape
        if depth == len(shape) - 1:
            return "", 0
        return shape[depth], 0 if is_list(shape[depth]) else entry.place[depth]

    for (name, _), group in groupby(entries, key=around):
        if is_list(name):
            items = groupby(group, key=lambda entry: entry.place[depth])
            yield _list(name, [_item(list(_blocks(item, depth + 1))) for _, item in items])
        elif name == "quote":
            yield {"t": "BlockQuote", "c": list(_blocks(group, depth + 1))}
        elif name:
            yield _table(name, [entry.change for entry in group])
        else:
            yield from (_leaf(entry) for entry in group)


def _list(name: str, items: list[list[Element]]) -> Element:
    if name == "bullet":
        return {"t": "BulletList", "c": items}
    _, start, style, delimiter = name.split(":")
    return {"t": "OrderedList", "c": [[int(start), {"t": style}, {"t": delimiter}], items]}


def _item(blocks: list[Element]) -> list[Element]:
    """An item with one paragraph is set tight, as most lists are."""
    single = sum(_is_para(block) for block in blocks) == 1
    return [_tight(block) if single and _is_para(block) else block for block in blocks]


def _is_para(block: Mapping[str, Any]) -> bool:
    return bool(block["t"] == "Para" or (block["t"] == "Div" and block["c"][1][0]["t"] == "Para"))


def _tight(block: Element) -> Element:
    if block["t"] == "Div":
        return {"t": "Div", "c": [block["c"][0], [_tight(block["c"][1][0])]]}
    return {"t": "Plain", "c": block["c"]}


def _leaf(entry: _Entry) -> Element:
    change, shape = entry.change, entry.passage.shape[-1]
    if shape.startswith("heading:"):
        level = int(shape.removeprefix("heading:"))
        block = {"t": "Header", "c": [level, ["", [], []], list(_inlines(_words(change)))]}
    else:
        block = {"t": "Para", "c": list(_inlines(_words(change)))}
    return block if change.mark is Mark.SAME else _div(change.mark.value, [block])


def _table(name: str, changes: Sequence[PassageChange]) -> Element:
    none: list[Any] = ["", [], []]
    columns = [[{"t": alignment}, {"t": "ColWidthDefault"}] for alignment in name.split(":")[1:]]
    head = [_row(change) for change in changes if _is_head(change)]
    rows = [_row(change) for change in changes if not _is_head(change)]
    body = [[none, 0, [], rows]] if rows else []
    return {"t": "Table", "c": [none, [None, []], columns, [none, head], body, [none, []]]}


def _is_head(change: PassageChange) -> bool:
    return change.passage.shape[-1] == "head-row"


def _row(change: PassageChange) -> list[Any]:
    classes = [] if change.mark is Mark.SAME else [change.mark.value]
    return [["", classes, []], [_cell(list(_inlines(cell))) for cell in _cells(_words(change))]]


def _cell(inlines: list[Element]) -> list[Any]:
    blocks = [{"t": "Plain", "c": inlines}] if inlines else []
    return [["", [], []], {"t": "AlignDefault"}, 1, 1, blocks]


def _words(change: PassageChange) -> list[_Word]:
    return [(op.mark, token) for op in change.ops for token in op.tokens]


def _cells(words: Iterable[_Word]) -> list[list[_Word]]:
    found: list[list[_Word]] = [[]]
    for mark, token in words:
        if token.text == "\t":
            found.append([])
        else:
            found[-1].append((mark, token))
    return found


def _inlines(words: Iterable[_Word], depth: int = 0) -> Iterator[Element]:
    """Words as inlines: what they are set in outside, what happened to them inside."""

    def around(word: _Word) -> str:
        return word[1].marks[depth] if depth < len(word[1].marks) else ""

    for name, group in groupby(words, key=around):
        if not name or name.startswith("image:"):
            for mark, run in groupby(group, key=lambda word: word[0]):
                yield from _marked(mark, list(_run(name, [token for _, token in run])))
        elif name.startswith("link:"):
            target = [name.removeprefix("link:"), ""]
            yield {"t": "Link", "c": [["", [], []], list(_inlines(group, depth + 1)), target]}
        else:
            yield {"t": _ELEMENTS[name], "c": list(_inlines(group, depth + 1))}


def _marked(mark: Mark, inlines: list[Element]) -> list[Element]:
    return inlines if mark is Mark.SAME else [{"t": "Span", "c": [["", [mark.value], []], inlines]}]


def _run(name: str, tokens: Sequence[Token]) -> Iterator[Element]:
    """Tokens with the same marks that share one fate, as the fewest inlines."""
    for variable, group in groupby(tokens, key=lambda token: token.variable):
        if name:
            yield from (_image(name, token.text) for token in group)
        elif variable:
            attributes = ["", ["variable"], [["name", variable]]]
            yield from ({"t": "Span", "c": [attributes, list(_plain(token.text))]} for token in group)
        else:
            yield from _plain("".join(token.text for token in group))


def _image(name: str, alternative: str) -> Element:
    return {"t": "Image", "c": [["", [], []], list(_plain(alternative)), [name.removeprefix("image:"), ""]]}


def _plain(text: str) -> Iterator[Element]:
    for line_number, line in enumerate(text.split("\n")):
        if line_number:
            yield {"t": "LineBreak"}
        for number, word in enumerate(line.split(" ")):
            if number:
                yield {"t": "Space"}
            if word:
                yield {"t": "Str", "c": word}


def _div(name: str, blocks: list[Element]) -> Element:
    return {"t": "Div", "c": [["", [name], []], blocks]}
