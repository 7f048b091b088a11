"""A brand, read from its file: what it says has to exist, to print, and to be readable."""

from collections.abc import Iterator

from flows.documents.brand import Brand
from flows.documents.contrasts import READABLE, contrast
from flows.documents.photos import odd_values
from flows.positions import limits
from flows.positions.marked import Marked
from flows.positions.shaping.shapes import shaped
from flows.problems.codes import problem
from flows.problems.records import Problem, has_errors

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
