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
    numbered,
    para,
    printable,
    strong,
    table,
)
from flows.documents.markdown import filled_tree, is_final
from flows.documents.marks import UNMARKED, Marks, blocks_in, note, words_in
from flows.positions.bodies import Contact, DataPoint, Fact, Figure, Quote
from flows.positions.merged import MergedBlock
from flows.positions.written_fields import TO_BE_CONFIRMED
from flows.translation.extraction import addition_field
from flows.translation.languages import Language
from flows.translation.values import filled
from flows.wording.typography import typographic

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
        waived_too: True where what is still to be confirmed shows even though somebody waived it: for who
            compares two texts.
        marks: What is said about texts that are not translated as they should be.
    """

    language: Language
    values: Mapping[str, str]
    trees: Mapping[str, Tree]
    marks: Marks = UNMARKED
    waived_too: bool = False

    def label(self, name: str) -> str:
        """A fixed word of the language."""
        return self.language.labels[name]

    def plain(self, text: str) -> str:
        """A plain text with its variables filled in, with the signs of its language."""
        return self.signs(filled(text, self.values))

    def signs(self, text: str) -> str:
        """A text that is a value itself, so that nothing is filled in, with the signs of its language."""
        return typographic(printable(text), self.language.code)

    def markdown(self, text: str) -> Tree:
        """A Markdown text as blocks, with its variables filled in."""
        tree = self.trees[text]
        return list(tree) if is_final(text) else filled_tree(tree, self.values)

    def words(self, text: str, key: str) -> Tree:
        """A plain text as inlines that say which language they are in."""
        return words_in(inlines(self.plain(text)), self.marks.language_of(key))

    def note(self, key: str) -> Tree:
        """What is said beside a text, in the language of the document; no blocks where that is nothing."""
        label = self.marks.label_of(key)
        return note(self.label(label)) if label else []

    def spoken(self, text: str, key: str) -> Tree:
        """A Markdown text as blocks that say which language they are in."""
        return blocks_in(self.markdown(text), self.marks.language_of(key))

    def marked(self, text: str, key: str) -> Tree:
        """The same with what is said beside it, both in one box."""
        blocks, said = self.spoken(text, key), self.note(key)
        return [div("marked", [*said, *blocks])] if said else blocks

    def to_confirm(self, text: str) -> bool:
        """True for what is still to be found, in the edition's language or translated."""
        return text in (TO_BE_CONFIRMED, self.label("to_be_confirmed"))


def running_text(text: str, merged: MergedBlock, filling: Filling) -> Tree:
    """The text of a block, and below it what the province added."""
    return filling.marked(text, merged.block.id) + _additions(merged, filling)


def _additions(merged: MergedBlock, filling: Filling) -> Tree:
    blocks: Tree = []
    for index, addition in enumerate(merged.additions):
        blocks = blocks + filling.marked(addition.text, f"{merged.block.id}#{addition_field(index)}")
    return blocks


def prose(text: str, merged: MergedBlock, filling: Filling) -> Element:
    """Running text."""
    return div("prose", running_text(text, merged, filling), merged.block.id)


def asks(items: Sequence[tuple[int, Element]], filling: Filling) -> Element:
    """Asks that follow each other, with their numbers in the document: one box."""
    (first, _), *_ = items
    return div("asks", [_box_title("asks", filling), numbered([[item] for _, item in items], first)])


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
    return div("fact", text + source(body, merged, filling), merged.block.id)


def quotation(body: Quote, merged: MergedBlock, filling: Filling) -> Element:
    """What somebody said, who it was and where it can be found."""
    anchor = merged.block.id
    words = filling.spoken(body.text, anchor) + _additions(merged, filling)
    said: Element = {"t": "BlockQuote", "c": words}
    speaker = div("speaker", [para(filling.words(f"{body.speaker}, {body.role}", anchor))])
    return div("quote", [*filling.note(anchor), said, speaker, *source(body, merged, filling)], anchor)


def source(body: Fact | Quote | Figure, merged: MergedBlock, filling: Filling) -> Tree:
    """The line ``Bron: CBS, juli 2022``; what is still to be confirmed shows, unless that was waived."""
    parts: list[str] = []
    open_too = filling.waived_too or merged.block.waived is None
    if not filling.to_confirm(body.source):
        parts.append(filling.plain(body.source))
    elif open_too:
        parts.append(filling.label("to_be_confirmed"))
    if not filling.to_confirm(body.as_of):
        parts.append(filling.language.date(body.as_of))
    elif open_too and not filling.to_confirm(body.source):
        parts.append(f"{filling.label('as_of')} {filling.label('to_be_confirmed')}")
    if not parts:
        return []
    other = "" if filling.to_confirm(body.source) else filling.marks.language_of(merged.block.id)
    return [div("source", [para(_listed(f"{filling.label('source')}:", parts, other))])]


def _listed(label: str, parts: Sequence[str], other: str) -> Tree:
    """The words of a source line; its first part may be in another language than the document."""
    if not other:
        return inlines(f"{label} {', '.join(parts)}")
    name = words_in(inlines(parts[0]), other)
    return [*inlines(f"{label} "), *name, *inlines("".join(f", {part}" for part in parts[1:]))]


def figure(body: Figure, merged: MergedBlock, tone: int, filling: Filling) -> tuple[Element, Chart]:
    """A figure with its title, chart, numbers and source, and the data of the chart."""
    anchor = merged.block.id
    rows = tuple(_row(point, body.unit, filling) for point in body.data)
    chart = Chart(anchor, str(body.chart), filling.plain(body.title), filling.plain(body.alt), rows, tone)
    unit = filling.plain(body.unit)
    other = filling.marks.language_of(anchor)
    heads = (filling.label("category"), words_in(inlines(unit[:1].upper() + unit[1:]), other))
    labels = (words_in(inlines(row.label), other) for row in rows)
    numbers = table(heads, [(label, row.shown) for label, row in zip(labels, rows, strict=True)])
    said = {"lang": other} if other else {}
    parts = [
        *filling.note(anchor),
        div("figure-title", [para(filling.words(body.title, anchor))]),
        div("chart", [para([image(chart.alt, CHART + anchor)])], of=anchor, **said),
        div("data", [numbers]),
        *source(body, merged, filling),
    ]
    return div("figure", parts, anchor), chart


def _row(point: DataPoint, unit: str, filling: Filling) -> Row:
    shown = filling.language.number(point.value)
    if unit.casefold() in PERCENT_UNITS:
        shown = filling.label("percentage").replace("{}", shown)
    return Row(filling.plain(point.label), format(point.value, "f"), shown)


def contact(body: Contact, merged: MergedBlock, filling: Filling) -> Element:
    """A card with a person or an office, and the ways to reach them."""
    anchor = merged.block.id
    lines = filling.note(anchor)
    if body.title:
        lines.append(div("box-title", [para(filling.words(body.title, anchor))]))
    if body.name:
        lines.append(para([strong(filling.plain(body.name))]))
    if body.role:
        lines.append(para(filling.words(body.role, anchor)))
    lines += [para(filling.plain(text)) for text in (body.organisation, *body.address) if text]
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
