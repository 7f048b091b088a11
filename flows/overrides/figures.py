"""Can a figure be drawn? Its values, labels and their number, before any chart is made of them."""

from collections import Counter
from collections.abc import Iterable, Iterator
from decimal import Decimal

from flows.positions import limits
from flows.positions.bodies import Chart, Figure
from flows.positions.editions import Block
from flows.problems.codes import problem
from flows.problems.records import Place, Problem

_WHOLES = (Chart.STACKED_BAR, Chart.DONUT)
"""Charts whose values are parts of a whole."""
_SECOND = 2
"""The time at which a label is told to be there already; the third says nothing new."""


def undrawable(blocks: Iterable[Block]) -> Iterator[Problem]:
    """Everything for which a figure cannot be drawn, or would show other numbers than it has."""
    for block in blocks:
        if isinstance(block.body, Figure) and block.body.data:
            yield from _too_much(block, block.body)
            yield from _labels(block, block.body)
            yield from _values(block, block.body)


def _too_much(block: Block, figure: Figure) -> Iterator[Problem]:
    if len(figure.data) > limits.POINTS:
        yield _too_many(block, block.span("data").place, len(figure.data), "values", limits.POINTS)
        return
    together = sum(len(point.label) for point in figure.data)
    if together > limits.LABELS:
        yield _too_many(block, block.span("data").place, together, "labels-characters", limits.LABELS)


def _too_many(block: Block, place: Place, count: int, construct: str, most: int) -> Problem:
    return problem("SP719", place, id=block.id, count=count, construct=construct, most=most)


def _labels(block: Block, figure: Figure) -> Iterator[Problem]:
    seen: Counter[str] = Counter()
    for number, point in enumerate(figure.data):
        place = block.span("data", number, "label").place
        label = " ".join(point.label.split())
        seen[label] += 1
        if not label:
            yield problem("SP110", place, key="label")
            continue
        if seen[label] == _SECOND:
            yield problem("SP713", place, id=block.id, label=label[: limits.LABEL])
        if len(label) > limits.LABEL:
            yield _too_many(block, place, len(label), "label-characters", limits.LABEL)


def _values(block: Block, figure: Figure) -> Iterator[Problem]:
    whole = figure.chart in _WHOLES
    fits = True
    for number, point in enumerate(figure.data):
        place = block.span("data", number, "value").place
        if not _is_drawable(point.value):
            fits = False
            most, digits, value = f"{limits.VALUE:f}", limits.DECIMALS, f"{point.value:.6g}"
            yield problem("SP717", place, id=block.id, value=value, most=most, digits=digits)
        elif whole and point.value < 0:
            fits = False
            yield problem("SP718", place, id=block.id, value=str(point.value))
    total = sum((point.value for point in figure.data), Decimal(0)) if fits else Decimal(1)
    if whole and not total:
        yield problem("SP718", block.span("data").place, id=block.id, total=str(total))


def _is_drawable(value: Decimal) -> bool:
    exponent = value.as_tuple().exponent
    return isinstance(exponent, int) and abs(value) <= limits.VALUE and -exponent <= limits.DECIMALS
