"""All four kinds of chart in one document: the same values drawn, told and tabled, in the reader's language."""

import re
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest

from flows.documents.charts import KINDS, ramp
from flows.documents.document import Document
from flows.positions.bodies import Chart, DataPoint, Figure
from tests.documents.samples import block, chapter, position
from tests.press.printing import REPOSITORY, document, own_looks, printed
from tests.press.reading import html_text, letters, pdf_pages

YEARS = (("2022", "98.4"), ("2023", "94.1"), ("2024", "101.7"), ("2025", "1106.2"))
SHARES = (("basisonderwijs", "6.7"), ("vmbo, havo/vwo onderbouw, mbo 1", "37.8"), ("mbo 2–4", "55.5"))
FIGURES = {
    kind: Figure(
        kind,
        f"Titel van {kind}",
        f"Beschrijving van {kind}.",
        "procent",
        f"Bureau {kind}",
        tuple(DataPoint(label, Decimal(value)) for label, value in (YEARS if kind == "line" else SHARES)),
        "2025-03",
    )
    for kind in Chart
}


def four_charts(code: str = "nl") -> Document:
    blocks = [block(f"figuur-{kind}", figure) for kind, figure in FIGURES.items()]
    return document(position([chapter("cijfers", "Cijfers", blocks)]), code)


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> tuple[Document, dict[str, Path]]:
    root = tmp_path_factory.mktemp("charts")
    (root / "shared").symlink_to(REPOSITORY / "shared")
    one = four_charts()
    return one, printed(one, root, own_looks(), ["html", "pdf"])


def test_every_kind_that_a_figure_can_ask_for_is_drawn_and_no_other() -> None:
    assert [*KINDS] == [str(kind) for kind in Chart]


@pytest.mark.parametrize("kind", [str(kind) for kind in Chart])
def test_a_chart_and_its_table_show_the_same_values(
    kind: str, made: tuple[Document, dict[str, Path]]
) -> None:
    one, files = made
    figure = figures(files["html"])[f"figuur-{kind}"]
    drawing, table = figure.split("</svg>")
    for row in one.chart(f"figuur-{kind}").rows:
        assert row.shown in drawing and row.label in drawing
        assert re.search(f"<t[hd][^>]*>{row.label}</t[hd]>\\s*<td[^>]*>{row.shown}</td>", table)
    assert f'aria-label="Beschrijving van {kind}."' in drawing


def figures(page: Path) -> dict[str, str]:
    found = re.split(r'id="(figuur-[a-z-]+)"', page.read_text(encoding="utf-8"))
    return dict(zip(found[1::2], found[2::2], strict=True))


def test_every_chart_has_its_source_below_it(made: tuple[Document, dict[str, Path]]) -> None:
    text = letters("".join(pdf_pages(made[1]["pdf"])))
    for kind in Chart:
        assert letters(f"source: Bureau {kind}, maart 2025") in text
        assert letters(f"source: Bureau {kind}, maart 2025") in letters(html_text(made[1]["html"]))


@pytest.mark.parametrize(("code", "number"), [("nl", "1.106,2%"), ("de", "1.106,2%"), ("en", "1,106.2%")])
def test_numbers_are_written_as_the_language_of_the_document_does(code: str, number: str) -> None:
    rows = four_charts(code).chart("figuur-line").rows
    assert rows[-1].shown == number


def test_the_numbers_of_a_falling_and_a_negative_line_are_drawn(tmp_path: Path) -> None:
    data = tuple(DataPoint(str(year), Decimal(value)) for year, value in ((1, 5), (2, 3), (3, -4), (4, 0)))
    blocks = [block(f"f-{kind}", replace(FIGURES[kind], data=data)) for kind in (Chart.LINE, Chart.BAR)]
    one = document(position([chapter("cijfers", "Cijfers", blocks)]))
    page = printed(one, tmp_path, formats=["html"])["html"].read_text(encoding="utf-8")
    for drawing in re.findall(r"<svg.*?</svg>", page, re.S):
        assert {row.shown for row in one.charts[0].rows} <= set(re.findall(r">([^<>]+)</text>", drawing))


def test_a_chart_is_drawn_in_the_colours_of_the_brand_only(made: tuple[Document, dict[str, Path]]) -> None:
    brand = own_looks().brand
    ours = {brand.colour(name) for name in brand.colours} | {"none", "transparent"}
    ours |= {colour for tone in brand.chapters for colour in ramp(brand.colour(tone.solid), 3)}
    for drawing in re.findall(r"<svg.*?</svg>", made[1]["html"].read_text(encoding="utf-8"), re.S):
        assert set(re.findall(r'(?:fill|stroke)="([^"]+)"', drawing)) <= ours
