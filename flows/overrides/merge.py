"""National text and a province file make one position, in which every piece knows where it came from."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from flows.overrides.resolve import Resolved
from flows.positions.editions import Block, Chapter, Edition
from flows.positions.merged import (
    Addition,
    Layer,
    MergedBlock,
    MergedChapter,
    MergedTheme,
    Origin,
    Position,
)
from flows.positions.provinces import Override, Province, ProvinceEdition, Verb


def merge(edition: Edition, own: ProvinceEdition, resolved: Sequence[Resolved]) -> Position:
    """Apply a province's overrides to an edition.

    Args:
        edition: The national layer, which stays as it is.
        own: What the province says; with no overrides, the national text comes out unchanged.
        resolved: Its overrides with their targets, as `flows.overrides.resolve` finds them in `edition`.
    """
    chapters = tuple(_chapter(chapter, resolved, own.province) for chapter in edition.chapters)
    return Position(edition, own.province, own.variables, chapters)


def unmerged(edition: Edition) -> Position:
    """The national text by itself, as a position of no province; variables have their national values."""
    nobody = Province("", "", (), {}, {}, None)
    defaults = {name: each.default for name, each in edition.variables.items() if each.default is not None}
    return merge(edition, ProvinceEdition(nobody, edition.name, defaults, (), ""), ())


def _chapter(chapter: Chapter, resolved: Sequence[Resolved], province: Province) -> MergedChapter:
    return MergedChapter(
        chapter,
        tuple(_merged(chapter.blocks, resolved, province)),
        tuple(
            MergedTheme(theme, tuple(_merged(theme.blocks, resolved, province))) for theme in chapter.themes
        ),
    )


def _merged(
    blocks: Iterable[Block], resolved: Sequence[Resolved], province: Province
) -> Iterator[MergedBlock]:
    """The blocks of one list with what the province did to them; the verbs act in the order of `Verb`."""
    for block in blocks:
        mine = [each.override for each in resolved if each.target.id == block.id]
        yield from _inserted(mine, before=True)
        if not any(entry.verb is Verb.REMOVE for entry in mine):
            yield _overridden(block, mine, province)
        yield from _inserted(mine, before=False)


def _inserted(entries: Iterable[Override], *, before: bool) -> Iterator[MergedBlock]:
    for entry in entries:
        if entry.verb is Verb.INSERT and entry.before is before and entry.block is not None:
            yield MergedBlock(entry.block, _origin(entry))


def _overridden(block: Block, entries: Sequence[Override], province: Province) -> MergedBlock:
    additions = tuple(
        Addition(entry.text, _origin(entry), entry.span("text"))
        for entry in entries
        if entry.verb is Verb.APPEND and entry.text is not None
    )
    for entry in entries:
        if entry.verb in (Verb.FILL, Verb.REPLACE) and entry.block is not None:
            own = replace(
                entry.block, id=block.id, slot=block.slot, required=block.required, aliases=block.aliases
            )
            return MergedBlock(own, _origin(entry), additions)
    if block.supplied_by == "province.contact" and province.contact is not None:
        return _supplied(block, province)
    return MergedBlock(block, Origin(Layer.NATIONAL, block.place), additions)


def _supplied(block: Block, province: Province) -> MergedBlock:
    """A slot that takes the contact of the province file."""
    spans = {path[1:]: span for path, span in province.places.items() if path[:1] == ("contact",)}
    place = spans[()].place
    filled = replace(block, body=province.contact, place=place, spans=spans)
    return MergedBlock(filled, Origin(Layer.PROVINCE, place))


def _origin(entry: Override) -> Origin:
    return Origin(Layer.PROVINCE, entry.place, entry.verb)
