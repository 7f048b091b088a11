"""What changed between two texts, word by word."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum


class Mark(StrEnum):
    """What happened to a piece of text."""

    SAME = "same"
    REMOVED = "removed"
    ADDED = "added"


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of text with one mark; same and removed pieces make the old text, same and added ones the new."""

    mark: Mark
    text: str


_TOKEN = re.compile(r"\w+(?:[.,'’-]\w+)*|\s+|.", re.DOTALL)
"""Words with their inner hyphens, apostrophes and decimal marks; spaces; single other characters."""


def word_changes(old: str, new: str) -> tuple[Piece, ...]:
    """The pieces that turn `old` into `new`."""
    before, after = _TOKEN.findall(old), _TOKEN.findall(new)
    matcher = SequenceMatcher(None, before, after, autojunk=False)
    return _tidy(list(_pieces(matcher, before, after)))


def _pieces(matcher: "SequenceMatcher[str]", old: Sequence[str], new: Sequence[str]) -> Iterator[Piece]:
    for operation, old_from, old_to, new_from, new_to in matcher.get_opcodes():
        if operation == "equal":
            yield Piece(Mark.SAME, "".join(old[old_from:old_to]))
            continue
        if old_to > old_from:
            yield Piece(Mark.REMOVED, "".join(old[old_from:old_to]))
        if new_to > new_from:
            yield Piece(Mark.ADDED, "".join(new[new_from:new_to]))


def _tidy(pieces: Sequence[Piece]) -> tuple[Piece, ...]:
    """Joins changes that only a space or a comma keeps apart, so that a reader sees one change as one."""
    tidied: list[Piece] = []
    removed = added = ""
    for index, piece in enumerate(pieces):
        between = piece.mark is Mark.SAME and bool(removed or added) and index + 1 < len(pieces)
        if piece.mark is Mark.REMOVED or (between and not re.search(r"\w", piece.text)):
            removed += piece.text
        if piece.mark is Mark.ADDED or (between and not re.search(r"\w", piece.text)):
            added += piece.text
        if piece.mark is Mark.SAME and not (between and not re.search(r"\w", piece.text)):
            tidied += _change(removed, added)
            tidied.append(piece)
            removed = added = ""
    return (*tidied, *_change(removed, added))


def _change(removed: str, added: str) -> Iterator[Piece]:
    if removed:
        yield Piece(Mark.REMOVED, removed)
    if added:
        yield Piece(Mark.ADDED, added)
