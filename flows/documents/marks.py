"""What a translated document tells its reader: which texts stand in Dutch, and which nobody has read yet."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from flows.documents.elements import Element, Tree, div, para, rebuilt, span
from flows.translation.application import Showing, Shown
from flows.translation.languages import Language
from flows.translation.states import State


class Mark(StrEnum):
    """What is said beside a text; its name is the end of its label's."""

    DUTCH = "dutch"
    STALE = "stale"


@dataclass(frozen=True, slots=True)
class Marks:
    """What is told about the texts of one document; nothing where it is in the edition's own language.

    Attributes:
        language: Code of the edition's own language.
        locale: Locale of that language, as in ``nl_NL``.
        texts: Mark by block, and by context for additions, titles and values of variables.
        note: Label of what is said about the document as a whole; empty where there is nothing to say.
    """

    language: str = ""
    locale: str = ""
    texts: Mapping[str, Mark] = field(default_factory=dict)
    note: str = ""

    def language_of(self, key: str) -> str:
        """The language that a text stands in where that is not the document's, or nothing."""
        return self.language if self.texts.get(key) is Mark.DUTCH else ""

    def label_of(self, key: str) -> str:
        """The label of what is said beside a text, or nothing."""
        mark = self.texts.get(key)
        return f"translation_{mark}" if mark else ""


UNMARKED = Marks()
"""The marks of a document in the edition's own language: none."""


def marks_of(showings: Iterable[Showing], own: Language, *, final: bool) -> Marks:
    """The marks of a translated position.

    Args:
        showings: How each of its texts stands.
        own: The edition's own language.
        final: True for a document that has passed as final: nothing is said about it as a whole.
    """
    shown = list(showings)
    texts: dict[str, Mark] = {}
    for each in shown:
        if each.shown is Shown.DUTCH:
            texts[each.unit.whole] = Mark.DUTCH
        elif each.state is State.STALE:
            texts.setdefault(each.unit.whole, Mark.STALE)
    translations = {each.state for each in shown if each.shown is Shown.TRANSLATION}
    return Marks(own.code, own.locale, texts, "" if final else _note(translations, texts))


def _note(states: Iterable[State], texts: Mapping[str, Mark]) -> str:
    for state in (State.MACHINE, State.REVIEW):
        if state in states:
            return f"translation_{state}"
    return "translation_incomplete" if texts else ""


def words_in(words: Tree, language: str) -> Tree:
    """The same inlines, said to be in a language; as they are where there is no other language to say."""
    if not language or not words:
        return words
    return [span("", words, lang=language)]


def blocks_in(blocks: Tree, language: str) -> Tree:
    """The same blocks, the words of every paragraph and cell said to be in a language."""
    if not language:
        return blocks

    def change(element: Element) -> Tree:
        if element["t"] not in ("Para", "Plain"):
            return [element]
        return [{**element, "c": words_in(element["c"], language)}]

    done: Tree = rebuilt(blocks, change)
    return done


def note(text: str) -> Tree:
    """What is said beside a text, as a part that every writer draws."""
    return [div("translation-note", [para(text)])]
