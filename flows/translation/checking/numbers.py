"""Numbers in a text and in its translation: the same values, each written as its language writes them."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from flows.wording.characters import without_invisible
from flows.wording.numbers import Kind, Number, numbers, writes_one

Written = dict[str, list[str]]
"""What is written for each value; what is no number in a language stands for itself."""


@dataclass(frozen=True, slots=True)
class Differing:
    """What the numbers of two texts do not have in common, as written.

    Attributes:
        missing: Numbers of the Dutch that are not in the translation.
        added: Numbers of the translation that are not in the Dutch.
        spelled: Numbers that one of them writes as a word.
        repeated: Numbers that both have, but not equally often.
    """

    missing: tuple[str, ...] = ()
    added: tuple[str, ...] = ()
    spelled: tuple[str, ...] = ()
    repeated: tuple[str, ...] = ()


def differing(dutch: str, translated: str, language: str) -> Differing:
    """Compare the numbers of two texts without variables, link targets and list markers.

    What is no number in Dutch, such as the version ``1.0``, has to stand in the translation as it is.
    """
    dutch, translated = without_invisible(dutch), without_invisible(translated)
    ours, theirs = [*numbers(dutch, "nl")], [*numbers(translated, language)]
    names = Counter(each.digits for each in ours if each.kind is Kind.NAME)
    written = Counter(each.digits for each in theirs)
    missing, added, spelled, repeated = list(names - written), [], [], []
    here = _by_value(each for each in ours if each.kind is not Kind.NAME)
    there = _by_value(_without(theirs, names))
    words = {each.amount for each in (*ours, *theirs) if not each.digits}
    elsewhere = (language, translated)
    for value in dict.fromkeys((*here, *there)):
        mine, yours = here.get(value, []), there.get(value, [])
        if len(mine) == len(yours):
            continue
        if mine and yours:
            repeated.append(mine[0])
        elif value in words or (value == "1" and writes_one(*(elsewhere if mine else ("nl", dutch)))):
            spelled.append((*mine, *yours)[0])
        elif mine:
            missing.append(mine[0])
        else:
            added.append(yours[0])
    return Differing(tuple(missing), tuple(added), tuple(spelled), tuple(repeated))


def _without(written: Iterable[Number], names: Counter[str]) -> Iterator[Number]:
    """The numbers of a translation without the names of its Dutch, which stand in it as they are."""
    left = Counter(names)
    for each in written:
        if left[each.digits]:
            left[each.digits] -= 1
        else:
            yield each


def _by_value(found: Iterable[Number]) -> Written:
    """What is written in digits for each value."""
    values: Written = {}
    for each in found:
        if each.digits:
            values.setdefault(each.amount, []).append(each.digits)
    return values
