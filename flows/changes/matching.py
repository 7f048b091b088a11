"""Which unit of the old reading is which unit of the new one."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from flows.changes.likeness import Shelf, likeness, unit_words
from flows.changes.readings import Reading, Unit

RENAMED = 0.6
"""From this likeness on, a removed and an added unit are proposed as one with another id.

In the prose of both editions of this repository the wrong partners come no higher than 0.37.
"""
_SHORT = 6
"""A text of fewer words than this says too little about itself: its partner must be equal."""


@dataclass(frozen=True, slots=True)
class Match:
    """A unit in both readings.

    Attributes:
        old: The unit as it was.
        new: The unit as it is.
        declared: False where the pair is a proposal, made because both texts are alike.
    """

    old: Unit
    new: Unit
    declared: bool = True


def matches(old: Reading, new: Reading) -> tuple[Match, ...]:
    """The units that both readings have, in the order of the new one: by id, as declared, by likeness."""
    found = {match.new.id: match for match in _named(old, new)}
    taken = {match.old.id for match in found.values()}
    gone = [unit for unit in old.units if unit.id not in taken]
    come = [unit for unit in new.units if unit.id not in found]
    found.update((match.new.id, match) for match in _proposed(gone, come))
    return tuple(found[unit.id] for unit in new.units if unit.id in found)


def _named(old: Reading, new: Reading) -> Iterator[Match]:
    """The pairs that ids tell: the same id first, then what was declared to be a rename."""
    before = {unit.id: unit for unit in old.units}
    taken = {unit.id for unit in new.units if unit.id in before}
    replaced: dict[str, list[str]] = {}
    for gone in new.retired:
        replaced.setdefault(_successor(gone, new.retired), []).append(gone)
    for unit in new.units:
        if unit.id in before:
            yield Match(before[unit.id], unit)
            continue
        names = (*unit.aliases, *replaced.get(unit.id, ()))
        name = next((name for name in names if name in before and name not in taken), None)
        if name is not None:
            taken.add(name)
            yield Match(before[name], unit)


def _successor(name: str, retired: Mapping[str, str]) -> str:
    """The id that took the place of one that is gone, however often it was replaced."""
    while retired.get(name):
        name = retired[name]
    return name


def _proposed(gone: Sequence[Unit], come: Sequence[Unit]) -> Iterator[Match]:
    """Pairs of one kind whose texts are alike, the likest first; each unit once."""
    before, after = {unit.id: unit for unit in gone}, {unit.id: unit for unit in come}
    taken: set[str] = set()
    given: set[str] = set()
    order = {name: place for place, name in enumerate((*before, *after))}
    likest = sorted(_alike(gone, come), key=lambda pair: (-pair[0], order[pair[1]], order[pair[2]]))
    for _, was, now in likest:
        if was not in taken and now not in given:
            taken.add(was)
            given.add(now)
            yield Match(before[was], after[now], declared=False)


def _alike(gone: Iterable[Unit], come: Iterable[Unit]) -> Iterator[tuple[float, str, str]]:
    """Likeness and both ids of every pair that may be one unit."""
    old_by_kind, new_by_kind = _by_kind(gone), _by_kind(come)
    for kind, after in new_by_kind.items():
        before = {unit.id: unit_words(unit) for unit in old_by_kind.get(kind, ())}
        if not before:
            continue
        shelf = Shelf(before)
        for unit in after:
            words = unit_words(unit)
            for name, shared in shelf.nearest(words):
                alike = _worth(before[name], words, shared)
                if alike >= RENAMED:
                    yield alike, name, unit.id


def _by_kind(units: Iterable[Unit]) -> Mapping[str, list[Unit]]:
    def kind(unit: Unit) -> str:
        return unit.kind

    return {name: list(group) for name, group in groupby(sorted(units, key=kind), key=kind)}


def _worth(old: Sequence[str], new: Sequence[str], shared: int) -> float:
    """Likeness of two texts; 0 where the words that they share show that it cannot be enough."""
    if min(len(old), len(new)) < _SHORT:
        return float(old == new)
    if 2 * shared < RENAMED * (len(old) + len(new)):
        return 0.0
    return likeness(old, new)
