"""Why a reader should look at a change, or need not: its flags, each with what shows it."""

import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import groupby

from flows.changes.digests import variable_values
from flows.changes.modal_words import modal_words
from flows.changes.numbers import numbers
from flows.changes.readings import Passage, Token
from flows.changes.records import Change, Evidence, Flag, Op
from flows.changes.words import Mark, is_word

_DASHES = r"\-‐‑‒–—―"
_FREE = rf"[\s.,;:!?…·()\[\]'\"‘’‚‛“”„‟‹›«»`´_{_DASHES}]+"
_FOLDED = re.compile(_FREE)
"""What may change without changing what a text says: spaces, quotation marks, dashes, punctuation."""
_BETWEEN_DIGITS = re.compile(rf"(?<=\d){_FREE}(?=\d)")
_DASH = re.compile(f"[{_DASHES}]")
_ADDRESSES = ("link:", "image:")

Names = Mapping[str, tuple[str, ...]]
"""Provinces or languages by the id of a block."""


def evidence(change: Change, language: str, overridden: Names, untranslated: Names) -> tuple[Evidence, ...]:
    """The flags of a change, in the order of `Flag`.

    Args:
        change: The change, without its evidence.
        language: Code of the language of both texts.
        overridden: Provinces with an override on a block, by its id.
        untranslated: Languages whose translation of a block is of an older text, by its id.
    """
    return tuple(_found(change, _Sides(change), language, overridden, untranslated))


class _Sides:
    """The paragraphs of both sides of a change."""

    def __init__(self, change: Change) -> None:
        self.old = [each.old for each in change.passages if each.old is not None]
        self.new = [each.new for each in change.passages if each.new is not None]

    def both(self, of: Callable[[Sequence[Passage]], Counter[str]]) -> tuple[Counter[str], Counter[str]]:
        """What the old side has and the new one has not, and the other way round."""
        old, new = of(self.old), of(self.new)
        return old - new, new - old


def _found(
    change: Change, sides: _Sides, language: str, overridden: Names, untranslated: Names
) -> Iterator[Evidence]:
    two_sided = change.old is not None and change.new is not None
    number = _numbers(change, sides, language)
    address = _differing(Flag.LINK, *sides.both(_addresses))
    look = _look(change, sides) if two_sided else None
    variable = _variables(sides) if two_sided else None
    harmless = two_sided and not change.fields and not (number or address or look or variable)
    if harmless and change.passages and _folded(sides.old) == _folded(sides.new):
        yield Evidence(Flag.REDACTIONEEL)
    if number is not None:
        yield number
    modal = _differing(Flag.MODALITEIT, *sides.both(lambda text: modal_words(_text(text), language)))
    if modal is not None and two_sided:
        yield modal
    yield from _asks(change)
    yield from (each for each in (address, look, variable) if each is not None)
    if change.is_edited:
        yield from _elsewhere(Flag.AFWIJKING_GERAAKT, change, overridden)
        yield from _elsewhere(Flag.VERTALING_VEROUDERD, change, untranslated)


def _differing(flag: Flag, gone: Counter[str], come: Counter[str]) -> Evidence | None:
    return Evidence(flag, tuple(gone), tuple(come)) if gone or come else None


def _numbers(change: Change, sides: _Sides, language: str) -> Evidence | None:
    """Numbers that differ, in the text and in structured values; in another order they differ, too."""
    texts = [(_text(sides.old), _text(sides.new))]
    texts += [(str(field.old or ""), str(field.new or "")) for field in change.fields]
    old: dict[str, None] = {}
    new: dict[str, None] = {}
    for pair in texts:
        before, after = ([*numbers(text, language)] for text in pair)
        was, now = ([each.meaning for each in side] for side in (before, after))
        if was == now:
            continue
        gone, come = Counter(was) - Counter(now), Counter(now) - Counter(was)
        swapped = not gone and not come
        old.update((each.written, None) for each in before if swapped or each.meaning in gone)
        new.update((each.written, None) for each in after if swapped or each.meaning in come)
    return Evidence(Flag.GETAL, tuple(old), tuple(new)) if old or new else None


def _asks(change: Change) -> Iterator[Evidence]:
    was = change.old is not None and change.old.kind == "ask"
    now = change.new is not None and change.new.kind == "ask"
    if change.op in (Op.SPLIT, Op.JOINED):
        return
    if now and not was:
        yield Evidence(Flag.VRAAG_NIEUW)
    if was and not now:
        yield Evidence(Flag.VRAAG_VERVALLEN)


def _addresses(passages: Sequence[Passage]) -> Counter[str]:
    """Addresses of links and images, each as often as it stands there."""
    found: Counter[str] = Counter()
    for passage in passages:
        runs = groupby(
            [mark for mark in token.marks if mark.startswith(_ADDRESSES)] for token in passage.tokens
        )
        found.update(mark.partition(":")[2] for marks, _ in runs for mark in marks)
    return found


def _look(change: Change, sides: _Sides) -> Evidence | None:
    """Words that stayed and lost or got weight, slant and so on; or another form, such as a list."""
    gone, come = _set_words(change, Mark.REMOVED), _set_words(change, Mark.ADDED)
    lost = tuple(dict.fromkeys(text for text, marks in gone if marks and _reset(text, marks, come, gone)))
    got = tuple(dict.fromkeys(text for text, marks in come if marks and _reset(text, marks, gone, come)))
    same_words = _folded(sides.old) == _folded(sides.new)
    reshaped = same_words and (_shapes(sides.old), _all_marks(sides.old)) != (
        _shapes(sides.new),
        _all_marks(sides.new),
    )
    return Evidence(Flag.OPMAAK, lost, got) if lost or got or reshaped else None


def _set_words(change: Change, mark: Mark) -> Counter[tuple[str, tuple[str, ...]]]:
    tokens = (token for each in change.passages for op in each.ops if op.mark is mark for token in op.tokens)
    return Counter(
        (token.text, _marks(token)) for token in tokens if is_word(token.text) and not token.variable
    )


_SetWords = Counter[tuple[str, tuple[str, ...]]]


def _reset(text: str, marks: tuple[str, ...], other: _SetWords, own: _SetWords) -> bool:
    """True where the other side has the same word in other marks, and fewer of it in these."""
    return own[text, marks] > other[text, marks] and any(
        word == text and look != marks for word, look in other
    )


def _marks(token: Token) -> tuple[str, ...]:
    return tuple(mark for mark in token.marks if not mark.startswith(_ADDRESSES))


def _shapes(passages: Sequence[Passage]) -> set[tuple[str, tuple[str, ...]]]:
    return {(passage.part, passage.shape) for passage in passages}


def _all_marks(passages: Sequence[Passage]) -> set[tuple[str, ...]]:
    return {_marks(token) for passage in passages for token in passage.tokens}


def _variables(sides: _Sides) -> Evidence | None:
    """Names of variables that both sides show, with other values."""
    old, new = variable_values(sides.old), variable_values(sides.new)
    names = tuple(name for name in new if name in old and old[name] != new[name])
    return Evidence(Flag.VARIABELE, names, names) if names else None


def _elsewhere(flag: Flag, change: Change, names: Names) -> Iterator[Evidence]:
    ids = [change.id] if change.old is None else [change.id, change.old.id]
    found = tuple(dict.fromkeys(name for each in ids for name in names.get(each, ())))
    if found:
        yield Evidence(flag, new=found)


def _text(passages: Sequence[Passage]) -> str:
    return "\n".join(passage.text for passage in passages)


def _folded(passages: Sequence[Passage]) -> dict[str, str]:
    """The text of each part without what an editor may change freely; the cells of a table stay apart."""
    found: dict[str, str] = {}
    for passage in passages:
        text = "\t".join(map(_folded_text, passage.text.split("\t")))
        found[passage.part] = found.get(passage.part, "") + text
    return found


def _folded_text(text: str) -> str:
    return _FOLDED.sub("", _BETWEEN_DIGITS.sub(_kept, text)).casefold()


def _kept(match: re.Match[str]) -> str:
    """What stays between two digits: ``1-5`` is not ``15``, and ``1 5`` is neither."""
    if _DASH.search(match[0]):
        return "~"
    return "" if match[0] in (".", ",") else "|"
