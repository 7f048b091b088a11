"""The small tree with all of Oost in English: no real words, but what the checks ask of a translation."""

import re
from collections.abc import Mapping
from pathlib import Path

from flows.sources.content import Content
from tests.translated_tree import NATIONAL, OOST, catalogue, translate, write_translated_tree


def write_english_tree(
    root: Path, changes: Mapping[str, str] | None = None, *, approve: bool = True
) -> Content:
    """The small tree, some files changed; every text has a translation, approved or as a machine does it."""
    content = write_translated_tree(root, changes or {})
    for file in (NATIONAL, OOST):
        for context, entry in catalogue(content, file).entries.items():
            translate(content, file, context, english(entry.source), approve=approve)
    return content


def english(dutch: str) -> str:
    """A stand-in for a translation: the same variables, numbers and marks, and none of the words."""
    return re.sub(r"\{\{.*?\}\}|\w+", lambda found: _word(found[0]), dutch)


def _word(dutch: str) -> str:
    return dutch if dutch.startswith("{{") or dutch.isdigit() else f"x{dutch[::-1].lower()}"
