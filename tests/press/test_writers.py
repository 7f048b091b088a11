"""Each writer draws every component; columns are evened out; drawings and titles are safe."""

from dataclasses import replace
from pathlib import Path

import pytest

from flows.documents.document import COMPONENTS, PARTS
from flows.documents.elements import bullets, div, image, inlines, link, para, plain, table
from flows.documents.marks import blocks_in
from flows.positions.bodies import Ask, Contact, Prose
from flows.positions.editions import Layout
from flows.press.paper import brochure as typst
from flows.press.paper.columns import BAND_CLEARANCE, Extent, Fit, extents, levelled, shrunk
from flows.press.trees import unbroken
from flows.press.web import brochure as html
from flows.press.word.brochure import tree as docx
from tests.documents.samples import CONTACT, block, chapter, position
from tests.press.printing import document, neutral_looks, printed
from tests.press.reading import letters, pdf_pages


@pytest.mark.parametrize("known", [set(html.COMPONENTS), docx.COMPONENTS, typst.COMPONENTS])
def test_a_writer_draws_every_component_and_part(known: set[str]) -> None:
    assert {*COMPONENTS, *PARTS} - {*known} == set()


def test_a_component_that_a_writer_lacks_is_an_error() -> None:
    odd = replace(document(), blocks=[div("chapter", [div("onbekend", [para("x")])], tone="1")])
    with pytest.raises(KeyError):
        html.html_tree(odd, {}, {}, None)
    with pytest.raises(KeyError):
        docx.docx_tree(odd, 3, {}, {}, None)
    with pytest.raises(KeyError):
        typst.typst_parts(odd, neutral_looks().brand, {}, {}, None)


@pytest.mark.parametrize(
    ("title", "wanted"),
    [
        ("Ondernemend Noord-Holland", "Ondernemend Noord\u2011Holland"),
        ("In- en verkoop", "In- en verkoop"),
        ("Zuid-Holland-Zuid", "Zuid\u2011Holland\u2011Zuid"),
        ("een-veel-te-lang-samengesteld-woord", "een-veel-te-lang-samengesteld-woord"),
        ("1990 - 2000", "1990 - 2000"),
    ],
)
def test_hyphens_inside_short_words_do_not_break(title: str, wanted: str) -> None:
    assert unbroken(title) == wanted


def test_a_drawing_in_a_page_has_one_name_and_no_roles_inside() -> None:
    svg = '<svg xmlns="x" width="3" viewBox="0 0 3 4"><g role="graphics" aria-label="in"><text>a</text></g></svg>'
    assert html.inline_svg(svg, 'A "b" <c>') == (
        '<svg role="img" aria-label="A &quot;b&quot; &lt;c&gt;" viewBox="0 0 3 4"><g><text>a</text></g></svg>'
    )
    with pytest.raises(ValueError, match="no drawing"):
        html.inline_svg("<p>", "")


STARTS = ("- streep", "+ plus", "= kop", "/ term: x", "1. een", ".veld", "(na)", "];(x)", "//", "-", "+")
"""What Typst would take for markup at the start of a line or after a call."""
PIXEL = '<svg xmlns="http://www.w3.org/2000/svg" width="2" height="1"><rect width="2" height="1"/></svg>'


@pytest.mark.parametrize("start", STARTS)
@pytest.mark.parametrize("language", ["", "nl"])
def test_no_text_of_a_pdf_becomes_markup(start: str, language: str, tmp_path: Path) -> None:
    (tmp_path / "beeld.svg").write_text(PIXEL)
    cells = blocks_in([table([start, "kop"], [["cel", start]])], language)
    items = [plain(start), plain([link(start, "https://example.org")])]
    pictured = para([image("beeld", "beeld.svg"), *inlines(start)])
    chapters = [chapter("a", start, [block("t", Prose("Tekst."))])]
    one = replace(document(position(chapters)), source_locale="nl_NL")
    blocks = [*one.blocks, *blocks_in([bullets([[item] for item in items]), pictured], language), *cells]
    _, contents, *_, page = pdf_pages(printed(replace(one, blocks=blocks), tmp_path, formats=["pdf"])["pdf"])
    assert letters(one.labels["contents"] + start) in letters(contents)
    assert letters("".join([*[start] * 4, "kop", "cel", start])) in letters(page)


def mark(kind: str, page: int, y: float, x: float = 51.0) -> dict[str, object]:
    return {"kind": kind, "chapter": "a", "page": page, "x": x, "y": y}


def test_the_used_part_of_a_last_page_counts_both_columns() -> None:
    start = mark("start", 3, 150)
    left = extents([start, mark("end", 3, 350)])["a"]
    right = extents([start, mark("end", 3, 350, x=308)])["a"]
    assert left.used == 200
    assert right.used == left.height + 200
    assert extents([start, mark("end", 5, 150)])["a"].pages == 3


def test_a_band_across_the_page_leaves_less_height_to_the_columns() -> None:
    start, end = mark("start", 3, 150), mark("end", 3, 350)
    alone, banded = (extents([start, end, *band])["a"] for band in ([], [mark("band", 3, 650)]))
    assert banded.height == 650 - BAND_CLEARANCE - 150 < alone.height
    assert banded.used == alone.used


def test_a_band_that_found_no_room_says_how_much_it_is_short_of() -> None:
    full = 841.89 - 51.02
    start, end = mark("start", 3, 150), mark("end", 3, full - 50, x=308)
    extent = extents([start, end, mark("band", 4, full - 100)])["a"]
    assert (extent.pages, extent.used) == (2, 0)
    assert extent.over == pytest.approx(2 * (100 + BAND_CLEARANCE) - 50)


def test_a_last_page_with_little_on_it_is_saved_and_a_fuller_one_is_not() -> None:
    assert shrunk(Extent(1, 700, 10, 0, 10)) == []
    assert shrunk(Extent(2, 700, 900, 1200, 900)) == []
    fits = shrunk(Extent(2, 700, 100, 1200, 100))
    assert len(fits) > 1
    assert all(0.9 < fit.shrink < 1 for fit in fits)


def test_levelling_keeps_the_shrink_and_never_goes_below_nothing() -> None:
    fit = levelled(Fit(0.97), Extent(1, 600, 600))
    assert fit.shrink == 0.97
    assert 250 < fit.filler < 300
    assert levelled(Fit(), Extent(1, 600, 1200)).filler == 0


HEADER = 760.0
"""Points from the foot of a page: above stands the running header alone."""
PARAGRAPH = (
    "De maakindustrie houdt de economie van de regio draaiende, van ouder op kind en van dag tot dag. " * 5
)


@pytest.mark.parametrize("length", [3, 9, 14, 16, 17, 18, 20, 30])
def test_columns_are_even_whatever_the_length(length: int, tmp_path: Path) -> None:
    blocks = [block(f"p-{number}", Prose(PARAGRAPH)) for number in range(length)]
    asks = [
        block(f"v-{number}", Ask("Doe dit en laat dat, met elkaar en voor elkaar.")) for number in range(3)
    ]
    one = document(position([chapter("a", "Hoofdstuk", [*blocks, *asks])]))
    pages = pdf_pages(printed(one, tmp_path, formats=["pdf"])["pdf"])
    assert letters("".join(pages)).count(letters("De maakindustrie houdt")) == length * 5
    ends = last_lines(tmp_path / "outputs" / one.folder / f"{one.name}.pdf")
    assert abs(ends[0] - ends[1]) < 110, "the columns of the last page end at about the same height"
    assert len(pages[-1]) > 250, "no page is nearly empty"


@pytest.mark.parametrize("card", [CONTACT, Contact(name="Jo")])
def test_a_card_alone_stands_whole_in_the_first_column(card: Contact, tmp_path: Path) -> None:
    colophon = chapter("colofon", "Colofon", [block("kaart", card)], layout=Layout.COLOPHON)
    left, right = last_lines(printed(document(position([colophon])), tmp_path, formats=["pdf"])["pdf"])
    assert left < HEADER < right


def last_lines(file: Path) -> tuple[float, float]:
    """Height of the last line of the left and right column of the last page, in points."""
    from pypdf import PdfReader

    lowest = {False: 842.0, True: 842.0}

    def visit(text: str, cm: list[float], tm: list[float], font: object, size: float) -> None:
        x, y = tm[4] * cm[0] + cm[4], tm[5] * cm[3] + cm[5]
        if text.strip() and y > 60:
            lowest[x > 297] = min(lowest[x > 297], y)

    PdfReader(str(file)).pages[-1].extract_text(visitor_text=visit)
    return lowest[False], lowest[True]
