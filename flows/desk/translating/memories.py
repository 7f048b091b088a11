"""What translation memories from elsewhere have for our texts."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from flows.desk.opening.catalogues import OpenCatalogue
from flows.translation.entries import sha
from flows.translation.exchange import Returned, Suggestion, read_beside
from flows.translation.extraction import Unit
from flows.translation.foreign_codes import shape

ORIGIN = "tm:100"
"""The origin of a translation that stood beside exactly the same Dutch in a memory."""


@dataclass(frozen=True, slots=True)
class Matches:
    """A memory beside our texts.

    Attributes:
        texts: What it has for each catalogue: the first of several for the same Dutch.
        strange: The pairs that stand beside no Dutch of ours.
    """

    texts: tuple[tuple[OpenCatalogue, tuple[Returned, ...]], ...]
    strange: tuple[Suggestion, ...]


def matches(catalogues: Iterable[OpenCatalogue], memory: Sequence[Suggestion]) -> Matches:
    """What a memory has for the texts of catalogues.

    A program may have locked parts of the Dutch as codes of its own; then the words between them find it.
    """
    exact: dict[str, Suggestion] = {}
    alike: dict[str, Suggestion] = {}
    for each in memory:
        exact.setdefault(sha(each.dutch), each)
        if words := _words(each):
            alike.setdefault(words, each)
    found: list[tuple[OpenCatalogue, tuple[Returned, ...]]] = []
    ours: set[str] = set()
    for opened in catalogues:
        texts = []
        for unit in opened.units:
            mine = exact.get(sha(unit.text)) or alike.get(shape((unit.source,)))
            if mine is not None and (returned := _returned(unit, mine)) is not None:
                texts.append(returned)
                ours |= {sha(mine.dutch)}
        if texts:
            found.append((opened, tuple(texts)))
    return Matches(tuple(found), tuple(each for each in memory if sha(each.dutch) not in ours))


def _words(pair: Suggestion) -> str:
    return shape(pair.readings[0] if pair.readings else (pair.dutch,))


def _returned(unit: Unit, pair: Suggestion) -> Returned | None:
    returned = Returned(
        unit.context, pair.dutch, pair.text, pair.place, origin=ORIGIN, readings=pair.readings
    )
    read, _ = read_beside(returned, unit.source)
    return returned if read.is_of(unit.text) else None
