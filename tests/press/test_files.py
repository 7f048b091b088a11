"""One document, three real files: the same words, its own language, its looks, nothing from elsewhere."""

import re
import shutil
import subprocess
from pathlib import Path

import pytest

from flows.documents.document import Document
from flows.documents.elements import Element, Tree, name_of, plain, rebuilt, text_of, walk
from flows.wording.typography import typographic
from tests.documents.samples import HOSTILE, block, chapter, position
from tests.documents.words_of_documents import words
from tests.press.printing import REPOSITORY, document, own_looks, printed
from tests.press.reading import docx_text, html_text, letters, pdf_pages

Files = dict[str, Path]


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> tuple[Document, Files]:
    root = tmp_path_factory.mktemp("made")
    one = document()
    return one, printed(one, root)


def test_html_and_word_hold_the_words_of_the_document_in_order(made: tuple[Document, Files]) -> None:
    one, files = made
    wanted = words(one)
    assert len(wanted) > 100
    for found in (html_text(files["html"]), docx_text(files["docx"])):
        assert found.replace("\u2011", "-").split() == wanted


def test_pdf_holds_the_words_of_the_document_in_order(made: tuple[Document, Files]) -> None:
    one, files = made
    cover, *pages = pdf_pages(files["pdf"])
    header, body = letters(f"{one.organisation}{one.province}{one.labels['draft']}"), [letters(cover)]
    for number, page in enumerate(pages, 2):
        text = letters(page)
        footer = letters(f"{one.title}{number}")
        assert text.endswith(footer)
        body.append(text.removesuffix(footer).removeprefix(header))
    assert re.fullmatch(expected_in_pdf(one), "".join(body))


def expected_in_pdf(one: Document) -> str:
    """The letters of a document as a pattern, with what only a PDF shows: page numbers, item numbers, charts."""
    pieces: list[str] = []
    for box in rebuilt(one.blocks, with_item_numbers):
        for element in box["c"][1]:
            for item in (
                element["c"] if name_of(box) == "contents" and element["t"] == "BulletList" else [element]
            ):
                number = r"\d+" if item is not element else ""
                pieces.append(re.escape(letters(text_of(item))) + number)
    (chart,) = one.charts
    drawn = "".join(
        re.escape(letters("".join(part)))
        for part in zip(*((row.label, row.shown) for row in chart.rows), strict=True)
    )
    table = re.escape(letters(text_of([box for box in walk(one.blocks) if name_of(box) == "data"])))
    title = re.escape(letters(chart.title))
    return "".join(pieces).replace(title + table, title + drawn, 1)


def with_item_numbers(element: Element) -> Tree:
    """A numbered list with its numbers as text: a bare one before an ask, one with a full stop elsewhere."""
    if element["t"] != "OrderedList":
        return [element]
    (first, *style), items = element["c"]
    numbers = (
        str(number) if name_of(item[0]) == "ask" else f"{number}." for number, item in enumerate(items, first)
    )
    counted = [[plain(number), *item] for number, item in zip(numbers, items, strict=True)]
    return [{"t": "OrderedList", "c": [[first, *style], counted]}]


def test_a_page_is_one_file_with_landmarks_and_one_h1(made: tuple[Document, Files]) -> None:
    page = made[1]["html"].read_text(encoding="utf-8")
    assert [page.count(f"<{tag}") for tag in ("h1", "main", 'header class="cover"')] == [1, 1, 1]
    assert page.count("<nav") == 2  # what else there is, and the contents
    assert (
        page.index('class="skip" href="#main-content"')
        < page.index("<header")
        < page.index('<main id="main-content"')
    )
    assert re.findall(r"<h([1-6])", page) == ["1", "2", "2", "3", "2", "2"]
    assert re.search(r'<html lang="nl">', page)
    loaded = re.findall(r'(?:src|href)="([^"#]+)"|url\(([^)]+)\)|@import', page)
    assert {first for first, _ in loaded} <= {
        "https://www.example.org/",
        "https://www.example.org",
        "tel:0301234567",
        "mailto:jo@example.org",
        made[1]["pdf"].name,
        made[1]["docx"].name,
    }
    assert re.findall(r"<(script|link|iframe|object|img)\b[^>]*>", page) == ["script"]


def test_ids_of_a_page_are_unique_and_every_inner_link_leads_somewhere(made: tuple[Document, Files]) -> None:
    page = made[1]["html"].read_text(encoding="utf-8")
    anchors = re.findall(r'\bid="([^"]+)"', page)
    assert len(anchors) == len(set(anchors))
    assert {"vraag-een", "feit-twee", "figuur-een", "thema-regels", "kennismaking"} <= set(anchors)
    targets = re.findall(r'href="#([^"]+)"|aria-labelledby="([^"]+)"', page)
    assert len(targets) > 8
    assert {one or other for one, other in targets} <= set(anchors)
    assert '<h2 id="ondernemend">' in page


def test_a_chart_is_an_image_with_its_own_description_in_every_format(made: tuple[Document, Files]) -> None:
    one, files = made
    alt = one.charts[0].alt
    page = files["html"].read_text(encoding="utf-8")
    assert f'<svg role="img" aria-label="{alt}"' in page
    assert f'descr="{alt}"' in part(files["docx"], "word/document.xml")
    assert alt in " ".join(pdf_alternatives(files["pdf"]))


def part(file: Path, name: str) -> str:
    from zipfile import ZipFile

    with ZipFile(file) as package:
        return package.read(name).decode()


def pdf_alternatives(file: Path) -> list[str]:
    from pypdf import PdfReader

    reader = PdfReader(str(file))
    found: list[str] = []
    todo = [reader.trailer["/Root"]["/StructTreeRoot"]]
    while todo:
        node = todo.pop().get_object()
        if hasattr(node, "get"):
            if "/Alt" in node:
                found.append(str(node["/Alt"]))
            kids = node.get("/K", [])
            todo += kids if isinstance(kids, list) else [kids] if hasattr(kids, "get_object") else []
        elif isinstance(node, list):
            todo += node
    return found


def pdf_tags(file: Path) -> list[str]:
    from pypdf import PdfReader

    reader = PdfReader(str(file))
    tags: list[str] = []

    def walk(node: object) -> None:
        found = node.get_object() if hasattr(node, "get_object") else node
        if isinstance(found, dict):
            tags.append(str(found.get("/S", "")))
            walk(found.get("/K", []))
        elif isinstance(found, list):
            for one in found:
                walk(one)

    walk(reader.trailer["/Root"]["/StructTreeRoot"])
    return tags


def test_a_pdf_is_tagged_titled_and_in_its_language(made: tuple[Document, Files]) -> None:
    from pypdf import PdfReader

    reader = PdfReader(str(made[1]["pdf"]))
    catalogue = reader.trailer["/Root"]
    assert str(catalogue["/Lang"]).lower().startswith("nl")
    assert catalogue["/MarkInfo"]["/Marked"]
    one = made[0]
    assert reader.metadata is not None and reader.metadata.title == one.full_title
    assert one.full_title == "Waardevolle partners – Noord-Holland · nl edition 2031 · nl draft"
    tags = pdf_tags(made[1]["pdf"])
    assert [tag for tag in tags if re.fullmatch("/H[1-6]", tag)] == ["/H1", "/H2", "/H2", "/H3", "/H2", "/H2"]
    assert {"/Figure", "/Table", "/TH", "/L", "/LI"} <= set(tags)
    xmp = made[1]["pdf"].read_bytes()
    assert b"pdfuaid" in xmp


def test_no_file_tells_where_it_was_made(made: tuple[Document, Files]) -> None:
    from zipfile import ZipFile

    with ZipFile(made[1]["docx"]) as package:
        pieces = [package.read(name) for name in package.namelist()]
    pieces += [made[1]["html"].read_bytes(), made[1]["pdf"].read_bytes()]
    assert not [piece for piece in pieces if b".staging" in piece or b"/tmp/" in piece]


def test_noord_holland_does_not_break_at_its_hyphen_in_big_headings_and_is_plain_in_text(
    made: tuple[Document, Files],
) -> None:
    one, files = made
    page = files["html"].read_text(encoding="utf-8")
    assert re.search(r"<h2[^>]*>Ondernemend Noord\u2011Holland</h2>", page)
    assert "Ook in Noord-Holland." in page
    assert "\u2011" not in "".join(words(one))
    body = part(files["docx"], "word/document.xml")
    assert "Noord</w:t><w:noBreakHyphen/><w:t" in body and "\u2011" not in body
    assert re.search(r"Ondernemend\s+Noord[\u2010\u2011-]Holland", pdf_pages(files["pdf"])[1])


@pytest.mark.parametrize("field", ["title", "subtitle", "organisation"])
def test_hostile_words_on_the_cover_survive_as_text(field: str, tmp_path: Path) -> None:
    survives(document(position(**{field: f"{HOSTILE}\x01\x1b"})), tmp_path, typographic(HOSTILE, "nl"))


def test_hostile_headings_labels_and_descriptions_survive_as_text(tmp_path: Path) -> None:
    from dataclasses import replace
    from decimal import Decimal

    from flows.positions.bodies import Contact, DataPoint, Prose
    from tests.documents.samples import FIGURE

    figure = replace(
        FIGURE,
        title=HOSTILE,
        alt=HOSTILE,
        source=HOSTILE,
        unit=HOSTILE,
        data=(DataPoint(HOSTILE, Decimal(1)),),
    )
    card = Contact(
        title=HOSTILE, name=HOSTILE, address=(HOSTILE,), email=HOSTILE, phone=HOSTILE, website=HOSTILE
    )
    blocks = [block("figuur", figure), block("kaart", card), block("tekst", Prose("In {{ hub }}."))]
    one = position([chapter("kop", HOSTILE, blocks, [("thema", HOSTILE, [block("meer", Prose("Tekst."))])])])
    hostile = replace(one, variables={"hub": HOSTILE})
    files = survives(document(hostile), tmp_path, typographic(HOSTILE, "nl"))
    assert any(alt.startswith(typographic(HOSTILE, "nl")) for alt in pdf_alternatives(files["pdf"]))


def survives(one: Document, root: Path, text: str) -> Files:
    files = printed(one, root)
    count = letters("".join(words(one))).count(letters(text))
    assert count >= 1
    for found in (html_text(files["html"]), docx_text(files["docx"])):
        assert found.replace("\u2011", "-").split() == words(one)
    tables = sum(name_of(box) == "data" for box in walk(one.blocks))  # a drawing says all but the unit
    assert letters("".join(pdf_pages(files["pdf"]))).count(letters(text)) >= count - tables
    assert not re.search(r"<(f|b)>", files["html"].read_text(encoding="utf-8"))
    return files


@pytest.mark.parametrize("code", ["de", "fy"])
def test_another_language_has_no_word_of_this_one(code: str, tmp_path: Path) -> None:
    one = document(code=code)
    files = printed(one, tmp_path)
    assert f'<html lang="{code}">' in files["html"].read_text(encoding="utf-8")
    for text in (html_text(files["html"]), docx_text(files["docx"]), *pdf_pages(files["pdf"])):
        assert not re.search(r"\b(nl|en) (asks|facts|source|contents)|Figure|Table \d|Figuur|Abbildung", text)
    locale = {"de": "de-DE", "fy": "fy-NL"}[code]
    assert f'w:val="{locale}"' in part(files["docx"], "word/styles.xml")


def test_the_own_brand_uses_its_own_fonts_only(tmp_path: Path) -> None:
    from pypdf import PdfReader

    (tmp_path / "shared").symlink_to(REPOSITORY / "shared")
    file = printed(document(), tmp_path, own_looks(), ["pdf"])["pdf"]
    names = {
        str(font.get_object()["/BaseFont"])
        for page in PdfReader(str(file)).pages
        for font in page["/Resources"].get("/Font", {}).values()
    }
    assert names
    assert all("SourceSans3" in name for name in names)


@pytest.mark.skipif(shutil.which("pdffonts") is None, reason="poppler-utils is not installed")
def test_poppler_finds_every_font_embedded(made: tuple[Document, Files]) -> None:
    said = subprocess.run(
        ["pdffonts", str(made[1]["pdf"])], capture_output=True, text=True, check=True
    ).stdout
    rows = said.splitlines()[2:]
    assert rows
    assert all(re.search(r"\byes yes yes\b", row) for row in rows)


@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed")
def test_libreoffice_opens_the_word_file(made: tuple[Document, Files], tmp_path: Path) -> None:
    command = [
        "soffice",
        "--headless",
        f"-env:UserInstallation=file://{tmp_path}/profile",
        "--convert-to",
        "txt:Text",
    ]
    subprocess.run(
        [*command, "--outdir", str(tmp_path), str(made[1]["docx"])],
        check=True,
        capture_output=True,
        timeout=120,
    )
    (text,) = tmp_path.glob("*.txt")
    found = letters(text.read_text(encoding="utf-8-sig"))
    assert letters("Wij maken alles. Ook in Noord-Holland.") in found
    assert letters("Doe eerst dit.") in found
