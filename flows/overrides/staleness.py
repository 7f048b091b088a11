"""Has the national text moved on since an override was written? See "Stale overrides" in content.md."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from flows.overrides.fingerprints import plain, stamp
from flows.overrides.resolve import Resolved
from flows.overrides.rules import RULES
from flows.positions.editions import Block
from flows.positions.provinces import Verb


class State(StrEnum):
    """How an override stands against today's national text."""

    CLEAN = "clean"
    REDUNDANT = "redundant"
    STALE = "stale"
    UNSTAMPED = "unstamped"


@dataclass(frozen=True, slots=True)
class BaseText:
    """The national text that an override was written against, kept beside the province file."""

    stamp: str
    block: Block


@dataclass(frozen=True, slots=True)
class Standing:
    """The state of one override.

    Attributes:
        resolved: The override and today's national block (B1).
        state: The row of the table.
        base: The national block it was written against (B0), or None where that is not kept or not the same.
    """

    resolved: Resolved
    state: State
    base: Block | None = field(default=None)


def standing(resolved: Resolved, bases: Mapping[str, BaseText]) -> Standing | None:
    """The state of an override, or None for a verb that is not written against a national text."""
    override, national = resolved.override, resolved.target
    if not RULES[override.verb].stamped or national.slot:
        return None
    now = stamp(national)
    if override.verb is Verb.REPLACE and _says_the_same(override.block, national):
        return Standing(resolved, State.REDUNDANT)
    if override.written_against is None:
        return Standing(resolved, State.UNSTAMPED)
    if override.written_against == now:
        return Standing(resolved, State.CLEAN, national)
    kept = bases.get(override.target) or bases.get(national.id)
    known = kept is not None and override.written_against == kept.stamp == stamp(kept.block)
    return Standing(resolved, State.STALE, kept.block if kept is not None and known else None)


def _says_the_same(own: Block | None, national: Block) -> bool:
    return own is not None and plain(own.body) == plain(national.body)
