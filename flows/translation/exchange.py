"""Translations that came back from a translator: what may be taken over, and as what.

A text that came back belongs to the Dutch in its own file. Nothing that a person wrote here goes away for
something older or unread, unless somebody asks for that.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from flows.positions.folding import folded
from flows.problems.codes import problem
from flows.problems.records import Place, Problem
from flows.translation.approval import BY
from flows.translation.entries import HUMAN, Catalogue, Entry, sha
from flows.translation.extraction import Unit
from flows.translation.foreign_codes import Mark, Reading, understood
from flows.translation.inline_codes import taken_over
from flows.translation.outgoing import entry_of
from flows.translation.states import State, state_of


@dataclass(frozen=True, slots=True)
class Returned:
    """One text as it came back.

    Attributes:
        context: Its key.
        dutch: The Dutch in the same file.
        text: The translation.
        place: Where it stands in the file that came back.
        is_read: True where the file says outright that a person finished it.
        is_approved: True where the file says that it is final.
        origin: ``mt:NAME`` where the file says that a program wrote it and nobody read it.
        said: The hash of the Dutch that we sent; empty where the file does not say.
        seen: The hash of the translation that we sent; empty where the file does not say.
        comments: What the translator wrote beside it.
        readings: The Dutch and the translation with the codes of the program that wrote them; may be empty.
        refusals: What keeps the translation from being taken.
    """

    context: str
    dutch: str
    text: str
    place: Place
    is_read: bool = False
    is_approved: bool = False
    origin: str = ""
    said: str = ""
    seen: str = ""
    comments: tuple[str, ...] = ()
    readings: tuple[Reading, ...] = ()
    refusals: tuple[Problem, ...] = ()

    def is_of(self, dutch: str) -> bool:
        """Whether it was made from this Dutch; where its file and its hash differ, it was not."""
        return sha(self.dutch) == sha(dutch) and self.said in ("", sha(dutch))


@dataclass(frozen=True, slots=True)
class ReturnedFile:
    """A file that came back, or one part of it.

    Attributes:
        original: The catalogue that it says it was made from, as in ``shared/2027/en.po``; may be empty.
        place: Where it says so.
        texts: The texts in it, in their order, those without a translation too.
    """

    original: str
    place: Place
    texts: tuple[Returned, ...]


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A Dutch text and a translation that somebody approved elsewhere.

    Attributes:
        dutch: The Dutch.
        text: The translation.
        place: Where it stands.
        readings: Both with the codes of the program that wrote them; may be empty.
    """

    dutch: str
    text: str
    place: Place
    readings: tuple[Reading, ...] = ()


class Fate(StrEnum):
    """What becomes of a text that came back."""

    APPROVED = "approved"
    TAKEN = "taken"
    STALE = "stale"
    UNCHANGED = "unchanged"
    KEPT = "kept"
    OLDER = "older"
    CONFLICT = "conflict"
    REFUSED = "refused"
    UNKNOWN = "unknown"
    EMPTY = "empty"


SHOWN = 3
"""Codes or texts that a sentence names as examples."""

WRITTEN = frozenset({Fate.APPROVED, Fate.TAKEN, Fate.STALE})
"""What changes the catalogue."""


@dataclass(frozen=True, slots=True)
class Wishes:
    """What the person who takes texts over allows.

    Attributes:
        trust_approved: What the file calls final is approved here too.
        overwrite: A translation that somebody changed here since the export is replaced.
        fills: Only a text without a translation gets one.
    """

    trust_approved: bool = False
    overwrite: bool = False
    fills: bool = False


@dataclass(frozen=True, slots=True)
class Arrival:
    """A text that came back, and what becomes of it.

    Attributes:
        returned: The text.
        fate: What becomes of it.
        unit: The Dutch of today, or None where that is gone.
        entry: The translation as the catalogue will have it, for the fates in `WRITTEN`.
        problems: Why it is refused, where that is for the way it is written.
    """

    returned: Returned
    fate: Fate
    unit: Unit | None = None
    entry: Entry | None = None
    problems: tuple[Problem, ...] = ()


def without_region(code: str) -> str:
    """The language of a code as programs write it: ``en`` of ``en-GB`` and of ``EN_us``."""
    return code.replace("_", "-").partition("-")[0].lower()


def arrivals(
    catalogue: Catalogue, units: Sequence[Unit], returned: Iterable[Returned], wishes: Wishes
) -> tuple[Arrival, ...]:
    """What would become of each text that came back, if it has no errors."""
    known = {name: unit for unit in reversed(units) for name in reversed(unit.contexts)}
    known |= {unit.context: unit for unit in units}
    return tuple(_arrival(catalogue, known.get(each.context), each, wishes) for each in returned)


def with_arrivals(catalogue: Catalogue, accepted: Iterable[Arrival]) -> Catalogue:
    """A catalogue with what came back; everything else as it was."""
    entries = dict(catalogue.entries)
    for each in accepted:
        if each.entry is not None:
            entries[each.entry.context] = each.entry
    return replace(catalogue, entries=entries)


def _arrival(catalogue: Catalogue, unit: Unit | None, returned: Returned, wishes: Wishes) -> Arrival:
    if unit is None:
        is_empty = not returned.text.strip() and not returned.refusals
        return Arrival(returned, Fate.EMPTY if is_empty else Fate.UNKNOWN)
    entry = entry_of(catalogue, unit)
    if wishes.fills and entry is not None and entry.is_translated:
        is_same = sha(entry.text) == sha(taken_over(returned.text))
        return Arrival(returned, Fate.UNCHANGED if is_same else Fate.KEPT, unit)
    if returned.refusals:
        return Arrival(returned, Fate.REFUSED, unit, problems=returned.refusals)
    returned, unread = read_beside(returned, unit.source)
    if unread:
        found = problem("SP841", returned.place, context=returned.context, codes=unread[:SHOWN])
        return Arrival(returned, Fate.REFUSED, unit, problems=(found,))
    if not returned.text:
        return Arrival(returned, Fate.EMPTY, unit)
    fate = _fate(entry, unit, returned, wishes)
    made = _entry(entry, unit, returned, fate) if fate in WRITTEN else None
    return Arrival(returned, fate, unit, made)


def read_beside(returned: Returned, dutch: str) -> tuple[Returned, tuple[str, ...]]:
    """A text with our own parts for the codes of a program, and the codes that stand for none of them.

    Args:
        returned: As its file has it.
        dutch: Our Dutch of today.
    """
    source, target = returned.readings or ((returned.dutch,), (returned.text,))
    if not returned.text.strip() and not any(isinstance(each, Mark) for each in target):
        return replace(returned, text=""), ()
    read = understood(source, target, dutch)
    return replace(returned, dutch=read.dutch, text=taken_over(read.text)), read.unread


def _fate(entry: Entry | None, unit: Unit, returned: Returned, wishes: Wishes) -> Fate:
    is_fresh, state = returned.is_of(unit.text), state_of(entry, unit.text)
    approves = is_fresh and returned.is_approved and wishes.trust_approved
    if entry is not None and sha(returned.text) == sha(entry.text):
        if approves and state is not State.APPROVED:
            return Fate.APPROVED
        was_read = is_fresh and returned.is_read and state in (State.STALE, State.MACHINE)
        return Fate.TAKEN if was_read else Fate.UNCHANGED
    if not is_fresh and state in (State.REVIEW, State.APPROVED):
        return Fate.OLDER
    if _changed_here(entry, returned) and not wishes.overwrite:
        return Fate.CONFLICT
    if not is_fresh:
        return Fate.STALE
    return Fate.APPROVED if approves else Fate.TAKEN


def _changed_here(entry: Entry | None, returned: Returned) -> bool:
    """Whether a person may have written something here that the translator never saw."""
    if entry is None or not entry.is_translated or entry.is_machine:
        return False
    return returned.seen != sha(entry.text)


def _entry(entry: Entry | None, unit: Unit, returned: Returned, fate: Fate) -> Entry:
    is_stale, old = fate is Fate.STALE, entry or Entry(unit.context, unit.source)
    comments = (*old.comments, *returned.comments)
    return replace(
        old,
        context=unit.context,
        source=unit.source,
        text=returned.text,
        nl_sha=sha(returned.dutch if is_stale else unit.text),
        origin=returned.origin or HUMAN,
        fuzzy=fate is not Fate.APPROVED,
        previous=folded(returned.dutch) if is_stale else "",
        comments=tuple(line for line in dict.fromkeys(comments) if not line.startswith(BY)),
    )
