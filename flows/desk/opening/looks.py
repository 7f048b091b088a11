"""The brand of a content root, or the neutral one of the package, and whether the press takes it."""

import hashlib
import json
from collections.abc import Iterator
from importlib.resources import files

from flows.desk.opening.caches import cache_of
from flows.desk.opening.languages import open_language
from flows.desk.opening.national import open_national
from flows.desk.opening.pictures import photo_problems, picture_problems
from flows.documents.brand_file import read_brand
from flows.documents.photos import CHAPTER, FRAMES
from flows.positions.marked import Marked
from flows.press.doors.tools import fonts_digest, version_of
from flows.press.looks import BRAND_FILE, BRAND_FOLDER, FONTS_FOLDER, Looks, read_looks
from flows.press.trials import LINE, font_refused
from flows.problems.codes import problem
from flows.problems.records import Problem, has_errors
from flows.sources.content import Content
from flows.sources.font_files import font_problems
from flows.sources.yaml_files import marked_bytes, read_marked

_LONGEST = 300
"""Characters of what the press says that a message repeats."""


def open_looks(content: Content) -> tuple[Looks | None, list[Problem]]:
    """Read `shared/brand/brand.yaml` with its fonts and pictures; an association without one looks neutral.

    Returns:
        The looks, or None where there is an error, and every problem: what is odd about the file, those of
        `read_looks`, of the files of the fonts, of logo and photos as pictures, SP806 (``name``) for a
        language or a chapter that is not there, and SP815 (``name``, ``said``) for a font in which the press
        cannot set a line.
    """
    if (content.root / BRAND_FILE).exists():
        file, odd = read_marked(content.root, BRAND_FILE)
    else:
        neutral = files("flows.sources") / "neutral" / "brand.yaml"
        file, odd = marked_bytes(neutral.read_bytes(), "brand.yaml")
    if file is None:
        return None, odd
    unsound = font_problems(content.root, FONTS_FOLDER, file.span("fonts", "family").place)
    if unsound:  # no program may open the folder
        return None, [*odd, *unsound, *read_brand(file)[1]]
    looks, problems = read_looks(content.root, file)
    if looks is not None:
        problems += [
            *_logo(content, looks, file),
            *_photos(content, looks, file),
            *_font(content, looks, file),
        ]
    return (None if has_errors(problems) else looks), [*odd, *problems]


def _logo(content: Content, looks: Looks, file: Marked) -> list[Problem]:
    return [
        found
        for key, path in (("file", looks.logo), ("dark", looks.dark_logo))
        if path
        for found in picture_problems(content, path, file.span("logo", key).place, logo=True)
    ]


def _photos(content: Content, looks: Looks, file: Marked) -> Iterator[Problem]:
    for path, photo in looks.brand.photographs():
        place = file.span(*path, "file").place
        frame = CHAPTER if path[0] == "photos" else FRAMES[looks.brand.cover.composition]
        yield from photo_problems(content, f"{BRAND_FOLDER}/{photo.file}", place, frame)
        for code in photo.alt_in:
            if open_language(content, code)[0] is None:
                yield problem("SP806", file.key(*path, "alt_in", code), name=code)
    yield from _unknown_chapters(content, looks, file)


def _unknown_chapters(content: Content, looks: Looks, file: Marked) -> Iterator[Problem]:
    """SP806 for photos of chapters that no edition has; nothing where an edition cannot be read."""
    if not looks.brand.photos:
        return
    editions = [open_national(content, name).edition for name in content.editions()]
    known = {chapter.id for edition in editions if edition for chapter in edition.chapters}
    for name in looks.brand.photos:
        if name not in known and all(editions):
            yield problem("SP806", file.key("photos", name), name=name, allowed=tuple(sorted(known)))


def _font(content: Content, looks: Looks, file: Marked) -> list[Problem]:
    """Whether a line can be set in the font; asked once for the same files and the same press."""
    family, fonts = looks.brand.fonts.family, looks.fonts_in(content.root)
    told = json.dumps([family, fonts_digest(fonts) if fonts else "", version_of("typst"), LINE])
    key = f"font:{hashlib.sha256(told.encode()).hexdigest()}"
    cache = cache_of(content)
    kept = cache.found([key]).get(key)
    said = font_refused(family, fonts) if kept is None else kept.decode()
    cache.keep({key: said.encode()} if kept is None else {})
    place = file.span("fonts", "family").place
    return [problem("SP815", place, name=family, said=said[:_LONGEST])] if said else []
