"""What a position still lacks: empty slots, figures without data, sources to be confirmed, odd shares."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from decimal import Decimal

from flows.positions.bodies import Chart, Figure
from flows.positions.editions import Block, Edition
from flows.positions.limits import VALUE
from flows.positions.merged import Position
from flows.positions.places import Span
from flows.positions.shaping.waivers import SOURCED, WAIVED
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
        if isinstance(body, SOURCED):
            said = {"source": body.source, "as_of": body.as_of}
            numbers = not isinstance(body, Figure) or bool(body.data)
            yield from _unconfirmed(block.id, said, block.span, block.waived, numbers=numbers)
        if isinstance(body, Figure) and body.data:
            yield from _odd_shares(block, body)


def weak_election(edition: Edition) -> Iterator[Problem]:
    """A problem where the day of the election, or its source, is still to be confirmed."""
    said = {"date": edition.election.date, "source": edition.election.source}

    def span(key: str) -> Span:
        return edition.places[("election", key)]

    yield from _unconfirmed("election", said, span, edition.election.waived)


def weak_date(edition: Edition) -> Iterator[Problem]:
    """A problem where a text has no date, or one after its election."""
    if edition.as_of is None:
        yield problem("SP213", edition.places[("status",)].place, election=edition.election.date)
    elif edition.as_of > edition.election.date:
        place = edition.places[("as_of",)].place
        yield problem("SP214", place, date=edition.as_of, election=edition.election.date)


def _unconfirmed(
    identifier: str,
    said: Mapping[str, str | None],
    span: Callable[[str], Span],
    waived: str | None,
    *,
    numbers: bool = True,
) -> Iterator[Problem]:
    """What a claim still lacks, or that somebody decided to print it as it is."""
    lacking = tuple(key for key, value in said.items() if value == TO_BE_CONFIRMED)
    if waived is not None:
        code = "SP608" if not numbers else "SP607" if lacking else "SP609"
        yield problem(code, span(WAIVED).place, id=identifier, keys=lacking, reason=waived)
        return
    if lacking:
        yield problem("SP601", span(lacking[0]).place, id=identifier, key=lacking[0])
    if not numbers:
        yield problem("SP602", span("data").place, id=identifier)


def _odd_shares(block: Block, figure: Figure) -> Iterator[Problem]:
    if any(abs(point.value) > VALUE for point in figure.data):
        return  # what cannot be drawn is told by itself
    total = sum((point.value for point in figure.data), Decimal(0))
    shares = figure.chart in (Chart.STACKED_BAR, Chart.DONUT) and figure.unit == "procent"
    if shares and abs(total - 100) > ROUNDING:
        yield problem("SP605", block.span("data").place, id=block.id, total=str(total))
