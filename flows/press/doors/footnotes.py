"""Footnotes that Pandoc must not see: it unfolds those that name each other without end, and drops others."""

import re

from flows.documents.elements import Element, Tree, inlines, para

_LABEL = r"\[\^((?:[^\[\]\\]|\\.)+)\]"
_MENTION = re.compile(_LABEL, re.DOTALL)
_DEFINITION = re.compile(f"{_LABEL}:", re.DOTALL)
_AT_THE_MARGIN = re.compile(f"^ {{0,3}}{_LABEL}:", re.DOTALL | re.MULTILINE)
"""What certainly opens a footnote of its own, whatever stands before it."""
_ALONE = re.compile(rf"(?:\A|^[ \t]*\n) {{0,3}}{_LABEL}:", re.DOTALL | re.MULTILINE)
"""What opens one that ends no other text: in a paragraph, the same is words."""


def is_unsafe(text: str) -> bool:
    """True for a text whose footnotes Pandoc would unfold without end, or of which it would lose one."""
    first = _DEFINITION.search(text)
    return first is not None and (_is_endless(text, first.end()) or _is_unread(text))


def _is_endless(text: str, start: int) -> bool:
    """True where a footnote may name itself, or one that leads back to it.

    A footnote holds nothing that stands before its definition. Where it ends is Markdown's secret: to be
    sure, every later mention of a defined footnote counts, also one that Pandoc would not take for one.
    """
    defined = {_key(one[1]) for one in _DEFINITION.finditer(text)}
    own = {one.start(1) for one in _AT_THE_MARGIN.finditer(text)}
    later = (one for one in _MENTION.finditer(text, start) if one.start(1) not in own)
    return any(_key(one[1]) in defined for one in later)


def _is_unread(text: str) -> bool:
    """True where no text leads to a footnote."""
    own = {one.start(1): _key(one[1]) for one in _ALONE.finditer(text)}
    mentioned = {_key(one[1]) for one in _MENTION.finditer(text) if one.start(1) not in own}
    return not mentioned.issuperset(own.values())


def as_footnotes(text: str) -> Tree:
    """An unsafe text as a tree all the same: each footnote is one, with its text as plain words."""
    before, *others = _DEFINITION.split(text)
    notes: list[Element] = [{"t": "Note", "c": [para(body)]} for body in others[1::2]]
    return [para([*inlines(before), *notes])]


def _key(label: str) -> str:
    """What labels have in common that Pandoc takes for the same."""
    return " ".join(label.split()).casefold()
