"""What stands before the redline of a change report: numbers, names, the matrix, and what to decide."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence

from flows.changes.effects import Effect, most_urgent
from flows.changes.records import Change, Flag, Op
from flows.documents.change_report.report import ADDED, REMOVED
from flows.documents.change_report.story import Consequence, Member, Story, anchor, excerpt
from flows.documents.elements import (
    Element,
    Tree,
    bullets,
    code,
    div,
    header,
    inlines,
    link,
    para,
    plain,
    span,
    table,
)
from flows.documents.readings import HEADINGS
from flows.positions.provinces import Verb

SIGNS: Mapping[Effect, str] = {
    Effect.UNTOUCHED: "·",
    Effect.INHERITS: "↓",
    Effect.STALE: "!",
    Effect.DECIDED: "=",
    Effect.OWN_CHANGED: "~",
    Effect.DROPPED: "−",
    Effect.NEW_OWN: "+",
    Effect.LOST: "×",
}
"""One character a state, for the cells of the matrix; its legend has the words."""


def summary(story: Story) -> Element:
    """How much changed, what happened, and why a reader should look."""
    changes = story.comparison.changes()
    changed = [each for each in changes if each.op is not Op.UNCHANGED]
    substantive = sum(each.is_substantive for each in changed)
    lead = story.word("summary_lead", changed=len(changed), all=len(changes), substantive=substantive)
    ops = Counter(each.op for each in changes)
    flags = Counter(flag for each in changes for flag in each.flags)
    happened = [(story.word(f"op_{op}"), ops[op]) for op in Op if ops[op]]
    why = [(story.word(f"flag_{flag}"), flags[flag]) for flag in Flag if flags[flag]]
    tables = [*_counts("summary_op", happened, story), *_counts("summary_flag", why, story)]
    return div("summary", [_title("summary", story), para(lead), *tables])


def _title(name: str, story: Story) -> Element:
    return header(1, story.word(name), name)


def _counts(title: str, rows: Sequence[tuple[str, int]], story: Story) -> Tree:
    heads = (story.word(title), story.word("summary_count"))
    return [table(heads, [(label, str(count)) for label, count in rows])] if rows else []


def variables(story: Story) -> Tree:
    """The values that changed, each once, with the places where it stands; nothing where none did."""
    by_id = {each.id: each for each in story.comparison.changes()}
    items: list[Tree] = []
    for each in story.comparison.variables:
        words = [code(each.name), *inlines(": ")]
        words += _marked(REMOVED, each.old) + _marked(ADDED, each.new)
        places = [_link(by_id[name]) for name in each.units if name in by_id]
        items.append([para(words), *([para(_listed("variable_places", places, story))] if places else [])])
    if not items:
        return []
    lead = para(story.word("variables_lead"))
    return [div("variables", [_title("variables", story), lead, bullets(items)])]


def _marked(mark: str, value: str | None) -> Tree:
    return [span(mark, value), {"t": "Space"}] if value is not None else []


def _listed(name: str, links: Sequence[Element], story: Story) -> Tree:
    before, after = story.around(name, "places")
    between = [part for each in links for part in (each, *inlines(", "))][:-2]
    return [*inlines(before), *between, *inlines(after)]


def matrix(story: Story, titles: Mapping[str, str]) -> Tree:
    """Themes by provinces: in each cell the most urgent consequence; nothing in the report of a province."""
    if not story.is_national:
        return []
    where = _places(story.comparison.changes())
    subjects = list(dict.fromkeys(where.values()))
    cells = {member.slug: _by_place(story.consequences[member.slug], where) for member in story.members}
    rows = [[inlines(titles.get(each, each)), *_states(each, cells, story)] for each in subjects]
    heads = [story.word("matrix_theme"), *(each.letters for each in story.members)]
    shown = {state for found in cells.values() for state in found.values()} | {Effect.UNTOUCHED}
    legend = [[plain(_signed(effect, story))] for effect in reversed(Effect) if effect in shown]
    names = ", ".join(f"{each.letters} {each.name}" for each in story.members)
    parts = [_title("matrix", story), table(heads, rows, "AlignCenter")]
    return [div("matrix", [*parts, div("legend", [bullets(legend), para(f"{names}.")])])]


def _states(subject: str, cells: Mapping[str, Mapping[str, Effect]], story: Story) -> list[Tree]:
    return [[_state(found.get(subject, Effect.UNTOUCHED), story)] for found in cells.values()]


def _places(changes: Iterable[Change]) -> Mapping[str, str]:
    """The theme, or else the chapter, of every block."""
    found: dict[str, str] = {}
    for each in changes:
        unit = each.new or each.old
        if unit is not None and unit.kind not in HEADINGS:
            found[each.id] = unit.path[-1]
    return found


def _by_place(found: Sequence[Consequence], where: Mapping[str, str]) -> dict[str, Effect]:
    """The most urgent consequence in each place."""
    effects: dict[str, list[Effect]] = {}
    for each in found:
        if each.block in where:
            effects.setdefault(where[each.block], []).append(each.effect)
    return {place: most_urgent(here) for place, here in effects.items()}


def _state(effect: Effect, story: Story) -> Element:
    return span("state", SIGNS[effect], name=str(effect), title=story.word(f"effect_{effect}"))


def _signed(effect: Effect, story: Story) -> Tree:
    return [_state(effect, story), *inlines(f" {story.word(f'effect_{effect}')}")]


def effects(story: Story) -> Element:
    """What the changes mean for each override of each province."""
    name = "effects" if story.is_national else "effects_own"
    by_id = {each.id: each for each in story.comparison.changes()}
    blocks: Tree = []
    for member in story.members:
        lines = [
            [plain(_told(each, by_id, story))] for each in story.consequences[member.slug] if _speaks(each)
        ]
        if story.is_national and lines:
            blocks.append(header(2, member.name, f"effects-{member.slug}"))
        blocks += [bullets(lines)] if lines else []
    return div(
        "effects", [header(1, story.word(name), "effects"), *(blocks or [para(story.word("effects_none"))])]
    )


def _speaks(each: Consequence) -> bool:
    """Whether a consequence is about a text of the province itself."""
    return bool(each.verb) and each.effect is not Effect.UNTOUCHED


def _told(each: Consequence, by_id: Mapping[str, Change], story: Story) -> Tree:
    return [*_linked(each, by_id), *inlines(": "), *_signed(each.effect, story)]


def _linked(each: Consequence, by_id: Mapping[str, Change]) -> Tree:
    """The first words of a block, as a link to it where this report shows it."""
    change = by_id.get(each.block)
    return [_link(change)] if change is not None else inlines(excerpt(each.national))


def _link(change: Change) -> Element:
    return link(excerpt(change), f"#{anchor(change)}")


def decisions(story: Story) -> Element:
    """What somebody has to decide, before anything else."""
    found = list(_decisions_of_all(story) if story.is_national else _decisions_of_one(story))
    found += list(_decisions_about_text(story))
    boxes = [div("decision", [each]) for each in found]
    return div("decisions", [_title("decisions", story), *(boxes or [para(story.word("decisions_none"))])])


def _decisions_of_all(story: Story) -> Iterator[Element]:
    for member in story.members:
        count = sum(each.effect is Effect.STALE for each in story.consequences[member.slug])
        if count:
            yield _province_decision(member, count, story)


def _province_decision(member: Member, count: int, story: Story) -> Element:
    name = "decide_province" if count == 1 else "decide_provinces"
    _, after = story.around(name, "name", count=count)
    return para([link(member.name, f"#effects-{member.slug}"), *inlines(after)])


_ASKED: Mapping[Effect, str] = {
    Effect.STALE: "decide_stale",
    Effect.LOST: "decide_lost",
    Effect.DROPPED: "decide_dropped",
}


def _decisions_of_one(story: Story) -> Iterator[Element]:
    by_id = {each.id: each for each in story.comparison.changes()}
    for each in story.consequences.get(story.subject, ()):
        if each.effect in _ASKED:
            is_stale = each.effect is Effect.STALE
            key = "decide_left_out" if is_stale and each.verb == Verb.REMOVE else _ASKED[each.effect]
            asked = _asked(key, _linked(each, by_id), story)
            if is_stale:
                edition = story.new.partition("@")[0].partition("/")[0]
                command = f"standpunt accept {story.subject} {each.block} --edition {edition}"
                asked += [{"t": "Space"}, code(command)]
            yield para(asked)


def _decisions_about_text(story: Story) -> Iterator[Element]:
    for change in story.comparison.changes():
        if Flag.VRAAG_NIEUW in change.flags:
            yield para(_asked("decide_ask_new", [_link(change)], story))
        elif Flag.VRAAG_VERVALLEN in change.flags:
            yield para(_asked("decide_ask_gone", [_link(change)], story))
        elif not change.declared and change.old is not None:
            yield para(_asked("decide_rename", [_link(change)], story, old=change.old.id))


def _asked(key: str, part: Tree, story: Story, **values: object) -> Tree:
    """A question about a part of the text."""
    before, after = story.around(key, "part", **values)
    return [*inlines(f"{before}“"), *part, *inlines(f"”{after}")]
