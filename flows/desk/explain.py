"""Where each sentence of a province's position comes from, and why."""

from collections.abc import Iterator
from dataclasses import dataclass

from flows.desk.opening.editions import OpenEdition, UnknownName
from flows.desk.opening.provincial import Provincial
from flows.desk.opening.standings import readable
from flows.overrides.staleness import State
from flows.positions.merged import Layer, MergedBlock, Origin
from flows.positions.provinces import Override, Verb
from flows.positions.targets import Targets
from flows.problems.codes import problem
from flows.problems.records import Place
from flows.wording.names import nearest


@dataclass(frozen=True, slots=True)
class Piece:
    """A piece of text and who put it there.

    Attributes:
        layer: National or province.
        verb: What the province did; None for a text that stands as it was written.
        place: Where it is written.
        text: The text as written, variables intact; empty for a removed block or an empty slot.
        reason: Why, as far as the province file says so.
        state: How an override stands against today's national text, where that applies.
    """

    layer: Layer
    verb: Verb | None
    place: Place
    text: str
    reason: str | None = None
    state: State | None = None


@dataclass(frozen=True, slots=True)
class Explanation:
    """One block of a province's position, piece by piece; a removed block has the piece that removed it."""

    block: str
    kind: str
    chapter: str
    theme: str | None
    pieces: tuple[Piece, ...]


def explain(opened: OpenEdition, slug: str, block: str | None) -> tuple[Explanation, ...]:
    """Explain a whole position, or one block of it.

    Raises:
        UnknownName: The province has no such block.
    """
    one = next(each for each in opened.provinces if each.slug == slug)
    found = tuple(_explanations(one, opened.national.targets))
    if block is None:
        return found
    national = opened.national.targets.find(block)
    wanted = {block, national.id if national is not None else block}
    chosen = tuple(each for each in found if each.block in wanted)
    if not chosen:
        known = [each.block for each in found]
        raise UnknownName(
            problem("SP903", None, id=block, edition=opened.national.name, nearest=nearest(block, known))
        )
    return chosen


def _explanations(one: Provincial, targets: Targets) -> Iterator[Explanation]:
    if one.position is None or one.own is None:
        return
    overrides = {entry.place: entry for entry in one.own.overrides}
    states = {each.resolved.override.place: each.state for each in one.standings}
    for chapter in one.position.chapters:
        for theme_id, blocks in ((None, chapter.blocks), *((t.theme.id, t.blocks) for t in chapter.themes)):
            for merged in blocks:
                pieces = tuple(_pieces(merged, overrides, states))
                kind = merged.block.kind.value
                yield Explanation(merged.block.id, kind, chapter.chapter.id, theme_id, pieces)
    for entry in one.own.overrides:
        target = targets.find(entry.target)
        if entry.verb is Verb.REMOVE and target is not None:
            piece = Piece(Layer.PROVINCE, entry.verb, entry.place, "", entry.reason, states.get(entry.place))
            yield Explanation(target.id, target.kind.value, "", None, (piece,))


def _pieces(
    merged: MergedBlock, overrides: dict[Place, Override], states: dict[Place, State]
) -> Iterator[Piece]:
    yield _piece(merged.origin, readable(merged.block), overrides, states)
    for addition in merged.additions:
        yield _piece(addition.origin, addition.text, overrides, states)


def _piece(origin: Origin, text: str, overrides: dict[Place, Override], states: dict[Place, State]) -> Piece:
    entry = overrides.get(origin.place)
    reason = entry.reason if entry is not None else None
    return Piece(origin.layer, origin.verb, origin.place, text, reason, states.get(origin.place))
