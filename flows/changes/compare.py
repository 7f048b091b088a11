"""Two readings compared: what happened to each unit, why it matters, and both as one row of places."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from flows.changes.digests import digest
from flows.changes.fields import field_changes
from flows.changes.flags import Context, Names, evidence
from flows.changes.likeness import likeness, words_of
from flows.changes.matching import Match, matches
from flows.changes.moves import moved, slots
from flows.changes.passages import passages_of
from flows.changes.pieces import families, with_pieces
from flows.changes.readings import Passage, Reading, Unit
from flows.changes.records import (
    Change,
    Comparison,
    FieldChange,
    Flag,
    Op,
    Row,
    Ruling,
    VariableChange,
)
from flows.changes.texts import one_side, passage_changes
from flows.changes.words import Mark


def compare(
    old: Reading,
    new: Reading,
    *,
    language: str = "nl",
    overridden: Names | None = None,
    untranslated: Names | None = None,
    rulings: Sequence[Ruling] = (),
) -> Comparison:
    """Everything that changed from one reading to another.

    Args:
        old: The document as it was.
        new: The document as it is.
        language: Code of the language of both.
        overridden: Provinces that have their own text for a block, by the id of the block.
        untranslated: Languages in which a block is still an older text, by the id of the block.
        rulings: What editors decided about flags; one counts where its digest is that of the change.
    """
    pairs = matches(old, new)
    gone = moved(pairs, old, new)
    changes = with_pieces([*_changes(pairs, gone, old, new)])
    known = {(ruling.block, ruling.change): ruling for ruling in rulings}
    context = Context(language, overridden or {}, untranslated or {}, families(changes))
    done = [_flagged(each, context, known) for each in changes]
    by_new = {each.id: each for each in done if each.new is not None}
    by_old = {each.id: each for each in done if each.new is None}
    rows = [Row(by_new[now] if now else by_old[was], side) for side, was, now in slots(pairs, gone, old, new)]
    return Comparison(old.name, new.name, tuple(rows), tuple(_variables(old, new, done)))


def lapsed_rulings(comparison: Comparison, rulings: Sequence[Ruling]) -> tuple[Ruling, ...]:
    """The decisions that belong to no change: the text was changed again, or the change was undone."""
    known = {(change.id, change.digest) for change in comparison.changes()}
    return tuple(ruling for ruling in rulings if (ruling.block, ruling.change) not in known)


def _changes(pairs: Sequence[Match], gone: frozenset[str], old: Reading, new: Reading) -> Iterator[Change]:
    by_new = {match.new.id: match for match in pairs}
    for unit in new.units:
        match = by_new.get(unit.id)
        yield _single(unit, Op.ADDED) if match is None else _both(match, unit.id in gone)
    held = {match.old.id for match in pairs}
    yield from (_single(unit, Op.REMOVED) for unit in old.units if unit.id not in held)


def _single(unit: Unit, op: Op) -> Change:
    passages = passages_of(unit.blocks)
    if op is Op.ADDED:
        return Change(unit.id, unit.kind, op, None, unit, one_side(passages, Mark.ADDED))
    return Change(unit.id, unit.kind, op, unit, None, one_side(passages, Mark.REMOVED))


def _both(match: Match, is_moved: bool) -> Change:
    old, new = match.old, match.new
    fields = field_changes(old.fields, new.fields)
    if old.kind != new.kind:
        fields = (FieldChange("kind", old.kind, new.kind), *fields)
    change = Change(
        new.id, new.kind, Op.UNCHANGED, old, new, fields=fields, similarity=1.0, declared=match.declared
    )
    if old.blocks != new.blocks:
        change = _reworded(change, passages_of(old.blocks), passages_of(new.blocks))
    return replace(change, op=_op(change, is_moved))


def _reworded(change: Change, old: tuple[Passage, ...], new: tuple[Passage, ...]) -> Change:
    if old == new:
        return change
    passages = passage_changes(old, new)
    before, after = ([word for each in side for word in words_of(each.tokens)] for side in (old, new))
    return replace(change, passages=passages, similarity=likeness(before, after))


def _op(change: Change, is_moved: bool) -> Op:
    if change.old is not None and change.old.id != change.id:
        return Op.RENAMED
    if is_moved:
        return Op.MOVED_EDITED if change.is_edited else Op.MOVED
    return Op.EDITED if change.is_edited else Op.UNCHANGED


def _flagged(change: Change, context: Context, rulings: Mapping[tuple[str, str], Ruling]) -> Change:
    if change.op is Op.UNCHANGED:
        return change
    name = digest(change)
    return replace(
        change,
        evidence=evidence(change, context),
        digest=name,
        ruling=rulings.get((change.id, name)),
    )


def _variables(old: Reading, new: Reading, changes: Sequence[Change]) -> Iterator[VariableChange]:
    """The variables with another value that a reader sees somewhere."""
    showing: dict[str, list[str]] = {}
    for change in changes:
        for each in change.evidence:
            if each.flag is Flag.VARIABELE:
                for name in each.new:
                    showing.setdefault(name, []).append(change.id)
    for name in dict.fromkeys([*new.variables, *old.variables]):
        was, now = old.variables.get(name), new.variables.get(name)
        if was != now and name in showing:
            yield VariableChange(name, was, now, tuple(showing[name]))
