"""Footnotes that name footnotes: Pandoc unfolds those without end, so it never gets to see them."""

import re

from flows.documents.elements import Element, Tree, inlines, para

_LABEL = r"\[\^((?:[^\[\]\\]|\\.)+)\]"
_MENTION = re.compile(_LABEL, re.DOTALL)
_DEFINITION = re.compile(f"{_LABEL}:", re.DOTALL)
_AT_THE_MARGIN = re.compile(f"^ {{0,3}}{_LABEL}:", re.DOTALL | re.MULTILINE)
"""What certainly opens a footnote of its own, whatever stands before it."""


def is_endless(text: str) -> bool:
    """True for a text in which a footnote may name itself, or one that leads back to it.

    A footnote holds nothing that stands before its definition. Where it ends is Markdown's secret: to be
    sure, every later mention of a defined footnote counts, also one that Pandoc would not take for one.
    """
    first = _DEFINITION.search(text)
    if first is None:
        return False
    defined = {_key(one[1]) for one in _DEFINITION.finditer(text)}
    own = {one.start(1) for one in _AT_THE_MARGIN.finditer(text)}
    later = (one for one in _MENTION.finditer(text, first.end()) if one.start(1) not in own)
    return any(_key(one[1]) in defined for one in later)


def as_footnotes(text: str) -> Tree:
    """An endless text as a tree all the same: each footnote is one, with its text as plain words."""
    before, *others = _DEFINITION.split(text)
    notes: list[Element] = [{"t": "Note", "c": [para(body)]} for body in others[1::2]]
    return [para([*inlines(before), *notes])]


def _key(label: str) -> str:
    """What labels have in common that Pandoc takes for the same."""
    return " ".join(label.split()).casefold()
