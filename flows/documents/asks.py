"""The asks of a document by themselves, in its order and with its numbers: what a list of asks holds."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from flows.documents.about import Author
from flows.documents.document import Document
from flows.documents.elements import (
    Element,
    Tree,
    anchor_of,
    attributes_of,
    inner,
    name_of,
    text_of,
    walk,
)


class Translation(StrEnum):
    """How the words of an ask relate to those of the edition's own language."""

    ORIGINAL = "original"
    TRANSLATED = "translated"
    OUTDATED = "outdated"
    MISSING = "missing"


@dataclass(frozen=True, slots=True)
class Passage:
    """Words of a document.

    Attributes:
        text: The words, on one line.
        language: Code of their language where it is not that of the document, or nothing.
        id: The id of what they are the title of; nothing for running text.
    """

    text: str
    language: str = ""
    id: str = ""


@dataclass(frozen=True, slots=True)
class ListedAsk:
    """One ask.

    Attributes:
        number: Its number in the document, from 1.
        id: Its id, which is its anchor on the web page too.
        chapter: The chapter it stands in.
        theme: The theme it stands in; None where it stands in its chapter itself.
        tone: Number of the chapter's colours, or 0.
        paragraphs: Its text.
        notes: What is said beside it about its translation.
        author: Whose words it holds.
        translation: How they relate to those of the edition's own language.
    """

    number: int
    id: str
    chapter: Passage
    theme: Passage | None
    tone: int
    paragraphs: tuple[Passage, ...]
    notes: tuple[str, ...]
    author: Author
    translation: Translation

    @property
    def text(self) -> str:
        """All of its words, on one line, with ordinary spaces."""
        return plain_words(" ".join(one.text for one in self.paragraphs))


def asks_of(document: Document) -> tuple[ListedAsk, ...]:
    """The asks of a document, in its order."""
    return tuple(ask for box in document.blocks for ask in _of_chapter(box, document))


def contact_of(document: Document) -> tuple[tuple[str, str], ...]:
    """Where to turn to: each line with the address that it leads to, or nothing."""
    contact = document.about.contact
    card = next((one for one in walk(document.blocks) if contact and anchor_of(one) == contact), None)
    if card is None:
        return ()
    lines = (each for block in inner(card) for each in _bare(block))
    return tuple((" ".join(text_of(line).splitlines()), _target(line)) for line in lines)


def plain_words(text: str) -> str:
    """A text on one line with ordinary spaces: for programs, which know no others."""
    return " ".join(text.split())


def _of_chapter(box: Element, document: Document) -> Iterator[ListedAsk]:
    tone = int(attributes_of(box).get("tone", "0")) if box["t"] == "Div" else 0
    titles: dict[int, Passage] = {}
    for element in walk([box]):
        if element["t"] == "Header" and anchor_of(element):
            level, _, words = element["c"]
            titles = {above: title for above, title in titles.items() if above < level}
            titles[level] = Passage(_line(words), _language(words), anchor_of(element))
        elif element["t"] == "OrderedList":
            (first, *_), items = element["c"]
            for number, (item, *_) in enumerate(items, first):
                if name_of(item) == "ask":
                    yield _ask(item, number, tone, titles, document)


def _ask(item: Element, number: int, tone: int, titles: dict[int, Passage], document: Document) -> ListedAsk:
    paragraphs = tuple(
        Passage(line.strip(), _language([block]))
        for block in _spoken(inner(item))
        for line in text_of(block).splitlines()
        if line.strip()
    )
    notes = tuple(_line(inner(one)) for one in walk([item]) if name_of(one) == "translation-note")
    return ListedAsk(
        number=number,
        id=anchor_of(item),
        chapter=titles[1],
        theme=titles.get(2),
        tone=tone,
        paragraphs=paragraphs,
        notes=notes,
        author=document.about.authors[anchor_of(item)],
        translation=_translation(paragraphs, notes, document),
    )


def _translation(paragraphs: tuple[Passage, ...], notes: tuple[str, ...], document: Document) -> Translation:
    if not document.source_locale:
        return Translation.ORIGINAL
    if any(one.language for one in paragraphs):
        return Translation.MISSING
    return Translation.OUTDATED if notes else Translation.TRANSLATED


def _spoken(blocks: Tree) -> Iterator[Element]:
    """The blocks without what is said beside a translation."""
    for block in blocks:
        if name_of(block) == "marked":
            yield from _spoken(inner(block))
        elif name_of(block) != "translation-note":
            yield block


def _bare(block: Element) -> Iterator[Element]:
    """The paragraphs of a block, without what is said beside a translation."""
    for one in _spoken([block]):
        yield from inner(one) if one["t"] == "Div" else [one]


def _line(words: Tree) -> str:
    return " ".join(text_of(words).splitlines())


def _language(words: Tree) -> str:
    """The language that words say they are in; nothing where it is the document's."""
    spans = (dict(one["c"][0][2]) for one in walk(words) if one["t"] == "Span")
    return next((said["lang"] for said in spans if "lang" in said), "")


def _target(line: Element) -> str:
    return next((str(one["c"][2][0]) for one in walk([line]) if one["t"] == "Link"), "")
