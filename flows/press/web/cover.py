"""The cover of a web page: a header with the logo and the lines of the title, and photos."""

from html import escape

from flows.documents.covers import Composition, composition_of
from flows.documents.elements import Element, Tree, inner, name_of, raw, text_of, walk
from flows.press.trees import with_unbroken_words


def logo_of(logo: tuple[str, str], night: str) -> str:
    """The logo as an element of a page.

    Args:
        logo: Its ``data:`` address and alternative text.
        night: The address that takes its place in the dark, where there is one.
    """
    address, alt = logo
    image = f'<img class="logo" src="{address}" alt="{escape(alt)}">'
    if not night:
        return image
    dark = f'<source media="screen and (prefers-color-scheme: dark)" srcset="{night}">'
    return f"<picture>{dark}{image}</picture>"


def cover_of(cover: Element, logo: str) -> Tree:
    """A cover as the header of a page, around the element of its logo."""
    lines = [_line(part) for part in inner(cover)]
    closed = raw("html", "</header>")
    pictured = (
        " pictured" if any(part["t"] == "RawBlock" for part in lines) else ""
    )  # the photo, as a page has it
    if composition_of(cover) is Composition.SHAPES:
        return [raw("html", f'<header class="cover{pictured}">{logo}'), *lines, closed]
    opened = raw("html", f'<header class="cover bands{pictured}"><div class="masthead">')
    return [opened, lines[0], raw("html", f"{logo}</div>"), *lines[1:], closed]


def photo_of(photo: Element) -> Tree:
    """A photo that fills its frame, with who made it; the point that stays in sight is a matter of style."""
    (shown,) = [one for one in walk(photo) if one["t"] == "Image"]
    (*_, about), words, (address, _) = shown["c"]
    known = dict(about)
    focus = " ".join(f"{float(share) * 100:.6g}%" for share in known["focus"].split())
    ratio = known["frame"].replace(" ", " / ")
    said = f' lang="{escape(known["lang"])}"' if "lang" in known else ""
    image = f'<img src="{address}" alt="{escape(text_of(words))}"{said} style="object-position: {focus}">'
    opened = raw(
        "html", f'<figure class="photo"><div class="crop" style="--frame: {ratio}">{image}</div><figcaption>'
    )
    return [opened, *inner(photo)[1:], raw("html", "</figcaption></figure>")]


def _line(part: Element) -> Element:
    if name_of(part) != "title":
        return part
    return {"t": "Header", "c": [1, ["", [], []], with_unbroken_words(inner(part)[0]["c"])]}
