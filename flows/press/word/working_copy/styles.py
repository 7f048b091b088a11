"""The styles of a working copy: quiet, in the colours of the brand, by the names that people choose."""

from dataclasses import replace

from flows.documents.brand import Brand
from flows.press.word.styles import DEFAULT_CHARACTERS, Look

LABEL, HOW, FIELD = "Standpunt label", "Standpunt uitleg", "Veld"
GIVEN, FIELD_NAME, FIXED = "Gegeven", "Veldnaam", "Vaste tekst"
TEXTS = {
    "prose": "Tekst",
    "ask": "Vraag",
    "fact": "Feit",
    "quote": "Citaat",
    "contact": "Contact",
    "figure": "Figuur",
}
"""The style of the text of each kind of block."""


def paragraph_styles(brand: Brand) -> dict[str, Look]:
    """Every paragraph style by its name."""
    page, scale = brand.page, brand.scale
    ink, muted, solid = brand.colour(page.ink), brand.colour(page.muted), brand.tone(0)[0]
    body, small = float(scale.body) + 1.5, float(scale.small) + 0.5
    text = Look(size=body, colour=ink, after=6, line=1.15)
    heading = Look(colour=solid, bold=True, keep=True, whole=True, line=1)
    return {
        "Normal": Look(size=body, colour=ink, before=0, after=0, line=1.15, based_on=""),
        "Title": Look(size=24, colour=solid, bold=True, after=4, line=1),
        "heading 1": replace(heading, size=20, before=26, after=6, level=0),
        "heading 2": replace(heading, size=15, before=20, after=4, level=1),
        LABEL: Look(size=small, colour=muted, before=14, after=2, keep=True),
        HOW: Look(size=small, colour=muted, italic=True, after=3),
        "Body Text": text,
        **dict.fromkeys(TEXTS.values(), text),
        TEXTS["ask"]: replace(text, edge=solid, left=4),
        FIELD: Look(size=small + 1, colour=ink, after=2),
        "header": Look(size=small, colour=muted),
        "footer": Look(size=small, colour=muted),
    }


def character_styles(brand: Brand) -> dict[str, Look]:
    """Every character style by its name."""
    muted = brand.colour(brand.page.muted)
    return {
        DEFAULT_CHARACTERS: Look(based_on=""),
        "Hyperlink": Look(
            colour=brand.colour(brand.page.link), underline="single", based_on=DEFAULT_CHARACTERS
        ),
        GIVEN: Look(underline="dotted", based_on=DEFAULT_CHARACTERS),
        FIELD_NAME: Look(colour=muted, based_on=DEFAULT_CHARACTERS),
        FIXED: Look(colour=muted, based_on=DEFAULT_CHARACTERS),
    }
