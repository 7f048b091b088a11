"""Pictures to share: what stands on the one of each ask, and on that of the cover."""

from collections.abc import Iterator
from dataclasses import dataclass

from flows.documents.document import CARDS, COVER_CARD, Document
from flows.documents.elements import Element, Tree, anchor_of, attributes_of, inner, name_of, text_of, walk
from flows.positions.bodies import Ask
from flows.positions.merged import Position


@dataclass(frozen=True, slots=True)
class ShareCard:
    """The picture of one ask.

    Attributes:
        file: Where it belongs in the folder of the document.
        tone: Number of the chapter's colours, or 0.
        number: Number of the ask in the document.
        paragraphs: The words of the ask.
    """

    file: str
    tone: int
    number: int
    paragraphs: tuple[str, ...]


def card_files(position: Position) -> tuple[str, ...]:
    """The pictures of the brochure of a position: the cover first, then its asks."""
    asks = (one.block.id for one in position.blocks() if isinstance(one.block.body, Ask))
    return (COVER_CARD, *(_file(anchor) for anchor in asks))


def cards_of(document: Document) -> tuple[ShareCard, ...]:
    """The pictures of the asks of a document, in its order."""
    return tuple(card for box in document.blocks for card in _of_chapter(box))


def _of_chapter(box: Element) -> Iterator[ShareCard]:
    tone = int(attributes_of(box).get("tone", "0")) if box["t"] == "Div" else 0
    for element in walk([box]):
        if element["t"] == "OrderedList":
            (first, *_), items = element["c"]
            for number, item in enumerate(items, first):
                if name_of(item[0]) == "ask":
                    yield ShareCard(_file(anchor_of(item[0])), tone, number, tuple(_words(inner(item[0]))))


def _file(anchor: str) -> str:
    return f"{CARDS}{anchor}.png"


def _words(blocks: Tree) -> Iterator[str]:
    """The text of each paragraph, without what is said beside a translation."""
    for block in blocks:
        if name_of(block) == "marked":
            yield from _words(inner(block))
        elif name_of(block) != "translation-note":
            yield from filter(None, (line.strip() for line in text_of(block).splitlines()))
