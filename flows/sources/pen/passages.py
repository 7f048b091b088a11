"""Which characters of a text an operation replaces, and by what."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from flows.sources.pen.emitting import Hand
from flows.sources.pen.nodes import Found
from flows.sources.pen.operations import Value

_BLANK = re.compile(r"(?:[ \t]*\r?\n)*")


@dataclass(frozen=True, slots=True)
class Passage:
    """The characters from `start` to `end`, and what comes there."""

    start: int
    end: int
    text: str


def hand_of(top: Found, text: str) -> Hand:
    """How a file is written, told by its first mapping inside another one and its first list."""
    newline = "\r\n" if "\r\n" in text else "\n"
    steps, dashes = [2], [2]
    for found in _all(top):
        if found.key is None or found.is_flow or found.is_text:
            continue
        deeper = found.node.start_mark.column - found.key.start_mark.column
        if found.node.start_mark.line > found.key.start_mark.line and found.node.value:
            (steps if found.node.id == "mapping" else dashes).append(deeper)
    return Hand(newline, steps[-1], dashes[-1])


def replaced(found: Found, text: str, value: Value, hand: Hand) -> Iterator[Passage]:
    """Another value in the place of one that is there; the style of a text is kept first of all."""
    start, end = int(found.node.start_mark.index), _end(found, text)
    style = (found.node.style or "") if found.is_text else ""
    if found.is_text and start == end and found.key is not None:  # a key without a value
        start = end = int(found.key.end_mark.index) + 1
    start -= text[start - 1 : start] == " "
    if not found.is_text and found.key is not None and not found.is_flow:
        start = int(found.key.end_mark.index) + 1
    header = _header(text, found) if style in ("|", ">") else ""
    for way in hand.ways(value, _indent_of_key(found), style, flow=found.in_flow):
        yield Passage(start, end, _with_header(way, header, style))
        if header:
            yield Passage(start, end, way)


def of_key(parent: Found, text: str, key: str, value: Value, hand: Hand, *, after: str) -> Iterator[Passage]:
    """A key that is new to a mapping, behind another key of it or behind the last."""
    beside = list(parent.children())
    chosen = next((each for each in beside if each.key.value == after), beside[-1] if beside else None)
    if chosen is None:
        return
    if chosen.in_flow:
        end = chosen.written_end()
        for way in hand.ways(value, 0, flow=True):
            yield Passage(end, end, f", {key}:{way}")
        return
    end, opens = behind(chosen, text)
    indent = chosen.key.start_mark.column
    apart = hand.newline if parent.parent is None and _is_apart(beside, text) else ""
    for way in hand.ways(value, indent):
        line = f"{' ' * indent}{key}:{way}"
        yield Passage(end, end, opens * hand.newline + apart + line + (not opens) * hand.newline)


def of_item(anchor: Found, text: str, item: Value, hand: Hand, *, before: bool) -> Iterator[Passage]:
    """An item that is new to a list, before or behind another one, as far from it as the others are."""
    if anchor.in_flow:
        at = anchor.start if before else anchor.written_end()
        (way,) = [each.removeprefix(" ") for each in list(hand.ways(item, 0, flow=True))[:1]]
        yield Passage(at, at, f"{way}, " if before else f", {way}")
        return
    dash = text.rindex("-", 0, anchor.node.start_mark.index)
    indent = dash - _line_start(text, dash)
    parent = anchor.parent
    beside = list(parent.children()) if parent is not None else []
    is_apart = _is_apart(beside, text) if len(beside) > 1 else not isinstance(item, str)
    apart = hand.newline if is_apart else ""
    line = " " * indent + hand.item(item, indent)
    if before:
        at = _with_comment(text, _line_start(text, dash))
        yield Passage(at, at, line + hand.newline + apart)
        return
    end, opens = behind(anchor, text)
    yield Passage(end, end, opens * hand.newline + apart + line + (not opens) * hand.newline)


def dropped(found: Found, text: str) -> Passage:
    """The characters of a key or an item; what would hold nothing any more goes with it."""
    while found.parent is not None and found.parent.parent is not None and len(found.parent.node.value) == 1:
        found = found.parent
    if found.in_flow:
        return _from_flow(found, text)
    end, _ = behind(found, text)
    if found.key is None:
        start = _with_comment(text, _line_start(text, text.rindex("-", 0, found.start)))
    else:
        start = _line_start(text, found.start)
        if text[start : found.start].strip() and found.parent is not None:  # it stands behind its dash
            return Passage(found.start, list(found.parent.children())[1].start, "")
    is_first = found.key is None and found.index == 0
    return Passage(*_with_blank(text, start, end, is_first=is_first), "")


def behind(found: Found, text: str) -> tuple[int, bool]:
    """Characters up to the line behind a value, and whether a line break has to come first."""
    end = text.find("\n", _end(found, text))
    return (end + 1, False) if end >= 0 else (len(text), bool(text) and not text.endswith("\n"))


def _all(found: Found) -> Iterator[Found]:
    for each in found.children():
        yield each
        yield from _all(each)


def _end(found: Found, text: str) -> int:
    """Characters up to the end of a value, without the empty lines that a block of text takes along."""
    start, end = found.start, found.written_end()
    return max(start, len(text[:end].rstrip())) if end > start else end


def _indent_of_key(found: Found) -> int:
    """Spaces before the key of a value; for an item, before what stands behind its dash less two."""
    if found.key is not None:
        return int(found.key.start_mark.column)
    return max(0, int(found.node.start_mark.column) - 2)


def _header(text: str, found: Found) -> str:
    """The first line of a block of text: ``|``, ``>-``, with what is said behind it."""
    start = int(found.node.start_mark.index)
    return text[start : text.index("\n", start)].rstrip("\r")


def _with_header(way: str, header: str, style: str) -> str:
    """A block of text under the header that the old one had."""
    first, line_break, rest = way.partition("\n")
    kept = header + ("\r" if first.endswith("\r") else "")
    return f" {kept}{line_break}{rest}" if header and line_break and first.lstrip().startswith(style) else way


def _line_start(text: str, at: int) -> int:
    return text.rfind("\n", 0, at) + 1


def _with_comment(text: str, start: int) -> int:
    """Characters before a line, and before the comment right above it that stands as deep as the line."""
    depth = len(text[start:]) - len(text[start:].lstrip(" "))
    at = start
    while at > 0:
        above = _line_start(text, at - 1)
        line = text[above:at]
        if not line.strip().startswith("#") or len(line) - len(line.lstrip(" ")) != depth:
            break
        at = above
    return at


def _is_apart(beside: list[Found], text: str) -> bool:
    """Whether an empty line stands between the first two of these."""
    between = (text[_end(one, text) : other.start] for one, other in pairwise(beside))
    return bool(re.search(r"\n[ \t]*\r?\n", next(between, "")))


def _with_blank(text: str, start: int, end: int, *, is_first: bool) -> tuple[int, int]:
    """A passage of lines with the empty ones that kept it apart: those behind it, or else above it."""
    above = len(text[:start].rstrip()) + len(_last_break(text[:start]))
    blank = _BLANK.match(text, end)
    behind_blank = blank.end() if blank is not None else end
    if above < start or is_first or not text[:start].strip():
        end, is_apart = behind_blank, behind_blank > end
        return (start if is_apart and end < len(text) else above), end
    return start, end


def _last_break(text: str) -> str:
    """The line break behind the last words of a text."""
    rest = text[len(text.rstrip()) :]
    return rest[: rest.index("\n") + 1] if "\n" in rest else ""


def _from_flow(found: Found, text: str) -> Passage:
    """A key or an item between brackets, with the comma behind it or else the one before."""
    start, end = found.start, found.written_end()
    comma = re.compile(r"\s*,\s*").match(text, end)
    if comma is not None:
        return Passage(start, comma.end(), "")
    before = re.search(r"\s*,\s*\Z", text[:start])
    return Passage(before.start() if before is not None else start, end, "")
