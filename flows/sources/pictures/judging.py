"""What is wrong with the bytes of a picture, before the press sees any of them."""

from collections.abc import Collection
from pathlib import PurePosixPath

from flows.positions import limits
from flows.sources.pictures.drawings import Flaw, NotADrawingError, nodes_of
from flows.sources.pictures.harmless import flaws_of
from flows.sources.pictures.pixels import KINDS, is_cut_off, kind_of, size_of
from flows.sources.pictures.sizes import drawn_size


def kind_named(path: str) -> str:
    """The kind of picture that a name promises; nothing for one that no writer takes."""
    return KINDS.get(PurePosixPath(path).suffix.lower(), "")


def flaws(content: bytes, kind: str, families: Collection[str]) -> list[Flaw]:
    """What keeps a picture from being used; of a sound one nothing.

    Args:
        content: The file.
        kind: What its name promises: ``PNG``, ``JPEG``, ``GIF`` or ``SVG``.
        families: The fonts in which a drawing may set text.

    Returns:
        SP710 (``said``, ``found``), SP711 (``most``), SP712 (``width``, ``height`` and the limit by its
        name), SP714 and SP715.
    """
    return _of_drawing(content, families) if kind == "SVG" else _of_pixels(content, kind)


def too_long(width: int, height: int) -> list[Flaw]:
    """SP712 for a picture that does not fit a page when it is as wide as a column."""
    if height > limits.TALLER * width:
        return [_size(width, height, "taller", limits.TALLER)]
    return []


def too_wide(width: int, height: int) -> list[Flaw]:
    """SP712 for a logo that does not fit the cover at the height that logos have there."""
    return [_size(width, height, "wider", limits.WIDER)] if width > limits.WIDER * height else []


def measured(content: bytes, kind: str) -> tuple[int, int]:
    """The size of a sound picture, in whole pixels."""
    if kind == "SVG":
        width, height = drawn_size(nodes_of(content)[0].attributes) or (0.0, 0.0)
        return round(width), round(height)
    return size_of(content, kind) or (0, 0)


def _of_pixels(content: bytes, kind: str) -> list[Flaw]:
    found = kind_of(content)
    if found != kind or is_cut_off(content, kind):
        return [("SP710", {"said": kind, "found": found if found != kind else ""})]
    size = size_of(content, kind)
    if size is None:
        return [("SP710", {"said": kind})]
    return _of_size(*size, limits.PICTURE_SIDE, limits.PICTURE_PIXELS)


def _of_drawing(content: bytes, families: Collection[str]) -> list[Flaw]:
    if len(content) > limits.DRAWING_BYTES:
        return [("SP711", {"most": limits.DRAWING_BYTES // 1024 // 1024})]
    found = kind_of(content)
    if found not in ("", "SVG"):
        return [("SP710", {"said": "SVG", "found": found})]
    try:
        nodes = nodes_of(content)
    except NotADrawingError as error:
        return [error.flaw]
    width, height = drawn_size(nodes[0].attributes) or (0.0, 0.0)
    wrong = flaws_of(nodes, families)
    if not wrong or wrong[0][0] != "SP710":
        wrong += _of_size(width, height, limits.DRAWING_SIDE, limits.DRAWING_PIXELS)
    return wrong


def _of_size(width: float, height: float, side: int, pixels: int) -> list[Flaw]:
    if min(width, height) < 1:
        return [_size(width, height, "least", 1)]
    if max(width, height) > side:
        return [_size(width, height, "side", side)]
    return [_size(width, height, "pixels", pixels)] if width * height > pixels else []


def _size(width: float, height: float, limit: str, most: int) -> Flaw:
    return "SP712", {"width": f"{width:.7g}", "height": f"{height:.7g}", limit: most}
