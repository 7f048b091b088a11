"""A brochure in the looks of a brand: how its cover is composed."""

from dataclasses import replace

from flows.documents.brand import Brand
from flows.documents.covers import composed
from flows.documents.document import Document
from flows.documents.elements import name_of


def illustrated(document: Document, brand: Brand) -> Document:
    """A brochure with everything of a brand that stands among its blocks; the same where that is nothing."""
    composition = brand.cover.composition
    blocks = [
        composed(block, composition) if name_of(block) == "cover" else block for block in document.blocks
    ]
    return replace(document, blocks=blocks)
