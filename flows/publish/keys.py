"""What the documents of a build share, and the key that says what one of them holds."""

import hashlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from flows.desk.opening.editions import OpenEdition
from flows.desk.releases import Releases
from flows.desk.translating.publishable import Translations
from flows.documents.document import Version
from flows.documents.identified import about
from flows.documents.marks import UNMARKED, Marks
from flows.positions.bodies import MARKDOWN_FIELDS, texts
from flows.positions.digests import reading_digest
from flows.positions.editions import Edition
from flows.positions.merged import Position
from flows.press.looks import Looks
from flows.press.store.manifest import Manifest
from flows.publish.requests import Request
from flows.sources.content import Content
from flows.translation.languages import Language


@dataclass(frozen=True, slots=True)
class Bench:
    """Everything that the documents of one build share.

    Attributes:
        translations: The provinces in other languages.
        releases: What can be published, and why the rest cannot.
        looks_key: Digest of brand, fonts, templates, code and tools.
        timestamp: The date that files state, in seconds since 1970.
        pictures: The image files that each Markdown text asks for.
    """

    content: Content
    opened: OpenEdition
    edition: Edition
    looks: Looks
    looks_key: str
    translations: Translations
    releases: Releases
    request: Request
    manifest: Manifest
    timestamp: int
    pictures: Mapping[str, Sequence[str]]


def key_of(
    bench: Bench,
    position: Position,
    language: Language,
    marks: Marks = UNMARKED,
    others: tuple[Version, ...] = (),
    *,
    has_cards: bool = False,
) -> str:
    """SHA-256 of everything that decides what the files of a document hold.

    It is taken of what goes into the document, so that a document that is there need not be put together.
    """
    style = (language.code, language.locale, language.labels, language.months)
    reading = reading_digest(
        position, [language.code], style, marks, bench.edition.is_draft, bench.looks_key, bench.timestamp
    )
    beside = (others, has_cards, about(position, marks))
    told = hashlib.sha256(reading.encode() + repr(beside).encode())
    for path in dict.fromkeys(path for text in _markdown(position) for path in bench.pictures[text]):
        told.update(hashlib.sha256((bench.content.root / path).read_bytes()).digest())
    return told.hexdigest()


def _markdown(position: Position) -> Iterator[str]:
    """Every Markdown text of a position."""
    for merged in position.blocks():
        if merged.block.body is not None:
            found = texts(merged.block.body)
            yield from (text for path, text in found if path[0] in MARKDOWN_FIELDS)
        yield from (added.text for added in merged.additions)
