"""What may be in values, brand, fonts, pictures and figures at most: generous, and named in messages.

Each keeps something from happening that was tried: a chart of 2000 bars takes half a minute, a drawing of
8000 by 8000 pixels a quarter, a size of 1e308 points ends in an overflow, and a page holds only so much.
"""

from collections.abc import Mapping
from decimal import Decimal
from types import MappingProxyType

SIZES: Mapping[str, tuple[int, int]] = MappingProxyType(
    {
        "body": (6, 24),
        "small": (5, 24),
        "lead": (6, 48),
        "theme": (6, 48),
        "chapter": (8, 72),
        "cover": (12, 120),
    }
)
"""The least and the most points of each size of text."""

WORDS = 2_000
"""Characters of a title, name, source or value of a variable; texts in Markdown have limits of their own."""
ITEMS = 200
"""Values in the list of a variable."""

COLOURS = 200
CHAPTER_TONES = 24
"""As many as the style sheet of a page has a rule for."""
COVER_SHAPES = 20
FONTS_INSTEAD = 20

FONT_ENDINGS = (".ttf", ".otf", ".ttc", ".otc")
"""What Typst and vl-convert take for a font, whatever else its name is."""
FONT_BYTES = 32 * 1024 * 1024
"""A font of Chinese, Japanese and Korean characters has about 16 MB."""
FONT_FILES = 200

PICTURE_BYTES = 16 * 1024 * 1024
PHOTO_BYTES = 4 * 1024 * 1024
"""Of a photo of the brand, which every web page carries along; 8 million pixels of JPEG take about 3 MB."""
PICTURE_PIXELS = 40_000_000
"""An A4 page at 600 to an inch has 35 million."""
PICTURE_SIDE = 20_000
"""Pixels of one side."""
DRAWING_SIDE = 4_000
"""Pixels of one side of a drawing."""
DRAWING_PIXELS = 4_000_000
TALLER = 3
"""Times that a picture may be taller than it is wide, and still fit a page when it is as wide as a column."""
WIDER = 10
"""Times that a logo may be wider than it is tall, and still fit a cover on which every logo is as tall."""
DRAWING_BYTES = 2 * 1024 * 1024
DRAWING_ELEMENTS = 8_000
DRAWING_DEPTH = 64
"""Elements inside each other; editors write about ten."""
DRAWN_ELEMENTS = 8_000
"""Elements that are drawn once every reference to another one is followed; layers count for several."""

POINTS = 25
"""Values of a figure: more bars do not fit a page, and more parts cannot be told apart."""
LABEL = 120
"""Characters of a value's label; three lines above its bar."""
LABELS = 1_500
"""Characters of all labels of a figure; more lines of numbers than these make do not fit a column."""
VALUE = Decimal(10) ** 15
DECIMALS = 20
"""Digits behind the comma; a spreadsheet copies at most seventeen."""
