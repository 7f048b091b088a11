"""The parts of a text that a translator moves but does not translate, for tools that lock them.

They are a reading of the text, not its grammar: the parts put together are always the text again.
"""

import re
from collections import Counter, deque
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from flows.positions.folding import folded
from flows.positions.placeholders import PLACEHOLDER

UNWRITABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
"""Characters that XML has no way to write."""

_TOKEN = re.compile(
    rf"(?P<escaped>\\[\\*\[\]<!])|(?P<variable>{PLACEHOLDER.pattern})|(?P<unwritable>{UNWRITABLE.pattern})"
    r"|(?P<address><(?:https?|mailto):[^<>\s]+>)|(?P<bracket>!?\[)"
    rf"|(?P<target>\]\((?:{PLACEHOLDER.pattern}|(?!\{{\{{)[^()\s])*\))|(?P<stars>\*+)"
)


_PAIRED = {"bracket": "[", "target": "["}
"""What tokens that are written differently open and close."""


class Kind(StrEnum):
    """What a part is."""

    VARIABLE = "variable"
    ADDRESS = "address"
    UNWRITABLE = "unwritable"
    OPENING = "opening"
    CLOSING = "closing"


@dataclass(frozen=True, slots=True)
class Code:
    """One part.

    Attributes:
        kind: What it is.
        text: How it is written.
        number: From 1; an opening and its closing part share one, and so do a part and its translation.
    """

    kind: Kind
    text: str
    number: int = 0


Piece = Code | str


_SIGNS = frozenset("*_`~#>-+|\\![]()")


def is_written(text: str) -> bool:
    """Whether a text holds nothing but parts of our own, or halves of them, as a program may lock it."""
    at, rest = 0, text.strip()
    while match := _TOKEN.match(rest, at):
        at = match.end()
    return bool(rest) and _SIGNS.issuperset(rest[at:])


def without_parts(text: str) -> str:
    """A text without anything that may be a part."""
    return _TOKEN.sub("", text)


def taken_over(text: str) -> str:
    """A text that came from elsewhere as we hold it.

    Programs break and indent lines as they like, and copy the vertical tabs of Word along.
    """
    return folded(UNWRITABLE.sub(" ", text))


def pieces(text: str, like: Iterable[Piece] = ()) -> tuple[Piece, ...]:
    """A text taken apart; `like` is its Dutch, whose numbers the same parts of a translation get."""
    matches = list(_TOKEN.finditer(text))
    kinds = {at: Kind(name) for at, match in enumerate(matches) if (name := match.lastgroup) in _ALONE}
    closed_by = dict(_pairs(matches))
    kinds |= dict.fromkeys(closed_by, Kind.OPENING) | dict.fromkeys(closed_by.values(), Kind.CLOSING)
    opened_by = {end: start for start, end in closed_by.items()}
    numbers = _Numbers(like)
    given: dict[int, int] = {}
    found: list[Piece] = []
    end = 0
    for at in sorted(kinds):
        match = matches[at]
        closing = matches[closed_by[at]][0] if at in closed_by else ""
        given[at] = given[opened_by[at]] if at in opened_by else numbers.next((kinds[at], match[0], closing))
        found += [text[end : match.start()], Code(kinds[at], match[0], given[at])]
        end = match.end()
    return tuple(piece for piece in (*found, text[end:]) if piece)


_ALONE = frozenset({Kind.VARIABLE, Kind.ADDRESS, Kind.UNWRITABLE})


def _pairs(matches: Sequence[re.Match[str]]) -> Iterator[tuple[int, int]]:
    """Which token opens what another closes; a half without its other half is only text."""
    waiting: list[tuple[str, int]] = []
    counts: Counter[str] = Counter()
    for at, match in enumerate(matches):
        name = _PAIRED.get(match.lastgroup or "", match[0])
        if _closes(match) and counts[name]:
            opened, start = "", -1
            while opened != name:
                opened, start = waiting.pop()
                counts[opened] -= 1
            yield start, at
        elif _opens(match):
            waiting.append((name, at))
            counts[name] += 1


def _closes(match: re.Match[str]) -> bool:
    before = match.string[max(match.start() - 1, 0) : match.start()]
    return match.lastgroup == "target" or (match.lastgroup == "stars" and bool(before.strip()))


def _opens(match: re.Match[str]) -> bool:
    """Whether it can begin something: the star of a list item, or between two spaces, is only a star."""
    after = match.string[match.end() : match.end() + 1]
    return match.lastgroup == "bracket" or (match.lastgroup == "stars" and bool(after.strip()))


class _Numbers:
    """Gives each part the number of its Dutch, or one that the Dutch does not use."""

    def __init__(self, like: Iterable[Piece]) -> None:
        self.free: dict[tuple[Kind, str, str], deque[int]] = {}
        self.last = 0
        openings: dict[int, Code] = {}
        for piece in like:
            if not isinstance(piece, Code):
                continue
            self.last = max(self.last, piece.number)
            if piece.kind is Kind.OPENING:
                openings[piece.number] = piece
            elif piece.kind is Kind.CLOSING:
                key = (Kind.OPENING, openings[piece.number].text, piece.text)
                self.free.setdefault(key, deque()).append(piece.number)
            else:
                self.free.setdefault((piece.kind, piece.text, ""), deque()).append(piece.number)

    def next(self, key: tuple[Kind, str, str]) -> int:
        """The number of the next part that is written like this."""
        if self.free.get(key):
            return self.free[key].popleft()
        self.last += 1
        return self.last
