"""What an engine proposes, and how it lands in a catalogue: always to be read, never over a person's work."""

from dataclasses import dataclass, replace

from flows.translation.entries import Entry, sha
from flows.translation.states import State, state_of


@dataclass(frozen=True, slots=True)
class Proposal:
    """A translation that no person has read.

    Attributes:
        text: The translation.
        origin: Who made it: ``mt:deepl``, or ``tm:93`` for 93 percent likeness in the memory.
    """

    text: str
    origin: str


def may_be_filled(entry: Entry | None, dutch: str, *, stale: bool) -> bool:
    """Whether an engine may write here.

    Args:
        entry: The entry as it is.
        dutch: The Dutch of today.
        stale: Whether it may replace an engine's own translation of older Dutch, which nobody approved.
    """
    state = state_of(entry, dutch)
    is_replaceable = entry is not None and entry.is_machine and state is State.STALE
    return state is State.MISSING or (stale and is_replaceable)


def filled_in(entry: Entry, dutch: str, proposal: Proposal) -> Entry:
    """An entry with a proposal for the Dutch of today."""
    return replace(
        entry, text=proposal.text, origin=proposal.origin, fuzzy=True, nl_sha=sha(dutch), previous=""
    )
