"""The only door to vl-convert: charts as SVG for pages and PDF, and as PNG for Word."""

import hashlib
import json
import re
from collections.abc import Mapping, Sequence
from functools import cache as once
from typing import Literal

from flows.documents.brand import Brand
from flows.documents.charts import spec
from flows.documents.document import Chart
from flows.press.doors.tools import fonts_digest, version_of
from flows.press.failures import tool_failed
from flows.press.store.cache import Cache

Writes = Literal["svg", "png"]
_CLIP = re.compile(r"\bclip\d+\b")
_SHARPEST = 1600
"""Pixels of the longer side of a drawing for Word, at most; at 16 cm wide that is about 250 to an inch."""
_GLANCE = 0.25
"""Scale at which a drawing is looked at for its size."""
PNG_SCALE = 3.0
"""Pixels of a PNG for each pixel of the chart; at 11 cm wide that is about 250 to an inch."""


def draw(
    charts: Sequence[Chart], writes: Writes, brand: Brand, fonts: str, cache: Cache
) -> dict[Chart, bytes]:
    """Draw charts in the colours and font of a brand, whose fonts are in a folder, or with none of its own.

    Equal charts are drawn once: `cache` keeps them by everything that decides what they look like.

    Raises:
        PressError: vl-convert failed (SP801).
    """
    if not charts:
        return {}
    keys = {chart: _key(chart, writes, brand, fonts) for chart in dict.fromkeys(charts)}
    there = cache.found(keys.values())
    drawn = {key: _drawn(chart, writes, brand, fonts) for chart, key in keys.items() if key not in there}
    cache.keep(drawn)
    pieces: Mapping[str, bytes] = {**there, **drawn}
    return {chart: pieces[key] for chart, key in keys.items()}


def _key(chart: Chart, writes: Writes, brand: Brand, fonts: str) -> str:
    told = [spec(chart, brand), writes, PNG_SCALE, version_of("vl-convert-python")]
    text = json.dumps([*told, fonts_digest(fonts) if fonts else ""], sort_keys=True)
    return f"chart:{hashlib.sha256(text.encode()).hexdigest()}"


def _drawn(chart: Chart, writes: Writes, brand: Brand, fonts: str) -> bytes:
    import vl_convert

    _use_fonts(fonts)
    described = spec(chart, brand)
    try:
        if writes == "svg":
            return own_ids(
                vl_convert.vegalite_to_svg(described), _key(chart, writes, brand, fonts)[-8:]
            ).encode()
        return bytes(vl_convert.vegalite_to_png(described, scale=PNG_SCALE))
    except (OSError, ValueError, RuntimeError) as error:
        raise tool_failed("vl-convert", str(error)) from error


def own_ids(svg: str, name: str) -> str:
    """A drawing whose clip paths are named after the chart.

    vl-convert counts them through all that a process has drawn: the same chart would have other bytes each
    time, and two charts in one page the same ids.
    """
    clips = {
        clip: f"clip-{name}-{number}" for number, clip in enumerate(dict.fromkeys(_CLIP.findall(svg)), 1)
    }
    return _CLIP.sub(lambda match: clips[match[0]], svg)


def svg_as_png(svg: str, fonts: str) -> bytes:
    """A drawing as pixels, for Word, which Pandoc gives no SVG.

    How many they are, and so how long it takes, does not grow with the size that a drawing gives itself.

    Raises:
        PressError: vl-convert failed (SP801).
    """
    import vl_convert

    _use_fonts(fonts)
    try:
        small = bytes(vl_convert.svg_to_png(svg, scale=_GLANCE))
        side = max(int.from_bytes(small[at : at + 4], "big") for at in (16, 20)) / _GLANCE
        return bytes(vl_convert.svg_to_png(svg, scale=min(PNG_SCALE, _SHARPEST / side)))
    except (OSError, ValueError, RuntimeError) as error:
        raise tool_failed("vl-convert", str(error)) from error


@once
def _use_fonts(folder: str) -> None:
    if folder:
        import vl_convert

        vl_convert.register_font_directory(folder)
