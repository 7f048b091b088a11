"""What changed between two texts, word by word."""

import re
from collections.abc import Callable, Hashable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import TypeVar

from flows.changes.sequences import shared_ends, shared_runs

TOKEN = re.compile(r"\w+(?:[.,'’-]\w+)*|\n|\t|[^\S\n\t]+|.", re.DOTALL)
"""Words with their inner hyphens, apostrophes and decimal marks; spaces; single other characters."""

_LONER = 2
"""A change must be this many times as long as an equal run beside it to swallow that run."""

Item = TypeVar("Item", bound=Hashable)


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


def word_changes(old: str, new: str) -> tuple[Piece, ...]:
    """The pieces that turn `old` into `new`."""
    found = runs(TOKEN.findall(old), TOKEN.findall(new), is_word)
    return tuple(Piece(mark, "".join(words)) for mark, words in found)


def is_word(text: str) -> bool:
    """True for a word or number, false for spaces and punctuation."""
    return text[:1].isalnum() or text[:1] == "_"


def runs(
    old: Sequence[Item], new: Sequence[Item], counts: Callable[[Item], bool]
) -> list[tuple[Mark, Sequence[Item]]]:
    """The runs that turn one row of tokens into another, as a person would mark them.

    Args:
        old: The tokens as they were.
        new: The tokens as they are.
        counts: True for a token that is a word. What keeps two changes apart must hold words, and not be
            short beside them: else a reader gets two changes where somebody made one.
    """
    head, tail = shared_ends(old, new)
    before, after = old[head : len(old) - tail], new[head : len(new) - tail]
    found: list[tuple[Mark, Sequence[Item]]] = []
    found += [(Mark.SAME, old[:head])] if head else []
    for same, gone, come in _tidied(list(_steps(before, after)), counts):
        found += [(Mark.REMOVED, gone)] if gone else []
        found += [(Mark.ADDED, come)] if come else []
        found += [(Mark.SAME, same)] if same else []
    found += [(Mark.SAME, old[len(old) - tail :])] if tail else []
    return found


_Step = tuple[Sequence[Item], Sequence[Item], Sequence[Item]]
"""What stays after a change, what the change takes away, what it brings."""


def _steps(old: Sequence[Item], new: Sequence[Item]) -> Iterator[_Step[Item]]:
    gone = come = 0
    for old_at, new_at, size in (*shared_runs(old, new), (len(old), len(new), 0)):
        yield old[old_at : old_at + size], old[gone:old_at], new[come:new_at]
        gone, come = old_at + size, new_at + size


def _tidied(steps: list[_Step[Item]], counts: Callable[[Item], bool]) -> Iterator[_Step[Item]]:
    """The same steps; two changes with hardly anything between them are one."""
    pending: _Step[Item] | None = None
    for step in steps:
        if pending is None:
            pending = step
            continue
        same, gone, come = pending
        changed = bool(gone or come) and bool(step[1] or step[2])
        if changed and _words(same, counts) * _LONER <= min(_size(pending, counts), _size(step, counts)):
            pending = (step[0], [*gone, *same, *step[1]], [*come, *same, *step[2]])
        else:
            yield pending
            pending = step
    if pending is not None:
        yield pending


def _size(step: _Step[Item], counts: Callable[[Item], bool]) -> int:
    return max(_words(step[1], counts), _words(step[2], counts))


def _words(tokens: Sequence[Item], counts: Callable[[Item], bool]) -> int:
    return sum(map(counts, tokens))
