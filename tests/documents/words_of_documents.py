"""The words of a document: what every format must show, in this order."""

from flows.documents.document import Document
from flows.documents.elements import text_of


def words(document: Document) -> list[str]:
    """Every word a reader sees, in reading order.

    Not among them, since formats differ in them: page numbers, running headers, link targets, alternative
    texts, and the labels inside a chart, whose table holds the same words and numbers.
    """
    return text_of(document.blocks).split()
