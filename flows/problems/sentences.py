"""From a problem to a sentence in the reader's language."""

from collections.abc import Mapping
from typing import Literal

from flows.problems import sentences_en, sentences_nl
from flows.problems.records import Problem, type_of_argument
from flows.wording.characters import OBEYED

Ui = Literal["nl", "en"]

_CATALOGUES = {"nl": sentences_nl, "en": sentences_en}
_TERM_ARGS = frozenset(
    {"expected", "why", "kind", "national", "form", "construct", "what", "got", "sign", "tip", "returned"}
)
"""Arguments whose values are our own words and have a translation; all others are the writer's."""

_ALL_ARGS = frozenset({"missing", "added", "examples", "codes", "variants", "keys"})
"""Arguments whose values are all meant, where others leave a choice; numbers have commas of their own."""


def sentence(problem: Problem, ui: Ui) -> str:
    """What is wrong and what can be done about it, in one or two plain sentences."""
    catalogue = _CATALOGUES[ui]
    values = {name: _as_words(name, value, ui) for name, value in problem.args.items()}
    text: str = catalogue.SENTENCES[problem.code].format_map(_Present(values))
    return harmless(" ".join(text.split()))


def harmless(text: str) -> str:
    """A text without what a terminal obeys, such as colours or a change of direction; lines stay lines."""
    return OBEYED.sub("\ufffd", text)


def term(key: str, ui: Ui) -> str:
    """One of our own words in a language: a label, a state, a kind of value."""
    terms: Mapping[str, str] = _CATALOGUES[ui].TERMS
    return terms.get(key, key)


def _as_words(name: str, value: type_of_argument, ui: Ui) -> str:
    if isinstance(value, tuple):
        items = [_as_words(name, item, ui) for item in value]
        return _listing(items, ui, name) if items else ""
    text = str(value)
    return term(text, ui) if name in _TERM_ARGS else text


def _listing(items: list[str], ui: Ui, name: str) -> str:
    if name in _ALL_ARGS:
        return "; ".join(items)
    conjunction = term("or", ui)
    return items[0] if len(items) == 1 else f"{', '.join(items[:-1])} {conjunction} {items[-1]}"


class _Present(dict[str, str]):
    """The arguments of a sentence; one that the problem does not have is empty."""

    def __init__(self, values: Mapping[str, str]) -> None:
        super().__init__({name: _Optional(value) for name, value in values.items()})

    def __missing__(self, key: str) -> str:
        return _Optional("")


class _Optional(str):
    """A value whose format spec is the phrase around it, left out where the value is empty."""

    __slots__ = ()

    def __format__(self, phrase: str) -> str:
        if not phrase:
            return str(self)
        return phrase.replace("@", str(self)) if self else ""
