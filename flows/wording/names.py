"""One partner, one spelling: names in different provinces that were probably meant to be the same."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from flows.positions.places import Span

LONG_WORD, SHORT_WORD = 8, 4
"""Letters from which a word may differ in two letters, and below which it may not differ at all."""


@dataclass(frozen=True, slots=True)
class Mention:
    """A name as a province wrote it."""

    name: str
    province: str
    span: Span


def near_duplicates(mentions: Iterable[Mention]) -> Iterator[tuple[Mention, Mention]]:
    """Each rarer spelling of a name with the commoner one; of equally common ones, the later by alphabet."""
    found = list(mentions)
    counts = Counter(each.name for each in found)
    first = {each.name: each for each in reversed(found)}
    names = sorted(counts, key=lambda name: (-counts[name], name))
    for index, name in enumerate(names):
        for common in names[:index]:
            if same_name(name, common):
                yield from ((each, first[common]) for each in found if each.name == name)
                break


def same_name(one: str, other: str) -> bool:
    """Whether two spellings are probably of one name: case, spaces, signs or a letter apart."""
    left, right = _letters(one), _letters(other)
    if left == right:
        return True
    words, others = one.casefold().split(), other.casefold().split()
    if len(words) != len(others):
        return False
    return all(_same_word(word, other_word) for word, other_word in zip(words, others, strict=True))


def _letters(name: str) -> str:
    return re.sub(r"\W|_", "", name.casefold())


def _same_word(one: str, other: str) -> bool:
    from rapidfuzz.distance import DamerauLevenshtein

    shortest = min(len(one), len(other))
    allowed = (
        0 if shortest < SHORT_WORD or any(map(str.isdigit, one + other)) else 1 + (shortest >= LONG_WORD)
    )
    return one == other or DamerauLevenshtein.distance(one, other) <= allowed
