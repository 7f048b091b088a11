"""The law of the press: what `check` passes is drawn and printed, whatever stands in brand, figures or drawings."""

import contextlib
from collections.abc import Mapping
from dataclasses import replace
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from flows.documents.brand_file import read_brand
from flows.documents.charts import spec
from flows.overrides.figures import undrawable
from flows.positions import limits
from flows.positions.bodies import Chart, DataPoint, Figure
from flows.positions.marked import Marked
from flows.press.doors import charts
from flows.press.jobs import print_documents
from flows.press.looks import Looks
from flows.press.printer.children import ChildEnded
from flows.press.printer.trying import try_picture
from flows.press.store.cache import Cache
from flows.press.web.stylesheet import stylesheet
from flows.press.word.reference import reference_document
from flows.problems.records import has_errors
from flows.sources.pictures import judging
from flows.sources.yaml_files import marked_bytes
from tests.documents.samples import block, chapter, position
from tests.documents.test_brand import neutral
from tests.picture_files import svg
from tests.press.printing import document, job, neutral_looks

SLOW = [HealthCheck.too_slow, HealthCheck.function_scoped_fixture, HealthCheck.data_too_large]
PRINTED = 6
"""Examples that are printed in full; a document takes about a fifth of a second."""

ODD = [
    "",
    "0",
    "-1",
    "1e308",
    "-1e308",
    "1e400",
    ".nan",
    ".inf",
    "NaN",
    "null",
    "true",
    "[]",
    "{}",
    "x",
    '"9"',
    "9.80",
]
COLOUR = st.integers(0, 0xFFFFFF).map("#{:06x}".format) | st.sampled_from(
    ["red", "#fff", "#12345", "'#1234567'"]
)
NAME = st.sampled_from(["ink", "slate", "teal", "white", "grey", "plum", "line", "nee", "1", "'#fff'", "[]"])
FONT = st.sampled_from(
    ["Libertinus Serif", "Arial", "A" * 64, "A" * 65, "'; x {", "3D", "-", '"\\n"', "null"]
)


@st.composite
def brands(draw: st.DrawFn) -> str:
    """The neutral brand with one or more of its values, chosen anywhere, replaced by others."""
    lines = neutral().split("\n")
    for _ in range(draw(st.integers(1, 3))):
        at = draw(st.integers(0, len(lines) - 1))
        key, colon, value = lines[at].partition(": ")
        if colon:
            lines[at] = f"{key}: {draw(_other(key, value))}"
    return "\n".join(lines)


def _other(key: str, value: str) -> st.SearchStrategy[str]:
    odd = st.sampled_from(ODD)
    if key == "scale":
        sizes = st.floats(-5, 150).map(lambda size: f"{size:.2f}") | odd
        names = st.sampled_from(list(limits.SIZES))
        return st.tuples(names, sizes).map(lambda pair: _with(value, *pair))
    if key == "fonts":
        return st.tuples(FONT, FONT).map(lambda two: f"{{family: {two[0]}, instead: [{two[1]}]}}")
    if key == "charts":
        return st.lists(NAME, max_size=60).map(lambda names: f"[{', '.join(names)}]")
    return COLOUR | NAME | odd


def _with(value: str, name: str, size: str) -> str:
    before, _, after = value.partition(f"{name}: ")
    rest = after[min(at for at in (after.find(","), after.find("}")) if at >= 0) :]
    return f"{before}{name}: {size}{rest}"


def brand_of(text: str) -> Looks | None:
    marked, _ = marked_bytes(text.encode(), "shared/brand/brand.yaml")
    brand, _ = read_brand(marked) if isinstance(marked, Marked) else (None, [])
    return Looks(brand) if brand is not None and brand.fonts.family == "Libertinus Serif" else None


WORDS = st.text(
    st.characters(codec="utf-8", categories=("L", "N", "P", "Zs"), max_codepoint=0x17F), min_size=1
)
LABELS = WORDS.map(lambda text: text[:150]) | st.sampled_from(
    ["ja", "nee", "a " * 60, "w" * 120, "1", "</svg>", "'\\"]
)
VALUES = (
    st.decimals(-10_000, 10_000, places=2)
    | st.decimals(allow_nan=False, allow_infinity=False)
    | st.sampled_from([*map(Decimal, ("0", "-0", "1e15", "-1e15", "1e-20", "1e308", "33.333333333333336"))])
)


@st.composite
def figures(draw: st.DrawFn) -> Figure:
    """A figure of any kind with any numbers."""
    points = draw(st.lists(st.builds(DataPoint, LABELS, VALUES), min_size=1, max_size=limits.POINTS + 2))
    unit = draw(st.sampled_from(["procent", "euro"]))
    return Figure(
        draw(st.sampled_from(Chart)), "Titel", "Wat te zien is", unit, "Bron", tuple(points), "2022"
    )


def passes(figure: Figure) -> bool:
    return not has_errors(list(undrawable([block("f", figure).block])))


@settings(max_examples=300, deadline=None, suppress_health_check=SLOW)
@given(brands())
def test_a_brand_that_passes_gives_a_style_sheet_word_styles_and_charts(text: str) -> None:
    looks = brand_of(text)
    if looks is not None:
        assert stylesheet(looks.brand, "").count("{") > 20
        assert reference_document(looks.brand).startswith(b"PK")
        assert spec(document().charts[0], looks.brand)["data"]["values"]


@settings(max_examples=60, deadline=None, suppress_health_check=SLOW)
@given(figures())
@example(
    Figure(
        Chart.BAR,
        "T",
        "A",
        "euro",
        "B",
        (DataPoint("a", Decimal("1e15")), DataPoint("b", -Decimal("1e15"))),
        "2022",
    )
)
def test_a_figure_that_passes_is_drawn_with_every_number(figure: Figure) -> None:
    if not passes(figure):
        return
    (chart,) = document(position([chapter("a", "A", [block("f", figure)])])).charts
    drawn = charts.draw([chart], "svg", neutral_looks().brand, "", Cache("/nonexistent/cache"))[
        chart
    ].decode()
    assert drawn.count("<text") >= (
        1 if figure.chart in (Chart.DONUT, Chart.STACKED_BAR) else len(figure.data)
    )
    if not any(word in point.label for point in figure.data for word in ("NaN", "Infinity")):
        assert "NaN" not in drawn and "Infinity" not in drawn


@settings(max_examples=PRINTED, deadline=None, suppress_health_check=SLOW)
@given(brands(), figures().filter(passes))
def test_what_passes_is_printed_in_three_formats(
    tmp_path_factory: pytest.TempPathFactory, text: str, figure: Figure
) -> None:
    looks = brand_of(text) or neutral_looks()
    one = document(position([chapter("a", "A", [block("f", figure)])]))
    root = tmp_path_factory.mktemp("law")
    (answer,) = print_documents([job(one, looks)], root, root / "outputs")
    assert answer.problems == () and len(answer.files) == 3


@pytest.mark.parametrize("end", [0, 1], ids=["smallest", "largest"])
def test_the_limits_themselves_are_printed(end: int, tmp_path: Path) -> None:
    plain = neutral_looks()
    sizes: Mapping[str, Any] = {name: Decimal(pair[end]) for name, pair in limits.SIZES.items()}
    looks = replace(plain, brand=replace(plain.brand, scale=replace(plain.brand.scale, **sizes)))
    long = "woord " * (limits.LABELS // limits.POINTS // 6 - 1)
    points = tuple(DataPoint(f"{long}{number}", limits.VALUE) for number in range(limits.POINTS))
    for kind in Chart:
        figure = Figure(kind, "Titel", "Wat te zien is", "euro", "Bron", points, "2022")
        assert passes(figure)
        one = document(position([chapter("a", "A", [block("f", figure)])]))
        (answer,) = print_documents([job(one, looks)], tmp_path, tmp_path / f"{kind}")
        assert answer.problems == () and len(answer.files) == 3


ATTRIBUTES = st.sampled_from(
    [
        *(
            'width="9"',
            'height="1e30"',
            'transform="scale(1e30)"',
            'transform="rotate(x)"',
            'd="M0 0"',
            'r="-1"',
        ),
        *(
            'fill="url(#a)"',
            'clip-path="url(#a)"',
            'mask="url(#a)"',
            'href="#a"',
            'id="a"',
            'id="b"',
            'class="c"',
        ),
        *(
            'd="M1e38 1e38L-1e38 3"',
            'stroke-dasharray="1e-9"',
            'stroke-width="1e30"',
            'stroke="red"',
            'x="nan"',
        ),
        *('style="fill:url(#b)"', 'opacity="-3"', 'viewBox="0 0 0 0"', 'patternUnits="userSpaceOnUse"'),
    ]
)
TAGS = st.sampled_from(
    ["g", "rect", "path", "use", "pattern", "clipPath", "mask", "marker", "linearGradient", "svg", "symbol"]
)


def _element(inside: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    attributes = st.lists(ATTRIBUTES, max_size=4, unique_by=lambda one: one.partition("=")[0]).map(" ".join)
    return st.tuples(TAGS, attributes, st.lists(inside, max_size=3).map("".join)).map(
        lambda one: f"<{one[0]} {one[1]}>{one[2]}</{one[0]}>"
    )


@settings(max_examples=60, deadline=None, suppress_health_check=SLOW)
@given(st.recursive(st.just('<rect width="5" height="5"/>'), _element, max_leaves=8))
def test_a_drawing_that_passes_is_judged_by_the_press_and_ends_nothing_of_ours(inside: str) -> None:
    content = svg(inside)
    if not judging.flaws(content, "SVG", ()):
        with contextlib.suppress(ChildEnded):  # which `check` tells as SP832 or SP833
            assert isinstance(try_picture(content, ".svg", ""), str)
