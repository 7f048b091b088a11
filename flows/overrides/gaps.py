"""What a position still lacks: empty slots, figures without data, sources to be confirmed, odd shares."""

from collections.abc import Iterable, Iterator
from decimal import Decimal

from flows.positions.bodies import Chart, Fact, Figure, Quote
from flows.positions.editions import Block
from flows.positions.limits import VALUE
from flows.positions.merged import Position
from flows.positions.written_fields import TO_BE_CONFIRMED
from flows.problems.codes import problem
from flows.problems.records import Problem

ROUNDING = Decimal("0.5")
"""How far shares in percent may be from 100 together: five rounded figures cannot be further off."""


def empty_slots(position: Position) -> Iterator[Problem]:
    """A problem for every slot without content; it is left out of the document."""
    for merged in position.blocks():
        block = merged.block
        if block.body is None:
            code = "SP604" if block.required else "SP603"
            yield problem(code, block.place, id=block.id, kind=block.kind.value)


def weak_blocks(blocks: Iterable[Block]) -> Iterator[Problem]:
    """A problem for every fact, figure or quote that is not sure of its source, date or numbers."""
    for block in blocks:
        body = block.body
        if isinstance(body, Fact | Figure | Quote) and TO_BE_CONFIRMED in (body.source, body.as_of):
            field = "source" if body.source == TO_BE_CONFIRMED else "as_of"
            yield problem("SP601", block.span(field).place, id=block.id, key=field)
        if isinstance(body, Figure):
            yield from _weak_figure(block, body)


def _weak_figure(block: Block, figure: Figure) -> Iterator[Problem]:
    if not figure.data:
        yield problem("SP602", block.span("data").place, id=block.id)
        return
    if any(abs(point.value) > VALUE for point in figure.data):
        return  # what cannot be drawn is told by itself
    total = sum((point.value for point in figure.data), Decimal(0))
    shares = figure.chart in (Chart.STACKED_BAR, Chart.DONUT) and figure.unit == "procent"
    if shares and abs(total - 100) > ROUNDING:
        yield problem("SP605", block.span("data").place, id=block.id, total=str(total))
