"""Pictures for tests, sound and otherwise, made here byte by byte."""

import json
import zlib
from collections.abc import Mapping
from pathlib import Path

SVG = "http://www.w3.org/2000/svg"
HOSTILE: Mapping[str, str] = json.loads(
    (Path(__file__).parent / "fixtures" / "hostile" / "logos.json").read_text(encoding="utf-8")
)
"""Drawings that somebody tried elsewhere, by name; of these only ``alt`` is sound."""


def svg(inside: str = '<rect width="5" height="5"/>', head: str = 'viewBox="0 0 10 10"') -> bytes:
    """A drawing around some elements."""
    link = 'xmlns:xlink="http://www.w3.org/1999/xlink"'
    return f'<svg xmlns="{SVG}" {link} {head}>{inside}</svg>'.encode()


def png(width: int = 20, height: int = 10, rows: bytes | None = None) -> bytes:
    """A grey picture; `rows` stands for its filtered rows."""
    if rows is None:
        rows = (b"\0" + b"\x80" * (3 * width)) * height
    head = width.to_bytes(4, "big") + height.to_bytes(4, "big") + b"\x08\x02\0\0\0"
    parts = ((b"IHDR", head), (b"IDAT", zlib.compress(rows)), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(_chunk(kind, data) for kind, data in parts)


def _chunk(kind: bytes, data: bytes) -> bytes:
    return len(data).to_bytes(4, "big") + kind + data + zlib.crc32(kind + data).to_bytes(4, "big")


GIF = bytes.fromhex("47494638396101000100800000000000ffffff2c00000000010001000002024401003b")
"""One pixel."""
JPEG = bytes.fromhex(
    "ffd8ffe000104a46494600010100000100010000ffdb004300"
    + "01" * 64
    + "ffc0000b080008000801011100ffc4001f0000010501010101010100000000000000000102030405060708090a0b"
    + "ffc400b5100002010303020403050504040000017d01020300041105122131410613516107227114328191a1082342b1c1"
    + "1552d1f02433627282090a161718191a25262728292a3435363738393a434445464748494a535455565758595a63646566"
    + "6768696a737475767778797a838485868788898a92939495969798999aa2a3a4a5a6a7a8a9aab2b3b4b5b6b7b8b9bac2c3"
    + "c4c5c6c7c8c9cad2d3d4d5d6d7d8d9dae1e2e3e4e5e6e7e8e9eaf1f2f3f4f5f6f7f8f9faffda0008010100003f00d2"
    + "cf20ffd9"
)
"""Eight grey pixels by eight."""


def turned(orientation: int, order: str = "little") -> bytes:
    """What EXIF says of how the camera was held, as the content of a segment or chunk."""
    little = order == "little"

    def number(value: int, width: int) -> bytes:
        return value.to_bytes(width, "little" if little else "big")

    entry = number(0x0112, 2) + number(3, 2) + number(1, 4) + number(orientation, 2) + b"\0\0"
    return (b"II" if little else b"MM") + number(42, 2) + number(8, 4) + number(1, 2) + entry + b"\0" * 4


def jpeg_with_exif(exif: bytes) -> bytes:
    """The JPEG with a segment of EXIF in front."""
    body = b"Exif\0\0" + exif
    return JPEG[:2] + b"\xff\xe1" + (len(body) + 2).to_bytes(2, "big") + body + JPEG[2:]


def png_with_exif(exif: bytes) -> bytes:
    """A picture with a chunk of EXIF in front of its pixels."""
    whole = png()
    return whole[:33] + _chunk(b"eXIf", exif) + whole[33:]


def large_png(width: int, height: int) -> bytes:
    """A picture of as many pixels as print needs, in a few bytes: one bit a pixel, all of them alike."""
    head = width.to_bytes(4, "big") + height.to_bytes(4, "big") + b"\x01\0\0\0\0"
    rows = zlib.compress((b"\0" + b"\xff" * ((width + 7) // 8)) * height, 9)
    parts = ((b"IHDR", head), (b"IDAT", rows), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(_chunk(kind, data) for kind, data in parts)
