"""Covers of each composition: the words of the document, proved files, and a logo that can be seen."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from flows.documents.brand import Brand
from flows.documents.covers import Composition
from flows.documents.document import Document
from flows.documents.elements import anchor_of, inner, name_of, text_of, walk
from flows.documents.illustrating import illustrated
from flows.documents.photos import FRAMES, Frame, cut
from flows.press.looks import BRAND_FOLDER, Looks, read_looks
from tests.documents.test_brand import marked, neutral
from tests.documents.words_of_documents import words
from tests.picture_files import large_png, svg
from tests.press.printing import FORMATS, document, neutral_looks, printed
from tests.press.reading import docx_text, html_text, letters, pdf_pages
from tests.press.test_files import part, pdf_alternatives

LONG = "Een titel die zo lang is dat hij in de grootste letter nooit boven de voet van een omslag past"
Made = tuple[Document, dict[str, Path], Looks]


def looks_in(root: Path, cover: str, more: str = "") -> Looks:
    """The neutral look with a logo, and more about its cover and itself."""
    folder = root / "shared" / "brand"
    folder.mkdir(parents=True)
    for name, fill in (("day.svg", "black"), ("night.svg", "white")):
        (folder / name).write_bytes(svg(f'<rect width="10" height="10" fill="{fill}"/>'))
    text = neutral({"shapes: [teal, plum]": f"shapes: [teal, plum]{cover}"})
    (folder / "photo.png").write_bytes(large_png(400, 400))
    logo = "logo: {file: day.svg, dark: night.svg, alt: Ons logo}\n"
    looks, problems = read_looks(root, marked(f"{text}{logo}{more}"))
    assert looks is not None, problems
    return looks


PHOTO = "photo: {file: photo.png, alt: Een fabriek, credit: Testbeeld, focus: [70, 30]}"
CHAPTERS = """photos:
  kennismaking: {file: photo.png, alt: Een hal, credit: Beeldmaker, alt_in: {en: A hall}}
  ondernemend: {file: photo.png, alt: Een machine, credit: Beeldmaker, focus: [0, 100]}
"""


def pictured_in(root: Path, composition: str, formats: Sequence[str] = FORMATS) -> dict[str, Path]:
    """The files of a brochure with a photo on its cover."""
    return printed(document(), root, photographed(root, composition), formats)


def photographed(root: Path, composition: str) -> Looks:
    """The look with photos on the cover, in the introduction and in a chapter."""
    return looks_in(root, f", composition: {composition}, {PHOTO}", CHAPTERS)


@pytest.fixture(scope="module", params=["shapes", "bands"])
def pictured(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Made:
    root = tmp_path_factory.mktemp(request.param)
    looks = photographed(root, request.param)
    one = document()
    return illustrated(one, looks.brand, BRAND_FOLDER), printed(one, root, looks), looks


@pytest.fixture(scope="module")
def bands(tmp_path_factory: pytest.TempPathFactory) -> Made:
    root = tmp_path_factory.mktemp("bands")
    looks = looks_in(root, ", composition: bands")
    one = document()
    return one, printed(one, root, looks), looks


def test_every_format_holds_the_words_of_the_document_in_order(bands: Made, pictured: Made) -> None:
    for one, files, _ in (bands, pictured):
        holds_its_words(one, files)


def holds_its_words(one: Document, files: Mapping[str, Path]) -> None:
    for found in (html_text(files["html"]), docx_text(files["docx"])):
        assert found.replace("\u2011", "-").split() == words(one)
    cover = words(replace(one, blocks=one.blocks[:1]))
    assert letters(pdf_pages(files["pdf"])[0]) == letters("".join(cover))


def test_the_logo_stands_on_paper_and_has_another_in_the_dark(bands: Made) -> None:
    page = bands[1]["html"].read_text(encoding="utf-8")
    found = re.search(
        r'media="screen and .*: dark.*" srcset="(data:[^"]+)"><img [^>]*src="(data:[^"]+)"', page
    )
    assert found is not None and found[1] != found[2]
    assert "Ons logo" in pdf_alternatives(bands[1]["pdf"])
    assert 'descr="Ons logo"' in part(bands[1]["docx"], "word/document.xml")


def test_bands_are_drawn_in_the_colours_of_the_brand(bands: Made) -> None:
    brand: Brand = bands[2].brand
    body = part(bands[1]["docx"], "word/document.xml")
    for name in (brand.page.paper, brand.cover.ground, *brand.cover.shapes):
        assert f'<a:srgbClr val="{brand.colour(name)[1:].upper()}"/>' in body
    assert "ellipse" not in body


def test_a_title_of_any_length_stays_on_the_cover(tmp_path: Path) -> None:
    looks = neutral_looks()
    cover = replace(looks.brand.cover, composition=Composition.BANDS)
    one = replace(document(), title=LONG)
    file = printed(one, tmp_path, replace(looks, brand=replace(looks.brand, cover=cover)), ["pdf"])["pdf"]
    assert letters(LONG) in letters(pdf_pages(file)[0])
    assert letters(one.edition) in letters(pdf_pages(file)[0])


def test_a_photo_says_what_it_shows_and_who_made_it_in_every_format(pictured: Made) -> None:
    one, files, _ = pictured
    assert words(replace(one, blocks=one.blocks[:1]))[-3:] == ["nl", "photo:", "Testbeeld"]
    page, body = files["html"].read_text(encoding="utf-8"), part(files["docx"], "word/document.xml")
    assert re.search(
        r'<img src="data:image/png[^>]* alt="Een fabriek" style="object-position: 70% 30%">', page
    )
    assert body.count('descr="Een fabriek"') == 1
    assert "Een fabriek" in pdf_alternatives(files["pdf"])


def test_a_chapter_has_its_photo_below_its_heading_in_every_format(pictured: Made) -> None:
    one, files, _ = pictured
    page, body = files["html"].read_text(encoding="utf-8"), part(files["docx"], "word/document.xml")
    for name, alt in (("kennismaking", "Een hal"), ("ondernemend", "Een machine")):
        (chapter,) = [each for each in one.blocks if anchor_of(inner(each)[0]) == name]
        assert name_of(inner(chapter)[1]) == "photo"
        assert re.search(
            f'<h2 id="{name}">[^<]*</h2>\\s*<figure class="photo">[^>]*><img [^>]*alt="{alt}"', page
        )
        assert body.count(f'descr="{alt}"') == pdf_alternatives(files["pdf"]).count(alt) == 1
    assert "photo:Beeldmaker" in letters("".join(pdf_pages(files["pdf"])[1:]))
    assert '<a:srcRect l="0" t="71429" r="0" b="0"/>' in body


def test_what_a_photo_shows_is_told_in_the_language_of_the_document(tmp_path: Path) -> None:
    looks = photographed(tmp_path, "bands")
    one = illustrated(replace(document(code="en"), source_locale="nl_NL"), looks.brand, BRAND_FOLDER)
    images = [
        each["c"] for each in walk(one.blocks) if each["t"] == "Image" and "frame" in dict(each["c"][0][2])
    ]
    said = [("".join(text_of(words)), dict(about).get("lang", "")) for (*_, about), words, _ in images]
    assert said == [("Een fabriek", "nl"), ("A hall", ""), ("Een machine", "nl")]
    assert 'alt="Een fabriek" lang="nl"' in printed(one, tmp_path, formats=["html"])["html"].read_text(
        encoding="utf-8"
    )


def test_what_is_cut_off_a_photo_is_the_same_in_word_as_in_a_browser(pictured: Made) -> None:
    body = part(pictured[1]["docx"], "word/document.xml")
    frame = FRAMES[pictured[2].brand.cover.composition]
    left, top, right, bottom = cut(1, frame, (0.7, 0.3))
    if frame.width > frame.height:
        found = re.search(r'<a:srcRect l="0" t="(\d+)" r="0" b="(\d+)"/>', body)
        wanted = [top, bottom]
    else:  # the fill of a shape, which reaches beyond it
        found = re.search(r'<a:fillRect l="-(\d+)" t="0" r="-(\d+)" b="0"/>', body)
        wanted = [left / (1 - left - right), right / (1 - left - right)]
    assert found is not None
    assert [int(share) for share in found.groups()] == pytest.approx([100_000 * one for one in wanted], abs=2)


@pytest.mark.parametrize("point", [(0.0, 0.0), (0.5, 0.5), (1.0, 0.25)])
@pytest.mark.parametrize("ratio", [0.4, 1.0, 2.5])
def test_what_is_left_of_a_photo_has_the_form_of_its_frame(ratio: float, point: tuple[float, float]) -> None:
    frame = Frame(210, 118)
    left, top, right, bottom = cut(ratio, frame, point)
    wide, high = 1 - left - right, 1 - top - bottom
    assert ratio * wide / high == pytest.approx(210 / 118)
    assert max(wide, high) == pytest.approx(1)
    assert left <= point[0] <= 1 - right
    assert top <= point[1] <= 1 - bottom
