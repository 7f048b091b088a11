"""The brand as CSS, in light and in dark."""

from collections.abc import Mapping
from types import MappingProxyType

from flows.documents.brand import Brand
from flows.documents.contrasts import contrast
from flows.documents.covers import Composition
from flows.positions.limits import CHAPTER_TONES

_READABLE = 4.5
"""Contrast that text needs (WCAG 2.2, AA)."""
_CLEAR = 7.0
"""Contrast of headings and links on a dark page, where the least would look faint."""
_DARK = 16.5
"""Contrast of white on the ground of a dark page: near black, in the hue of the ink."""
_BLACK, _WHITE = "#000000", "#ffffff"
_TINTED = 0.22
"""Share of a chapter's colour in the ground of its boxes on a dark page."""
_STEPS = 40
NO_FACES: Mapping[str, str] = MappingProxyType({})

Variables = dict[str, str]
"""CSS variables by name, without the dashes."""


def stylesheet(brand: Brand, rules: str, faces: Mapping[str, str] = NO_FACES) -> str:
    """The CSS of a page: the brand's colours and font as variables, then `rules`.

    Args:
        brand: The brand.
        rules: CSS that uses those variables.
        faces: The faces of its font that the page brings along, WOFF2 in base 64 by their names; where there
            are none, a screen that has the font shows it, and any other what stands in for it.

    Dark colours follow from the light ones. They need no check of their own, for each is made lighter until
    it can be read on every ground it meets.
    """
    light = _with_tones(
        _page(brand) | {"font": fonts(brand)}, [_tone(brand, number) for number in _numbers()]
    )
    dark = _with_tones(dark_page(brand), [dark_tone(brand, number) for number in _numbers()])
    font = "".join(_face(brand.fonts.family, name, data) for name, data in faces.items())
    return f"{font}{light}@media screen and (prefers-color-scheme: dark) {{\n{dark}}}\n{rules}"


def _numbers() -> range:
    """Page and chapters with a rule of their own; chapters after those look like the first."""
    return range(CHAPTER_TONES + 1)


def _with_tones(page: Variables, tones: list[Variables]) -> str:
    rules = "".join(f".tone-{number} {_block(tone)}\n" for number, tone in enumerate(tones))
    return f":root {_block(page | tones[1])}\n{rules}"


def _page(brand: Brand) -> Variables:
    page, cover = brand.page, brand.cover
    shapes = [*cover.shapes, cover.ground, cover.ground, cover.ground]
    named = {
        "ink": page.ink,
        "paper": page.paper,
        "muted": page.muted,
        "line": page.line,
        "link": page.link,
        "chart": page.paper,
        "cover": cover.ground,
        "on-cover": cover.on,
        "shape-1": shapes[0],
        "shape-2": shapes[1],
        "shape-3": shapes[2],
    }
    return {name: brand.colour(colour) for name, colour in named.items()}


def _tone(brand: Brand, number: int) -> Variables:
    solid, tint, on = brand.tone(number)
    return {"solid": solid, "tint": tint, "band": solid, "on": on}


def dark_page(brand: Brand) -> Variables:
    """The colours of a dark page; nothing where the brand's own page is dark."""
    if _is_dark(brand):
        return {}
    ground = _dark_ground(brand)
    grounds = [ground, *(dark_tone(brand, number)["tint"] for number in range(len(brand.chapters) + 1))]
    return {
        "ink": _dark_ink(brand),
        "paper": ground,
        "muted": _raised(brand.colour(brand.page.muted), grounds),
        "line": _mixed(ground, _WHITE, 0.25),
        "link": _raised(brand.colour(brand.page.link), grounds, _CLEAR),
    }


def dark_masthead(brand: Brand) -> str:
    """What the logo stands on at the top of a cover on a dark page; the colours of the cover stay."""
    if brand.cover.composition is Composition.SHAPES:
        return brand.masthead
    return dark_page(brand).get("paper", brand.masthead)


def dark_tone(brand: Brand, number: int) -> Variables:
    """The colours of a chapter on a dark page: the band keeps its own, text and boxes get others."""
    tone = _tone(brand, number)
    if _is_dark(brand):
        return tone
    ground = _dark_ground(brand)
    tint = _mixed(ground, tone["solid"], _TINTED)
    solid = _raised(tone["solid"], [ground, tint], _CLEAR) if number else _dark_ink(brand)
    return {**tone, "solid": solid, "tint": tint}


def _is_dark(brand: Brand) -> bool:
    ink, paper = brand.colour(brand.page.ink), brand.colour(brand.page.paper)
    return contrast(ink, _BLACK) > contrast(paper, _BLACK)


def _dark_ground(brand: Brand) -> str:
    return _towards(brand.colour(brand.page.ink), _BLACK, [_WHITE], _DARK)


def _dark_ink(brand: Brand) -> str:
    return _mixed(brand.colour(brand.page.paper), _dark_ground(brand), 0.1)


def _raised(colour: str, grounds: list[str], needed: float = _READABLE) -> str:
    return _towards(colour, _WHITE, grounds, needed)


def _towards(colour: str, goal: str, others: list[str], needed: float) -> str:
    """A colour mixed with as little of `goal` as gives it a contrast with all `others`."""
    mixtures = (_mixed(colour, goal, step / _STEPS) for step in range(_STEPS))
    return next((one for one in mixtures if min(contrast(one, other) for other in others) >= needed), goal)


def _mixed(one: str, other: str, share: float) -> str:
    """A colour with a share of another in it."""
    pairs = [(int(one[at : at + 2], 16), int(other[at : at + 2], 16)) for at in (1, 3, 5)]
    return "#" + "".join(f"{round(a + (b - a) * share):02x}" for a, b in pairs)


def _face(family: str, name: str, data: str) -> str:
    slant = "italic" if name.endswith("Italic") else "normal"
    weight = 700 if name.startswith("Bold") else 400
    return (
        f"@font-face {{ font-family: '{family}'; font-weight: {weight}; font-style: {slant}; "
        f"font-display: swap; src: url(data:font/woff2;base64,{data}) format('woff2'); }}\n"
    )


def fonts(brand: Brand) -> str:
    """The font list of a page."""
    names = (brand.fonts.family, *brand.fonts.instead)
    return ", ".join([*(f"'{name}'" for name in names), "system-ui", "sans-serif"])


def _block(variables: Variables) -> str:
    return "{ " + " ".join(f"--{name}: {value};" for name, value in variables.items()) + " }"
