"""What an approval does to an entry: its text stays, and belongs to the Dutch of today from now on."""

from dataclasses import replace

from flows.positions.folding import folded
from flows.translation.entries import Entry, sha
from flows.translation.states import State, state_of

BY = "approved-by: "
"""Begins the comment that says who approved a text."""


def approved(entry: Entry, dutch: str, by: str = "") -> Entry:
    """An entry after a person read and approved it; one that was approved already stays as it is.

    Args:
        entry: A translated text.
        dutch: The Dutch of today.
        by: Who approves, kept as a comment; nothing where nobody said.
    """
    if state_of(entry, dutch) is State.APPROVED:
        return entry
    others = tuple(line for line in entry.comments if not line.startswith(BY))
    return replace(
        entry,
        source=folded(dutch),
        nl_sha=sha(dutch),
        fuzzy=False,
        previous="",
        comments=(*others, *([f"{BY}{by}"] if by else [])),
    )
