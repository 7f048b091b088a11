"""Covers of each composition: the words of the document, proved files, and a logo that can be seen."""

import re
from dataclasses import replace
from pathlib import Path

import pytest

from flows.documents.brand import Brand
from flows.documents.covers import Composition
from flows.documents.document import Document
from flows.press.looks import Looks, read_looks
from tests.documents.test_brand import marked, neutral
from tests.documents.words_of_documents import words
from tests.picture_files import svg
from tests.press.printing import document, neutral_looks, printed
from tests.press.reading import docx_text, html_text, letters, pdf_pages
from tests.press.test_files import part, pdf_alternatives

LONG = "Een titel die zo lang is dat hij in de grootste letter nooit boven de voet van een omslag past"
Made = tuple[Document, dict[str, Path], Looks]


def looks_in(root: Path, cover: str) -> Looks:
    """The neutral look with a logo and more about its cover."""
    folder = root / "shared" / "brand"
    folder.mkdir(parents=True)
    for name, fill in (("day.svg", "black"), ("night.svg", "white")):
        (folder / name).write_bytes(svg(f'<rect width="10" height="10" fill="{fill}"/>'))
    text = neutral({"shapes: [teal, plum]": f"shapes: [teal, plum]{cover}"})
    looks, problems = read_looks(
        root, marked(text + "logo: {file: day.svg, dark: night.svg, alt: Ons logo}\n")
    )
    assert looks is not None, problems
    return looks


@pytest.fixture(scope="module")
def bands(tmp_path_factory: pytest.TempPathFactory) -> Made:
    root = tmp_path_factory.mktemp("bands")
    looks = looks_in(root, ", composition: bands")
    one = document()
    return one, printed(one, root, looks), looks


def test_every_format_holds_the_words_of_the_document_in_order(bands: Made) -> None:
    one, files, _ = bands
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
