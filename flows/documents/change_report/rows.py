"""The redline of a change report: a row for every part of the text, with what is told about it."""

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from typing import Any

from flows.changes.passages import passages_of
from flows.changes.records import Change, Evidence, FieldChange, Flag, Op, Row, Ruling, Side
from flows.changes.redlined import one_sided, redlined
from flows.changes.words import Mark
from flows.documents.change_report.page_words import WORDS
from flows.documents.change_report.story import Story, row_anchor
from flows.documents.elements import Element, Tree, div, inlines, link, para, strong, table
from flows.documents.readings import CHAPTER, SLOT, THEME
from flows.positions.written_fields import TO_BE_CONFIRMED

_LEVELS = {CHAPTER: "1", THEME: "2"}


def rows(story: Story, titles: Mapping[str, str]) -> Tree:
    """A ``change`` box for every row of the comparison, as `Report` describes it."""
    return [_row(row, story, titles) for row in story.comparison.rows]


def _row(row: Row, story: Story, titles: Mapping[str, str]) -> Element:
    change, side = row.change, row.side
    displaced = side is not Side.BOTH and change.old is not None and change.new is not None
    attributes = {
        "op": str(change.op),
        "kind": change.kind,
        "flags": " ".join(change.flags),
        "side": str(side),
        "digest": change.digest,
        "block": change.id,
    }
    if change.kind in _LEVELS:
        attributes["level"] = _LEVELS[change.kind]
    parts = [div("head", lines)] if (lines := list(_head(row, story, titles))) else []
    parts.append(div("text", _text(change, side)))
    if displaced and side is Side.NEW:
        parts.append(div("inline", _both(change)))
    if change.fields and not (displaced and side is Side.OLD):
        parts.append(div("fields", [_fields(change.fields, story)]))
    return div("change", parts, row_anchor(change, side), **attributes)


def _text(change: Change, side: Side) -> Tree:
    """The text of a row, which resolved to one side is that side's text and nothing else."""
    if side is Side.BOTH or change.old is None or change.new is None:
        return _both(change)
    unit, mark = (change.old, Mark.REMOVED) if side is Side.OLD else (change.new, Mark.ADDED)
    return one_sided(passages_of(unit.blocks), mark)


def _both(change: Change) -> Tree:
    if change.passages:
        return redlined(change.passages)
    shown = change.new or change.old
    return [dict(block) for block in shown.blocks] if shown is not None else []


def _head(row: Row, story: Story, titles: Mapping[str, str]) -> Iterator[Element]:
    """What a reader is told beside a change, a paragraph each."""
    change = row.change
    shown = change.new or change.old
    if change.op is not Op.UNCHANGED:
        yield para([strong(story.word(f"op_{change.op}")), *inlines(_reasons(change.evidence, story))])
    yield from _where(row, story, titles)
    yield from _relatives(change, story)
    if shown is not None and shown.own:
        yield para(story.word(f"own_{shown.own}"))
    elif change.kind == SLOT:
        yield para(story.word("slot"))
    if change.ruling is not None:
        yield from _ruling(change.ruling, story)
    if change.op is not Op.UNCHANGED:
        yield para(story.word("reference", block=change.id, digest=change.digest))


def _reasons(found: Sequence[Evidence], story: Story) -> str:
    reasons = [_reason(each, story) for each in found]
    return f": {'; '.join(reasons)}" if reasons else ""


def _reason(each: Evidence, story: Story) -> str:
    label = story.word(f"flag_{each.flag}")
    old, new = (", ".join(words) for words in (each.old, each.new))
    if each.flag in (Flag.AFWIJKING_GERAAKT, Flag.VERTALING_VEROUDERD):
        return f"{label} ({new})"
    if not old and not new:
        return label
    nothing = story.word("nothing")
    return f"{label} ({story.word('arrow', old=old or nothing, new=new or nothing)})"


def _where(row: Row, story: Story, titles: Mapping[str, str]) -> Iterator[Element]:
    change = row.change
    if row.side is Side.BOTH or change.old is None or change.new is None:
        return
    there = Side.OLD if row.side is Side.NEW else Side.NEW
    unit = change.old if there is Side.OLD else change.new
    above = unit.path[-1] if unit.path else unit.id
    place = titles.get(above, above)
    before, after = story.around("moved_from" if there is Side.OLD else "moved_to", "place")
    yield para([*inlines(before), link(place, f"#{row_anchor(change, there)}"), *inlines(after)])


def _relatives(change: Change, story: Story) -> Iterator[Element]:
    if change.old is not None and change.new is not None and change.old.id != change.new.id:
        if change.declared:
            yield para(story.word("renamed", old=change.old.id))
        else:
            percent = round(100 * (change.similarity or 0))
            told = story.word("renamed_proposed", old=change.old.id, new=change.new.id, percent=percent)
            yield para(told)
    if change.parts:
        is_whole = (change.old if change.op is Op.SPLIT else change.new) is not None
        name = str(change.op) if is_whole else f"{change.op}_piece"
        yield para(story.word(name, parts=", ".join(change.parts)))


def _ruling(ruling: Ruling, story: Story) -> Iterator[Element]:
    for name, flags in (("ruling_drop", ruling.drop), ("ruling_add", ruling.add)):
        if flags:
            yield para(story.word(name, flags=", ".join(story.word(f"flag_{flag}") for flag in flags)))
    yield para(story.word("ruling_reason", reason=ruling.reason))
    if ruling.by:
        yield para(story.word("ruling_by", by=ruling.by))


def _fields(changes: Sequence[FieldChange], story: Story) -> Element:
    heads = [story.word(name) for name in ("field", "field_old", "field_new")]
    return table(heads, [_field(each, story) for each in changes], "AlignLeft")


def _field(change: FieldChange, story: Story) -> tuple[str, str, str]:
    name, _, detail = change.name.partition(".")
    label = story.word(f"field_{name}") + (f" ({detail})" if detail else "")
    return label, _shown(name, change.old, story), _shown(name, change.new, story)


def _shown(name: str, value: Any, story: Story) -> str:
    """A value in the report's own words, or as the language of the text writes it."""
    if value is None or isinstance(value, bool):
        return story.word({None: "nothing", True: "yes", False: "no"}[value])
    if name == "kind":
        return WORDS[story.speaks][f"kind_{value}"]
    if name in ("as_of", "election_date") and value != TO_BE_CONFIRMED:
        return story.language.date(value)
    return story.language.number(Decimal(value)) if name == "data" else str(value)
