"""What a printer and an editor see on the pages of every brochure of both editions, read from the PDFs' own text."""

import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

import pytest

from flows.documents.document import Document
from flows.documents.elements import Element, inner, name_of, text_of, walk
from flows.press.jobs import print_documents
from flows.publish.plan import plan
from flows.publish.requests import Request
from tests.press.paper.lines import BOTTOM, TOP, Line, lines_of
from tests.press.printing import REPOSITORY
from tests.press.reading import letters, pdf_pages

pytestmark = pytest.mark.skipif(
    shutil.which("pdftotext") is None, reason="pdftotext (poppler-utils) is not installed"
)

SOFT_HYPHEN = "\u00ad"
EDITIONS = ("2023", "2027")


@dataclass(frozen=True)
class Brochure:
    """A document, its PDF, and the lines of that."""

    document: Document
    file: Path
    lines: list[Line]

    @property
    def texts(self) -> list[str]:
        """The text of each page in the order of the document."""
        return pdf_pages(self.file)

    @property
    def name(self) -> str:
        return self.document.name

    def page(self, number: int) -> list[Line]:
        return [line for line in self.lines if line.page == number]

    @property
    def pages(self) -> int:
        return self.lines[-1].page


@pytest.fixture(scope="module", params=EDITIONS)
def brochures(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> list[Brochure]:
    """Every brochure of an edition, in every language."""
    out = tmp_path_factory.mktemp("pages")
    asked = Request(root=str(REPOSITORY), out=str(out), edition=request.param, formats=("pdf",), force=True)
    jobs = [task.job for task in plan(asked).jobs]
    printed = print_documents(jobs, REPOSITORY, out)
    assert not [one.problems for one in printed if one.problems]
    files = [out / one.files["pdf"].path for one in printed]
    return [
        Brochure(job.document, file, lines_of(file))
        for job, file in zip(jobs, files, strict=True)
        if isinstance(job.document, Document)
    ]


def test_next_to_no_line_ends_in_a_hyphen_that_is_not_in_the_text(brochures: list[Brochure]) -> None:
    assert len(brochures) == 30
    for one in brochures:
        divided = [line.text.endswith(SOFT_HYPHEN) for line in one.lines]
        share = sum(divided) / len(divided)
        print(f"{one.name}: {len(divided)} lines, {share:.1%} hyphenated, {one.pages} pages")
        assert share <= 0.03, one.name
        assert not any(first and second for first, second in pairwise(divided)), f"{one.name}: two in a row"


def test_a_word_is_divided_into_parts_of_three_letters_or_more(brochures: list[Brochure]) -> None:
    for one in brochures:
        known = {letters(word) for word in text_of(one.document.blocks).split()}
        for line in one.lines:
            if line.text.endswith(SOFT_HYPHEN):
                stem = letters(line.text.split()[-1])
                whole = [word for word in known if word.startswith(stem) and len(word) >= 20]
                assert whole, f"{one.name}: {stem}"
                assert len(stem) >= 3 <= min(len(word) - len(stem) for word in whole), f"{one.name}: {stem}"


def test_no_page_is_under_55_percent_full_but_the_last(brochures: list[Brochure]) -> None:
    for one in brochures:
        fills = [
            (max(line.foot for line in one.page(number)) - TOP) / (BOTTOM - TOP)
            for number in range(2, one.pages + 1)
        ]
        print(one.name, [f"{fill:.0%}" for fill in fills])
        assert min(fills[:-1]) >= 0.55, one.name


def test_all_text_of_a_brochure_has_the_same_size(brochures: list[Brochure]) -> None:
    """Lines of running text are equally high on every page: nothing is shrunk to make a page come out."""
    for one in brochures:
        texts = [letters(text_of(box)) for box in boxes(one.document, "prose")]
        heights = {
            round(line.foot - line.top, 1)
            for line in one.lines
            if len(line.text) > 40 and any(letters(line.text) in text for text in texts)
        }
        assert len(heights) == 1, f"{one.name}: {heights}"


def test_no_heading_stands_within_three_lines_of_a_foot(brochures: list[Brochure]) -> None:
    for one in brochures:
        for title in headings(one.document):
            heading = next(line for line in one.lines if letters(title).startswith(letters(line.text)))
            below = {round(line.foot) for line in one.page(heading.page) if line.top > heading.foot - 2}
            assert len(below) >= 3, f"{one.name}: {title}"


def test_no_ask_fact_or_card_is_divided_over_pages(brochures: list[Brochure]) -> None:
    for one in brochures:
        pages = [letters(page) for page in one.texts]
        for name in ("ask", "fact", "contact"):
            for box in boxes(one.document, name):
                assert any(letters(text_of(box)) in page for page in pages), f"{one.name}: {text_of(box)}"


def test_no_paragraph_leaves_one_line_behind(brochures: list[Brochure]) -> None:
    for one in brochures:
        for paragraph in paragraphs(one.document):
            for number in range(2, one.pages):
                before, after = divided(paragraph, one.page(number), one.page(number + 1))
                assert before != 1 and after != 1, f"{one.name}, page {number}: {paragraph}"


def divided(paragraph: str, page: list[Line], following: list[Line]) -> tuple[int, int]:
    """How many lines of a paragraph stand at the foot of a page and at the head of the next; none where it is whole."""
    whole = letters(paragraph)
    wide = [line for line in page if letters(line.text) and letters(line.text) in whole]
    rest = [line for line in following if letters(line.text) and letters(line.text) in whole]
    if not wide or not rest or letters("".join(line.text for line in [*wide, *rest])) != whole:
        return 0, 0
    return len(wide), len(rest)


def boxes(document: Document, name: str) -> Iterator[Element]:
    return (element for element in walk(document.blocks) if name_of(element) == name)


def headings(document: Document) -> Iterator[str]:
    return (text_of(element["c"][2]).strip() for element in walk(document.blocks) if element["t"] == "Header")


def paragraphs(document: Document) -> Iterator[str]:
    for box in boxes(document, "prose"):
        yield from (text_of(block) for block in inner(box) if block["t"] == "Para")


def test_the_tests_see_what_is_wrong() -> None:
    """A paragraph of three lines over two pages is found, and how many lines stand on each."""
    page = [Line(2, 50, 770, 350, 780, "een twee")]
    following = [Line(3, 50, 70, 350, 80, "drie vier"), Line(3, 50, 82, 350, 92, "vijf")]
    assert divided("een twee drie vier vijf", page, following) == (1, 2)
    assert divided("een twee", page, following) == (0, 0)
