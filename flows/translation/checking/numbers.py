"""Numbers in a text and in its translation: the same values, each written as its language writes them."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from types import MappingProxyType

SPACES = "\u00a0\u202f\u2009 "
"""Spaces that any language may put between groups of three digits."""

_GROUPED_BY_SPACE = rf"(?<!\d)\d{{1,3}}(?:[{SPACES}]\d{{3}})+(?!\d)(?:[.,]\d+)?"
_WRITTEN = re.compile(rf"{_GROUPED_BY_SPACE}|\d+(?:[.,'’]\d+)*")

_WORDS = {
    "nl": "nul een twee drie vier vijf zes zeven acht negen tien elf twaalf",
    "en": "zero one two three four five six seven eight nine ten eleven twelve",
    "de": "null eine?[mnrs]? zwei drei vier fünf sechs sieben acht neun zehn elf zwölf",
    "fy": "nul ien twa trije fjouwer fiif seis sân acht njoggen tsien alve tolve",
}
WORDS: Mapping[str, Sequence[str]] = MappingProxyType({code: words.split() for code, words in _WORDS.items()})
"""Patterns of the words for 0 to 12; with these a translation may write a figure out."""

Written = dict[Decimal | str, list[str]]
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
    written = _WRITTEN.findall(translated)
    known = _by_value(_WRITTEN.findall(dutch), "nl")
    names = [text for value, texts in known.items() if isinstance(value, str) for text in texts]
    here: Written = {value: texts for value, texts in known.items() if not isinstance(value, str)}
    there = _by_value(_without(written, names), language)
    missing, added, spelled, repeated = list(Counter(names) - Counter(written)), [], [], []
    for value in dict.fromkeys((*here, *there)):
        ours, theirs = here.get(value, []), there.get(value, [])
        if len(ours) == len(theirs):
            continue
        if ours and theirs:
            repeated.append(ours[0])
        elif _is_spelled(value, translated if ours else dutch, language if ours else "nl"):
            spelled.append((*ours, *theirs)[0])
        elif ours:
            missing.append(ours[0])
        else:
            added.append(theirs[0])
    return Differing(tuple(missing), tuple(added), tuple(spelled), tuple(repeated))


def _without(written: Iterable[str], names: Iterable[str]) -> Iterator[str]:
    left = Counter(names)
    for text in written:
        if left[text]:
            left[text] -= 1
        else:
            yield text


def _by_value(written: Iterable[str], language: str) -> Written:
    found: Written = {}
    for text in written:
        value = _value(text, language)
        found.setdefault(text if value is None else value, []).append(text)
    return found


def _value(text: str, language: str) -> Decimal | None:
    """The value of a number as a language writes it: ``1.250,5`` in Dutch; None where it does not."""
    decimal, group = _separators(language)
    whole, _, fraction = text.partition(decimal)
    pattern = rf"\d{{1,3}}(?:[{re.escape(group)}{SPACES}'’]\d{{3}})+|\d+"
    if not re.fullmatch(pattern, whole) or not re.fullmatch(r"\d*", fraction):
        return None
    return Decimal(f"{re.sub(r'[^0-9]', '', whole)}.{fraction or 0}")


@cache
def _separators(language: str) -> tuple[str, str]:
    """The decimal and the group separator of a language; a language unknown to CLDR writes as Dutch does."""
    from babel import UnknownLocaleError
    from babel.numbers import get_decimal_symbol, get_group_symbol

    try:
        return get_decimal_symbol(language), get_group_symbol(language)
    except (UnknownLocaleError, ValueError):
        return ",", "."


def _is_spelled(value: Decimal | str, text: str, language: str) -> bool:
    words = WORDS.get(language, ())
    if isinstance(value, str) or value != value.to_integral_value() or value >= len(words):
        return False
    return re.search(rf"(?<!\w){words[int(value)]}(?!\w)", text, re.IGNORECASE) is not None
