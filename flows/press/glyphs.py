"""Which characters and words the font of a brand cannot show. Typst is asked, and its answers are kept."""

import json
from collections.abc import Iterable
from pathlib import Path

from flows.press.doors.tools import fonts_digest, version_of
from flows.press.doors.typst import undisplayed
from flows.press.looks import Looks
from flows.press.store.cache import Cache


def without_glyph(pieces: Iterable[str], root: Path, looks: Looks, cache: Cache) -> frozenset[str]:
    """The characters and words that the font of a brand does not show.

    Args:
        pieces: Characters and words.
        root: The content root.
        looks: The brand, with its fonts.
        cache: Where answers are kept, by the fonts that they are about.
    """
    fonts, family = looks.fonts_in(root), looks.brand.fonts.family
    key = f"glyphs:{version_of('typst')}:{family}:{fonts_digest(fonts) if fonts else ''}"
    known = _read(cache.found([key]).get(key))
    wanted = set(pieces)
    unknown = wanted - known.keys()
    if unknown:
        missing = undisplayed(unknown, family, fonts)
        known |= {piece: piece not in missing for piece in unknown}
        cache.keep({key: json.dumps(known).encode()})
    return frozenset(piece for piece in wanted if not known[piece])


def _read(stored: bytes | None) -> dict[str, bool]:
    try:
        read = json.loads(stored or b"{}")
    except ValueError:
        return {}
    return read if isinstance(read, dict) else {}
