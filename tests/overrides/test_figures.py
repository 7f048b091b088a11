"""Figures that cannot be drawn are found before a chart is made of them."""

from collections.abc import Sequence
from decimal import Decimal

import pytest

from flows.overrides.figures import undrawable
from flows.overrides.gaps import weak_blocks
from flows.positions import limits
from flows.positions.bodies import Chart, DataPoint, Figure
from flows.problems.sentences import sentence
from tests.documents.samples import block

Data = Sequence[tuple[str, str]]
TWO: Data = [("ja", "60.5"), ("nee", "39.5")]


def codes(kind: Chart, data: Data) -> list[str]:
    points = tuple(DataPoint(label, Decimal(value)) for label, value in data)
    one = block("f", Figure(kind, "Titel", "Alt", "procent", "Bron", points, "2022")).block
    list(weak_blocks([one]))
    found = list(undrawable([one]))
    assert all(sentence(each, "nl") and sentence(each, "en") for each in found)
    return [each.code for each in found]


@pytest.mark.parametrize("kind", Chart)
def test_an_ordinary_figure_can_be_drawn(kind: Chart) -> None:
    assert codes(kind, TWO) == []
    assert codes(kind, [(f"jaar {2000 + year}", "4") for year in range(limits.POINTS)]) == []


@pytest.mark.parametrize("kind", Chart)
@pytest.mark.parametrize(
    ("data", "code"),
    [
        ([("a", "1e308"), ("b", "1")], "SP717"),
        ([("a", "1e400"), ("b", "-1e400")], "SP717"),
        ([("a", "1e-30"), ("b", "1")], "SP717"),
        ([("a", str(limits.VALUE + 1)), ("b", "1")], "SP717"),
        ([(f"l{number}", "1") for number in range(limits.POINTS + 1)], "SP719"),
        ([(f"{number}{'l' * 100}", "1") for number in range(limits.POINTS)], "SP719"),
        ([("l" * (limits.LABEL + 1), "1"), ("b", "1")], "SP719"),
        ([("a", "1"), ("a ", "2"), ("a", "3")], "SP713"),
        ([(" ", "1"), ("b", "1")], "SP110"),
    ],
)
def test_what_cannot_be_drawn_is_told(kind: Chart, data: Data, code: str) -> None:
    assert code in codes(kind, data)


@pytest.mark.parametrize("kind", [Chart.DONUT, Chart.STACKED_BAR])
def test_parts_are_of_something(kind: Chart) -> None:
    assert codes(kind, [("a", "-5"), ("b", "105")]) == ["SP718"]
    assert codes(kind, [("a", "0"), ("b", "0.0")]) == ["SP718"]
    assert codes(kind, [("a", "0"), ("b", "100")]) == []


@pytest.mark.parametrize("kind", [Chart.BAR, Chart.LINE])
def test_a_bar_or_a_line_may_be_negative_or_nothing(kind: Chart) -> None:
    assert codes(kind, [("a", "-5"), ("b", "0")]) == []
