"""What an office has to look at in an edition that was made from the last one."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from flows.desk.opening.editions import OpenEdition
from flows.desk.opening.provincial import Provincial
from flows.overrides.staleness import State
from flows.overrides.variables import block_texts, override_texts
from flows.positions.bodies import Contact
from flows.positions.editions import Block
from flows.positions.places import Span
from flows.positions.shaping.editions import title_spans
from flows.positions.shaping.waivers import SOURCED
from flows.positions.written_fields import TO_BE_CONFIRMED
from flows.problems.records import Place

_YEAR = re.compile(r"(?<![\w.,/-])(?:19|20)\d\d(?![\w/-]|[.,]\d)")
_LINK = re.compile(r"(?:https?://|www\.)[^\s)>\]{]+")


class Look(StrEnum):
    """Why something has to be looked at, the most pressing first."""

    UNCONFIRMED = "unconfirmed"
    STALE = "stale"
    CONTACT = "contact"
    FACT = "fact"
    YEAR = "year"
    LINK = "link"


@dataclass(frozen=True, slots=True)
class ToDo:
    """One thing to look at: why, what it is about in a few words, and where it stands."""

    look: Look
    about: str
    place: Place


def to_do(opened: OpenEdition) -> tuple[ToDo, ...]:
    """Everything that may have aged, by kind; facts from the oldest on, all else as the files have it."""
    edition = opened.national.edition
    if edition is None:
        return ()
    found = [*_of_blocks(edition.blocks()), *_of_texts(title_spans(edition))]
    for block in edition.blocks():
        found += _of_texts(block_texts(block))
    if edition.election.date == TO_BE_CONFIRMED:
        place = edition.places[("election", "date")].place
        found.append(ToDo(Look.UNCONFIRMED, edition.election.name, place))
    for one in opened.provinces:
        found += _of_province(one)
    order = list(Look)
    found.sort(key=lambda each: (order.index(each.look), each.about if each.look is Look.FACT else ""))
    return tuple(found)


def _of_province(one: Provincial) -> Iterator[ToDo]:
    if one.own is None:
        return
    yield from _of_blocks(entry.block for entry in one.own.overrides if entry.block is not None)
    for name, value in one.own.variables.items():
        written = value if isinstance(value, tuple) else (str(value),)
        yield from _of_texts((each, one.own.places["variables", name]) for each in written)
    for entry in one.own.overrides:
        yield from _of_texts(override_texts(entry))
    for standing in one.standings:
        if standing.state in (State.STALE, State.UNSTAMPED):
            override = standing.resolved.override
            yield ToDo(Look.STALE, override.target, override.place)
    if one.province is not None and one.province.contact is not None:
        place = one.province.places[("contact",)].place
        yield ToDo(Look.CONTACT, one.province.contact.name or one.slug, place)


def _of_blocks(blocks: Iterable[Block]) -> Iterator[ToDo]:
    for block in blocks:
        if isinstance(block.body, SOURCED):
            if TO_BE_CONFIRMED in (block.body.source, block.body.as_of):
                yield ToDo(Look.UNCONFIRMED, block.id, block.place)
            if block.body.as_of != TO_BE_CONFIRMED:
                yield ToDo(Look.FACT, f"{block.body.as_of} {block.id}", block.place)
        elif isinstance(block.body, Contact):
            yield ToDo(Look.CONTACT, block.body.name or block.id, block.place)


def _of_texts(texts: Iterable[tuple[str, Span]]) -> Iterator[ToDo]:
    """Years and addresses that a text names; a year inside an address counts with it."""
    for text, span in texts:
        for link in dict.fromkeys(_LINK.findall(text)):
            yield ToDo(Look.LINK, link.rstrip(".,;:"), span.locate(link))
        for year in dict.fromkeys(_YEAR.findall(_LINK.sub(" ", text))):
            yield ToDo(Look.YEAR, year, span.locate(year))
