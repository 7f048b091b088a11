"""The only door to fontTools: the faces of a brand's font, small enough to travel inside a file."""

import json
import logging
from base64 import b64encode
from collections.abc import Callable, Iterable, Iterator, Mapping
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
_PAGE_CHARACTERS = (
    *((0x20, 0x7E), (0xA0, 0x17F), (0x218, 0x21B), (0x1E9E, 0x1E9E), (0x2010, 0x2015), (0x2018, 0x201E)),
    *((0x2020, 0x2022), (0x2026, 0x2026), (0x202F, 0x202F), (0x2030, 0x2033), (0x2039, 0x203A)),
    *((0x2044, 0x2044), (0x20AC, 0x20AC), (0x2122, 0x2122), (0x2190, 0x2193), (0x2212, 0x2212)),
    *((0x2248, 0x2248), (0x2260, 0x2260), (0x2264, 0x2265)),
)
"""What a page takes along: the letters of European languages, for anything else a screen has other fonts."""
PAGE_CHARACTERS = 60_000
"""Characters that the fonts of a page may take, as they stand in it."""
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
        made = dict(_made(Path(folder), family, _part))
        kept = {stem: b"", **{f"{stem} {name}": data for name, data in made.items()}}
        cache.keep(kept)
    return {name: kept[f"{stem} {name}"] for name in FACES.values() if f"{stem} {name}" in kept}


def page_faces(folder: str, family: str, cache: Cache) -> dict[str, str]:
    """The faces of a font that may travel inside a web page, as WOFF2 in base 64, by their names in `FACES`.

    All pages of a brand have the same ones, made once and kept: making them takes longer than making a page.
    Left out are variable fonts, what the licence bits do not allow in a file that can be edited, or not in
    part, and every face from the first one with which a page would hold more than `PAGE_CHARACTERS`.
    """
    if not folder:
        return {}
    key = f"page {fonts_digest(folder)} {version_of('fonttools')} {version_of('brotli')} {family}"
    kept = cache.found([key]).get(key)
    if kept is None:
        made = {name: b64encode(data).decode() for name, data in _made(Path(folder), family, _page_part)}
        kept = json.dumps(dict(_together_small(made))).encode()
        cache.keep({key: kept})
    return dict(json.loads(kept))


def _together_small(made: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    left = PAGE_CHARACTERS
    for name in FACES.values():
        left -= len(made.get(name, ""))
        if left < 0:
            return
        if name in made:
            yield name, made[name]


def _made(folder: Path, family: str, part: Callable[["TTFont"], bytes | None]) -> Iterator[tuple[str, bytes]]:
    """Each face of a font with what `part` makes of it, unless that is nothing."""
    from fontTools.ttLib import TTFont

    logging.getLogger("fontTools").setLevel(logging.CRITICAL)  # it tells of damage on the error stream
    for path in font_files(folder):
        try:
            font = TTFont(path, lazy=True, recalcTimestamp=False)
            name = _name(font, family)
            data = part(font) if name else None
            if data is not None:
                yield name, data
        except Exception:  # whatever damage ends in: the file names the font, and is set without this face
            continue


def _name(font: "TTFont", family: str) -> str:
    """Which of `FACES` a font is, or nothing where it cannot stand in a file."""
    about = font["OS/2"]
    usable = "fvar" not in font and about.fsType & _RESTRICTED in _EDITABLE
    if not usable or family not in (font["name"].getBestFamilyName(), font["name"].getDebugName(1)):
        return ""
    return FACES.get((about.usWeightClass, bool(about.fsSelection & 1)), "")


def _part(font: "TTFont") -> bytes | None:
    """What a word processor takes: TrueType outlines only."""
    if "glyf" not in font:
        return None
    if not font["OS/2"].fsType & _WHOLE:
        _reduce(font, _CHARACTERS, _FEATURES, ["*"])
    return _saved(font)


def _page_part(font: "TTFont") -> bytes | None:
    if font["OS/2"].fsType & _WHOLE:
        return None
    _reduce(font, _PAGE_CHARACTERS, (*_FEATURES, "tnum"), [])
    font.flavor = "woff2"
    return _saved(font)


def _reduce(
    font: "TTFont", characters: Iterable[tuple[int, int]], features: Iterable[str], names: list[str]
) -> None:
    from fontTools.subset import Options, Subsetter

    part = Subsetter(Options(hinting=False, layout_features=[*features], name_IDs=names, notdef_outline=True))
    part.populate(unicodes=[sign for first, last in characters for sign in range(first, last + 1)])
    part.subset(font)


def _saved(font: "TTFont") -> bytes:
    stream = BytesIO()
    font.save(stream)
    return stream.getvalue()
