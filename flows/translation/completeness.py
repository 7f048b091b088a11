"""How complete a document is in a language, counted in Dutch words of approved and fresh text."""

from collections.abc import Iterable
from dataclasses import dataclass

from flows.translation.application import Showing
from flows.translation.extraction import Part
from flows.translation.states import State

STRICT = frozenset({Part.HEADING, Part.ASK, Part.CAPTION, Part.VARIABLE})
"""What a final edition needs approved to the last word; variables stand inside asks and headings."""

ENOUGH = 0.95
"""The share of the other words that a final edition needs approved."""


@dataclass(frozen=True, slots=True)
class Completeness:
    """Dutch words of a document, and how many of them are approved and fresh in the other language."""

    strict_words: int
    strict_approved: int
    other_words: int
    other_approved: int

    @property
    def words(self) -> int:
        """All words to translate."""
        return self.strict_words + self.other_words

    @property
    def approved(self) -> int:
        """Those that are approved and fresh."""
        return self.strict_approved + self.other_approved

    @property
    def is_enough(self) -> bool:
        """Whether a final edition can be published in this language."""
        all_strict = self.strict_approved == self.strict_words
        return all_strict and self.other_approved >= ENOUGH * self.other_words


def completeness(showings: Iterable[Showing]) -> Completeness:
    """Count the words of a document by what a final edition asks of them."""
    words = {(strict, approved): 0 for strict in (True, False) for approved in (True, False)}
    for each in showings:
        words[each.unit.part in STRICT, each.state is State.APPROVED] += each.unit.words
    return Completeness(
        strict_words=words[True, True] + words[True, False],
        strict_approved=words[True, True],
        other_words=words[False, True] + words[False, False],
        other_approved=words[False, True],
    )
