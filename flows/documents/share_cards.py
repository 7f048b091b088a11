"""Pictures to share: what stands on the one of each ask, and on that of the cover."""

from dataclasses import dataclass

from flows.documents.asks import asks_of
from flows.documents.document import CARDS, COVER_CARD, Document
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
    return tuple(
        ShareCard(_file(one.id), one.tone, one.number, tuple(each.text for each in one.paragraphs))
        for one in asks_of(document)
    )


def _file(anchor: str) -> str:
    return f"{CARDS}{anchor}.png"
