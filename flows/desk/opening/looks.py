"""The brand of a content root, or the neutral one of the package, and whether the press takes it."""

import hashlib
import json
from importlib.resources import files

from flows.desk.opening.caches import cache_of
from flows.desk.opening.pictures import picture_problems
from flows.documents.brand import read_brand
from flows.positions.marked import Marked
from flows.press.doors.tools import fonts_digest, version_of
from flows.press.looks import BRAND_FILE, FONTS_FOLDER, Looks, read_looks
from flows.press.trials import LINE, font_refused
from flows.problems.codes import problem
from flows.problems.records import Problem, has_errors
from flows.sources.content import Content
from flows.sources.font_files import font_problems
from flows.sources.yaml_files import marked_bytes, read_marked

_LONGEST = 300
"""Characters of what the press says that a message repeats."""


def open_looks(content: Content) -> tuple[Looks | None, list[Problem]]:
    """Read `shared/brand/brand.yaml` with its fonts and logo; an association without one looks neutral.

    Returns:
        The looks, or None where there is an error, and every problem: what is odd about the file, those of
        `read_looks`, of the files of the fonts, of the logo as a picture, and SP815 (``name``, ``said``) for
        a font in which the press cannot set a line.
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
        problems += [*_logo(content, looks, file), *_font(content, looks, file)]
    return (None if has_errors(problems) else looks), [*odd, *problems]


def _logo(content: Content, looks: Looks, file: Marked) -> list[Problem]:
    place = file.span("logo", "file").place
    return list(picture_problems(content, looks.logo, place, logo=True)) if looks.logo else []


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
