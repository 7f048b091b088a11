"""One partner, one spelling: names in different provinces that were probably meant to be the same."""

import re
from collections import Counter
from collections.abc import Iterable, Mapping

LONG_WORD, SHORT_WORD = 8, 4
"""Letters from which a word may differ in two letters, and below which it may not differ at all."""


def common_spellings(names: Iterable[str]) -> Mapping[str, str]:
    """The commoner spelling of each name that has one; of equally common ones, the first by alphabet.

    Args:
        names: Every name as often as somebody wrote it.
    """
    counts = Counter(names)
    ranked = sorted(counts, key=lambda name: (-counts[name], name))
    pairs = ((name, _first_like(name, ranked[:index])) for index, name in enumerate(ranked))
    return {name: common for name, common in pairs if common}


def _first_like(name: str, others: Iterable[str]) -> str:
    return next((other for other in others if same_name(name, other)), "")


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


def nearest(word: str, known: Iterable[str]) -> tuple[str, ...]:
    """Up to three known words that look like `word`, best first."""
    from rapidfuzz import fuzz, process

    matches = process.extract(word, list(known), scorer=fuzz.WRatio, limit=3, score_cutoff=70)
    return tuple(match for match, _, _ in matches)
