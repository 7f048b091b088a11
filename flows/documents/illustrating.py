"""A brochure in the looks of a brand: how its cover is composed, and the photos with who made them."""

from dataclasses import replace

from flows.documents.brand import Brand
from flows.documents.covers import composed
from flows.documents.document import Document
from flows.documents.elements import Element, div, image, inlines, name_of, para
from flows.documents.photos import FRAMES, Frame, Photo
from flows.wording.typography import typographic


def illustrated(document: Document, brand: Brand, folder: str) -> Document:
    """A brochure with everything of a brand that stands among its blocks.

    Args:
        document: The brochure.
        brand: The brand.
        folder: Where the files of the brand are, from the content root.
    """

    def illustrate(block: Element) -> Element:
        if name_of(block) != "cover":
            return block
        look = brand.cover
        shown = [_photo(look.photo, FRAMES[look.composition], document, folder)] if look.photo else []
        return composed(block, look.composition, shown)

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
