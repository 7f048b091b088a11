"""PNG, JPEG and GIF by their first bytes: which of the three, and how many pixels, without decoding any.

Whoever decodes them is asked afterwards: the press. This only keeps it from unpacking what is too large.
"""

from collections.abc import Mapping
from types import MappingProxyType

KINDS: Mapping[str, str] = MappingProxyType(
    {".png": "PNG", ".jpg": "JPEG", ".jpeg": "JPEG", ".gif": "GIF", ".svg": "SVG"}
)
"""The kind of a picture by the ending of its name."""

Size = tuple[int, int]
"""Width and height in pixels."""

_PNG = b"\x89PNG\r\n\x1a\n"
_STARTS: tuple[tuple[bytes, str], ...] = (
    (_PNG, "PNG"),
    (b"\xff\xd8\xff", "JPEG"),
    (b"GIF87a", "GIF"),
    (b"GIF89a", "GIF"),
    (b"BM", "BMP"),
    (b"II*\x00", "TIFF"),
    (b"MM\x00*", "TIFF"),
    (b"%PDF", "PDF"),
    (b"PK\x03\x04", "ZIP"),
    (b"\x1f\x8b", "GZIP"),
    (b"<svg", "SVG"),
)
_RIFF = (b"RIFF", b"WEBP")
_STANDALONE = frozenset({0x01, *range(0xD0, 0xD8)})
"""JPEG's markers without a length."""
FRAMES = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}
"""JPEG's markers that hold the size."""
_END_OF_IMAGE = 0xD9
_START_OF_SCAN = 0xDA
_PADDING = 0xFF


def kind_of(content: bytes) -> str:
    """What a file begins like, as people call it; nothing where that is unknown."""
    if (content[:4], content[8:12]) == _RIFF:
        return "WEBP"
    return next((kind for start, kind in _STARTS if content.startswith(start)), "")


def size_of(content: bytes, kind: str) -> Size | None:
    """The size that a PNG, JPEG or GIF states; None where it breaks off before it does."""
    if kind == "PNG":
        return _numbers(content, 16, 4, "big") if content[12:16] == b"IHDR" else None
    if kind == "GIF":
        return _numbers(content, 6, 2, "little")
    return _jpeg_size(content)


def is_cut_off(content: bytes, kind: str) -> bool:
    """Whether the last part is missing of a kind whose readers fill up with grey what they do not find."""
    return kind == "JPEG" and b"\xff\xd9" not in content[2:]


def _numbers(content: bytes, at: int, width: int, order: str) -> Size | None:
    if len(content) < at + 2 * width:
        return None
    first, second = content[at : at + width], content[at + width : at + 2 * width]
    return (
        (int.from_bytes(first, "big"), int.from_bytes(second, "big"))
        if order == "big"
        else (int.from_bytes(first, "little"), int.from_bytes(second, "little"))
    )


def _jpeg_size(content: bytes) -> Size | None:
    at = 2
    while at + 4 <= len(content) and content[at] == _PADDING:
        marker = content[at + 1]
        if marker in (_END_OF_IMAGE, _START_OF_SCAN):
            return None
        if marker in FRAMES:
            found = _numbers(content, at + 5, 2, "big")
            return (found[1], found[0]) if found else None
        if marker == _PADDING:
            at += 1
        elif marker in _STANDALONE:
            at += 2
        else:
            at += 2 + max(2, int.from_bytes(content[at + 2 : at + 4], "big"))
    return None
