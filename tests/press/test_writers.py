"""Each writer draws every component; drawings and titles are safe."""

from dataclasses import replace
from pathlib import Path

import pytest

from flows.documents.document import COMPONENTS, PARTS
from flows.documents.elements import bullets, div, image, inlines, link, para, plain, table
from flows.documents.marks import blocks_in
from flows.positions.bodies import Prose
from flows.press.paper.boxes import COMPONENTS as ON_PAPER
from flows.press.paper.brochure import typst_parts
from flows.press.trees import unbroken
from flows.press.web import brochure as html
from flows.press.word.brochure import tree as docx
from tests.documents.samples import block, chapter, position
from tests.press.printing import document, neutral_looks, printed
from tests.press.reading import letters, pdf_pages


@pytest.mark.parametrize("known", [set(html.COMPONENTS), docx.COMPONENTS, set(ON_PAPER)])
def test_a_writer_draws_every_component_and_part(known: set[str]) -> None:
    assert {*COMPONENTS, *PARTS} - {*known} == set()


def test_a_component_that_a_writer_lacks_is_an_error() -> None:
    odd = replace(document(), blocks=[div("chapter", [div("onbekend", [para("x")])], tone="1")])
    with pytest.raises(KeyError):
        html.html_tree(odd, neutral_looks().brand, {}, {})
    with pytest.raises(KeyError):
        docx.docx_tree(odd, 3, {}, {}, None)
    with pytest.raises(KeyError):
        typst_parts(odd, neutral_looks().brand, {}, {}, None)


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
    _, *pages = pdf_pages(printed(replace(one, blocks=blocks), tmp_path, formats=["pdf"])["pdf"])
    page = letters("".join(pages))
    assert letters(one.labels["contents"] + start) in page
    assert letters("".join([*[start] * 4, "kop", "cel", start])) in page
