"""Units that were cut up or put together: where the words of a new unit stood before."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import pairwise

from flows.changes.likeness import Shelf, words_of
from flows.changes.records import Change, Op
from flows.changes.words import Mark

STOOD_THERE = 0.6
"""A unit is a piece of another one when this share of its pairs of neighbouring words stood there.

Single words will not do: a long text holds most words of any short one, and even in the same order.
"""
_SHORT = 8
"""Fewer words than this can stand anywhere by chance."""


def with_pieces(changes: Sequence[Change]) -> list[Change]:
    """The same changes; those of split and joined units say so.

    A unit was split when words that were taken from it are a unit of their own now, joined when another
    unit's words were put into it. What moved keeps its operation.
    """
    found = _marked(changes, Op.SPLIT, Op.ADDED, Op.REMOVED, Mark.REMOVED)
    return _marked(found, Op.JOINED, Op.REMOVED, Op.ADDED, Mark.ADDED)


def families(changes: Sequence[Change]) -> Mapping[str, tuple[Change, ...]]:
    """A whole and its pieces, in the order of the changes, for the id of each of them.

    Together they have the same words on both sides, as far as nobody changed those.
    """
    members: dict[tuple[Op, str], list[Change]] = {}
    for each in changes:
        if each.op in (Op.SPLIT, Op.JOINED):
            is_piece = len(each.parts) == 1
            name = each.parts[0] if is_piece else _other_id(each, each.op)
            members.setdefault((each.op, name), []).append(each)
    return {each.id: tuple(mine) for mine in members.values() for each in mine}


def _marked(changes: Sequence[Change], op: Op, piece: Op, whole: Op, mark: Mark) -> list[Change]:
    """The changes in which `op` is found.

    Args:
        changes: Every change.
        op: Split or joined.
        piece: What happened to the pieces: for a split unit they were added.
        whole: What happened to a whole of which nothing is left: for a split unit it was removed.
        mark: Where the words of the pieces stand in the whole.
    """
    if not any(each.op is piece for each in changes):
        return list(changes)
    words = {each.id: _words(each, mark) for each in changes if each.op in (whole, Op.EDITED, Op.RENAMED)}
    shelf = Shelf({name: text for name, text in words.items() if len(text) >= _SHORT})
    pieces: dict[str, list[str]] = {}
    for each in changes:
        name = _whole(_words(each, None), shelf, words) if each.op is piece else ""
        if name:
            pieces.setdefault(name, []).append(each.id)
    return list(_renamed(changes, op, whole, pieces))


def _renamed(
    changes: Iterable[Change], op: Op, whole: Op, pieces: Mapping[str, Sequence[str]]
) -> Iterator[Change]:
    gone = {each.id for each in changes if each.op is whole and len(pieces.get(each.id, ())) == 1}
    whole_of = {piece: name for name, found in pieces.items() if name not in gone for piece in found}
    other = {each.id: _other_id(each, op) for each in changes}
    for each in changes:
        if each.id in whole_of:
            yield replace(each, op=op, parts=(other[whole_of[each.id]],))
        elif each.id in pieces and each.id not in gone:
            own = () if each.op is whole else (_own_id(each, op),)
            yield replace(each, op=op, parts=(*own, *pieces[each.id]))
        else:
            yield each


def _own_id(change: Change, op: Op) -> str:
    """The id of what is left of a whole, on the side of its pieces."""
    unit = change.new if op is Op.SPLIT else change.old
    return change.id if unit is None else unit.id


def _other_id(change: Change, op: Op) -> str:
    """The id of a whole, on the side where it is whole."""
    unit = change.old if op is Op.SPLIT else change.new
    return change.id if unit is None else unit.id


def _whole(words: Sequence[str], shelf: Shelf, texts: Mapping[str, Sequence[str]]) -> str:
    """The unit in which most words of a piece stand, or nothing."""
    if len(words) < _SHORT:
        return ""
    pairs = set(pairwise(words))
    near = [
        (len(pairs & set(pairwise(texts[name]))), name)
        for name, shared in shelf.nearest(words)
        if shared >= STOOD_THERE * len(words)
    ]
    best, name = max(near, default=(0, ""))
    return name if best >= STOOD_THERE * len(pairs) else ""


def _words(change: Change, mark: Mark | None) -> list[str]:
    """The words of a change with one mark, or all of them."""
    tokens = (
        token
        for each in change.passages
        for op in each.ops
        if mark is None or op.mark is mark
        for token in op.tokens
    )
    return words_of(tokens)
