"""Brings a catalogue in step with the Dutch of today. Nothing translated is lost; twice is the same as once.

Contexts are the key, never the Dutch: a reworded text keeps its translation, which is then stale because its
hash is another. A new edition takes over what the previous one translated under the same context.
"""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from flows.translation.entries import Catalogue, Entry, sha
from flows.translation.extraction import Unit

_POSITION = re.compile(r"\.\d+(?=\.|$)")
"""A position in a list, as in ``data.1.label``."""


@dataclass(frozen=True, slots=True)
class Synced:
    """What a sync did.

    Attributes:
        catalogue: The catalogue of today.
        added: Contexts that are new.
        changed: Contexts whose Dutch is another.
        taken_over: Contexts whose translation came from the previous edition, or came back.
        obsolete: Contexts that are gone.
    """

    catalogue: Catalogue
    added: tuple[str, ...]
    changed: tuple[str, ...]
    taken_over: tuple[str, ...]
    obsolete: tuple[str, ...]


def synced(catalogue: Catalogue, units: Sequence[Unit], previous: Catalogue | None = None) -> Synced:
    """A catalogue for the texts of today.

    Args:
        catalogue: The catalogue as it is.
        units: The texts of today in reading order.
        previous: The catalogue of the previous edition, same layer and language.
    """
    found = _found(catalogue.entries, units)
    used = {id(entry) for entry in found.values()}
    gone = [entry for entry in catalogue.entries.values() if id(entry) not in used]
    back = _Returning((*catalogue.obsolete, *gone))
    entries: dict[str, Entry] = {}
    changed, taken_over = [], []
    for unit in units:
        old = found.get(unit.context)
        if old is not None and old.source != unit.source and sha(old.source) != sha(unit.source):
            changed.append(unit.context)
        if old is None or not old.is_translated:
            other = back.take(unit) or _earlier(previous, unit)
            if other is not None:
                old = other
                taken_over.append(unit.context)
        entries[unit.context] = _moved(old, unit) if old is not None else Entry(unit.context, unit.source)
    known = {entry.context for entry in catalogue.entries.values()}
    added = (unit.context for unit in units if not known.intersection(unit.contexts))
    return Synced(
        replace(catalogue, entries=entries, obsolete=back.left()),
        tuple(added),
        tuple(changed),
        tuple(taken_over),
        tuple(entry.context for entry in gone),
    )


def _found(entries: Mapping[str, Entry], units: Sequence[Unit]) -> dict[str, Entry]:
    """The old entry of each unit, by today's context; no entry serves two units.

    First the text that stands where it stood, then the item of a list that only moved, then whatever stands
    at the same place: so a label put in front of others does not make all of them stale.
    """
    found: dict[str, Entry] = {}
    free = dict(entries)

    def match(find: Callable[[Unit], Entry | None]) -> None:
        for unit in units:
            if unit.context not in found and (entry := find(unit)) is not None:
                found[unit.context] = free.pop(entry.context)

    def in_place(unit: Unit) -> Entry | None:
        return next((free[name] for name in unit.contexts if name in free), None)

    def unchanged(unit: Unit) -> Entry | None:
        entry = in_place(unit)
        return entry if entry is not None and entry.source == unit.source else None

    match(unchanged)
    moved: dict[tuple[str, str], list[str]] = {}
    for name, entry in free.items():
        moved.setdefault((_POSITION.sub(".*", name), entry.source), []).append(name)

    def elsewhere(unit: Unit) -> Entry | None:
        if not _POSITION.search(unit.field):
            return None
        names = (moved.get((_POSITION.sub(".*", name), unit.source), ()) for name in unit.contexts)
        return next((free[name] for group in names for name in group if name in free), None)

    match(elsewhere)
    match(in_place)
    return found


class _Returning:
    """Translations without Dutch, from which each can come back once."""

    def __init__(self, entries: Iterable[Entry]) -> None:
        self._by_context: dict[str, list[Entry]] = {}
        for entry in entries:
            if entry.is_translated:
                self._by_context.setdefault(entry.context, []).append(entry)

    def take(self, unit: Unit) -> Entry | None:
        """The translation that a unit had before: one of today's Dutch before one of other Dutch."""
        mine = [entry for name in unit.contexts for entry in self._by_context.get(name, ())]
        if not mine:
            return None
        entry = min(mine, key=lambda each: each.against != sha(unit.source))
        self._by_context[entry.context].remove(entry)
        return entry

    def left(self) -> tuple[Entry, ...]:
        """What did not come back, sorted so that branches seldom touch the same line."""
        kept = (replace(each, previous="", notes=()) for group in self._by_context.values() for each in group)
        return tuple(sorted(dict.fromkeys(kept), key=lambda entry: (entry.context, entry.source, entry.text)))


def _earlier(previous: Catalogue | None, unit: Unit) -> Entry | None:
    """What the previous edition translated under the same context."""
    entries = previous.entries if previous is not None else {}
    mine = (entries[name] for name in unit.contexts if name in entries)
    return next((entry for entry in mine if entry.is_translated), None)


def _moved(entry: Entry, unit: Unit) -> Entry:
    """An entry at its place of today, beside the Dutch of today.

    A translation without a hash gets that of the Dutch it stood beside, before that Dutch goes. Nobody has
    approved it, so it is marked as still to be read; taking that mark away in a PO editor then approves it.
    """
    here = replace(entry, context=unit.context, source=unit.source, previous="")
    if not entry.is_translated:
        return replace(here, nl_sha="")
    if not entry.nl_sha:
        here = replace(here, nl_sha=entry.against, fuzzy=True)
    if entry.against == sha(unit.source):
        return here
    return replace(here, previous=entry.source if entry.against == sha(entry.source) else entry.previous)
