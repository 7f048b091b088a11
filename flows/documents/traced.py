"""Texts in which the value of a variable can still be told from the words around it."""

from collections.abc import Mapping

from flows.documents.elements import Element, Tree, inlines, rebuilt, span
from flows.documents.markdown import unmasked
from flows.positions.placeholders import PLACEHOLDER

VARIABLE = "variable"
"""Class of the ``Span`` around a value; its attribute ``name`` is the variable's."""


def traced(tree: Tree, values: Mapping[str, str]) -> Tree:
    """The same blocks or inlines, each variable in a word as a ``Span`` with its value.

    Args:
        tree: A parsed text, or a component whose plain texts hold `open_variables`.
        values: The variables; one without a value shows as it is written.
    """

    def change(element: Element) -> Tree:
        if element["t"] != "Str":
            return [element]
        written = unmasked(element["c"])
        return traced_words(written, values) if "{{" in written else [element]

    done: Tree = rebuilt(tree, change)
    return done


def traced_words(text: str, values: Mapping[str, str]) -> Tree:
    """A plain text as inlines, each variable as a ``Span`` with its value."""
    found: Tree = []
    at = 0
    for match in PLACEHOLDER.finditer(text):
        value = span(VARIABLE, values.get(match[1], match[0]), name=match[1])
        found += [*inlines(text[at : match.start()]), value]
        at = match.end()
    return found + inlines(text[at:])


def open_variables(text: str) -> str:
    """A plain text whose variables hold no space, so that each stays inside one word of a tree."""
    return PLACEHOLDER.sub(lambda match: f"{{{{{match[1]}}}}}", text)
