"""The only door to fontTools: the faces of a brand's font, small enough to travel inside a document."""

import logging
from collections.abc import Iterator, Mapping
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

from flows.press.doors.tools import font_files, fonts_digest, version_of
from flows.press.store.cache import Cache

if TYPE_CHECKING:
    from fontTools.ttLib import TTFont

FACES: Mapping[tuple[int, bool], str] = {
    (400, False): "Regular",
    (700, False): "Bold",
    (400, True): "Italic",
    (700, True): "BoldItalic",
}
"""The faces that a word processor asks for, by weight and slant."""
_CHARACTERS = (
    *((0x20, 0x24F), (0x2B0, 0x2FF), (0x1E80, 0x1EFF), (0x2000, 0x206F), (0x2070, 0x209F)),
    *(
        (0x20A0, 0x20BF),
        (0x2100, 0x214F),
        (0x2190, 0x2193),
        (0x2212, 0x2215),
        (0x2260, 0x2265),
        (0x25A0, 0x25CF),
    ),
)
"""What people type in languages with Latin letters: those, punctuation, currencies and a few signs."""
_FEATURES = ("kern", "mark", "mkmk", "ccmp", "locl", "liga")
_RESTRICTED, _EDITABLE, _WHOLE = 0x000F, (0x0000, 0x0008), 0x0100
"""What a font's licence bits say: may it stand in a file that people edit, and may a part of it do so."""


def faces(folder: str, family: str, cache: Cache) -> dict[str, bytes]:
    """The faces of a font that may be embedded, by their names in `FACES`.

    Left out: faces that are not there, outlines that are not TrueType, variable fonts, and what the licence
    bits do not allow in a file that can be edited. Where they allow it, only the characters of languages with
    Latin letters are kept.

    Args:
        folder: Holds the fonts; nothing where there are none of its own.
        family: Name of the font.
        cache: Keeps the parts, which take a quarter of a second each.
    """
    if not folder:
        return {}
    stem = f"face {fonts_digest(folder)} {version_of('fonttools')} {family}"
    kept = cache.found([stem, *(f"{stem} {name}" for name in FACES.values())])
    if stem not in kept:
        made = dict(_made(Path(folder), family))
        kept = {stem: b"", **{f"{stem} {name}": data for name, data in made.items()}}
        cache.keep(kept)
    return {name: kept[f"{stem} {name}"] for name in FACES.values() if f"{stem} {name}" in kept}


def _made(folder: Path, family: str) -> Iterator[tuple[str, bytes]]:
    from fontTools.ttLib import TTFont

    logging.getLogger("fontTools").setLevel(logging.CRITICAL)  # it tells of damage on the error stream
    for path in font_files(folder):
        try:
            font = TTFont(path, lazy=True, recalcTimestamp=False)
            name = _name(font, family)
            if name:
                yield name, _part(font)
        except Exception:  # whatever damage ends in: the file names the font, and is set without this face
            continue


def _name(font: "TTFont", family: str) -> str:
    """Which of `FACES` a font is, or nothing where it cannot stand in a file."""
    about = font["OS/2"]
    usable = "glyf" in font and "fvar" not in font and about.fsType & _RESTRICTED in _EDITABLE
    if not usable or family not in (font["name"].getBestFamilyName(), font["name"].getDebugName(1)):
        return ""
    return FACES.get((about.usWeightClass, bool(about.fsSelection & 1)), "")


def _part(font: "TTFont") -> bytes:
    from fontTools.subset import Options, Subsetter

    if not font["OS/2"].fsType & _WHOLE:
        options = Options(hinting=False, layout_features=[*_FEATURES], name_IDs=["*"], notdef_outline=True)
        part = Subsetter(options)
        part.populate(unicodes=[sign for first, last in _CHARACTERS for sign in range(first, last + 1)])
        part.subset(font)
    stream = BytesIO()
    font.save(stream)
    return stream.getvalue()
