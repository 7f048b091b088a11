"""A brochure in the looks of a brand: how its cover is composed, and the photos with who made them."""

from dataclasses import replace

from flows.documents.brand import Brand
from flows.documents.covers import composed
from flows.documents.document import Document
from flows.documents.elements import (
    Element,
    anchor_of,
    div,
    image,
    inlines,
    inner,
    name_of,
    para,
)
from flows.documents.photos import CHAPTER, FRAMES, Frame, Photo
from flows.wording.typography import typographic

_HEADED = frozenset({"intro", "chapter", "colophon"})
"""The parts of a brochure that begin with a heading, and so can have a photo below it."""


def illustrated(document: Document, brand: Brand, folder: str) -> Document:
    """A brochure with everything of a brand that stands among its blocks.

    Args:
        document: The brochure.
        brand: The brand.
        folder: Where the files of the brand are, from the content root.
    """

    def illustrate(block: Element) -> Element:
        if name_of(block) == "cover":
            look = brand.cover
            photos = [_photo(look.photo, FRAMES[look.composition], document, folder)] if look.photo else []
            return composed(block, look.composition, photos)
        if name_of(block) not in _HEADED:
            return block
        heading, *others = inner(block)
        photo = brand.photos.get(anchor_of(heading))
        below = [_photo(photo, CHAPTER, document, folder)] if photo else []
        return {**block, "c": [block["c"][0], [heading, *below, *others]]}

    return replace(document, blocks=[illustrate(block) for block in document.blocks])


def _photo(photo: Photo, frame: Frame, document: Document, folder: str) -> Element:
    alt = photo.alt_in.get(document.language, photo.alt)
    source = document.source_locale.partition("_")[0]
    other = source if document.language not in photo.alt_in else ""
    across, down = photo.point
    about = {
        "focus": f"{across:.6g} {down:.6g}",
        "frame": f"{frame.width} {frame.height}",
        **({"lang": other} if other and other != document.language else {}),
    }
    words = typographic(f"{document.labels['photo']}: {photo.credit}", document.language)
    shown = para([image(alt, f"{folder}/{photo.file}", **about)])
    return div("photo", [shown, div("credit", [para(inlines(words))])])
