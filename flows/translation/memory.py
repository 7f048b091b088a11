"""The translation memory: what people approved before, for the same Dutch or Dutch that looks like it.

Looking alike is not meaning the same: adding "niet" leaves 95 percent, and 250 for 950 leaves 97. So a
difference that turns the meaning round costs extra, and nothing but the same Dutch ever reaches 100.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from flows.positions.folding import folded
from flows.positions.placeholders import PLACEHOLDER
from flows.translation.checking.habits import DUTCH_NEGATION
from flows.translation.checking.numbers import differing

LEAST = 75
"""Percents of likeness below which correcting takes longer than translating."""

CLOSE = 99
"""The most that anything but the same Dutch can get."""

DIFFERENCE = 10
"""Percents that another number, another negation or another variable costs."""

_LOOKED_AT = 5
"""Candidates that are compared closely."""


@dataclass(frozen=True, slots=True)
class Match:
    """What the memory has for a text.

    Attributes:
        dutch: The Dutch that it was approved for.
        text: The translation.
        percent: How much that Dutch looks like the text; 100 only where it is the same.
    """

    dutch: str
    text: str
    percent: int


class Memory:
    """Approved translations into one language, by their Dutch."""

    def __init__(self, pairs: Iterable[tuple[str, str]]) -> None:
        """Keep Dutch texts with their translations; the first of several for the same Dutch."""
        self._known: dict[str, str] = {}
        for dutch, text in pairs:
            self._known.setdefault(folded(dutch), text)

    def __len__(self) -> int:
        return len(self._known)

    def best(self, dutch: str) -> Match | None:
        """The most alike translation of at least `LEAST` percent."""
        wanted = folded(dutch)
        if wanted in self._known:
            return Match(wanted, self._known[wanted], 100)
        found = [each for each in self._alike(wanted) if each.percent >= LEAST]
        return max(found, key=lambda each: each.percent, default=None)

    def _alike(self, wanted: str) -> Iterator[Match]:
        from rapidfuzz import fuzz, process

        found = process.extract(
            wanted, self._known.keys(), scorer=fuzz.ratio, score_cutoff=LEAST, limit=_LOOKED_AT
        )
        for dutch, score, _ in found:
            yield Match(dutch, self._known[dutch], min(CLOSE, int(score)) - _cost(wanted, dutch))


def _cost(one: str, other: str) -> int:
    """Percents for every kind of difference that turns the meaning of a text round."""
    numbers = differing(PLACEHOLDER.sub("", one), PLACEHOLDER.sub("", other), "nl")
    different = (
        bool(numbers.missing or numbers.added),
        len(DUTCH_NEGATION.findall(one)) != len(DUTCH_NEGATION.findall(other)),
        sorted(PLACEHOLDER.findall(one)) != sorted(PLACEHOLDER.findall(other)),
    )
    return DIFFERENCE * sum(different)
