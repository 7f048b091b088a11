"""One translation beside its Dutch: everything that is wrong or odd, as data."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum

from flows.translation.checking.exceptions import example, exceptions
from flows.translation.checking.habits import (
    doubled,
    edge_space,
    is_unchanged,
    lost_negation,
    sentences,
    unusual_length,
)
from flows.translation.checking.numbers import differing
from flows.translation.checking.outlines import Outline, uneven
from flows.translation.entries import Entry, sha
from flows.translation.kept import (
    addresses,
    invented_variables,
    lost_targets,
    lost_variables,
    without_addresses,
)
from flows.translation.terms import Term, forbidden_words, lost_names, protected, unused


class Check(StrEnum):
    """What is compared; a translator names it in an exception."""

    VARIABLES = "variables"
    LINKS = "links"
    LAYOUT = "layout"
    NUMBERS = "numbers"
    TERMS = "terms"
    UNCHANGED = "unchanged"
    LENGTH = "length"
    DOUBLED = "doubled"
    NEGATION = "negation"
    SPACES = "spaces"
    EXCEPTION = "exception"


MAY_BE_EXCEPTED = frozenset(Check) - {Check.VARIABLES, Check.EXCEPTION}
"""The checks that a translator can take away; with an unknown variable no document could be made."""

Argument = str | int | tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that is wrong or odd.

    Attributes:
        check: What was compared.
        code: Code of the problem; `flows.problems.codes` says how much it weighs.
        args: Values for its sentence.
        needle: The piece of the translation or its comment that it is about, or nothing.
        allow: The comment that takes it away, without its reason; nothing where it cannot be taken away.
    """

    check: Check
    code: str
    args: Mapping[str, Argument] = field(default_factory=dict)
    needle: str = ""
    allow: str = ""


@dataclass(frozen=True, slots=True)
class Pair:
    """A translation and its Dutch.

    Attributes:
        entry: The translation.
        dutch: The Dutch of today.
        here: The outline of the Dutch.
        there: The outline of the translation.
        language: The language of the translation.
        terms: The terms that it has to keep to.
        may_stay: Whether it may be the same as its Dutch, as the name of a source is.
    """

    entry: Entry
    dutch: str
    here: Outline
    there: Outline
    language: str
    terms: Sequence[Term] = ()
    may_stay: bool = False


def findings(pair: Pair) -> tuple[Finding, ...]:
    """Everything that is wrong or odd in a translation, without what its translator made an exception for.

    Of a translation of other Dutch only its variables are looked at: with an unknown one no document can be
    made, and everything else is looked at again by whoever brings it up to date.
    """
    if pair.entry.against != sha(pair.dutch):
        return tuple(_of_unknown_variables(pair))
    allowed = exceptions(pair.entry, pair.dutch, MAY_BE_EXCEPTED)
    found = [Finding(Check.EXCEPTION, "SP871", {"comment": line}, line) for line in allowed.broken]
    for compare in _ALL:
        found += [each for each in compare(pair) if each.check not in allowed.reasons]
    ways_out = {
        check: example(check, pair.dutch) for check in MAY_BE_EXCEPTED & {each.check for each in found}
    }
    return tuple(replace(each, allow=ways_out.get(each.check, "")) for each in found)


def _of_variables(pair: Pair) -> Iterator[Finding]:
    lost = lost_variables(pair.dutch, pair.entry.text)
    if lost:
        yield Finding(Check.VARIABLES, "SP855", {"names": lost})
    yield from _of_unknown_variables(pair)


def _of_unknown_variables(pair: Pair) -> Iterator[Finding]:
    for name in invented_variables(pair.dutch, pair.entry.text):
        yield Finding(Check.VARIABLES, "SP856", {"name": name}, name)


def _of_links(pair: Pair) -> Iterator[Finding]:
    here = [*pair.here.targets, *addresses(pair.here.words)]
    there = [*pair.there.targets, *addresses(pair.there.words)]
    for target in lost_targets(here, there):
        yield Finding(Check.LINKS, "SP857", {"target": target})
    for target in lost_targets(there, here):
        yield Finding(Check.LINKS, "SP858", {"target": target}, target)


def _of_layout(pair: Pair) -> Iterator[Finding]:
    if pair.here.marks == pair.there.marks:
        return
    different = list(uneven(pair.here, pair.there))
    for each in different:
        numbers = {"dutch": each.dutch, "translated": each.translated}
        yield Finding(Check.LAYOUT, "SP859", {"construct": each.kind, **numbers})
    if not different:
        yield Finding(Check.LAYOUT, "SP860")


def _of_numbers(pair: Pair) -> Iterator[Finding]:
    dutch, translated = without_addresses(pair.here.words), without_addresses(pair.there.words)
    found = differing(dutch, translated, pair.language)
    if found.missing or found.added:
        needle = found.added[0] if found.added else ""
        yield Finding(Check.NUMBERS, "SP861", {"missing": found.missing, "added": found.added}, needle)
    for number in (*found.spelled, *found.repeated):
        yield Finding(Check.NUMBERS, "SP862", {"number": number}, number)


def _of_terms(pair: Pair) -> Iterator[Finding]:
    dutch, translated = pair.here.words, pair.there.words
    for name in lost_names(pair.terms, dutch, translated):
        yield Finding(Check.TERMS, "SP863", {"name": name})
    for term, word in forbidden_words(pair.terms, dutch, translated, pair.language):
        yield Finding(Check.TERMS, "SP864", {"word": word, **_asked(term, pair.language)}, word)
    for term in unused(pair.terms, dutch, translated, pair.language) if not pair.may_stay else ():
        yield Finding(Check.TERMS, "SP865", _asked(term, pair.language))


def _asked(term: Term, language: str) -> Mapping[str, Argument]:
    return {"term": term.dutch, "preferred": term.preferred.get(language, ())}


def _of_habits(pair: Pair) -> Iterator[Finding]:
    dutch, translated = pair.here.words, pair.there.words
    if not pair.may_stay and is_unchanged(dutch, translated, protected(pair.terms)):
        yield Finding(Check.UNCHANGED, "SP866")
    percent = unusual_length(dutch, translated, pair.language)
    if percent is not None:
        yield Finding(Check.LENGTH, "SP867", {"percent": percent})
    counts = len(sentences(dutch)), len(sentences(translated))
    if counts[0] != counts[1]:
        yield Finding(Check.LENGTH, "SP877", {"dutch": counts[0], "translated": counts[1]})
    for words in doubled(translated, pair.language):
        yield Finding(Check.DOUBLED, "SP868", {"words": words}, words)
    word = lost_negation(dutch, translated, pair.language)
    if word:
        yield Finding(Check.NEGATION, "SP869", {"word": word})
    edge = edge_space(pair.dutch, pair.entry.text)
    if edge:
        yield Finding(Check.SPACES, "SP870", {"edge": edge})


_ALL: tuple[Callable[[Pair], Iterator[Finding]], ...] = (
    _of_variables,
    _of_links,
    _of_layout,
    _of_numbers,
    _of_terms,
    _of_habits,
)
