"""The words of a paragraph for Word: in few elements, with what came or went tracked inside links."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from flows.documents.change_report.report import ADDED, REMOVED
from flows.documents.elements import Element, Tree

TRACKED: Mapping[str, str] = {ADDED: "insertion", REMOVED: "deletion"}
"""Pandoc's name of words that are tracked."""
SPAN_STYLES: Mapping[str, str] = {ADDED: "Tekst erbij", REMOVED: "Tekst weg", "state": "Stand"}
"""The style of words in front of the text, which are about changes and none themselves."""

_SPACES = frozenset({"Space", "SoftBreak"})
_NESTING = frozenset({"Emph", "Strong", "Strikeout", "Superscript", "Subscript", "Underline", "SmallCaps"})
_ALONE = frozenset({"Code", "Image", "LineBreak"})
_FIRST = 4
"""Words that a comment is about, as Word shows it."""


@dataclass(frozen=True, slots=True)
class Words:
    """Writes words.

    Attributes:
        pictures: File name of the copy of each image file, by its path.
        tracks: True where changes are tracked, false where they are styled only.
    """

    pictures: Mapping[str, str]
    tracks: bool

    def written(self, content: Tree, mark: str) -> Tree:
        """Inlines as Pandoc's Word writer takes them fastest.

        Args:
            content: The inlines.
            mark: What happened to all of them: `ADDED`, `REMOVED` or nothing.
        """
        found: Tree = []
        phrase: list[str] = []
        for element in content:
            if element["t"] == "Str":
                phrase.append(element["c"])
            elif element["t"] in _SPACES:
                phrase.append(" ")
            else:
                found += self._phrase(phrase, mark)
                phrase = []
                found += self._inline(element, mark)
        return found + self._phrase(phrase, mark)

    def _phrase(self, phrase: list[str], mark: str) -> Tree:
        return self._marked({"t": "Str", "c": "".join(phrase)}, mark) if phrase else []

    def _inline(self, element: Element, mark: str) -> Tree:
        kind: str = element["t"]
        content: Any = element.get("c")
        if kind == "Span":
            own = next((name for name in content[0][1] if name in SPAN_STYLES), mark)
            return [] if {own, mark} == {ADDED, REMOVED} else self.written(content[1], own)
        if kind in ("Link", "Quoted"):
            return [{"t": kind, "c": [content[0], self.written(content[1], mark), *content[2:]]}]
        if kind in _NESTING:
            return [{"t": kind, "c": self.written(content, mark)}]
        if kind not in _ALONE:
            raise KeyError(kind)
        return self._marked(self._placed(element) if kind == "Image" else element, mark)

    def _placed(self, image: Element) -> Element:
        attributes, alt, (target, title) = image["c"]
        return {"t": "Image", "c": [attributes, alt, [self.pictures[target], title]]}

    def _marked(self, element: Element, mark: str) -> Tree:
        if not mark:
            return [element]
        names = [TRACKED[mark]] if self.tracks else []
        pairs = [] if self.tracks else [["custom-style", SPAN_STYLES[mark]]]
        return [{"t": "Span", "c": [["", names, pairs], [element]]}]


def first_words(words: Tree) -> tuple[Tree, Tree]:
    """The first few words of a paragraph, and the rest."""
    if not words:
        return [], []
    first, rest = words[0], words[1:]
    if first["t"] == "Span":
        attributes, content = first["c"]
        parts = ([{"t": "Span", "c": [attributes, part]}] if part else [] for part in first_words(content))
        head, tail = parts
        return head, [*tail, *rest]
    pieces = first["c"].split(" ") if first["t"] == "Str" else []
    if len(pieces) <= _FIRST:
        return [first], rest
    texts = " ".join(pieces[:_FIRST]), " " + " ".join(pieces[_FIRST:])
    return [{"t": "Str", "c": texts[0]}], [{"t": "Str", "c": texts[1]}, *rest]


def code_lines(text: str) -> Tree:
    """Lines of code as the words of one paragraph."""
    lines = [{"t": "Code", "c": [["", [], []], line]} for line in text.split("\n")]
    return [part for line in lines for part in (line, {"t": "LineBreak"})][:-1]
