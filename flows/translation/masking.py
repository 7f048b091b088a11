"""What no engine may touch, taken out of a text before it leaves and put back exactly when it returns."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from flows.translation.inline_codes import Code, Kind, pieces
from flows.translation.kept import addresses

_INLINE_CODE = re.compile(r"(?<!`)(`+)(?!`).+?(?<!`)\1(?!`)", re.DOTALL)
_SPARE = range(0xE000, 0xF8F0)
"""Characters without a meaning: one stands for each piece of inline code while the rest is read."""

_SHOWN = re.compile(r"⟦(/?)(\d+)⟧")
_BEFORE = re.compile(r"(?:\s*(?:[-*+]|\d+[.)]|#{1,6}|>)\s+)*\s*")
"""What stands before the words of a line: the signs of list items, headings and quotations."""


class Side(StrEnum):
    """What a mask does."""

    ALONE = "alone"
    OPENING = "opening"
    CLOSING = "closing"


@dataclass(frozen=True, slots=True)
class Mask:
    """A piece of a text that has to come back as it is.

    Attributes:
        side: Whether it stands alone, or is one half of a pair such as ``**``.
        number: From 1; both halves of a pair share one.
        text: How it is written.
    """

    side: Side
    number: int
    text: str

    @property
    def shown(self) -> str:
        """What an engine sees of it: ``⟦1⟧``, or ``⟦/1⟧`` where it closes a pair."""
        return f"⟦{'/' if self.side is Side.CLOSING else ''}{self.number}⟧"


@dataclass(frozen=True, slots=True)
class Masked:
    """A text of one line with masks in it."""

    pieces: tuple[Mask | str, ...]

    @property
    def text(self) -> str:
        """The text as an engine sees it."""
        return "".join(each if isinstance(each, str) else each.shown for each in self.pieces)

    @property
    def dutch(self) -> str:
        """The text as it is written."""
        return "".join(each if isinstance(each, str) else each.text for each in self.pieces)

    @property
    def characters(self) -> int:
        """How many characters an engine has to translate: those outside of the masks."""
        return sum(len(each) for each in self.pieces if isinstance(each, str))

    @property
    def has_words(self) -> bool:
        """Whether there is anything to translate."""
        words = (each for each in self.pieces if isinstance(each, str))
        return any(character.isalpha() for each in words for character in each)

    def restored(self, answer: str) -> str | None:
        """An engine's answer with what was masked; None unless every mask came back once, in pairs."""
        masks = {each.shown: each for each in self.pieces if isinstance(each, Mask)}
        came = [match[0] for match in _SHOWN.finditer(answer)]
        if sorted(came) != sorted(masks) or not _nested([masks[each] for each in came]):
            return None
        words = _SHOWN.split(answer)[::3]
        if any("⟦" in each or "⟧" in each for each in words):
            return None
        return words[0] + "".join(
            masks[shown].text + word for shown, word in zip(came, words[1:], strict=True)
        )


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a text: what stands around its words is layout, and never leaves."""

    before: str
    words: Masked
    after: str


def lines(text: str, names: Sequence[str] = ()) -> tuple[Line, ...]:
    """A text line by line, its words masked.

    Args:
        text: One paragraph a line, as catalogues have it.
        names: Protected names, the longest first.
    """
    return tuple(_line(each, names) for each in re.findall(r"[^\n]*\n|[^\n]+", text))


def whole(text: str) -> tuple[Line, ...]:
    """A text as one line without masks, for an engine that looks it up."""
    return (Line("", Masked((text,)), ""),)


def masked(text: str, names: Sequence[str] = ()) -> Masked:
    """A line with masks for variables, addresses, inline code, protected names and Markdown's pairs."""
    spare = (chr(number) for number in _SPARE if chr(number) not in text)
    hidden: dict[str, str] = {}

    def hide(code: re.Match[str]) -> str:
        character = next(spare, "")
        if character:
            hidden[character] = code[0]
        return character or code[0]

    # A search for what was found could hit the same characters at an earlier place, outside of code.
    text = _INLINE_CODE.sub(hide, text)
    found: list[Mask | str] = []
    for side, piece, pair in _parts(text, hidden, names):
        found.append(piece if side is None else Mask(side, pair, piece))
    return Masked(_numbered(found))


def _line(text: str, names: Sequence[str]) -> Line:
    before = _BEFORE.match(text)
    start = before.end() if before is not None else 0
    end = max(start, len(text.rstrip().removesuffix("\\")))
    return Line(text[:start], masked(text[start:end], names), text[end:])


def _parts(text: str, hidden: dict[str, str], names: Sequence[str]) -> Iterator[tuple[Side | None, str, int]]:
    """Words, with None for a side, and masks with the number that both halves of a pair share."""
    alone = [re.escape(each) for each in (*hidden, *sorted(set(addresses(text)), key=len, reverse=True))]
    alone += [f"(?<!\\w){re.escape(name)}(?!\\w)" for name in names if name in text]
    split = re.compile(f"({'|'.join([*alone, '[⟦⟧]'])})")
    for piece in pieces(text):
        if isinstance(piece, Code):
            side = Side(piece.kind) if piece.kind in (Kind.OPENING, Kind.CLOSING) else Side.ALONE
            yield side, _unhidden(piece.text, hidden), piece.number
            continue
        for at, part in enumerate(split.split(piece)):
            if part:
                yield (Side.ALONE, hidden.get(part, part), 0) if at % 2 else (None, part, 0)


def _unhidden(text: str, hidden: dict[str, str]) -> str:
    return "".join(hidden.get(character, character) for character in text)


def _numbered(found: Sequence[Mask | str]) -> tuple[Mask | str, ...]:
    """The same with numbers from 1 in reading order; both halves of a pair keep sharing one."""
    pairs: dict[int, int] = {}
    numbered: list[Mask | str] = []
    last = 0
    for each in found:
        if isinstance(each, str):
            numbered.append(each)
            continue
        if each.side is not Side.CLOSING:
            last += 1
            pairs[each.number] = last
        number = pairs[each.number] if each.side is Side.CLOSING else last
        numbered.append(Mask(each.side, number, each.text))
    return tuple(numbered)


def _nested(masks: Sequence[Mask]) -> bool:
    """Whether every pair closes what was opened last."""
    waiting: list[int] = []
    for each in masks:
        if each.side is Side.OPENING:
            waiting.append(each.number)
        elif each.side is Side.CLOSING and (not waiting or waiting.pop() != each.number):
            return False
    return not waiting
