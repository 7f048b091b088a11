"""The numbers in a text, so that ``1250`` and ``1.250`` are one number and ``1,5`` and ``15`` are two."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction
from functools import cache

_UNITS = {
    "%": "%", "procent": "%", "percent": "%", "prozent": "%", "prosint": "%", "‰": "‰", "promille": "‰",
    "€": "€", "euro": "€", "$": "$",
}  # fmt: skip
"""What stands beside a number and belongs to it, in one spelling."""
_SIZES = {
    "duizend": 1000, "thousand": 1000, "tausend": 1000, "tûzen": 1000,
    "miljoen": 10**6, "million": 10**6, "millionen": 10**6, "mln": 10**6,
    "miljard": 10**9, "billion": 10**9, "milliarde": 10**9, "milliarden": 10**9, "mld": 10**9,
}  # fmt: skip
_MONTHS = {
    "nl": "januari februari maart april mei juni juli augustus september oktober november december",
    "en": "january february march april may june july august september october november december",
    "de": "januar februar märz april mai juni juli august september oktober november dezember",
    "fy": "jannewaris febrewaris maart april maaie juny july augustus septimber oktober novimber desimber",
}
_WORDS = {
    "nl": "twee drie vier vijf zes zeven acht negen tien elf twaalf dertien veertien vijftien zestien"
    " zeventien achttien negentien twintig",
    "en": "two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen"
    " seventeen eighteen nineteen twenty",
    "de": "zwei drei vier fünf sechs sieben acht neun zehn elf zwölf dreizehn vierzehn fünfzehn sechzehn"
    " siebzehn achtzehn neunzehn zwanzig",
    "fy": "twa trije fjouwer fiif seis sân acht njoggen tsien alve tolve trettjin fjirtjin fyftjin sechstjin"
    " santjin achttjin njoggentjin tweintich",
}
"""From two on: the word for one is an article as well."""
_TENS = {
    "nl": "dertig veertig vijftig zestig zeventig tachtig negentig honderd",
    "en": "thirty forty fifty sixty seventy eighty ninety hundred",
    "de": "dreißig vierzig fünfzig sechzig siebzig achtzig neunzig hundert",
    "fy": "tritich fjirtich fyftich sechstich santich tachtich njoggentich hûndert",
}

_LONGEST = 40
"""Digits of the longest number that is read as an amount."""


@dataclass(frozen=True, slots=True)
class Number:
    """A number as it is meant and as it is written; two with one meaning are the same number.

    Attributes:
        meaning: Its value, with its unit or month.
        written: The words of the text.
    """

    meaning: str
    written: str


def numbers(text: str, language: str) -> Iterator[Number]:
    """The numbers of a text in order: amounts, shares, years, days of a month, and words up to a hundred.

    Args:
        text: Plain text.
        language: Code of its language: English writes 1,250.5 where the others write 1.250,5.
    """
    for match in _pattern(language).finditer(text):
        before, after = match["before"] or "", (match["after"] or "").casefold()
        unit = _UNITS.get((match["unit"] or "").casefold()) or _UNITS.get(before) or _UNITS.get(after, "")
        month = after if after in _months(language) else ""
        sign = "-" if match["sign"] else ""
        yield Number(f"{sign}{_value(match, language, _SIZES.get(after, 1))}{unit}{month}", match[0])


@cache
def _pattern(language: str) -> re.Pattern[str]:
    units = [re.escape(unit) for unit in _UNITS]
    after = "|".join(sorted((*units, *_SIZES, *_months(language)), key=len, reverse=True))
    words = "|".join(sorted(_words(language), key=len, reverse=True))
    return re.compile(
        rf"(?:(?P<before>[€$])\s?)?(?P<sign>(?<![\w.,%])[-−–])?(?<!\w)(?P<digits>\d+(?:[.,]\d+)*)"
        rf"(?:\s?(?P<after>{after})(?!\w)(?:\s(?P<unit>{'|'.join(units)})(?!\w))?)?"
        rf"|(?P<word>\b(?:{words})\b)",
        re.IGNORECASE,
    )


def _value(match: re.Match[str], language: str, size: int) -> str:
    """The value of a number; dates, versions and telephone numbers have none and stay as they are written."""
    digits = match["digits"]
    if not digits:
        word = match[0].lower()
        return str(_words(language).get(word, word))
    groups, decimal = (",", ".") if language == "en" else (".", ",")
    if re.fullmatch(rf"\d{{1,3}}(?:{re.escape(groups)}\d{{3}})+(?:{re.escape(decimal)}\d+)?", digits):
        digits = digits.replace(groups, "")
    plain = digits.replace(",", ".")
    is_amount = plain.count(".") <= 1 and len(plain) <= _LONGEST and not re.match(r"0\d", plain)
    return str(Fraction(plain) * size) if is_amount else plain


def _months(language: str) -> frozenset[str]:
    return frozenset(_MONTHS.get(language, "").split())


@cache
def _words(language: str) -> Mapping[str, int]:
    """Values of words, also as the Swiss spell them: ``dreissig``."""
    ones = enumerate(_WORDS.get(language, "").split(), 2)
    tens = ((ten * 10, word) for ten, word in enumerate(_TENS.get(language, "").split(), 3))
    return {spelling: value for value, word in (*ones, *tens) for spelling in (word, word.casefold())}
