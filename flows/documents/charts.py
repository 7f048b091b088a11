"""Charts as Vega-Lite: one description for every format, in the colours of a brand."""

from collections.abc import Callable, Mapping
from textwrap import wrap
from types import MappingProxyType
from typing import Any

from flows.documents.brand import Brand, text_on
from flows.documents.document import Chart

Spec = dict[str, Any]

WIDTH = 360
"""Width of a chart in pixels; a printed column shows it at about two thirds."""
_TALLEST = 800
"""Pixels of a chart's height that a printed page has room for, with its title and numbers."""
_MOST_LINES = 12
"""Lines of labels that stay together with their chart on a page."""
_ROW = 42
_LINE = 15
_LONGEST_LINE = 46
"""Characters of a bar's words on one line; translations are longer than their Dutch."""
_ROOM_FOR_NUMBERS = 1.18
_SMALL_SHARE = 0.09
_BESIDE_A_LINE: Mapping[str, tuple[int, int]] = MappingProxyType(
    {"peak": (0, -14), "valley": (0, 16), "rise": (-15, -12), "fall": (15, -12)}
)
"""Pixels from a point of a line to the middle of its number, by how the line passes there."""


def spec(chart: Chart, brand: Brand) -> Spec:
    """The Vega-Lite description of a chart: equal for equal data and brand."""
    return {
        "$schema": "https://vega.github.io/schema/vega-lite/v5.json",
        "width": WIDTH,
        "autosize": {"type": "fit-x", "contains": "padding"},
        "padding": 2,
        "background": None,
        "data": {"values": _values(chart, brand)},
        "config": _config(brand),
        **KINDS[chart.kind](chart, brand),
    }


def is_tall(chart: Chart, brand: Brand) -> bool:
    """Whether a chart over the whole width of a printed column would be about as long as a page."""
    return int(spec(chart, brand)["height"]) > _TALLEST


def is_long(chart: Chart) -> bool:
    """Whether the numbers under a chart take so many lines that they may have to go on overleaf."""
    return sum(len(_lines(row.label)) for row in chart.rows) > _MOST_LINES


def font(brand: Brand) -> str:
    """The font list of a chart. An unquoted name that starts with a digit would draw no text at all."""
    return ", ".join([*(f"'{name}'" for name in (brand.fonts.family, *brand.fonts.instead)), "sans-serif"])


def _config(brand: Brand) -> Spec:
    ink = brand.colour(brand.page.ink)
    words = {"labelFont": font(brand), "titleFont": font(brand), "labelColor": ink, "titleColor": ink}
    return {
        "font": font(brand),
        "view": {"stroke": None},
        "axis": {**words, "labelFontSize": 12, "domainColor": brand.colour(brand.page.line), "grid": False},
        "legend": {
            **words,
            "labelFontSize": 12,
            "labelLimit": WIDTH,
            "symbolType": "square",
            "symbolStrokeWidth": 0,
        },
    }


def _values(chart: Chart, brand: Brand) -> list[Spec]:
    lines = _lines_of(chart)
    apart = [
        " " * [one.label for one in chart.rows[:at]].count(row.label) for at, row in enumerate(chart.rows)
    ]
    return [
        {
            "order": number,
            # Vega takes equal words for one thing and draws bars on top of each other; nobody sees a space.
            "label": row.label + apart[number],
            **dict.fromkeys(lines, ""),
            **dict(zip(lines, reversed(_lines(row.label)), strict=False)),
            "value": float(row.value),
            "shown": row.shown,
            "entry": f"{row.label} ({row.shown}){apart[number]}",
            "tip": max(float(row.value), 0.0),
            "turn": _turn(chart, number),
            "colour": colour,
            "on": text_on(colour, brand.colour(brand.page.ink), brand.colour(brand.page.paper)),
        }
        for number, row in enumerate(chart.rows)
        for colour in [brand.colour(brand.charts[number % len(brand.charts)])]
    ]


def _lines(label: str) -> list[str]:
    return wrap(label, _LONGEST_LINE) or [label]


def _lines_of(chart: Chart) -> list[str]:
    """The names of the lines that the words of a chart take at most, the lowest first."""
    return [f"line{at}" for at in range(max((len(_lines(row.label)) for row in chart.rows), default=1))]


def _turn(chart: Chart, number: int) -> str:
    """How a line passes a value: its number stands where the line does not."""
    here = float(chart.rows[number].value)
    before, after = (
        float(chart.rows[min(max(beside, 0), len(chart.rows) - 1)].value)
        for beside in (number - 1, number + 1)
    )
    if here <= min(before, after) and here < max(before, after):
        return "valley"
    if before < here < after:
        return "rise"
    return "fall" if before > here > after else "peak"


def _in_order(field: str) -> Spec:
    return {"field": field, "type": "nominal", "sort": {"field": "order"}}


def _legend(chart: Chart, brand: Brand) -> Spec:
    legend = {"title": None, "orient": "bottom", "direction": "vertical", "columns": 1, "offset": 10}
    values = _values(chart, brand)
    scale = {"domain": [one["entry"] for one in values], "range": [one["colour"] for one in values]}
    return {**_in_order("entry"), "scale": scale, "legend": legend}


def _own(field: str) -> Spec:
    return {"field": field, "type": "nominal", "scale": None}


def _bar(chart: Chart, brand: Brand) -> Spec:
    """Bars with their words above them, so that a long label needs no room beside its bar."""
    values = [0.0, *(float(row.value) for row in chart.rows)]
    scale = {"domain": [min(values), max(values) * _ROOM_FOR_NUMBERS or 1.0]}
    lines = _lines_of(chart)
    more = (len(lines) - 1) * _LINE
    down = more / 2
    bar = {"type": "bar", "height": 15, "yOffset": 9 + down, "cornerRadiusEnd": 2}
    words = {"type": "text", "align": "left", "baseline": "bottom", "limit": WIDTH, "fontSize": 12}
    return {
        "height": (_ROW + more) * len(chart.rows),
        "encoding": {
            "y": {**_in_order("label"), "axis": None},
            "x": {"field": "value", "type": "quantitative", "axis": None, "scale": scale},
        },
        "layer": [
            {"mark": {**bar, "color": brand.tone(chart.tone)[0]}},
            *(
                {
                    "mark": {**words, "dy": down - 3 - _LINE * at, "color": brand.colour(brand.page.ink)},
                    "encoding": {"text": _own(line), "x": {"datum": 0}},
                }
                for at, line in reversed(list(enumerate(lines)))
            ),
            _labels(brand, {"x": {"field": "tip", "type": "quantitative"}}, align="left", dx=5, dy=9 + down),
        ],
    }


def _stacked_bar(chart: Chart, brand: Brand) -> Spec:
    across = {"field": "value", "type": "quantitative", "stack": "zero", "axis": None}
    return {
        "height": 44,
        "encoding": {"x": across, "order": {"field": "order", "type": "quantitative"}},
        "layer": [
            {"mark": {"type": "bar", "height": 44}, "encoding": {"color": _legend(chart, brand)}},
            _labels_inside(chart, {"x": {**across, "bandPosition": 0.5}}),
        ],
        "resolve": {"scale": {"color": "independent"}},
    }


def _donut(chart: Chart, brand: Brand) -> Spec:
    ring = {"type": "arc", "innerRadius": 52, "outerRadius": 96, "padAngle": 0.016}
    return {
        "height": 196,
        "encoding": {
            "theta": {"field": "value", "type": "quantitative", "stack": True},
            "order": {"field": "order", "type": "quantitative"},
        },
        "layer": [
            {"mark": ring, "encoding": {"color": _legend(chart, brand)}},
            _labels_inside(chart, {}, radius=74),
        ],
        "resolve": {"scale": {"color": "independent"}},
    }


def _line(chart: Chart, brand: Brand) -> Spec:
    solid = brand.tone(chart.tone)[0]
    across = {"ticks": False, "title": None, "labelAngle": 0, "labelPadding": 6}
    scale = {"padding": 24, "zero": False}
    return {
        "height": 170,
        "encoding": {
            "x": {**_in_order("label"), "axis": across},
            "y": {"field": "value", "type": "quantitative", "axis": None, "scale": scale},
        },
        "layer": [
            {"mark": {"type": "line", "color": solid, "strokeWidth": 2.5}},
            {"mark": {"type": "point", "color": solid, "filled": True, "size": 60, "opacity": 1}},
            *(_labels_at(turn, brand, dx, dy) for turn, (dx, dy) in _BESIDE_A_LINE.items()),
        ],
    }


def _labels(brand: Brand, channels: Spec, **place: Any) -> Spec:
    mark = {"type": "text", "fontSize": 12, "color": brand.colour(brand.page.ink), **place}
    return {"mark": mark, "encoding": {**channels, "text": _own("shown")}}


def _labels_at(turn: str, brand: Brand, dx: int, dy: int) -> Spec:
    return {**_labels(brand, {}, dx=dx, dy=dy), "transform": [{"filter": f"datum.turn == '{turn}'"}]}


def _labels_inside(chart: Chart, channels: Spec, **place: Any) -> Spec:
    """Labels on the pieces of a whole; a piece that is too small keeps its number in the legend only."""
    total = sum(float(row.value) for row in chart.rows)
    shown = {"test": f"datum.value >= {total * _SMALL_SHARE:.6f}", "field": "shown"}
    return {
        "mark": {"type": "text", "fontSize": 12, "fontWeight": 600, **place},
        "encoding": {**channels, "text": {"condition": shown, "value": ""}, "color": _own("on")},
    }


KINDS: Mapping[str, Callable[[Chart, Brand], Spec]] = MappingProxyType(
    {"bar": _bar, "stacked-bar": _stacked_bar, "donut": _donut, "line": _line}
)
"""Every kind of chart, by the name that a figure's ``chart`` gives it, and how it is drawn."""
