"""The lines of a YAML file as a person sees them: indentation, dash, key and value, also where it is broken.

A parser stops at the first thing it does not understand; these lines are read one by one, each for itself.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from itertools import islice

from flows.wording.characters import SPACE_LIKE

FARTHEST = 300
"""Lines after which a quotation mark that is still open counts as forgotten: reading stays linear."""

_LEAD = re.compile(rf"(?P<lead>[ \t{SPACE_LIKE}]*)(?P<dashes>(?:-[ \t{SPACE_LIKE}]+)*)")
_COLON = re.compile(rf"[{SPACE_LIKE}]*:(?=[ \t{SPACE_LIKE}]|\Z)")
_HEADER = re.compile(r"[|>][-+0-9]*[ \t]*(?:#.*)?\Z")
_CLOSING = {"'": re.compile(r"(?:[^']|'')*+'"), '"': re.compile(r'(?:[^"\\]|\\.)*+"')}
"""What closes a text in quotation marks, from behind the mark that opens it."""
_KEY_LIKE = re.compile(r" *(?:- +)*[A-Za-z_][A-Za-z0-9_-]*:(?: |\Z)")


class Inside(StrEnum):
    """What a line belongs to where it says nothing of its own."""

    NOTHING = ""
    TEXT = "text"
    """The text below ``text: |`` or ``text: >``."""
    QUOTES = "quotes"
    """A text between quotation marks, or a list between brackets, that began on a line above."""


@dataclass(frozen=True, slots=True)
class Line:
    """One line.

    Attributes:
        number: From 1.
        text: Its characters, without the line's end.
        lead: The white space before its first sign.
        dashes: The dashes of list items with the white space behind them.
        key: The key, or empty.
        value: What stands behind the key, or the whole line where it has no key.
        at: Characters before `value`.
        inside: What it belongs to.
        is_open: Whether the quotation mark or bracket that `value` begins with is closed nowhere.
    """

    number: int
    text: str
    lead: str = ""
    dashes: str = ""
    key: str = ""
    value: str = ""
    at: int = 0
    inside: Inside = Inside.NOTHING
    is_open: bool = False

    @property
    def start(self) -> int:
        """Characters before the key, or before what stands there instead."""
        return len(self.lead) + len(self.dashes)

    @property
    def says(self) -> bool:
        """Whether the line has more than white space, a comment or a mark of documents."""
        return bool(self.key or self.dashes or self.value) and self.inside is Inside.NOTHING

    @property
    def opens_text(self) -> bool:
        """Whether a text begins on the next line: ``text: |``."""
        return bool(_HEADER.match(self.value))


def lines_of(text: str) -> list[str]:
    """The lines of a text as an editor counts them."""
    return text.replace("\r\n", "\n").replace("\r", "\n").split("\n")


def read_lines(lines: Sequence[str]) -> list[Line]:
    """Read every line of a file; what a text or a quotation holds is told as such."""
    found: list[Line] = []
    while len(found) < len(lines):
        line = _line(len(found) + 1, lines[len(found)])
        inner = _lines_of_text(line, lines) if line.opens_text else _lines_in_quotes(line, lines)
        if inner is None:
            found.append(replace(line, is_open=True))
            continue
        kind = Inside.TEXT if line.opens_text else Inside.QUOTES
        found.append(line)
        found += [Line(line.number + 1 + n, each, inside=kind) for n, each in enumerate(inner)]
    return found


def _line(number: int, text: str) -> Line:
    found = _LEAD.match(text)
    lead, dashes = (found["lead"], found["dashes"]) if found else ("", "")
    start = len(lead) + len(dashes)
    rest = text[start:]
    if not rest.strip() or rest.startswith("#") or (not start and rest.startswith(("---", "..."))):
        return Line(number, text, lead, dashes)
    if rest == "-":
        return Line(number, text, lead, dashes + rest)
    colon = _colon(rest)
    if colon is None:
        return Line(number, text, lead, dashes, "", rest.rstrip(), start)
    value = rest[colon.end() :]
    at = start + colon.end() + len(value) - len(value.lstrip(" \t" + SPACE_LIKE))
    return Line(number, text, lead, dashes, rest[: colon.start()].rstrip(), _without_comment(value), at)


def _colon(rest: str) -> re.Match[str] | None:
    """The colon behind the key of a line, or None where it has no key."""
    if rest[0] in "{[|>%@`":
        return None
    begin = 0
    if rest[0] in "\"'":
        begin = rest.find(rest[0], 1) + 1
        behind = rest[begin:].lstrip()
        if not begin or not behind.startswith(":"):
            return None
    found = _COLON.search(rest, begin)
    return None if found is None or " #" in rest[: found.start()] else found


def _without_comment(value: str) -> str:
    stripped = value.strip(" \t" + SPACE_LIKE)
    return "" if stripped.startswith("#") else stripped


def _lines_of_text(header: Line, lines: Sequence[str]) -> list[str]:
    """The lines of the text below a header: those that stand deeper, up to the last that is not blank."""
    least = 1 + (len(header.lead) if header.dashes and not header.key else header.start)
    inner: list[str] = []
    filled = 0
    for index in range(header.number, len(lines)):
        text = lines[index]
        indent = len(text) - len(text.lstrip(" "))
        if text.strip(" ") and indent < least:
            break
        inner.append(text)
        if text.strip():
            least = least if filled else indent
            filled = len(inner)
    return inner[:filled]


def _lines_in_quotes(line: Line, lines: Sequence[str]) -> list[str] | None:
    """The lines that a value in quotation marks or brackets goes on for; None where nothing closes it."""
    sign = line.value[:1]
    if (sign not in _CLOSING and sign not in ("[", "{")) or line.value.startswith("{{"):
        return []
    depth = _depth(line.value)
    if _CLOSING[sign].match(line.value, 1) if sign in _CLOSING else depth <= 0:
        return []
    inner: list[str] = []
    for text in islice(_from(lines, line.number), FARTHEST):
        indent = len(text) - len(text.lstrip(" "))
        if sign in _CLOSING and indent <= line.start and _KEY_LIKE.match(text):
            return None
        inner.append(text)
        depth += _depth(text)
        if _CLOSING[sign].match(text) if sign in _CLOSING else depth <= 0:
            return inner
    return None


def _from(lines: Sequence[str], index: int) -> Iterator[str]:
    return (lines[each] for each in range(index, len(lines)))


def _depth(text: str) -> int:
    return text.count("[") + text.count("{") - text.count("]") - text.count("}")
