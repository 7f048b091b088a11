"""Charts as Vega-Lite: one description for every format, in the colours of a brand."""

from collections.abc import Callable, Mapping
from itertools import accumulate
from textwrap import wrap
from types import MappingProxyType
from typing import Any

from flows.documents.brand import Brand
from flows.documents.contrasts import READABLE, contrast, text_on
from flows.documents.document import Chart

Spec = dict[str, Any]

WIDTH = 360
"""Width of a chart in pixels; a printed column shows it at about two thirds."""
_TALLEST = 800
"""Pixels of a chart's height that a printed page has room for, with its title and numbers."""
_MOST_LINES = 12
"""Lines of labels that stay together with their chart on a page."""
_MOST_POINTS = 6
"""Points of a line of which all words and numbers have room."""
_ROW = 42
_LINE = 15
_LONGEST_LINE = 46
"""Characters of a bar's words on one line; translations are longer than their Dutch."""
_NARROWEST = 8
"""Characters of a line of the words below a point."""
_ROOM_FOR_NUMBERS = 1.18
_SMALL_SHARE = 0.09
_TELLABLE = 5
"""Steps from solid to light that are told apart."""
_LIGHTEST = 0.78
"""How far the lightest step goes to white."""
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


def says_all(chart: Chart) -> bool:
    """Whether the drawing shows every word and number, so that a printed page needs no table below it."""
    return chart.kind != "line" or len(chart.rows) <= _MOST_POINTS


def described(chart: Chart) -> str:
    """What a reader who sees neither drawing nor table is told: the alternative text, and each value."""
    told = all(row.shown.strip("%\u00a0") in chart.alt for row in chart.rows)
    return (
        chart.alt if told else f"{chart.alt} {'; '.join(f'{row.label}: {row.shown}' for row in chart.rows)}"
    )


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
    colours = ramp(brand.tone(chart.tone)[0], len(chart.rows))
    on = [text_on(colour, brand.colour(brand.page.ink), brand.colour(brand.page.paper)) for colour in colours]
    starts = _starts(chart)
    width = max(_NARROWEST, _LONGEST_LINE // max(1, len(chart.rows)))
    apart = [
        " " * [one.label for one in chart.rows[:at]].count(row.label) for at, row in enumerate(chart.rows)
    ]
    return [
        {
            "order": number,
            # Vega takes equal words for one thing and draws bars on top of each other; nobody sees a space.
            "label": row.label + apart[number],
            "wrapped": "\n".join(wrap(row.label, width, break_long_words=False) or [row.label])
            + apart[number],
            **dict.fromkeys(lines, ""),
            **dict(zip(lines, reversed(_lines(row.label)), strict=False)),
            "value": float(row.value),
            "start": starts[number],
            "end": starts[number + 1],
            "shown": row.shown,
            "entry": f"{row.label} ({row.shown}){apart[number]}",
            "tip": max(float(row.value), 0.0),
            "turn": _turn(chart, number),
            "colour": colours[number],
            "on": on[number],
            "inside": float(row.value) >= starts[-1] * _SMALL_SHARE
            and contrast(on[number], colours[number]) >= READABLE,
        }
        for number, row in enumerate(chart.rows)
    ]


def _starts(chart: Chart) -> list[float]:
    """Where each part of a whole begins, and where the last one ends."""
    return [0.0, *accumulate(float(row.value) for row in chart.rows)]


def ramp(solid: str, count: int) -> list[str]:
    """Colours from a solid one to a light tint of it, told apart in grey and by every eye.

    Args:
        solid: The darkest, as ``#rrggbb``.
        count: How many; with many, neighbours that are far apart take turns.
    """
    steps = min(count, _TELLABLE)
    parts = [int(solid[at : at + 2], 16) for at in (1, 3, 5)]
    shares = [_LIGHTEST * step / max(1, steps - 1) for step in range(steps)]
    tints = ["#" + "".join(f"{round(part + (255 - part) * share):02x}" for part in parts) for share in shares]
    return [tints[number % steps] for number in range(count)]


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
    across = {"x": {"field": "value", "type": "quantitative", "axis": None, "scale": scale}}
    return _rows_of_bars(chart, brand, across, number_at="tip")


def _rows_of_bars(
    chart: Chart, brand: Brand, across: Spec, *, number_at: str, behind: Spec | None = None
) -> Spec:
    """A bar a value, below its words and before its number; `behind` is a track that all bars lie on."""
    lines = _lines_of(chart)
    more = (len(lines) - 1) * _LINE
    down = more / 2
    bar = {"type": "bar", "height": 15, "yOffset": 9 + down, "cornerRadiusEnd": 2}
    words = {"type": "text", "align": "left", "baseline": "bottom", "limit": WIDTH, "fontSize": 12}
    track = {**bar, "color": brand.tone(chart.tone)[1]}
    number = {"x": {"field": number_at, "type": "quantitative"}}
    return {
        "height": (_ROW + more) * len(chart.rows),
        "encoding": {"y": {**_in_order("label"), "axis": None}},
        "layer": [
            *([{"mark": track, "encoding": behind}] if behind else []),
            {"mark": {**bar, "color": brand.tone(chart.tone)[0]}, "encoding": across},
            *(
                {
                    "mark": {**words, "dy": down - 3 - _LINE * at, "color": brand.colour(brand.page.ink)},
                    "encoding": {"text": _own(line), "x": {"datum": 0}},
                }
                for at, line in reversed(list(enumerate(lines)))
            ),
            _labels(brand, number, align="left", dx=5, dy=9 + down),
        ],
    }


def _stacked_bar(chart: Chart, brand: Brand) -> Spec:
    """The parts of a whole, each on a line of its own that begins where the one above ended.

    Every part has its words above it and its number behind it, however small it is.
    """
    whole = _starts(chart)[-1]
    along = {
        "type": "quantitative",
        "axis": None,
        "scale": {"domain": [0.0, whole * _ROOM_FOR_NUMBERS or 1.0]},
    }
    part = {"x": {"field": "start", **along}, "x2": {"field": "end"}}
    return _rows_of_bars(
        chart, brand, part, number_at="end", behind={"x": {"datum": 0, **along}, "x2": {"datum": whole}}
    )


def _donut(chart: Chart, brand: Brand) -> Spec:
    ring = {"type": "arc", "innerRadius": 52, "outerRadius": 96, "padAngle": 0.016}
    return {
        "height": 236,
        "encoding": {
            "theta": {"field": "value", "type": "quantitative", "stack": True},
            "order": {"field": "order", "type": "quantitative"},
        },
        "layer": [
            {"mark": ring, "encoding": {"color": _legend(chart, brand)}},
            *_labels_of_parts(brand),
        ],
        "resolve": {"scale": {"color": "independent"}},
    }


def _line(chart: Chart, brand: Brand) -> Spec:
    solid = brand.tone(chart.tone)[0]
    wrapped = "split(datum.value, '\\n')"
    across = {"ticks": False, "title": None, "labelAngle": 0, "labelPadding": 6, "labelExpr": wrapped}
    scale = {"padding": 24, "zero": False}
    return {
        "height": 170,
        "encoding": {
            "x": {**_in_order("wrapped"), "axis": across},
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


def _labels_of_parts(brand: Brand) -> list[Spec]:
    """The number of each part of a ring: inside it, or beside it where it could not be read there."""
    text = {"type": "text", "fontSize": 12, "fontWeight": 600}
    return [
        {
            "mark": {**text, "radius": 74},
            "encoding": {"text": _shown_if("datum.inside"), "color": _own("on")},
        },
        {
            "mark": {**text, "radius": 112, "color": brand.colour(brand.page.ink)},
            "encoding": {"text": _shown_if("!datum.inside")},
        },
    ]


def _shown_if(test: str) -> Spec:
    return {"condition": {"test": test, "field": "shown"}, "value": ""}


KINDS: Mapping[str, Callable[[Chart, Brand], Spec]] = MappingProxyType(
    {"bar": _bar, "stacked-bar": _stacked_bar, "donut": _donut, "line": _line}
)
"""Every kind of chart, by the name that a figure's ``chart`` gives it, and how it is drawn."""
