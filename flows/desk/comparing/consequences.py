"""What the changes of the national text mean for a province that had, or has, texts of its own."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from flows.changes.effects import effect
from flows.changes.records import Change, Comparison
from flows.desk.opening.provincial import Provincial
from flows.documents.change_report.story import Consequence
from flows.documents.readings import HEADINGS
from flows.overrides.fingerprints import plain
from flows.overrides.staleness import State
from flows.positions.folding import folded
from flows.positions.provinces import Override, Verb
from flows.positions.targets import Targets

_STRONGEST = (Verb.REPLACE, Verb.REMOVE, Verb.FILL, Verb.APPEND)
_OLD = frozenset({State.STALE, State.UNSTAMPED})


@dataclass(frozen=True, slots=True)
class Owned:
    """What a province did with the national blocks of an edition.

    Attributes:
        verbs: What it did, by the id of the national block; the strongest where it did two things.
        texts: Its own content there, as plain data.
        outdated: The blocks whose national text moved on since.
    """

    verbs: Mapping[str, str]
    texts: Mapping[str, Any]
    outdated: frozenset[str]


def owned(one: Provincial, targets: Targets) -> Owned:
    """What a province did with the national blocks; what it inserted stands by itself."""
    entries: dict[str, list[Override]] = {}
    for override in one.own.overrides if one.own is not None else ():
        target = targets.find(override.target) if override.verb is not Verb.INSERT else None
        if target is not None:
            entries.setdefault(target.id, []).append(override)
    outdated = (each.resolved.target.id for each in one.standings if each.state in _OLD)
    verbs = {
        block: min((each.verb for each in mine), key=_STRONGEST.index) for block, mine in entries.items()
    }
    texts = {block: [_content(each) for each in mine] for block, mine in entries.items()}
    return Owned({block: str(verb) for block, verb in verbs.items()}, texts, frozenset(outdated))


def _content(override: Override) -> Any:
    if override.block is not None:
        return plain(override.block.body)
    return folded(override.text) if override.text is not None else None


def consequences(national: Comparison, old: Owned, new: Owned) -> Iterator[Consequence]:
    """What every national block means for a province, in the order of the text.

    Args:
        national: The changes of the national text.
        old: What the province did in the older edition.
        new: What it does in the newer one.
    """
    for change in national.changes():
        if change.kind not in HEADINGS:
            yield _consequence(change, old, new)


def _consequence(change: Change, old: Owned, new: Owned) -> Consequence:
    before = change.old.id if change.old is not None else ""
    after = change.new.id if change.new is not None else ""
    had, has = old.verbs.get(before, ""), new.verbs.get(after, "")
    if not after and had == Verb.REMOVE:
        had = ""  # what it left out is gone for everybody
    means = effect(
        change,
        had,
        has,
        stale=after in new.outdated,
        own_text_changed=old.texts.get(before) != new.texts.get(after),
    )
    return Consequence(change, has or had, means)
