"""Charts as Vega-Lite: one description for every format, in the colours of a brand."""

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Any

from flows.documents.brand import Brand, text_on
from flows.documents.document import Chart

Spec = dict[str, Any]

WIDTH = 360
"""Width of a chart in pixels; a printed column shows it at about two thirds."""
_ROW = 42
_ROOM_FOR_NUMBERS = 1.18
_SMALL_SHARE = 0.09


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
        **_DRAWN[chart.kind](chart, brand),
    }


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
        "legend": {**words, "labelFontSize": 12, "labelLimit": WIDTH, "symbolType": "square"},
    }


def _values(chart: Chart, brand: Brand) -> list[Spec]:
    return [
        {
            "order": number,
            "label": row.label,
            "value": float(row.value),
            "shown": row.shown,
            "entry": f"{row.label} ({row.shown})",
            "colour": colour,
            "on": text_on(colour, brand.colour(brand.page.ink), brand.colour(brand.page.paper)),
        }
        for number, row in enumerate(chart.rows)
        for colour in [brand.colour(brand.charts[number % len(brand.charts)])]
    ]


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
    longest = max((float(row.value) for row in chart.rows), default=0.0)
    scale = {"domain": [min(0.0, *(float(row.value) for row in chart.rows)), longest * _ROOM_FOR_NUMBERS]}
    words = {"type": "text", "align": "left", "baseline": "bottom", "dy": -3, "limit": WIDTH, "fontSize": 12}
    return {
        "height": _ROW * len(chart.rows),
        "encoding": {
            "y": {**_in_order("label"), "axis": None},
            "x": {"field": "value", "type": "quantitative", "axis": None, "scale": scale},
        },
        "layer": [
            {"mark": {"type": "bar", "color": brand.tone(chart.tone)[0], "height": 15, "yOffset": 9}},
            {
                "mark": {**words, "color": brand.colour(brand.page.ink)},
                "encoding": {"text": _own("label"), "x": {"datum": 0}},
            },
            _labels(brand, align="left", dx=5, dy=9),
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
    paper = brand.colour(brand.page.paper)
    ring = {"type": "arc", "innerRadius": 52, "outerRadius": 96, "stroke": paper, "strokeWidth": 1.5}
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
    return {
        "height": 170,
        "encoding": {
            "x": {**_in_order("label"), "axis": across},
            "y": {"field": "value", "type": "quantitative", "axis": None, "scale": {"padding": 22}},
        },
        "layer": [
            {"mark": {"type": "line", "color": solid, "strokeWidth": 2.5}},
            {"mark": {"type": "point", "color": solid, "filled": True, "size": 60, "opacity": 1}},
            _labels(brand, dy=-13),
        ],
    }


def _labels(brand: Brand, **place: Any) -> Spec:
    mark = {"type": "text", "fontSize": 12, "color": brand.colour(brand.page.ink), **place}
    return {"mark": mark, "encoding": {"text": _own("shown")}}


def _labels_inside(chart: Chart, channels: Spec, **place: Any) -> Spec:
    """Labels on the pieces of a whole; a piece that is too small keeps its number in the legend only."""
    total = sum(float(row.value) for row in chart.rows)
    shown = {"test": f"datum.value >= {total * _SMALL_SHARE:.6f}", "field": "shown"}
    return {
        "mark": {"type": "text", "fontSize": 12, "fontWeight": 600, **place},
        "encoding": {**channels, "text": {"condition": shown, "value": ""}, "color": _own("on")},
    }


_DRAWN: Mapping[str, Callable[[Chart, Brand], Spec]] = MappingProxyType(
    {"bar": _bar, "stacked-bar": _stacked_bar, "donut": _donut, "line": _line}
)
