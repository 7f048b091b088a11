"""What both of Typst's templates are given: calls of their functions around text, images, and the brand."""

import re
from collections.abc import Mapping
from typing import Any

from flows.documents.brand import Brand
from flows.documents.elements import Element, Tree, raw, text_of, walk

_OPENING = re.compile(r"[-+=/]|\d+\.")
"""What Typst takes for a list or heading at the start of a text."""


def typst(text: str) -> Element:
    """A piece of Typst among words."""
    return {"t": "RawInline", "c": ["typst", text]}


def call(function: str, *contents: Tree, label: str = "") -> Tree:
    """Blocks as a call, with a label where links can lead to it."""
    between = raw("typst", "][")
    inside = [block for content in contents for block in (*content, between)][:-1]
    return [raw("typst", f"#{function}["), *inside, raw("typst", f"] <{label}>" if label else "];")]


def called(function: str, words: Tree) -> Tree:
    """Words as a call.

    Its semicolon keeps a bracket or full stop that follows from becoming part of it; the nothing at its start
    is the guard of `guarded`.
    """
    return [typst(f"#{function}[#none;"), *words, typst("];")]


def guarded(words: Tree) -> Tree:
    """The words of an item, cell or link, with nothing before a first dash or number that would begin a list.

    Pandoc's writer sees to that in paragraphs alone.
    """
    first = next((one["c"] for one in walk(words) if one["t"] == "Str"), "")
    return [typst("#none;"), *words] if _OPENING.match(first) else words


def guarded_text(element: Element) -> Element:
    """A paragraph, text or link with its words `guarded`; everything else as it is."""
    kind = element["t"]
    if kind in ("Para", "Plain"):
        return {**element, "c": guarded(element["c"])}
    if kind == "Link":
        attributes, words, target = element["c"]
        return {**element, "c": [attributes, guarded(words), target]}
    return element


def picture(image: Element, files: Mapping[str, str], placed: list[dict[str, str]]) -> Tree:
    """An image as its number among `placed`: Pandoc's writer would drop the alternative text.

    Args:
        image: The image.
        files: File name of the copy of each image file, by its path.
        placed: File, alternative text and attributes of each image so far, which this one joins.
    """
    (*_, about), words, (target, _) = image["c"]
    placed.append({"file": files[target], "alt": text_of(words), **dict(about)})
    return [typst(f"#picture({len(placed) - 1});")]


def brand_data(brand: Brand) -> dict[str, Any]:
    """What every template reads of the brand: colours of page and cover, and the font."""
    page, cover = brand.page, brand.cover
    return {
        "page": {
            name: brand.colour(getattr(page, name)) for name in ("ink", "paper", "muted", "line", "link")
        },
        "cover": {
            "ground": brand.colour(cover.ground),
            "on": brand.colour(cover.on),
            "shapes": [brand.colour(name) for name in cover.shapes],
        },
        "font": brand.fonts.family,
    }
