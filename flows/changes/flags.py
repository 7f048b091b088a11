"""Why a reader should look at a change, or need not: its flags, each with what shows it."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from flows.changes.digests import variable_values
from flows.changes.readings import Passage, Token
from flows.changes.records import Change, Evidence, Flag, Op, sides
from flows.changes.words import Mark, is_word
from flows.wording.characters import as_read, without_invisible
from flows.wording.modal_words import modal_words
from flows.wording.numbers import Kind, numbers

_FREE = r"[\s.,;:!?·()\[\]'\"‹›_\-]+"
_FOLDED = re.compile(_FREE)
"""What may change, as it is read, without changing what a text says: spaces, quotation marks, punctuation."""
_BETWEEN_DIGITS = re.compile(rf"(?<=\d){_FREE}(?=\d)")
_DASH = "-"
_ADDRESSES = ("link:", "image:")

Names = Mapping[str, tuple[str, ...]]
"""Provinces or languages by the id of a block."""


@dataclass(frozen=True, slots=True)
class Context:
    """What flags a change besides itself.

    Attributes:
        language: Code of the language of both texts.
        overridden: Provinces with an override on a block, by its id.
        untranslated: Languages whose translation of a block is of an older text, by its id.
        families: The other changes of a text that was cut up or put together, by the id of each of them.
    """

    language: str
    overridden: Names
    untranslated: Names
    families: Mapping[str, Sequence[Change]]


def evidence(change: Change, context: Context) -> tuple[Evidence, ...]:
    """The flags of a change without its evidence, in the order of `Flag`."""
    return tuple(_found(change, context))


def _found(change: Change, context: Context) -> Iterator[Evidence]:
    old, new = sides(change.passages)
    texts = (_text(old), _text(new))
    two_sided = change.old is not None and change.new is not None
    folded = [_folded(side, context.language) for side in (old, new)]
    same_words = two_sided and folded[0] == folded[1]
    only_cut = _is_only_cut(context.families.get(change.id, ()), context.language)
    number = _numbers(change, ("", "") if only_cut else texts, context.language)
    modal = [modal_words(as_read(text), context.language) for text in texts]
    firmness = _differing(Flag.MODALITEIT, *modal) if two_sided and not only_cut else None
    address = _differing(Flag.LINK, _addresses(old), _addresses(new)) if not only_cut else None
    look = _look(change, old, new, same_words) if two_sided else None
    variable = _variables(old, new)
    is_harmless = same_words and not (change.fields or number or address or look or variable)
    if is_harmless and change.passages:
        yield Evidence(Flag.REDACTIONEEL)
    told = (number, firmness, _asks(change), address, look, variable)
    yield from (each for each in told if each is not None)
    if change.is_edited:
        yield from _elsewhere(Flag.AFWIJKING_GERAAKT, change, context.overridden)
        yield from _elsewhere(Flag.VERTALING_VEROUDERD, change, context.untranslated)


def _is_only_cut(family: Sequence[Change], language: str) -> bool:
    """Whether a text was cut up or put together and nothing else: what one piece lost, another has."""
    old, new = sides([passage for each in family for passage in each.passages])
    same_words = _folded(old, language) == _folded(new, language)
    return bool(family) and same_words and _addresses(old) == _addresses(new)


def _differing(flag: Flag, old: Counter[str], new: Counter[str]) -> Evidence | None:
    """What one side has more of than the other."""
    gone, come = old - new, new - old
    return Evidence(flag, tuple(gone), tuple(come)) if gone or come else None


def _numbers(change: Change, texts: tuple[str, str], language: str) -> Evidence | None:
    """Numbers that differ, in the text and in structured values; in another order they differ, too."""
    fields = ((str(field.old or ""), str(field.new or "")) for field in change.fields)
    old: dict[str, None] = {}
    new: dict[str, None] = {}
    for pair in (texts, *fields):
        before, after = ([*numbers(without_invisible(text), language)] for text in pair)
        was, now = ([each.meaning for each in side] for side in (before, after))
        if was == now:
            continue
        gone, come = Counter(was) - Counter(now), Counter(now) - Counter(was)
        swapped = not gone and not come
        old.update((each.written, None) for each in before if swapped or each.meaning in gone)
        new.update((each.written, None) for each in after if swapped or each.meaning in come)
    return Evidence(Flag.GETAL, tuple(old), tuple(new)) if old or new else None


def _asks(change: Change) -> Evidence | None:
    was = change.old is not None and change.old.kind == "ask"
    now = change.new is not None and change.new.kind == "ask"
    if was == now or change.op in (Op.SPLIT, Op.JOINED):
        return None
    return Evidence(Flag.VRAAG_NIEUW if now else Flag.VRAAG_VERVALLEN)


def _addresses(passages: Sequence[Passage]) -> Counter[str]:
    """Addresses of links and images, each as often as it stands there."""
    found: Counter[str] = Counter()
    for passage in passages:
        runs = groupby(
            [mark for mark in token.marks if mark.startswith(_ADDRESSES)] for token in passage.tokens
        )
        found.update(mark.partition(":")[2] for marks, _ in runs for mark in marks)
    return found


def _look(
    change: Change, old: Sequence[Passage], new: Sequence[Passage], same_words: bool
) -> Evidence | None:
    """Words that stayed and lost or got weight, slant and so on; or another form, such as a list."""
    gone, come = _set_words(change, Mark.REMOVED), _set_words(change, Mark.ADDED)
    lost = tuple(dict.fromkeys(text for text, marks in gone if marks and _reset(text, marks, come, gone)))
    got = tuple(dict.fromkeys(text for text, marks in come if marks and _reset(text, marks, gone, come)))
    reshaped = same_words and (_shapes(old), _all_marks(old)) != (_shapes(new), _all_marks(new))
    return Evidence(Flag.OPMAAK, lost, got) if lost or got or reshaped else None


_SetWords = Counter[tuple[str, tuple[str, ...]]]
"""Words with the marks that they are set in, each as often as it stands there."""


def _set_words(change: Change, mark: Mark) -> _SetWords:
    tokens = (token for each in change.passages for op in each.ops if op.mark is mark for token in op.tokens)
    return Counter(
        (token.text, _marks(token)) for token in tokens if is_word(token.text) and not token.variable
    )


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


def _variables(old: Sequence[Passage], new: Sequence[Passage]) -> Evidence | None:
    """Names of variables that both sides show, with other values."""
    was, now = variable_values(old), variable_values(new)
    names = tuple(name for name in now if name in was and was[name] != now[name])
    return Evidence(Flag.VARIABELE, names, names) if names else None


def _elsewhere(flag: Flag, change: Change, names: Names) -> Iterator[Evidence]:
    ids = [change.id] if change.old is None else [change.id, change.old.id]
    found = tuple(dict.fromkeys(name for each in ids for name in names.get(each, ())))
    if found:
        yield Evidence(flag, new=found)


def _text(passages: Sequence[Passage]) -> str:
    return "\n".join(passage.text for passage in passages)


def _folded(passages: Sequence[Passage], language: str) -> dict[str, str]:
    """The text of each part without what an editor may change freely; the cells of a table stay apart."""
    found: dict[str, str] = {}
    for passage in passages:
        text = "\t".join(_folded_text(cell, language) for cell in passage.text.split("\t"))
        found[passage.part] = found.get(passage.part, "") + text
    return found


def _folded_text(text: str, language: str) -> str:
    return _FOLDED.sub("", _BETWEEN_DIGITS.sub(_kept, _with_values(as_read(text), language))).casefold()


def _with_values(text: str, language: str) -> str:
    """A text in which amounts stand for their value: ``15.000`` and ``15 000`` are one number."""
    pieces, at = [], 0
    for number in numbers(text, language):
        if number.kind is Kind.AMOUNT and number.digits and number.value is not None:
            start = text.index(number.digits, number.start)
            pieces += [text[at:start], str(abs(number.value))]
            at = start + len(number.digits)
    return "".join((*pieces, text[at:]))


def _kept(match: re.Match[str]) -> str:
    """What stays between two digits: ``1-5`` is not ``15``, and ``1 5`` is neither."""
    if _DASH in match[0]:
        return "~"
    return "" if match[0] in (".", ",") else "|"
