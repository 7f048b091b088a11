r"""A unit's text as paragraphs of tokens.

The shape of a passage names what stands around it, the outermost first, and what it is itself last:

* around: ``bullet``, ``ordered:<start>:<style>:<delimiter>``, ``quote``, ``table:<alignment>:…``;
* itself: ``para``, ``heading:<level>``, ``row`` and ``head-row`` (a ``\t`` between the cells).
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from typing import Any

from flows.changes.readings import Passage, Token
from flows.changes.words import TOKEN

Node = Mapping[str, Any]
"""One block or inline in the JSON form of Pandoc's tree."""

MARKS = {"Emph": "emph", "Strong": "strong", "Subscript": "sub", "Superscript": "sup"}
"""The names of the marks that have no more to them than a name."""
_SPACES = {"Space": " ", "SoftBreak": " ", "LineBreak": "\n"}
_Run = tuple[list[str], tuple[str, ...], str]
"""Pieces of text, their marks, the variable whose value they are."""


def passages_of(blocks: Sequence[Node]) -> tuple[Passage, ...]:
    """The paragraphs of a text, in reading order.

    A ``Div`` outside of lists and quotations names the part that its paragraphs stand in; the innermost wins.
    Tight and loose lists are the same here, and so are two neighbouring lists of one kind and one list.

    Raises:
        ValueError: The text has an element that no block may hold (SP705), and would be lost.
    """
    found: list[Passage] = []
    _read(blocks, "", (), found)
    return tuple(found)


def _read(blocks: Iterable[Node], part: str, around: tuple[str, ...], found: list[Passage]) -> None:
    for block in blocks:
        kind = block["t"]
        content: Any = block.get("c")
        if kind == "Div":
            _read(content[1], part if around else content[0][1][0], around, found)
        elif kind == "BulletList":
            _read_items(content, part, (*around, "bullet"), found)
        elif kind == "OrderedList":
            _read_items(content[1], part, (*around, _ordered(content[0])), found)
        elif kind == "BlockQuote":
            _read(content, part, (*around, "quote"), found)
        elif kind == "Table":
            found += (Passage(part, shape, False, tokens) for shape, tokens in _rows(content, around))
        elif kind == "Header":
            found.append(Passage(part, (*around, f"heading:{content[0]}"), False, _tokens(content[2])))
        elif kind in ("Para", "Plain"):
            found.append(Passage(part, (*around, "para"), False, _tokens(content)))
        else:
            raise ValueError(kind)


def _read_items(
    items: Iterable[Iterable[Node]], part: str, around: tuple[str, ...], found: list[Passage]
) -> None:
    for item in items:
        first = len(found)
        _read(item, part, around, found)
        if first < len(found):
            begin = found[first]
            found[first] = Passage(begin.part, begin.shape, True, begin.tokens)


def _ordered(attributes: Sequence[Any]) -> str:
    start, style, delimiter = attributes
    return f"ordered:{start}:{style['t']}:{delimiter['t']}"


def _rows(
    content: Sequence[Any], around: tuple[str, ...]
) -> Iterator[tuple[tuple[str, ...], tuple[Token, ...]]]:
    _, _, columns, (_, head), bodies, (_, foot) = content
    table = ":".join(["table", *(alignment["t"] for alignment, _ in columns)])
    for row in head:
        yield (*around, table, "head-row"), _cells(row)
    for _, _, between, rows in bodies:
        for row in (*between, *rows):
            yield (*around, table, "row"), _cells(row)
    for row in foot:
        yield (*around, table, "row"), _cells(row)


def _cells(row: Sequence[Any]) -> tuple[Token, ...]:
    found: list[Token] = []
    for number, cell in enumerate(row[1]):
        found += [Token("\t")] if number else []
        found += _tokens(inline for block in cell[4] for inline in block["c"])
    return tuple(found)


def _tokens(inlines: Iterable[Node]) -> tuple[Token, ...]:
    found: list[Token] = []
    for texts, marks, variable in _runs(inlines):
        text = "".join(texts)
        if variable or _is_image(marks):
            found.append(Token(text, marks, variable))
        else:
            found += [_token(word, marks) for word in TOKEN.findall(text)]
    return tuple(found)


@lru_cache(maxsize=50_000)
def _token(word: str, marks: tuple[str, ...]) -> Token:
    """A token; the words of a language are few, and one token for each is found sooner than made."""
    return Token(word, marks)


def _runs(inlines: Iterable[Node]) -> list[_Run]:
    """The text as runs with the same marks, as long as can be: so words are told apart in one way only."""
    found: list[_Run] = []
    _collect(inlines, (), found)
    return found


def _is_image(marks: tuple[str, ...]) -> bool:
    return bool(marks) and marks[-1].startswith("image:")


def _collect(inlines: Iterable[Node], marks: tuple[str, ...], found: list[_Run]) -> None:
    for inline in inlines:
        kind = inline["t"]
        content: Any = inline.get("c")
        if kind == "Str":
            _add(_one_line(content), marks, found)
        elif kind in _SPACES:
            _add(_SPACES[kind], marks, found)
        elif kind == "Image":
            found.append(([_plain(content[1])], (*marks, f"image:{content[2][0]}"), ""))
        elif kind == "Span" and (name := _variable(content)):
            found.append(([_plain(content[1])], marks, name))
        elif kind in MARKS:
            _collect(content, (*marks, MARKS[kind]), found)
        elif kind == "Link":
            _collect(content[1], (*marks, f"link:{content[2][0]}"), found)
        elif kind == "Span":
            _collect(content[1], marks, found)
        else:
            raise ValueError(kind)


def _add(text: str, marks: tuple[str, ...], found: list[_Run]) -> None:
    if found and found[-1][1] == marks and not found[-1][2]:
        found[-1][0].append(text)
    else:
        found.append(([text], marks, ""))


def _variable(content: Any) -> str:
    """The name of the variable whose value a ``Span`` is, or nothing."""
    _, names, attributes = content[0]
    return dict(attributes).get("name", "") if "variable" in names else ""


def _plain(inlines: Iterable[Node]) -> str:
    return "".join(text for texts, _, _ in _runs(inlines) for text in texts)


def _one_line(text: str) -> str:
    return text.replace("\t", " ").replace("\n", " ")
