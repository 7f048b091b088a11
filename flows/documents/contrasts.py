"""How well one colour can be read on another."""

READABLE = 4.5
"""The contrast that WCAG 2.2 asks of text."""
_NEARLY_BLACK = 0.04045
"""The channel value below which sRGB is linear."""


def contrast(one: str, other: str) -> float:
    """The contrast of two colours, from 1 to 21, as WCAG 2.2 defines it."""
    lighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: str) -> float:
    red, green, blue = (_linear(int(colour[at : at + 2], 16) / 255) for at in (1, 3, 5))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(channel: float) -> float:
    return channel / 12.92 if channel <= _NEARLY_BLACK else float(((channel + 0.055) / 1.055) ** 2.4)


def is_dark(ground: str) -> bool:
    """Whether white can be read better on a colour than black."""
    return contrast("#ffffff", ground) > contrast("#000000", ground)


def text_on(ground: str, dark: str, light: str) -> str:
    """Whichever of two colours can be read best on a third."""
    return max((light, dark), key=lambda colour: contrast(colour, ground))
