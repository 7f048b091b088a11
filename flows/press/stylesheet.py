"""The brand as CSS."""

from flows.documents.brand import Brand

_MOST_CHAPTERS = 24
"""Chapters with a rule of their own; those after it look like the first."""


def stylesheet(brand: Brand, rules: str) -> str:
    """The CSS of a page: the brand's colours and font as variables, then `rules`."""
    page, cover = brand.page, brand.cover
    shapes = [*cover.shapes, cover.ground, cover.ground]
    named = {
        "ink": page.ink,
        "paper": page.paper,
        "muted": page.muted,
        "line": page.line,
        "link": page.link,
        "cover": cover.ground,
        "on-cover": cover.on,
        "shape-1": shapes[0],
        "shape-2": shapes[1],
    }
    variables = {name: brand.colour(colour) for name, colour in named.items()}
    variables |= {"font": fonts(brand), **_tone(brand, 1)}
    tones = "".join(
        f".tone-{number} {_block(_tone(brand, number))}\n" for number in range(_MOST_CHAPTERS + 1)
    )
    return f":root {_block(variables)}\n{tones}{rules}"


def _tone(brand: Brand, number: int) -> dict[str, str]:
    return dict(zip(("solid", "tint", "on"), brand.tone(number), strict=True))


def fonts(brand: Brand) -> str:
    """The font list of a page."""
    names = (brand.fonts.family, *brand.fonts.instead)
    return ", ".join([*(f"'{name}'" for name in names), "system-ui", "sans-serif"])


def _block(variables: dict[str, str]) -> str:
    return "{ " + " ".join(f"--{name}: {value};" for name, value in variables.items()) + " }"
