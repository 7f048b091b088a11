"""What JPEG and PNG say of a photo besides its pixels: how the camera was held, and for which inks it is.

Browsers, Word and the press each deal with these in their own way, so that neither may be there.
"""

from collections.abc import Iterator

from flows.sources.pictures.drawings import Flaw
from flows.sources.pictures.pixels import FRAMES

KINDS = ("JPEG", "PNG")
"""What a photo may be."""
_UPRIGHT = 1
_ORIENTATION = 0x0112
"""The tag of EXIF that says how the camera was held."""
_ENTRY = 12
"""Bytes of an entry of EXIF."""
_EXIF = b"Exif\0\0"
_HEADER = 4
"""Bytes of marker and length in front of what a segment holds."""
_MARK, _APP1, _SCAN = 0xFF, 0xE1, 0xDA
_INKS = 4


def flaws_of_photo(content: bytes, kind: str) -> list[Flaw]:
    """What keeps a sound picture from being used as a photo.

    Returns:
        SP835 (``said``) for another kind than `KINDS`, SP837 (``found``) for a photo that lies on its side,
        SP838 for one in the colours of printing inks.
    """
    if kind not in KINDS:
        return [("SP835", {"said": KINDS})]
    found: list[Flaw] = []
    turned = orientation(content, kind)
    if turned != _UPRIGHT:
        found.append(("SP837", {"found": turned}))
    if kind == "JPEG" and any(
        body[5:6] == bytes([_INKS]) for mark, body in _segments(content) if mark in FRAMES
    ):
        found.append(("SP838", {}))
    return found


def orientation(content: bytes, kind: str) -> int:
    """How a photo has to be turned to stand upright, as EXIF counts it: 1 is not at all."""
    if kind == "PNG":
        return next((_of_exif(body) for name, body in _chunks(content) if name == b"eXIf"), _UPRIGHT)
    bodies = (body for mark, body in _segments(content) if mark == _APP1 and body.startswith(_EXIF))
    return next((_of_exif(body[len(_EXIF) :]) for body in bodies), _UPRIGHT)


def _segments(content: bytes) -> Iterator[tuple[int, bytes]]:
    """Marker and content of each segment of a JPEG before its pixels."""
    at = 2
    while at + _HEADER <= len(content) and content[at] == _MARK and content[at + 1] != _SCAN:
        length = int.from_bytes(content[at + 2 : at + _HEADER], "big")
        yield content[at + 1], content[at + _HEADER : at + 2 + length]
        at += 2 + max(2, length)


def _chunks(content: bytes) -> Iterator[tuple[bytes, bytes]]:
    """Name and content of each chunk of a PNG."""
    at = 8
    while at + 8 <= len(content):
        length = int.from_bytes(content[at : at + 4], "big")
        yield content[at + 4 : at + 8], content[at + 8 : at + 8 + length]
        at += 12 + length


def _of_exif(exif: bytes) -> int:
    def number(at: int, width: int) -> int:
        return int.from_bytes(exif[at : at + width], "little" if exif[:2] == b"II" else "big")

    first = number(4, 4)
    entries = (first + 2 + index * _ENTRY for index in range(min(number(first, 2), len(exif) // _ENTRY)))
    said = next((number(at + 8, 2) for at in entries if number(at, 2) == _ORIENTATION), _UPRIGHT)
    return said or _UPRIGHT
