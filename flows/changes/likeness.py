"""How alike texts are by their words, and which of many texts may be alike at all."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence

from flows.changes.passages import passages_of
from flows.changes.readings import Token, Unit
from flows.changes.words import is_word

_LOOKED_AT = 600
"""How many times a search takes a text from the shelf: by its rarest words first, which tell most."""
_NEAREST = 12
"""How many texts a search gives back: those met most often."""


def likeness(old: Sequence[str], new: Sequence[str]) -> float:
    """Twice the words that both have in the same order, divided by all their words; 1 for two empty texts."""
    if old == new:
        return 1.0
    from rapidfuzz.distance import Indel

    return Indel.normalized_similarity(old, new)


def words_of(tokens: Iterable[Token]) -> list[str]:
    """The words of a text in order, in small letters; a variable counts by its name."""
    return [
        token.variable or token.text.casefold() for token in tokens if token.variable or is_word(token.text)
    ]


def unit_words(unit: Unit) -> list[str]:
    """The words of a unit in order, in small letters."""
    return [word for passage in passages_of(unit.blocks) for word in words_of(passage.tokens)]


class Shelf:
    """Texts by their words, to find those that share many words with another one without reading them all."""

    def __init__(self, texts: Mapping[str, Sequence[str]]) -> None:
        """Put every text, given by its id, on the shelf."""
        self._bags = {name: Counter(words) for name, words in texts.items()}
        self._holding: dict[str, list[str]] = {}
        for name, bag in self._bags.items():
            for word in bag:
                self._holding.setdefault(word, []).append(name)

    def nearest(self, words: Sequence[str]) -> Iterator[tuple[str, int]]:
        """Ids of the texts that share most words with a text, and how many words that are."""
        bag = Counter(words)
        met: Counter[str] = Counter()
        looked = 0
        for holding in sorted((self._holding.get(word, []) for word in bag), key=len):
            looked += len(holding)
            if looked > _LOOKED_AT and met:
                break
            met.update(holding)
        for name, _ in met.most_common(_NEAREST):
            yield name, (bag & self._bags[name]).total()
