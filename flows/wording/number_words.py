"""Words for numbers and months in the languages of publication, composed ones by each language's rule."""

from collections.abc import Mapping
from functools import cache
from types import MappingProxyType

_MONTHS = {
    "nl": "januari februari maart april mei juni juli augustus september oktober november december",
    "en": "january february march april may june july august september october november december",
    "de": "januar februar märz april mai juni juli august september oktober november dezember",
    "fy": "jannewaris febrewaris maart april maaie juny july augustus septimber oktober novimber desimber",
}
_ONES = {
    "nl": "twee drie vier vijf zes zeven acht negen tien elf twaalf dertien veertien vijftien zestien"
    " zeventien achttien negentien twintig",
    "en": "two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen"
    " seventeen eighteen nineteen twenty",
    "de": "zwei drei vier fünf sechs sieben acht neun zehn elf zwölf dreizehn vierzehn fünfzehn sechzehn"
    " siebzehn achtzehn neunzehn zwanzig",
    "fy": "twa trije fjouwer fiif seis sân acht njoggen tsien alve tolve trettjin fjirtjin fyftjin sechstjin"
    " santjin achttjin njoggentjin tweintich",
}
_TENS = {
    "nl": "dertig veertig vijftig zestig zeventig tachtig negentig honderd",
    "en": "thirty forty fifty sixty seventy eighty ninety hundred",
    "de": "dreißig vierzig fünfzig sechzig siebzig achtzig neunzig hundert",
    "fy": "tritich fjirtich fyftich sechstich santich tachtich njoggentich hûndert",
}
_ONE = {"nl": "een", "en": "one", "de": "ein", "fy": "ien"}
_ONE_FORMS = {"nl": "(?:een|één)", "en": "one", "de": "eine?[mnrs]?", "fy": "ien"}
_ZERO = {"nl": "nul", "en": "zero", "de": "null", "fy": "nul"}
_HUNDRED = 100
_NONE: Mapping[str, int] = MappingProxyType({})


def months(language: str) -> frozenset[str]:
    """The names of months, in lower case."""
    return frozenset(_MONTHS.get(language, "").split())


def one_word(language: str) -> str:
    """A pattern of the word for one, which is an article as well; nothing for a language unknown here."""
    return _ONE_FORMS.get(language, "")


@cache
def decades(language: str) -> Mapping[str, int]:
    """What words call a decade, with its years: ``negentig`` behind ``jaren``, and ``nineties`` by itself."""
    words = number_words(language)
    found = {word: value for word, value in words.items() if value % 10 == 0 and value < _HUNDRED and value}
    if language == "en":
        found |= {
            f"{word.removesuffix('y')}ies": value for word, value in found.items() if word.endswith("y")
        }
    if language == "de":
        found |= {f"{word}er jahre": value for word, value in found.items()}
    return found


@cache
def number_words(language: str) -> Mapping[str, int]:
    """Values of words from 0 to 100 without one, in lower case; German also as the Swiss spell it."""
    if language not in _ONES:
        return _NONE
    ones = dict(enumerate(_ONES[language].split(), 2))
    tens = {20: ones[20]} | {ten * 10: word for ten, word in enumerate(_TENS[language].split(), 3)}
    found = {_ZERO[language]: 0}
    found |= {word: value for value, word in {**ones, **tens}.items()}
    for value, ten in tens.items():
        if ten != _TENS[language].split()[-1]:  # a hundred composes with nothing
            digits = {1: _ONE[language]} | {digit: ones[digit] for digit in range(2, 10)}
            found |= {
                spelling: value + digit
                for digit, one in digits.items()
                for spelling in _composed(one, ten, language)
            }
    return found | {word.casefold(): value for word, value in found.items()}


def _composed(one: str, ten: str, language: str) -> tuple[str, ...]:
    match language:
        case "en":
            return f"{ten}-{one}", f"{ten} {one}"
        case "de":
            return (f"{one}und{ten}",)
        case "nl":
            return (f"{one}{'ën' if one.endswith('e') else 'en'}{ten}",)
    return (f"{one}en{ten}",)
