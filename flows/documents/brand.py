"""A brand: colours by name, what they are used for, fonts and sizes, as its file gives them."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Annotated
from urllib.parse import quote

from pydantic import BeforeValidator, Field

from flows.documents.covers import Composition
from flows.documents.inks import Inks, Printing
from flows.documents.photos import FileName, Photo
from flows.positions.written import as_written
from flows.positions.written_fields import (
    CLOSED,
    COLOUR_PATTERN,
    FONT_PATTERN,
    SITE_PATTERN,
    Id,
    Number,
    Words,
)

Colour = Annotated[str, BeforeValidator(as_written), Field(pattern=COLOUR_PATTERN)]
"""A colour as ``#rrggbb``."""
ColourName = Annotated[str, BeforeValidator(as_written), Field(min_length=1)]
"""The name of one of the brand's colours."""
SiteAddress = Annotated[str, BeforeValidator(as_written), Field(pattern=SITE_PATTERN, max_length=200)]
"""The address on the web of the folder with all outputs."""
FontName = Annotated[str, BeforeValidator(as_written), Field(pattern=FONT_PATTERN)]


@dataclass(frozen=True, slots=True)
class Tone:
    """The colours of a chapter: a solid one, a light tint of it, and the colour of text on the solid one."""

    __pydantic_config__ = CLOSED
    solid: ColourName
    tint: ColourName
    on: ColourName


@dataclass(frozen=True, slots=True)
class Page:
    """The colours of ordinary pages."""

    __pydantic_config__ = CLOSED
    ink: ColourName
    paper: ColourName
    muted: ColourName
    line: ColourName
    link: ColourName


@dataclass(frozen=True, slots=True)
class Cover:
    """The cover: its ground, the text on it, what decorates it, and how that is composed."""

    __pydantic_config__ = CLOSED
    ground: ColourName
    on: ColourName
    shapes: tuple[ColourName, ...] = ()
    composition: Composition = Composition.SHAPES
    photo: Photo | None = None


@dataclass(frozen=True, slots=True)
class Fonts:
    """The font of all text, and what stands in for it on a screen that lacks it."""

    __pydantic_config__ = CLOSED
    family: FontName
    instead: tuple[FontName, ...] = ()


@dataclass(frozen=True, slots=True)
class Scale:
    """Sizes of text in points, as printed."""

    __pydantic_config__ = CLOSED
    body: Number
    small: Number
    lead: Number
    theme: Number
    chapter: Number
    cover: Number


@dataclass(frozen=True, slots=True)
class Logo:
    """The logo: pictures beside the brand file, and what a reader who does not see it is told.

    Attributes:
        file: The logo for light grounds, and for dark ones too where there is no other.
        alt: What it says.
        dark: The logo for dark grounds.
    """

    __pydantic_config__ = CLOSED
    file: FileName
    alt: Words
    dark: FileName | None = None


@dataclass(frozen=True, slots=True)
class Brand:
    """How documents look.

    Attributes:
        name: Name of the brand.
        colours: Colours by name; everything else names one of these.
        page: Colours of ordinary pages, of the introduction and of the colophon.
        cover: Colours of the cover.
        chapters: Colours of the chapters, in turn.
        fonts: The font.
        scale: Sizes of text.
        logo: The logo, where there is one.
        site: Where the outputs stand on the web; nothing while nobody has said so.
        print: What is said about the PDF for the printer.
        photos: The photo below the heading of a chapter, by the chapter's id.
    """

    __pydantic_config__ = CLOSED
    name: Words
    colours: Mapping[str, Colour]
    page: Page
    cover: Cover
    chapters: Annotated[tuple[Tone, ...], Field(min_length=1)]
    fonts: Fonts
    scale: Scale
    logo: Logo | None = field(default=None)
    site: SiteAddress | None = field(default=None)
    print: Printing = field(default_factory=Printing)
    photos: Mapping[Id, Photo] = field(default_factory=dict)

    @property
    def masthead(self) -> str:
        """What the logo and the organisation stand on at the top of a cover, as ``#rrggbb``."""
        on_paper = self.cover.composition is Composition.BANDS
        return self.colour(self.page.paper if on_paper else self.cover.ground)

    def photographs(self) -> Iterator[tuple[tuple[str, ...], Photo]]:
        """Every photo, with the keys that lead to it in the brand file."""
        if self.cover.photo:
            yield ("cover", "photo"), self.cover.photo
        yield from ((("photos", chapter), photo) for chapter, photo in self.photos.items())

    def colour(self, name: str) -> str:
        """A colour as ``#rrggbb``, in lower case."""
        return self.colours[name].lower()

    def address(self, path: str) -> str:
        """Where a file of the output folder stands on the web; nothing while nobody has said so."""
        return f"{self.site.rstrip('/')}/{quote(path)}" if self.site else ""

    def inks(self) -> dict[str, Inks]:
        """The inks that are given for a colour, by the colour as ``#rrggbb``."""
        given: dict[str, Inks] = {}
        for name, percents in self.print.inks.items():
            cyan, magenta, yellow, black = (float(percent) / 100 for percent in percents)
            given.setdefault(self.colour(name), (cyan, magenta, yellow, black))
        return given

    def tone(self, number: int) -> tuple[str, str, str]:
        """Solid, tint and text colour of a chapter; number 0 is a page without chapter colours."""
        if number == 0:
            return self.colour(self.cover.ground), self.colour(self.page.paper), self.colour(self.cover.on)
        tone = self.chapters[(number - 1) % len(self.chapters)]
        return self.colour(tone.solid), self.colour(tone.tint), self.colour(tone.on)
