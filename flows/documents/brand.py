"""A brand: colours by name, what they are used for, fonts and sizes, read from one file and checked."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Annotated
from urllib.parse import quote

from pydantic import BeforeValidator, Field

from flows.documents.covers import Composition
from flows.documents.inks import Inks, Printing
from flows.documents.photos import FileName, Photo, odd_values
from flows.positions import limits
from flows.positions.marked import Marked
from flows.positions.shaping.shapes import shaped
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
from flows.problems.codes import problem
from flows.problems.records import Problem, has_errors

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


_INKS, _FULL = 4, 100
MOST_INK = 300
"""Percents of ink in all that paper takes without smearing, as printers ask for it."""


def read_brand(part: Marked) -> tuple[Brand | None, list[Problem]]:
    """Read and check a brand file.

    Returns:
        The brand with nothing but warnings (SP878 with ``key``, ``total``, ``most`` for a colour that takes
        much ink), or None with every problem: wrong shape, inks of no known form (SP114), sizes that do not
        print (SP810 with ``key``, ``value``, ``least``, ``most``), lists that are too long (SP811 with
        ``key``, ``count``, ``most``), what is odd about a photo (SP834 and SP839 with ``key``), names of
        colours that do not exist (SP806 with ``name``, ``allowed``) and pairs that cannot be read (SP805
        with ``text``, ``ground``, ``ratio``, ``needed``).
    """
    brand, problems = shaped(Brand, part)
    if brand is None:
        return None, problems
    problems = [*_odd_sizes(brand, part), *_long_lists(brand, part), *_odd_inks(brand, part)]
    problems += [odd for path, photo in brand.photographs() for odd in odd_values(photo, part, path)]
    if not any(one.code == "SP811" for one in problems):
        problems += list(_unknown_names(brand, part)) or list(_faint_pairs(brand, part))
    return (None if has_errors(problems) else brand), problems


def _odd_inks(brand: Brand, part: Marked) -> Iterator[Problem]:
    for name, percents in brand.print.inks.items():
        path, key = ("print", "inks", name), f"print.inks.{name}"
        total = sum(percents)
        if len(percents) != _INKS or not all(0 <= percent <= _FULL for percent in percents):
            value = f"[{', '.join(str(percent) for percent in percents)}]"
            yield problem("SP114", part.span(*path).place, key=key, value=value, form="form-inks")
        elif total > MOST_INK:
            yield problem("SP878", part.span(*path).place, key=key, total=f"{total:.6g}", most=MOST_INK)


def _odd_sizes(brand: Brand, part: Marked) -> Iterator[Problem]:
    for name, (least, most) in limits.SIZES.items():
        size = getattr(brand.scale, name)
        if not least <= size <= most:
            place = part.span("scale", name).place
            yield problem("SP810", place, key=f"scale.{name}", value=f"{size:.6g}", least=least, most=most)


def _long_lists(brand: Brand, part: Marked) -> Iterator[Problem]:
    counted: tuple[tuple[tuple[str, ...], int, int], ...] = (
        (("colours",), len(brand.colours), limits.COLOURS),
        (("cover", "shapes"), len(brand.cover.shapes), limits.COVER_SHAPES),
        (("chapters",), len(brand.chapters), limits.CHAPTER_TONES),
        (("fonts", "instead"), len(brand.fonts.instead), limits.FONTS_INSTEAD),
        (("print", "inks"), len(brand.print.inks), limits.COLOURS),
    )
    for path, count, most in counted:
        if count > most:
            yield problem("SP811", part.keys[path], key=".".join(path), count=count, most=most)


def _uses(brand: Brand) -> Iterator[tuple[tuple[str | int, ...], str]]:
    for name in ("ink", "paper", "muted", "line", "link"):
        yield ("page", name), getattr(brand.page, name)
    for name in ("ground", "on"):
        yield ("cover", name), getattr(brand.cover, name)
    for number, shape in enumerate(brand.cover.shapes):
        yield ("cover", "shapes", number), shape
    for number, tone in enumerate(brand.chapters):
        for name in ("solid", "tint", "on"):
            yield ("chapters", number, name), getattr(tone, name)


def _unknown_names(brand: Brand, part: Marked) -> Iterator[Problem]:
    for name in brand.print.inks:
        if name not in brand.colours:
            place = part.key("print", "inks", name)
            yield problem("SP806", place, name=name, allowed=tuple(brand.colours))
    for path, name in _uses(brand):
        if name not in brand.colours:
            yield problem("SP806", part.span(*path).place, name=name, allowed=tuple(brand.colours))


def _pairs(brand: Brand) -> Iterator[tuple[tuple[str | int, ...], str, str]]:
    page, cover = brand.page, brand.cover
    for name in ("ink", "muted", "link"):
        yield ("page", name), getattr(page, name), page.paper
    yield ("cover", "on"), cover.on, cover.ground
    for number, shape in enumerate(cover.shapes):
        yield ("cover", "shapes", number), cover.on, shape
    for number, tone in enumerate(brand.chapters):
        yield ("chapters", number, "on"), tone.on, tone.solid
        yield ("chapters", number, "solid"), tone.solid, page.paper
        yield ("chapters", number, "solid"), tone.solid, tone.tint
        for name in ("ink", "muted", "link"):
            yield ("chapters", number, "tint"), getattr(page, name), tone.tint
    yield ("cover", "ground"), cover.ground, page.paper


READABLE = 4.5
"""The contrast that WCAG 2.2 asks of text."""


def _faint_pairs(brand: Brand, part: Marked) -> Iterator[Problem]:
    seen: set[tuple[str, str]] = set()
    for path, text, ground in _pairs(brand):
        ratio = contrast(brand.colour(text), brand.colour(ground))
        if ratio < READABLE and (text, ground) not in seen:
            seen.add((text, ground))
            yield problem(
                "SP805",
                part.span(*path).place,
                text=text,
                ground=ground,
                ratio=f"{int(ratio * 100) / 100:.2f}",
                needed=f"{READABLE:.1f}",
            )


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
