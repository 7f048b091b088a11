"""What changed between two versions of a unit's text: paragraph by paragraph, then word by word."""

from collections.abc import Iterable, Iterator, Sequence

from flows.changes.increasing import heaviest_increasing
from flows.changes.likeness import likeness, words_of
from flows.changes.places import Place, places, together
from flows.changes.readings import Passage, Token
from flows.changes.records import PassageChange, TextOp
from flows.changes.sequences import shared_ends, shared_runs
from flows.changes.words import Mark, is_word, runs

ALIKE = 0.4
"""From this likeness on, two paragraphs are one that was edited; below it, a word diff is confetti."""
_NEAR = 30
"""How many paragraphs around its own place the partner of a paragraph is looked for."""

_Pair = tuple[int, int]


def passage_changes(old: Sequence[Passage], new: Sequence[Passage]) -> tuple[PassageChange, ...]:
    """Both texts in one order; the old ones among them make the old text, the new ones the new text."""
    old_places, new_places = places(old), places(new)
    pairs = list(_fitting(_pairs(old, new), old_places, new_places))
    found: list[PassageChange] = []
    for before, after in zip([None, *pairs], [*pairs, None], strict=True):
        found += _between(before, after, (old, new), (old_places, new_places))
        if after is not None:
            found.append(_edited(old[after[0]], new[after[1]]))
    return tuple(found)


def one_side(passages: Iterable[Passage], mark: Mark) -> tuple[PassageChange, ...]:
    """A whole text as added or removed."""
    return tuple(_single(passage, mark) for passage in passages)


def text_ops(old: Sequence[Token], new: Sequence[Token]) -> tuple[TextOp, ...]:
    """The runs of tokens that turn one paragraph into another."""
    return tuple(TextOp(mark, tuple(tokens)) for mark, tokens in runs(old, new, _is_word))


def cells(tokens: Sequence[Token]) -> list[list[Token]]:
    """The cells of a row."""
    found: list[list[Token]] = [[]]
    for token in tokens:
        if token.text == "\t":
            found.append([])
        else:
            found[-1].append(token)
    return found


def _is_word(token: Token) -> bool:
    return is_word(token.text)


def _edited(old: Passage, new: Passage) -> PassageChange:
    if old.tokens == new.tokens:
        ops: tuple[TextOp, ...] = (TextOp(Mark.SAME, new.tokens),) if new.tokens else ()
    elif old.shape[-1].endswith("row"):
        ops = tuple(_row_ops(cells(old.tokens), cells(new.tokens)))
    else:
        ops = text_ops(old.tokens, new.tokens)
    return PassageChange(old, new, ops)


def _row_ops(old: Sequence[Sequence[Token]], new: Sequence[Sequence[Token]]) -> Iterator[TextOp]:
    for number, (before, after) in enumerate(zip(old, new, strict=True)):
        if number:
            yield TextOp(Mark.SAME, (Token("\t"),))
        yield from text_ops(before, after)


def _single(passage: Passage, mark: Mark) -> PassageChange:
    ops = (TextOp(mark, passage.tokens),) if passage.tokens else ()
    return PassageChange(passage, None, ops) if mark is Mark.REMOVED else PassageChange(None, passage, ops)


def _pairs(old: Sequence[Passage], new: Sequence[Passage]) -> Iterator[_Pair]:
    """The paragraphs that stand in both texts, equal or edited, in order."""
    head, tail = shared_ends([_key(each) for each in old], [_key(each) for each in new])
    yield from ((at, at) for at in range(head))
    before, after = old[head : len(old) - tail], new[head : len(new) - tail]
    yield from ((head + old_at, head + new_at) for old_at, new_at in _aligned(before, after))
    yield from ((len(old) - at, len(new) - at) for at in range(tail, 0, -1))


def _key(passage: Passage) -> tuple[object, ...]:
    return passage.part, passage.shape, passage.tokens


def _aligned(old: Sequence[Passage], new: Sequence[Passage]) -> Iterator[_Pair]:
    if not old or not new:
        return
    # Two paragraphs that are left over differ; most edited units have no more than that.
    keys = [[_key(each) for each in side] for side in (old, new)]
    equal = () if len(old) == len(new) == 1 else shared_runs(*keys)
    gone = come = 0
    for old_at, new_at, size in (*equal, (len(old), len(new), 0)):
        edited = _similar(old[gone:old_at], new[come:new_at])
        yield from ((gone + old_from, come + new_from) for old_from, new_from in edited)
        yield from ((old_at + step, new_at + step) for step in range(size))
        gone, come = old_at + size, new_at + size


def _similar(old: Sequence[Passage], new: Sequence[Passage]) -> list[_Pair]:
    """The edited paragraphs of a gap: the likest partners first, without crossing each other."""
    candidates = sorted(_candidates(old, new), reverse=True)
    taken: dict[int, int] = {}
    weights: dict[int, float] = {}
    for alike, old_back, new_back in candidates:
        old_at, new_at = -old_back, -new_back
        if old_at not in taken and new_at not in weights:
            taken[old_at] = new_at
            weights[new_at] = alike
    pairs = sorted(taken.items())
    kept = heaviest_increasing([new_at for _, new_at in pairs], [weights[new_at] for _, new_at in pairs])
    return [pairs[at] for at in kept]


def _candidates(old: Sequence[Passage], new: Sequence[Passage]) -> Iterator[tuple[float, int, int]]:
    """Likeness and (negated, so that the earlier sorts as the better) places of possible partners."""
    before, after = ([_subject(each) for each in side] for side in (old, new))
    for old_at, (old_kind, old_words) in enumerate(before):
        middle = old_at * len(new) // len(old)
        for new_at in range(max(0, middle - _NEAR), min(len(new), middle + _NEAR + 1)):
            new_kind, new_words = after[new_at]
            alike = likeness(old_words, new_words) if old_kind == new_kind else 0.0
            if alike >= ALIKE:
                yield alike, -old_at, -new_at


def _subject(passage: Passage) -> tuple[tuple[object, ...], list[str]]:
    """What a paragraph has in common with its partner, and the words in which they are alike.

    A row is known by its first cell, and the head of a table is its head whatever it says.
    """
    if not passage.shape[-1].endswith("row"):
        return (passage.part, passage.shape), words_of(passage.tokens)
    label, *others = cells(passage.tokens)
    words = [] if passage.shape[-1] == "head-row" else words_of(label)
    return (passage.part, passage.shape, len(others)), words


def _fitting(
    pairs: Iterable[_Pair], old_places: Sequence[Place], new_places: Sequence[Place]
) -> Iterator[_Pair]:
    """The pairs that keep items whole: no item of one text may lie in two items of the other."""
    there: dict[int, int] = {}
    back: dict[int, int] = {}
    for old_at, new_at in pairs:
        around = list(zip(old_places[old_at], new_places[new_at], strict=True))
        if all(there.get(was, now) == now and back.get(now, was) == was for was, now in around):
            there.update(around)
            back.update((now, was) for was, now in around)
            yield old_at, new_at


def _between(
    before: _Pair | None,
    after: _Pair | None,
    texts: tuple[Sequence[Passage], Sequence[Passage]],
    found_places: tuple[Sequence[Place], Sequence[Place]],
) -> Iterator[PassageChange]:
    """The paragraphs of one side between two that both sides have, those of one item together."""
    ranked: list[tuple[int, int, int]] = []
    for side, around in enumerate(found_places):
        start = 0 if before is None else before[side] + 1
        end = len(around) if after is None else after[side]
        edges = () if before is None else around[before[side]], () if after is None else around[after[side]]
        ranked += [(_rank(around[at], *edges), side, at) for at in range(start, end)]
    for _, side, at in sorted(ranked):
        yield _single(texts[side][at], Mark.ADDED if side else Mark.REMOVED)


def _rank(place: Place, before: Place, after: Place) -> int:
    """Below zero beside what went before, above zero beside what comes after, the closer the further."""
    common = together(before, after)
    if (shared := together(place, before)) > common:
        return common - shared
    return max(0, together(place, after) - common)
