import json
from itertools import pairwise
from pathlib import Path

import pytest

from flows.documents.brand import Brand
from flows.documents.brand_file import read_brand
from flows.documents.charts import described, font, ramp, says_all, spec
from flows.documents.contrasts import contrast
from flows.documents.document import Chart, Row
from tests.documents.test_brand import marked, neutral

ROWS = (Row("a", "6.7", "6,7%"), Row("b", "15.3", "15,3%"), Row("c", "78.0", "78,0%"))
KINDS = ("bar", "stacked-bar", "donut", "line")


@pytest.fixture(scope="module")
def brand() -> Brand:
    read, _ = read_brand(marked(neutral()))
    assert read is not None
    return read


@pytest.mark.parametrize("kind", KINDS)
def test_a_chart_is_the_same_every_time_and_holds_every_value(kind: str, brand: Brand) -> None:
    chart = Chart("f", kind, "Titel", "Alt", ROWS, 1)
    one = spec(chart, brand)
    assert json.dumps(one) == json.dumps(spec(chart, brand))
    assert [(row["label"], row["value"], row["shown"]) for row in one["data"]["values"]] == [
        ("a", 6.7, "6,7%"),
        ("b", 15.3, "15,3%"),
        ("c", 78.0, "78,0%"),
    ]


@pytest.mark.parametrize("kind", KINDS)
def test_every_label_and_number_is_really_drawn(kind: str, brand: Brand, tmp_path: Path) -> None:
    import vl_convert

    svg = vl_convert.vegalite_to_svg(spec(Chart("f", kind, "Titel", "Alt", ROWS, 1), brand))
    for row in ROWS:
        assert row.label in svg
        assert row.shown in svg


def test_fonts_are_quoted(brand: Brand) -> None:
    assert font(brand) == "'Libertinus Serif', 'Georgia', 'Cambria', sans-serif"


@pytest.mark.parametrize("tone", [1, 2, 3])
def test_numbers_inside_a_piece_can_be_read_on_it(brand: Brand, tone: int) -> None:
    values = spec(Chart("f", "donut", "T", "A", ROWS, tone), brand)["data"]["values"]
    assert all(contrast(row["colour"], row["on"]) >= 4.5 for row in values if row["inside"])
    assert next(row["inside"] for row in values) is False, "a small piece has its number beside it"


@pytest.mark.parametrize("count", [2, 3, 4, 5])
@pytest.mark.parametrize("solid", ["#1c6b88", "#2b7a4b", "#83459a", "#b0480f"])
def test_the_parts_of_a_ring_are_told_apart_in_grey(solid: str, count: int) -> None:
    greys = [contrast(colour, "#000000") for colour in ramp(solid, count)]
    assert len(set(greys)) == count and greys == sorted(greys)
    assert all(after / before >= 1.2 for before, after in pairwise(greys))


def test_the_parts_of_a_whole_follow_each_other_line_by_line(brand: Brand) -> None:
    values = spec(Chart("f", "stacked-bar", "T", "A", ROWS, 1), brand)["data"]["values"]
    assert [(row["start"], row["end"]) for row in values] == [(0.0, 6.7), (6.7, 22.0), (22.0, 100.0)]


@pytest.mark.parametrize("kind", KINDS)
def test_a_drawing_that_says_all_needs_no_table_beside_it(kind: str) -> None:
    assert says_all(Chart("f", kind, "T", "A", ROWS, 1))
    assert says_all(Chart("f", kind, "T", "A", ROWS * 3, 1)) is (kind != "line")


def test_a_reader_without_the_drawing_is_told_every_value() -> None:
    assert described(Chart("f", "bar", "T", "Met 6,7, 15,3 en 78,0 procent.", ROWS, 1)).endswith("procent.")
    assert described(Chart("f", "bar", "T", "Een balk.", ROWS, 1)) == "Een balk. a: 6,7%; b: 15,3%; c: 78,0%"


def test_the_words_of_a_bar_are_drawn_to_the_last_one_however_long_a_translation_is(brand: Brand) -> None:
    import vl_convert

    long = "lower secondary (vmbo, lower years of havo/vwo, mbo 1)"
    rows = (Row("primary", "6.7", "6.7%"), Row(long, "15.3", "15.3%"))
    one = spec(Chart("f", "bar", "Title", "Alt", rows, 1), brand)
    svg = vl_convert.vegalite_to_svg(one)
    assert "…" not in svg
    assert svg.index(">primary<") < svg.index("mbo 1)<")
    assert one["height"] > spec(Chart("f", "bar", "Title", "Alt", rows[:1] * 2, 1), brand)["height"]
