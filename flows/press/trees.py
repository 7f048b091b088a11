"""What the writers' transforms share: whole trees, their parts, and hyphens that must not break."""

import re
from collections.abc import Mapping
from typing import Any

from flows.documents.elements import Element, Tree, name_of, rebuilt
from flows.wording.characters import NON_BREAKING_HYPHEN

_HYPHENATED = re.compile(r"(?<=\w)-(?=\w)")
_LONGEST_UNBROKEN = 24
"""Characters of a word that may stay on one line in a big heading; a longer one would run off the page."""

API_VERSION = [1, 23, 1]
"""Version of the JSON form of Pandoc's tree, as its own output states it."""


def as_pandoc(blocks: Tree, meta: Mapping[str, str]) -> dict[str, Any]:
    """A whole tree as Pandoc reads it; metadata is plain text, which every writer escapes."""
    fields = {name: {"t": "MetaString", "c": text} for name, text in meta.items() if text}
    return {"pandoc-api-version": API_VERSION, "meta": fields, "blocks": blocks}


def unbroken(text: str) -> str:
    """A title in which a name with a hyphen does not break there. For big headings only."""
    return " ".join(
        _HYPHENATED.sub(NON_BREAKING_HYPHEN, word) if len(word) <= _LONGEST_UNBROKEN else word
        for word in text.split(" ")
    )


def with_unbroken_words(inlines: Tree) -> Tree:
    """The same inlines, their words as `unbroken` writes them."""

    def change(element: Element) -> Tree:
        return [{**element, "c": unbroken(element["c"])}] if element["t"] == "Str" else [element]

    done: Tree = rebuilt(inlines, change)
    return done


def part_of(blocks: Tree, name: str) -> Element | None:
    """The first piece with a name among some blocks."""
    return next((block for block in blocks if name_of(block) == name), None)
