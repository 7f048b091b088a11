"""What of a text is not words: its lists, emphasis and links. A translation has the same."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Outline:
    """A text taken apart.

    Attributes:
        words: What a reader reads, without marks and link targets; variables as people write them.
        marks: The parts in reading order, as in ``paragraph``, ``item@1`` (how deep it stands), ``strong``;
            what stands inside one paragraph is sorted, because another language has another word order.
        targets: The targets of links and images, sorted.
    """

    words: str
    marks: tuple[str, ...] = ()
    targets: tuple[str, ...] = ()

    @property
    def kinds(self) -> Counter[str]:
        """How many parts of each kind there are, however deep."""
        return Counter(mark.partition("@")[0] for mark in self.marks)


@dataclass(frozen=True, slots=True)
class Uneven:
    """A kind of part of which two texts do not have the same number."""

    kind: str
    dutch: int
    translated: int


def uneven(dutch: Outline, translated: Outline) -> Iterator[Uneven]:
    """The kinds of parts that two texts do not have equally often, in the order of the Dutch text."""
    here, there = dutch.kinds, translated.kinds
    for kind in dict.fromkeys((*here, *there)):
        if here[kind] != there[kind]:
            yield Uneven(kind, here[kind], there[kind])
