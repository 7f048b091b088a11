import json
from pathlib import Path

import pytest

from flows.documents.brand import Brand, contrast, read_brand
from flows.documents.charts import font, spec
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


def test_numbers_inside_a_piece_can_be_read_on_it(brand: Brand) -> None:
    for row in spec(Chart("f", "donut", "T", "A", ROWS, 1), brand)["data"]["values"]:
        assert contrast(row["colour"], row["on"]) >= 4.5


def test_the_words_of_a_bar_are_drawn_to_the_last_one_however_long_a_translation_is(brand: Brand) -> None:
    import vl_convert

    long = "lower secondary (vmbo, lower years of havo/vwo, mbo 1)"
    rows = (Row("primary", "6.7", "6.7%"), Row(long, "15.3", "15.3%"))
    one = spec(Chart("f", "bar", "Title", "Alt", rows, 1), brand)
    svg = vl_convert.vegalite_to_svg(one)
    assert "…" not in svg
    assert svg.index(">primary<") < svg.index("mbo 1)<")
    assert one["height"] > spec(Chart("f", "bar", "Title", "Alt", rows[:1] * 2, 1), brand)["height"]
