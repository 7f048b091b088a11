"""What a change to a national text means for a province."""

from collections.abc import Iterable
from enum import StrEnum

from flows.changes.records import Change


class Effect(StrEnum):
    """What a province has to do with one block, the least urgent first."""

    UNTOUCHED = "untouched"
    """Nothing changed."""
    INHERITS = "inherits"
    """The province reads the national text, which changed."""
    NEW_OWN = "new-own"
    """The province has its first override on this block."""
    OWN_CHANGED = "own-changed"
    """The province changed its own text itself."""
    DECIDED = "decided"
    """The national text changed and the province keeps its own text, stamped against the new one."""
    DROPPED = "dropped"
    """The province had an override and reads the national text now."""
    LOST = "lost"
    """The national block is gone, and the province's own text with it."""
    STALE = "stale"
    """The province's own text was written against an older national text: decide."""


URGENCY = {effect: place for place, effect in enumerate(Effect)}
"""How urgent each effect is; the cell of a theme shows the most urgent one in it."""


def effect(change: Change, had: str, has: str, *, stale: bool, own_text_changed: bool) -> Effect:
    """What a province has to do with one block.

    Args:
        change: What happened to the national block.
        had: What the province did to it in the old edition (``replace``, …), or nothing.
        has: What it does to it in the new edition, or nothing.
        stale: True where its own text was written against another national text than today's.
        own_text_changed: True where its own text differs from that of the old edition.
    """
    is_gone = change.new is None
    rules = (
        (is_gone and bool(had or has), Effect.LOST),
        (bool(has) and stale, Effect.STALE),
        (bool(had) and not has, Effect.DROPPED),
        (bool(has) and not had, Effect.NEW_OWN),
        (bool(has) and (own_text_changed or had != has), Effect.OWN_CHANGED),
        (bool(has) and change.is_edited, Effect.DECIDED),
        (not has and change.is_edited, Effect.INHERITS),
    )
    return next((found for holds, found in rules if holds), Effect.UNTOUCHED)


def most_urgent(effects: Iterable[Effect]) -> Effect:
    """The effect that a cell of the matrix shows for everything in it."""
    return max(effects, key=URGENCY.__getitem__, default=Effect.UNTOUCHED)
