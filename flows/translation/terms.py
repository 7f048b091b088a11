"""Terms: Dutch words that every translation writes in the same way, and words that it never uses."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache

from flows.positions.placeholders import PLACEHOLDER
from flows.positions.written_fields import CLOSED, Flag, Id, Words


@dataclass(frozen=True, slots=True)
class Term:
    """The keys of one term.

    Attributes:
        dutch: The Dutch word, without an ending: ``netbeheerder`` is also found in ``netbeheerders``.
        protected: Whether it is a name that stands in every language as it is.
        preferred: For each language, words of which a translation uses one.
        forbidden: For each language, words that a translation of this term does not use.
        note: Why, for translators.
    """

    __pydantic_config__ = CLOSED
    dutch: Words
    protected: Flag = False
    preferred: Mapping[Id, tuple[Words, ...]] = field(default_factory=dict)
    forbidden: Mapping[Id, tuple[Words, ...]] = field(default_factory=dict)
    note: Words = ""


@dataclass(frozen=True, slots=True)
class TermFile:
    """The keys of ``shared/terms.yaml``."""

    __pydantic_config__ = CLOSED
    terms: tuple[Term, ...]


def protected(terms: Iterable[Term]) -> tuple[str, ...]:
    """The names that stand in every language as they are, the longest first."""
    return tuple(
        sorted((term.dutch for term in terms if term.protected), key=lambda name: (-len(name), name))
    )


def lost_names(terms: Iterable[Term], dutch: str, translated: str) -> Iterator[str]:
    """The protected names of a Dutch text that its translation does not have."""
    for name in protected(terms):
        if name in dutch and _name(name).search(dutch) and not _name(name).search(translated):
            yield name


def forbidden_words(
    terms: Iterable[Term], dutch: str, translated: str, language: str
) -> Iterator[tuple[Term, str]]:
    """The words of a translation that the terms of its Dutch forbid, each as the term writes it."""
    for term in terms:
        for word in term.forbidden.get(language, ()):
            if _begins_in(word, translated) and _begins_in(term.dutch, dutch):
                yield term, word


def unused(terms: Iterable[Term], dutch: str, translated: str, language: str) -> Iterator[Term]:
    """The terms of a Dutch text for which its translation uses none of the preferred words."""
    low = translated.casefold()
    for term in terms:
        words = term.preferred.get(language, ())
        if words and not any(word.casefold() in low for word in words) and _begins_in(term.dutch, dutch):
            yield term


def _begins_in(word: str, text: str) -> bool:
    """Whether a word of a text begins with this one; the name of a variable is no word.

    Most texts are told apart without looking at words.
    """
    return (
        word.casefold() in text.casefold() and _beginning(word).search(PLACEHOLDER.sub("", text)) is not None
    )


@cache
def _name(name: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){re.escape(name)}(?!\w)")


@cache
def _beginning(word: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){re.escape(word)}", re.IGNORECASE)
