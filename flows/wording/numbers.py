"""The one reader of numbers: ``1250``, ``1.250`` and ``1 250`` are one number, ``1,5`` and ``15`` are two.

The comparison of editions, the checks of translations and the advice on plain Dutch all ask it.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from fractions import Fraction
from functools import cache, lru_cache
from types import MappingProxyType

from flows.wording.number_words import decades, months, number_words, one_word

SPACES = "\u00a0\u202f\u2007\u2009 "
"""Spaces that any language may put between groups of three digits."""

_UNITS = {
    "%": "%", "procent": "%", "percent": "%", "prozent": "%", "prosint": "%", "‰": "‰", "promille": "‰",
    "€": "€", "euro": "€", "$": "$",
}  # fmt: skip
"""What stands beside a number and belongs to it, in one spelling."""
_SIZES = {
    "duizend": 1000, "thousand": 1000, "tausend": 1000, "tûzen": 1000,
    "miljoen": 10**6, "million": 10**6, "millionen": 10**6,
    **dict.fromkeys(("mln", "mln.", "mio", "mio."), 10**6),
    "miljard": 10**9, "milliarde": 10**9, "milliarden": 10**9, "bn": 10**9,
    **dict.fromkeys(("mld", "mld.", "mrd", "mrd."), 10**9),
    "biljoen": 10**12, "trillion": 10**12, "billionen": 10**12,
}  # fmt: skip
_OWN_SIZES: Mapping[tuple[str, str], int] = MappingProxyType(
    {("en", "billion"): 10**9, ("de", "billion"): 10**12, ("en", "m"): 10**6}
)
"""Words that count for something else in another language, by language."""
_POWERS = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")
_LARGEST_POWER = 40
_NOON = 12
_CENTURY, _YEARS = 1900, 100
"""Decades without a century are those of the last one."""
_LONGEST = 40
"""Digits of the longest number that is read as an amount."""
_HOUR = r"(?:[01]?\d|2[0-4])"
_HALVES = r"\s?(?:a|p)\.?m\.?(?!\w)"
"""Behind an hour in English; ``am`` is a word in German."""
_HOURS = r"\s?(?:uur|u|oere|Uhr|h)(?!\w)"
_TIME = (
    r"(?<![\w.,:])(?P<hour>{hour})(?::(?P<minute>[0-5]\d)(?!\d)(?P<half>{halves})?"
    r"|\.(?P<point>[0-5]\d)(?P<hours>{halves}|{hours})|(?P<whole>{halves}))"
    r"|(?:(?<=\bom\s)|(?<=\bum\s))(?P<at>{hour})\s?(?:uur|oere|Uhr)(?!\w)"
)
"""Clock times. ``14 uur`` by itself may be so many hours."""
_DECADE = (
    r"(?<!\w)(?:jaren|jierren)\s(?:['’]?(?P<year>(?:1[89]|20)?\d0)(?!\d)|(?P<ten>{tens})(?!\w))"
    r"|(?<!\w)['’]?(?P<decade>(?:1[89]|20)?\d0)(?:s|er)(?!\w)"
    r"|(?<!\w)(?P<tens>{plurals})(?!\w)"
)
_PHONE = (
    r"(?<![\w+])(?P<phone>(?:\+\d{2}[ \u00a0]?(?:\(0\))?\d{1,3}|0\d{1,3})"
    r"(?:[ \u00a0-]\d{2,4}){2,4}(?!\d))"
)
"""Groups of digits of which the first begins with a zero or a country, as telephone numbers are written."""
_RANGE = re.compile(r"\s?(?:[-–—]|tot|t/m|tot en met|à|to|bis|oant|oant en mei)\s?", re.IGNORECASE)
"""What stands between the two ends of a range; the first takes size and unit from the last."""


class Kind(StrEnum):
    """What a number is."""

    AMOUNT = "amount"
    TIME = "time"
    DECADE = "decade"
    NAME = "name"  # a date, version or telephone number, which is compared as it is written


@dataclass(frozen=True, slots=True)
class Number:
    """A number as it is meant and as it is written; two with one meaning are the same number.

    Attributes:
        written: The characters of the text.
        start: Characters before it.
        kind: What it is.
        value: An amount, minutes since midnight, or the year that a decade begins with.
        unit: Its unit, or the month that a day belongs to.
        size: What a word such as ``miljoen`` multiplies it by.
        digits: Its digits and the marks between them; nothing where it is written as a word.
    """

    written: str
    start: int
    kind: Kind
    value: Fraction | None = None
    unit: str = ""
    size: int = 1
    digits: str = ""

    @property
    def amount(self) -> str:
        """What it is without its unit."""
        if self.value is None:
            return self.written
        prefix = "" if self.kind is Kind.AMOUNT else f"{self.kind}:"
        return f"{prefix}{self.value * self.size}"

    @property
    def meaning(self) -> str:
        """What it is, with its unit or month."""
        return f"{self.amount}{self.unit}"


@lru_cache(4096)
def numbers(text: str, language: str) -> tuple[Number, ...]:
    """The numbers of a text in order: amounts, shares, years, days of a month, times, decades, and words.

    The word for one is an article as well, and is no number here.

    Args:
        text: Plain text.
        language: Code of its language: English writes 1,250.5 where the others write 1.250,5.
    """
    return tuple(_numbers(text, language))  # the same text is read once for each language it is compared with


def _numbers(text: str, language: str) -> Iterator[Number]:
    pending: Number | None = None
    for match in _pattern(language).finditer(text):
        number = _read(match, language)
        if pending is not None:
            yield _as_first_of_range(pending, number, text)
        pending = number
    if pending is not None:
        yield pending


def writes_one(language: str, text: str) -> bool:
    """Whether a text has the word for one, which may be an article."""
    word = one_word(language)
    return bool(word) and re.search(rf"(?<!\w){word}(?!\w)", text, re.IGNORECASE) is not None


def _as_first_of_range(first: Number, last: Number, text: str) -> Number:
    between = text[first.start + len(first.written) : last.start]
    if {first.kind, last.kind} != {Kind.AMOUNT} or not _RANGE.fullmatch(between):
        return first
    is_bare = first.size == 1 and not first.unit
    return replace(first, size=last.size, unit=last.unit) if is_bare else first


@cache
def _sizes(language: str) -> Mapping[str, int]:
    """What multiplies a number, in lower case."""
    return _SIZES | {word: size for (own, word), size in _OWN_SIZES.items() if own == language}


@cache
def _pattern(language: str) -> re.Pattern[str]:
    units = [re.escape(unit) for unit in _UNITS]
    sizes = map(re.escape, _sizes(language))
    after = "|".join(sorted((*units, *sizes, *months(language)), key=len, reverse=True))
    words = "|".join(sorted(map(re.escape, number_words(language)), key=len, reverse=True)) or "(?!)"
    tens = "|".join(word for word in decades(language) if word in number_words(language)) or "(?!)"
    plurals = "|".join(word for word in decades(language) if word not in number_words(language)) or "(?!)"
    behind = rf"(?:\s?(?P<after>{after})(?!\w)(?:\s(?P<unit>{'|'.join(units)})(?!\w))?)?"
    digits = rf"\d{{1,3}}(?:[{SPACES}'’]\d{{3}})+(?!\d)(?:[.,]\d+)?|\d+(?:[.,]\d+)*"
    power = r"(?P<power>\^\d{1,2}|[⁰¹²³⁴⁵⁶⁷⁸⁹]{1,2})?"
    amount = (
        rf"(?:(?P<before>[€$])\s?)?(?P<sign>(?<![\w.,%])[-−–])?(?<!\w)(?P<digits>{digits}){power}{behind}"
    )
    spelled = rf"\b(?P<word>{words})\b{behind.replace('<after>', '<size>').replace('<unit>', '<of>')}"
    halves = _HALVES if language == "en" else "(?!)"
    time = _TIME.format(hour=_HOUR, halves=halves, hours=_HOURS)
    decade = _DECADE.format(tens=tens, plurals=plurals)
    return re.compile("|".join((_PHONE, decade, time, amount, spelled)), re.IGNORECASE)


def _read(match: re.Match[str], language: str) -> Number:
    written, start = match[0], match.start()
    if match["phone"]:
        return Number(written, start, Kind.NAME, digits=written)
    if match["ten"] or match["tens"] or match["year"] or match["decade"]:
        digits = match["year"] or match["decade"] or ""
        years = int(digits) if digits else decades(language).get((match["ten"] or match["tens"]).lower(), 0)
        return Number(written, start, Kind.DECADE, Fraction(_decade(years)), digits=digits)
    if match["hour"] or match["at"]:
        return Number(written, start, Kind.TIME, Fraction(_minutes(match)), digits=written)
    return _spelled(match, language) if match["word"] else _amount(match, language)


def _decade(years: int) -> int:
    """The year that a decade begins with: ``'90`` and ``1990`` are one, ``1890`` is another."""
    return years + _CENTURY if years < _YEARS else years


def _spelled(match: re.Match[str], language: str) -> Number:
    known = number_words(language).get(match["word"].lower())
    if known is None:  # a letter of another script that looks alike, as in ``vİer``
        return Number(match[0], match.start(), Kind.NAME)
    after = (match["size"] or "").casefold()
    unit = _UNITS.get((match["of"] or "").casefold()) or _UNITS.get(after, "")
    return Number(match[0], match.start(), Kind.AMOUNT, Fraction(known), unit, _sizes(language).get(after, 1))


def _minutes(match: re.Match[str]) -> int:
    hour = int(match["hour"] or match["at"])
    half = (match["half"] or match["hours"] or match["whole"] or "").strip().lower()
    if half[:1] in ("a", "p") and hour <= _NOON:
        hour = hour % _NOON + (_NOON if half[0] == "p" else 0)
    return hour * 60 + int(match["minute"] or match["point"] or 0)


def _amount(match: re.Match[str], language: str) -> Number:
    before, after = match["before"] or "", (match["after"] or "").casefold()
    unit = _UNITS.get((match["unit"] or "").casefold()) or _UNITS.get(before) or _UNITS.get(after, "")
    unit = unit or (after if after in months(language) else "")
    has_unit = bool(after and after not in months(language)) or bool(before)
    value = _value(match["digits"], language, has_unit=has_unit)
    if value is None:
        return Number(match[0], match.start(), Kind.NAME, unit=unit, digits=match["digits"])
    power = (match["power"] or "").lstrip("^").translate(_POWERS)
    if power and int(power) <= _LARGEST_POWER:
        value = value ** int(power)
    value = -value if match["sign"] else value
    return Number(
        match[0], match.start(), Kind.AMOUNT, value, unit, _sizes(language).get(after, 1), match["digits"]
    )


def _value(digits: str, language: str, *, has_unit: bool) -> Fraction | None:
    """The value of digits as a language writes an amount; None for dates, versions and telephone numbers.

    Dutch people type a point for the decimal comma; a unit shows that ``6.7 procent`` is no version.
    """
    group, decimal = (",", ".") if language == "en" else (".", ",")
    whole, _, fraction = digits.partition(decimal)
    grouped = rf"\d{{1,3}}(?:[{re.escape(group)}{SPACES}'’]\d{{3}})+"
    plain = re.sub(r"\D", "", whole)
    is_typed = language == "nl" and has_unit and re.fullmatch(r"\d+\.\d{1,2}", digits)
    if is_typed and len(digits) <= _LONGEST:
        return Fraction(digits)
    if len(digits) > _LONGEST or (len(plain) > 1 and plain[0] == "0"):
        return None
    if re.fullmatch(rf"{grouped}|\d+", whole) and re.fullmatch(r"\d*", fraction):
        return Fraction(f"{plain}.{fraction}" if fraction else plain)
    return None
