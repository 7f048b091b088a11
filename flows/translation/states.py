"""How a translation stands: computed from the entry and the Dutch of today, never stored.

A merge of two branches can put an old approval beside new Dutch without a conflict; only the hash sees it.
"""

from enum import StrEnum

from flows.translation.entries import Entry, sha


class State(StrEnum):
    """What is left to do for a text, from most to least."""

    MISSING = "missing"
    STALE = "stale"
    MACHINE = "machine"
    REVIEW = "review"
    APPROVED = "approved"


def state_of(entry: Entry | None, dutch: str) -> State:
    """The state of a translation beside the Dutch of today.

    A translation of other Dutch is stale whoever made it: a machine's "250" is as wrong as a person's where
    the Dutch now says 300. Without a hash nobody approved it, and it belongs to the Dutch it stands beside.
    """
    if entry is None or not entry.is_translated:
        return State.MISSING
    if entry.against != sha(dutch):
        return State.STALE
    if entry.is_machine:
        return State.MACHINE
    return State.APPROVED if entry.nl_sha and not entry.fuzzy else State.REVIEW
