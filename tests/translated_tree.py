"""A small content tree for tests with an English translation, filled in text by text."""

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

from flows.desk.translating.sync import sync
from flows.sources.content import Content
from flows.sources.po_files import catalogue_bytes, catalogue_of
from flows.translation.entries import Catalogue, sha
from tests.content_tree import PROVINCE, write_tree

ENGLISH = PROVINCE.replace("[nl]", "[nl, en]").replace(
    "contact:", "  en: {name: East, in: in East, of: of East, adjective: Eastern}\ncontact:"
)
NATIONAL, OOST = "shared/2031/en.po", "provinces/oost/2031.en.po"


def write_translated_tree(root: Path, changes: Mapping[str, str]) -> Content:
    """The small tree, some files changed, in which Oost also publishes in English; nothing is translated yet."""
    content = write_tree(root, {"provinces/oost/province.yaml": ENGLISH, **changes})
    sync(content, "2031")
    return content


def catalogue(content: Content, file: str) -> Catalogue:
    """What a file says."""
    found, _ = catalogue_of((content.root / file).read_bytes(), file, "en")
    assert found is not None
    return found


def translate(content: Content, file: str, context: str, text: str, *, approve: bool = True) -> None:
    """Fill in one translation, approved or as a machine does it."""
    before = catalogue(content, file)
    entry = before.entries[context]
    done = replace(entry, text=text, nl_sha=sha(entry.source), fuzzy=not approve, origin="mt:x")
    after = replace(before, entries={**before.entries, context: done})
    (content.root / file).write_bytes(catalogue_bytes(after))
