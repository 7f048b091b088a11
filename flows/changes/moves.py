"""What stands elsewhere, and both readings as one row of places."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from flows.changes.increasing import heaviest_increasing
from flows.changes.matching import Match
from flows.changes.readings import Reading, Unit
from flows.changes.records import Side

Slot = tuple[Side, str, str]
"""A place: the side it is on, the id of its unit in the old reading and in the new one (or nothing)."""


def moved(pairs: Sequence[Match], old: Reading, new: Reading) -> frozenset[str]:
    """New ids of the units that have another parent now, or another place among those of their parent.

    Of the units that changed places, those that weigh least moved: a theme weighs as much as its blocks.
    """
    names = {match.old.id: match.new.id for match in pairs}
    was_at = {unit.id: place for place, unit in enumerate(old.units)}
    weights = _weights(new.units)
    gone: set[str] = set()
    stayed: dict[str, list[Match]] = {}
    for match in pairs:
        parent = _parent(match.old)
        if names.get(parent, parent) == _parent(match.new):
            stayed.setdefault(_parent(match.new), []).append(match)
        else:
            gone.add(match.new.id)
    for together in stayed.values():
        kept = heaviest_increasing(
            [was_at[match.old.id] for match in together], [weights[match.new.id] for match in together]
        )
        gone.update({match.new.id for match in together} - {together[at].new.id for at in kept})
    return frozenset(gone)


def slots(pairs: Sequence[Match], gone: frozenset[str], old: Reading, new: Reading) -> Iterator[Slot]:
    """Every place of both readings, in one order.

    Places on both sides and old ones are the old reading, those on both sides and new ones the new one. What
    moved, and what stands under a heading that moved, has two places. What is gone stands after what it
    stood after.

    Args:
        pairs: The units on both sides.
        gone: New ids of what moved.
        old: The reading as it was.
        new: The reading as it is.
    """
    was = {match.new.id: match.old.id for match in pairs}
    anchors = _anchors([match for match in pairs if not gone & {match.new.id, *match.new.path}], old)
    held = {was[name] for name in anchors}
    before, after = iter(old.units), iter(new.units)
    now = {match.old.id: match.new.id for match in pairs}
    for anchor in (*anchors, ""):
        for unit in before:
            if unit.id in held:
                break
            yield Side.OLD, unit.id, now.get(unit.id, "")
        for unit in after:
            if unit.id == anchor:
                yield Side.BOTH, was[anchor], anchor
                break
            yield Side.NEW, was.get(unit.id, ""), unit.id


def _parent(unit: Unit) -> str:
    return unit.path[-1] if unit.path else ""


def _weights(units: Iterable[Unit]) -> Mapping[str, int]:
    """How many units stand in each, itself included."""
    found: dict[str, int] = {}
    for unit in units:
        for name in (unit.id, *unit.path):
            found[name] = found.get(name, 0) + 1
    return found


def _anchors(pairs: Sequence[Match], old: Reading) -> list[str]:
    """New ids of the units that hold both readings together, in the order of both."""
    was_at = {unit.id: place for place, unit in enumerate(old.units)}
    kept = heaviest_increasing([was_at[match.old.id] for match in pairs], [1.0] * len(pairs))
    return [pairs[at].new.id for at in kept]
