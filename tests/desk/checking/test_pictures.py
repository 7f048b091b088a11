"""Pictures of texts and the logo: what `check` passes is made, and everything else is told at its place."""

import os
import socket
from collections.abc import Mapping
from pathlib import Path

import pytest

from flows.desk.check import check
from flows.desk.opening.looks import open_looks
from flows.positions import limits
from flows.positions.bodies import Prose
from flows.press.jobs import print_documents
from flows.problems.records import Problem
from flows.problems.sentences import sentence
from flows.sources.content import Content
from tests.content_tree import CHAPTER, write_tree
from tests.documents.samples import block, chapter, position
from tests.documents.test_brand import neutral
from tests.picture_files import GIF, HOSTILE, JPEG, png, svg
from tests.press.printing import document, job

BRAND = "shared/brand/brand.yaml"
WERKEN = "shared/2031/werken.yaml"
DEEP = svg("<g>" * 10_000 + "</g>" * 10_000)
USES = "".join(f'<g id="a{n}">' + f'<use href="#a{n - 1}"/>' * 10 + "</g>" for n in range(1, 12))
CHAIN = "".join(f'<g id="a{n}"><use href="#a{n - 1}"/></g>' for n in range(1, 3000))

SOUND: Mapping[str, tuple[str, bytes]] = {
    "png": ("x.png", png()),
    "jpeg": ("x.jpg", JPEG),
    "capitals": ("x.JPEG", JPEG),
    "gif": ("x.gif", GIF),
    "case from practice": ("x.svg", HOSTILE["alt"].encode()),
    "illustrator": (
        "x.svg",
        svg(
            "<defs><style>.cls-1{fill:url(#v);}.cls-2, .cls-3 .p{fill:rgb(1,2,3)}</style>"
            '<clipPath id="c"><rect class="cls-2" width="9" height="9"/></clipPath>'
            '<linearGradient id="v" gradientTransform="rotate(45)"><stop offset="0" stop-color="#fff"/>'
            '</linearGradient></defs><g clip-path="url(#c)"><path class="cls-1" d="M0 0h9v9z"/></g>'
        ),
    ),
    "inkscape": (
        "x.svg",
        b'<?xml version="1.0" encoding="UTF-8" standalone="no"?>\n<!-- Inkscape -->\n'
        + svg(
            '<metadata><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><cc:Work '
            'xmlns:cc="http://creativecommons.org/ns#" rdf:about=""/></rdf:RDF></metadata>'
            '<g xmlns:inkscape="http://www.inkscape.org/namespaces/inkscape" inkscape:label="Laag 1" '
            'style="display:inline;fill:#000000;fill-opacity:1"><path id="a" d="M0 0h9v9z"/></g>'
            '<use xlink:href="#a" transform="matrix(0.5,0,0,0.5,0,0)"/>',
            'width="210mm" height="99mm" viewBox="0 0 210 99" version="1.1" xml:space="preserve"',
        ),
    ),
}
"""Pictures as people have them: name and content."""

UNSOUND: Mapping[str, tuple[str, bytes, str]] = {
    **{
        name: ("x.svg", text.encode(), code)
        for name, text in HOSTILE.items()
        if name != "alt"
        for code in [{"html": "SP710", "trunc": "SP710", "hugedim": "SP712"}.get(name, "SP714")]
    },
    "png named jpg": ("x.jpg", png(), "SP710"),
    "text named png": ("x.png", b"tekst", "SP710"),
    "empty png": ("x.png", b"", "SP710"),
    "empty svg": ("x.svg", b"", "SP710"),
    "half a png": ("x.png", png()[:40], "SP710"),
    "png without its end": ("x.png", png()[:-12], "SP710"),
    "png with too few rows": ("x.png", png(rows=b"\0" * 61), "SP710"),
    "png with a damaged row": ("x.png", png(rows=b"\x09" * 610), "SP710"),
    "half a jpeg": ("x.jpg", JPEG[:-20], "SP710"),
    "half a gif": ("x.gif", GIF[:20], "SP710"),
    "webp named png": ("x.png", b"RIFF\0\0\0\0WEBPVP8 ", "SP710"),
    "gzip named svg": ("x.svg", b"\x1f\x8b\x08\0\0\0", "SP710"),
    "utf-16": ("x.svg", svg().decode().encode("utf-16"), "SP710"),
    "another encoding": ("x.svg", b'<?xml version="1.0" encoding="utf-7"?>' + svg(), "SP714"),
    "no picture": ("x.txt", b"tekst", "SP710"),
    "png without pixels": ("x.png", png(0, 0), "SP712"),
    "decompression bomb": ("x.png", png(50_000, 50_000, b"\0" * 1_000_000), "SP712"),
    "too many pixels": ("x.png", png(19_000, 19_000, b"\0"), "SP712"),
    "too tall": ("x.png", png(10, 31), "SP712"),
    "too many bytes": ("x.png", png() + b"\0" * limits.PICTURE_BYTES, "SP711"),
    "svg of too many bytes": ("x.svg", svg("<!--" + "x" * limits.DRAWING_BYTES + "-->"), "SP711"),
    "svg without a size": ("x.svg", svg(head=""), "SP712"),
    "svg of no size": ("x.svg", svg(head='width="0" height="0"'), "SP712"),
    "svg of a negative size": ("x.svg", svg(head='width="-10" height="10"'), "SP712"),
    "svg of all sizes": ("x.svg", svg(head='width="100%" height="100%"'), "SP712"),
    "svg of no number": ("x.svg", svg(head='viewBox="0 0 nan inf"'), "SP712"),
    "svg of 8000 by 8000": ("x.svg", svg(head='width="8000" height="8000"'), "SP712"),
    "too deep": ("x.svg", DEEP, "SP715"),
    "too many elements": ("x.svg", svg("<g/>" * (limits.DRAWING_ELEMENTS + 1)), "SP715"),
    "uses of uses of uses": ("x.svg", svg(f'<g id="a0"><rect/></g>{USES}'), "SP715"),
    "a long chain of uses": ("x.svg", svg(f'<g id="a0"><rect/></g>{CHAIN}'), "SP715"),
    "markers at every corner": (
        "x.svg",
        svg(f'<marker id="m">{"<g/>" * 200}</marker><path marker-mid="url(#m)" d="M0 0{"h1v1" * 999}"/>'),
        "SP715",
    ),
    "layers upon layers": ("x.svg", svg('<rect opacity=".5" width="9" height="9"/>' * 200), "SP715"),
    "a tile without end": (
        "x.svg",
        svg(
            '<pattern id="p" width="9" height="9" patternUnits="userSpaceOnUse" patternTransform="scale(9999)">'
            '<path d="M0 0h5v5z"/></pattern><path fill="url(#p)" d="M0 0h9v9z"/>'
        ),
        "SP833",
    ),
    "a use of itself": ("x.svg", svg('<g id="a"><use href="#a"/></g>'), "SP714"),
    "text without a font": ("x.svg", svg("<text>a</text>"), "SP714"),
    "text in another font": ("x.svg", svg('<text font-family="Comic Sans">a</text>'), "SP714"),
    "import": ("x.svg", svg('<style>@import "http://127.0.0.1:9/";</style>'), "SP714"),
    "css url": ("x.svg", svg("<style>rect { fill: url(http://127.0.0.1:9/) }</style>"), "SP714"),
    "css escape": ("x.svg", svg(r'<rect style="fill: u\72l(http://127.0.0.1:9/)"/>'), "SP714"),
    "css image-set": ("x.svg", svg("""<rect style="fill: image-set('http://127.0.0.1:9/')"/>"""), "SP714"),
    "filter in css": ("x.svg", svg('<rect style="filter: blur(9px)"/>'), "SP714"),
    "attribute url": ("x.svg", svg('<rect mask="url( &quot;file:///etc/passwd&quot; )"/>'), "SP714"),
    "xml:base": ("x.svg", svg('<use href="#a" xml:base="http://127.0.0.1:9/"/>'), "SP714"),
    "svg inside svg": ("x.svg", svg('<image href="data:image/svg+xml;base64,PHN2Zy8+"/>'), "SP714"),
    "script of html": ("x.svg", svg('<script xmlns="http://www.w3.org/1999/xhtml"/>'), "SP714"),
    "entity": ("x.svg", b'<!DOCTYPE svg [<!ENTITY a "b">]>' + svg("<text>&a;</text>"), "SP714"),
}
"""Pictures that must be told: name, content, code."""


def with_picture(root: Path, name: str, content: bytes | None) -> tuple[Content, str]:
    """The small tree with a picture in a text, and where its path stands."""
    before = "Doe 250 dingen."
    text = CHAPTER.replace(before, f"{before} ![beeld](beeld/{name})")
    changes: dict[str, str | bytes | None] = {WERKEN: text, f"beeld/{name}": content}
    return write_tree(root, changes), place_of(text, f"beeld/{name}", WERKEN)


def with_logo(root: Path, name: str, content: bytes | None) -> tuple[Content, str]:
    """The small tree with a logo, and where its file is named."""
    text = neutral() + f"logo: {{file: {name}, alt: Ons logo}}\n"
    content_root = write_tree(root, {BRAND: text, f"shared/brand/{name}": content})
    return content_root, place_of(text, name, BRAND)


def place_of(text: str, needle: str, file: str) -> str:
    line, found = next((at, one) for at, one in enumerate(text.split("\n"), 1) if needle in one)
    return f"{file}:{line}:{found.index(needle) + 1}"


def told(content: Content) -> list[Problem]:
    """What `check` says about pictures and brand; every sentence can be said in both languages."""
    found = [
        each for each in check(content, None)[2] if each.code[:4] in ("SP70", "SP71", "SP80", "SP81", "SP83")
    ]
    assert all("{" not in sentence(each, ui) for each in found for ui in ("nl", "en"))
    return found


@pytest.mark.parametrize("case", UNSOUND)
def test_an_unsound_picture_is_told_where_the_text_asks_for_it(case: str, tmp_path: Path) -> None:
    name, data, code = UNSOUND[case]
    content, place = with_picture(tmp_path, name, data)
    found = told(content)
    assert {each.code for each in found} == {code}
    assert {str(each.place) for each in found} == {place}
    assert [each.code for each in told(content)] == [each.code for each in found], "the kept verdict differs"


@pytest.mark.parametrize("case", [name for name in UNSOUND if name != "too tall"])
def test_an_unsound_logo_is_told_where_the_brand_names_it(case: str, tmp_path: Path) -> None:
    name, data, code = UNSOUND[case]
    content, place = with_logo(tmp_path, name, data)
    assert {(each.code, str(each.place)) for each in told(content)} == {(code, place)}


def test_a_sound_logo_can_still_be_too_wide_for_a_cover(tmp_path: Path) -> None:
    content, place = with_logo(tmp_path, "x.svg", svg(head='viewBox="0 0 1010 100"'))
    assert [(each.code, str(each.place)) for each in told(content)] == [("SP712", place)]
    assert told(with_picture(tmp_path / "text", "x.svg", svg(head='viewBox="0 0 1010 100"'))[0]) == []


@pytest.mark.parametrize("case", SOUND)
def test_a_sound_picture_passes_and_is_printed(case: str, tmp_path: Path) -> None:
    name, data = SOUND[case]
    content, _ = with_logo(tmp_path, name, data)
    with_picture(tmp_path, name, data)
    assert told(content) == []
    looks, _ = open_looks(content)
    assert looks is not None
    text = Prose(f"Kijk: ![beeld](beeld/{name})")
    one = document(position([chapter("a", "A", [block("t", text)])]))
    (answer,) = print_documents([job(one, looks)], tmp_path, tmp_path / "outputs")
    assert answer.problems == () and len(answer.files) == 3


def test_a_drawing_may_set_text_in_the_font_of_the_brand(tmp_path: Path) -> None:
    inside = "<style>.t{font-family:'Libertinus Serif',serif}</style><g class='t'><text>a<tspan>b</tspan></text></g>"
    assert told(with_picture(tmp_path, "x.svg", svg(inside))[0]) == []


@pytest.mark.parametrize("kind", ["pipe", "socket", "folder", "link out", "circle of links", "device"])
@pytest.mark.parametrize("put", [with_picture, with_logo])
def test_what_is_no_plain_file_is_told_unread(put: object, kind: str, tmp_path: Path) -> None:
    assert callable(put)
    content, place = put(tmp_path / "root", "x.png", None)
    path = tmp_path / "root" / ("beeld" if put is with_picture else "shared/brand") / "x.png"
    path.parent.mkdir(exist_ok=True)
    make_odd(path, kind)
    (found,) = told(content)
    assert found.code in ("SP716", "SP704", "SP806") and str(found.place) == place


@pytest.mark.parametrize("kind", ["pipe", "socket", "folder", "link out", "device"])
@pytest.mark.parametrize("file", [BRAND, WERKEN, "provinces/oost/2031.yaml", "provinces/oost/province.yaml"])
def test_a_text_file_that_is_no_plain_file_is_told_unread(file: str, kind: str, tmp_path: Path) -> None:
    content = write_tree(tmp_path / "root")
    (content.root / file).unlink(missing_ok=True)
    (content.root / file).parent.mkdir(exist_ok=True)
    make_odd(content.root / file, kind)
    found = [each for each in check(content, None)[2] if each.place and each.place.file == file]
    assert [each.code for each in found] == ["SP716"]


def make_odd(path: Path, kind: str) -> None:
    """Something with a name that is no plain file of the root."""
    if kind == "pipe":
        os.mkfifo(path)
    elif kind == "socket":
        here = Path.cwd()
        os.chdir(path.parent)  # the address of a socket is short
        try:
            socket.socket(socket.AF_UNIX).bind(path.name)
        finally:
            os.chdir(here)
    elif kind == "folder":
        path.mkdir()
    else:
        outside = path.parents[2].parent / "buiten.png"
        outside.write_bytes(png())
        path.symlink_to({"link out": outside, "circle of links": path, "device": Path("/dev/zero")}[kind])
