"""Texts on their way to a translator, with what has to come back beside them."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from flows.translation.entries import Catalogue, Entry, sha
from flows.translation.extraction import Unit
from flows.translation.states import State, state_of

SEEN = "standpunt-seen"
"""Begins the line of a program's comment with the hash of the translation that went out."""


@dataclass(frozen=True, slots=True)
class Sent:
    """One text as it goes out.

    Attributes:
        unit: The Dutch of today.
        entry: Its translation; without text where there is none.
        state: How the translation stands.
        notes: What a translator has to know, line by line.
    """

    unit: Unit
    entry: Entry
    state: State
    notes: tuple[str, ...] = ()

    @property
    def seen(self) -> str:
        """Hash of the translation that goes out, to see later whether somebody changed it here."""
        return sha(self.entry.text)

    @property
    def nl_sha(self) -> str:
        """Hash of the Dutch that goes out."""
        return sha(self.unit.text)

    @property
    def previous(self) -> str:
        """The Dutch that a stale translation belongs to, where it is known."""
        if self.state is not State.STALE:
            return ""
        other = self.entry.source if sha(self.entry.source) != self.nl_sha else ""
        return self.entry.previous or other


def sent(
    catalogue: Catalogue, units: Iterable[Unit], states: Iterable[State], notes: Mapping[str, tuple[str, ...]]
) -> tuple[Sent, ...]:
    """The texts of a catalogue in some states, in reading order, with the notes of each context."""
    wanted, found = frozenset(states), []
    for unit in units:
        entry = entry_of(catalogue, unit)
        state = state_of(entry, unit.text)
        if state in wanted:
            here = replace(entry or Entry(unit.context, ""), context=unit.context)
            found.append(Sent(unit, here, state, notes.get(unit.context, ())))
    return tuple(found)


def sent_catalogue(catalogue: Catalogue, texts: Sequence[Sent]) -> Catalogue:
    """The texts as a catalogue of their own: what still has to be read is marked as such."""
    return Catalogue(catalogue.language, {each.unit.context: _sent_entry(each) for each in texts})


def entry_of(catalogue: Catalogue, unit: Unit) -> Entry | None:
    """The translation of a text, under its name of today or an older one."""
    return next((catalogue.entries[name] for name in unit.contexts if name in catalogue.entries), None)


def _sent_entry(text: Sent) -> Entry:
    entry, is_approved = text.entry, text.state is State.APPROVED
    return replace(
        entry,
        source=text.unit.source,
        nl_sha=entry.against if entry.is_translated else "",
        fuzzy=entry.is_translated and not is_approved,
        previous=text.previous,
        notes=(*text.notes, f"{SEEN}: {text.seen}"),
    )
