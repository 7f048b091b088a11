"""Signs that a translation deserves another look: none of them is certain to be a mistake."""

import re
from collections.abc import Iterable, Iterator, Mapping
from types import MappingProxyType

LENGTHS: Mapping[str, tuple[float, float]] = MappingProxyType(
    {"en": (0.75, 1.4), "de": (0.82, 1.45), "fy": (0.87, 1.2)}
)
"""The length of a translation beside its Dutch, in characters: the least and the most that is usual.

Some four standard deviations around what was measured in 280 texts of the editions of 2023 and 2027.
"""

ANY_LENGTH = (0.55, 1.9)
"""The same for a language that has no bounds of its own."""

SHORT = 60
"""Characters up to which the length of a text says nothing."""

FEW_WORDS = 3
"""Words up to which a translation is often the same as its Dutch."""

DUTCH_NEGATION = re.compile(r"\b(niet|geen|nooit|niemand|niets|nergens)\b", re.IGNORECASE)
"""How Dutch denies."""

_NEGATIONS: Mapping[str, re.Pattern[str]] = MappingProxyType(
    {
        "en": re.compile(
            r"n[’']t\b|\w{3}less\b|\bun(?!der|i|til)\w{3}"
            r"|\b(not|cannot|no|none|nobody|nothing|nowhere|never|neither|nor|without|rather|instead"
            r"|few\w*|little|less|hardly|barely|lacks?|lacking|stops?|avoid\w*|fails?|impossible|insufficient)\b",
            re.IGNORECASE,
        ),
        "de": re.compile(
            r"\w{3}los(e[mnrs]?)?\b|\bun(?!d\b|s\b|ser|ter)\w{3}"
            r"|\b(nicht\w*|kein\w*|nie|niemals|niemand\w*|nirgends|ohne|weder|statt\w*|kaum|wenig\w*"
            r"|fehlt|fehlen)\b",
            re.IGNORECASE,
        ),
        "fy": re.compile(
            r"\w{3}leas\b|\bûn(?!der)\w{3}|\b(net|gjin|nea|nimmen|neat|nearne|sûnder|noch|amper|min)\b",
            re.IGNORECASE,
        ),
    }
)
"""How a language denies; negation by another word counts, because the sentence may be turned round."""

_SENTENCE_ENDS = re.compile(r"(?<=[^\s.][^\s.][.?!])[\"'”’)]*\s+")
"""One letter before a full stop is an abbreviation, as in "z. B."."""

_DOUBLED = re.compile(r"(?<![\w-])([^\W\d_]+)[ \n]+\1(?![\w-])", re.IGNORECASE)
_MAY_DOUBLE: Mapping[str, frozenset[str]] = MappingProxyType(
    {
        "en": frozenset({"had", "that"}),
        "de": frozenset({"die", "der", "das", "sie"}),
        "fy": frozenset({"dat"}),
    }
)
"""Words that stand twice in a sound sentence: "the rules that that firm follows"."""


def is_unchanged(dutch: str, translated: str, names: Iterable[str] = ()) -> bool:
    """Whether a text of more than `FEW_WORDS` words is the same as its Dutch; `names` do not count."""
    if dutch.split() != translated.split():
        return False
    for name in names:
        dutch = dutch.replace(name, "")
    return len(dutch.split()) > FEW_WORDS


def unusual_length(dutch: str, translated: str, language: str) -> int | None:
    """The length of a translation in percents of its Dutch, where that is unusual."""
    least, most = LENGTHS.get(language, ANY_LENGTH)
    ratio = len(translated) / max(1, len(dutch))
    if max(len(dutch), len(translated)) <= SHORT or least <= ratio <= most:
        return None
    return round(100 * ratio)


def doubled(translated: str, language: str) -> Iterator[str]:
    """Words that stand twice in a row, as in ``de de``."""
    allowed = _MAY_DOUBLE.get(language, frozenset())
    for match in _DOUBLED.finditer(translated):
        if match[1].lower() not in allowed:
            yield match[0]


def sentences(text: str) -> list[str]:
    """The sentences of a text, as far as their ends tell."""
    return [sentence for sentence in _SENTENCE_ENDS.split(text) if sentence.strip()]


def lost_negation(dutch: str, translated: str, language: str) -> str:
    """The word with which the Dutch denies, where the translation denies nothing; else nothing.

    Sentence by sentence where both texts have as many.
    """
    denies = _NEGATIONS.get(language)
    if denies is None:
        return ""
    here, there = sentences(dutch), sentences(translated)
    pairs = zip(here, there, strict=True) if len(here) == len(there) else [(dutch, translated)]
    found = (DUTCH_NEGATION.search(one) for one, other in pairs if not denies.search(other))
    return next((match[0] for match in found if match), "")


def edge_space(dutch: str, translated: str) -> str:
    """The end of a translation that has a space too many: ``start``, ``end`` or nothing."""
    if translated[:1].isspace() and not dutch[:1].isspace():
        return "start"
    return "end" if translated[-1:].isspace() and not dutch[-1:].isspace() else ""
