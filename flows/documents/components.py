"""Blocks of a position as components of a document."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from urllib.parse import quote

from flows.documents.document import CHART, Chart, Row
from flows.documents.elements import (
    Element,
    Tree,
    bullets,
    div,
    image,
    inlines,
    link,
    name_of,
    para,
    printable,
    strong,
    table,
)
from flows.documents.markdown import filled_tree
from flows.positions.bodies import Contact, DataPoint, Fact, Figure, Quote
from flows.positions.merged import MergedBlock
from flows.positions.written_fields import TO_BE_CONFIRMED
from flows.translation.languages import Language
from flows.translation.values import filled

PERCENT_UNITS = frozenset({"procent", "percent", "per cent", "prozent", "prosint", "%"})
"""The units of a share, in every language: its numbers carry the sign."""

_ADDRESS = re.compile(r"[^@\s<>]+@[^@\s<>]+")


@dataclass(frozen=True, slots=True)
class Filling:
    """What turns a block into text for a reader.

    Attributes:
        language: Language of the document.
        values: The variables as that language writes them.
        trees: The parsed form of every Markdown text, by the text as written.
        draft: True where what is still to be confirmed shows.
    """

    language: Language
    values: Mapping[str, str]
    trees: Mapping[str, Tree]
    draft: bool

    def label(self, name: str) -> str:
        """A fixed word of the language."""
        return self.language.labels[name]

    def plain(self, text: str) -> str:
        """A plain text with its variables filled in."""
        return printable(filled(text, self.values))

    def markdown(self, text: str) -> Tree:
        """A Markdown text as blocks, with its variables filled in."""
        return filled_tree(self.trees[text], self.values)

    def to_confirm(self, text: str) -> bool:
        """True for what is still to be found, in the edition's language or translated."""
        return text in (TO_BE_CONFIRMED, self.label("to_be_confirmed"))


def running_text(text: str, merged: MergedBlock, filling: Filling) -> Tree:
    """The text of a block, and below it what the province added."""
    blocks = filling.markdown(text)
    for addition in merged.additions:
        blocks = blocks + filling.markdown(addition.text)
    return blocks


def prose(text: str, merged: MergedBlock, filling: Filling) -> Element:
    """Running text."""
    return div("prose", running_text(text, merged, filling), merged.block.id)


def asks(items: Sequence[Element], filling: Filling) -> Element:
    """Asks that follow each other: one box."""
    return div("asks", [_box_title("asks", filling), bullets([[item] for item in items])])


def facts(items: Sequence[Element], filling: Filling) -> Element:
    """Facts that follow each other: one panel; a source that they all share stands below it once."""
    last = [item["c"][1][-1] for item in items]
    shared = (
        [last[0]]
        if len(last) > 1 and name_of(last[0]) == "source" and last.count(last[0]) == len(last)
        else []
    )
    listed = [[_without_source(item)] if shared else [item] for item in items]
    return div("facts", [_box_title("facts", filling), bullets(listed), *shared])


def _box_title(label: str, filling: Filling) -> Element:
    return div("box-title", [para(filling.label(label))])


def _without_source(item: Element) -> Element:
    attributes, blocks = item["c"]
    return {**item, "c": [attributes, blocks[:-1]]}


def ask(text: str, merged: MergedBlock, filling: Filling) -> Element:
    """One thing the province can do."""
    return div("ask", running_text(text, merged, filling), merged.block.id)


def fact(body: Fact, merged: MergedBlock, filling: Filling) -> Element:
    """A fact with its source."""
    text = running_text(body.text, merged, filling)
    return div("fact", text + source(body.source, body.as_of, filling), merged.block.id)


def quotation(body: Quote, merged: MergedBlock, filling: Filling) -> Element:
    """What somebody said, who it was and where it can be found."""
    said: Element = {"t": "BlockQuote", "c": running_text(body.text, merged, filling)}
    speaker = div("speaker", [para(filling.plain(body.speaker))])
    return div("quote", [said, speaker, *source(body.source, body.as_of, filling)], merged.block.id)


def source(name: str, as_of: str, filling: Filling) -> Tree:
    """The line ``Bron: CBS, juli 2022``; what is still to be confirmed shows in drafts only."""
    parts: list[str] = []
    if not filling.to_confirm(name):
        parts.append(filling.plain(name))
    elif filling.draft:
        parts.append(filling.label("to_be_confirmed"))
    if not filling.to_confirm(as_of):
        parts.append(filling.language.date(as_of))
    elif filling.draft and not filling.to_confirm(name):
        parts.append(f"{filling.label('as_of')} {filling.label('to_be_confirmed')}")
    if not parts:
        return []
    return [div("source", [para(f"{filling.label('source')}: {', '.join(parts)}")])]


def figure(body: Figure, merged: MergedBlock, tone: int, filling: Filling) -> tuple[Element, Chart]:
    """A figure with its title, chart, numbers and source, and the data of the chart."""
    anchor = merged.block.id
    rows = tuple(_row(point, body.unit, filling) for point in body.data)
    chart = Chart(anchor, str(body.chart), filling.plain(body.title), filling.plain(body.alt), rows, tone)
    unit = filling.plain(body.unit)
    heads = (filling.label("category"), unit[:1].upper() + unit[1:])
    parts = [
        div("figure-title", [para(chart.title)]),
        div("chart", [para([image(chart.alt, CHART + anchor)])], of=anchor),
        div("data", [table(heads, [(row.label, row.shown) for row in rows])]),
        *source(body.source, body.as_of, filling),
    ]
    return div("figure", parts, anchor), chart


def _row(point: DataPoint, unit: str, filling: Filling) -> Row:
    shown = filling.language.number(point.value)
    if unit.casefold() in PERCENT_UNITS:
        shown = filling.label("percentage").replace("{}", shown)
    return Row(filling.plain(point.label), format(point.value, "f"), shown)


def contact(body: Contact, merged: MergedBlock, filling: Filling) -> Element:
    """A card with a person or an office, and the ways to reach them."""
    lines: Tree = []
    if body.title:
        lines.append(div("box-title", [para(filling.plain(body.title))]))
    if body.name:
        lines.append(para([strong(filling.plain(body.name))]))
    for text in (body.role, body.organisation, *body.address):
        if text:
            lines.append(para(filling.plain(text)))
    lines += [para(way) for way in _ways(body, filling)]
    return div("contact", lines, merged.block.id)


def _ways(body: Contact, filling: Filling) -> list[Tree]:
    ways: list[Tree] = []
    if body.phone:
        number = filling.plain(body.phone)
        label = inlines(f"{filling.label('phone')} ")
        ways.append([*label, link(unbroken(number), "tel:" + re.sub(r"[^0-9+]", "", number))])
    if body.email:
        address = filling.plain(body.email)
        reachable = _ADDRESS.fullmatch(address)
        ways.append([link(address, "mailto:" + quote(address, safe="@+"))] if reachable else inlines(address))
    if body.website:
        site = filling.plain(body.website)
        whole = site if re.match(r"https?://", site) else f"https://{site}"
        shown = re.sub(r"^https?://|/$", "", site)
        ways.append([link(shown, quote(whole, safe="/:?#[]@!$&'()*+,;=%~"))])
    return ways


def unbroken(words: str) -> str:
    """Words that stay on one line: a date, a telephone number."""
    return words.replace(" ", "\u00a0")
