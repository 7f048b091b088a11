"""A position as a comparison reads it: each block as its document shows it, one unit apiece."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

from flows.changes.readings import Reading, Unit
from flows.documents.brochure import component, is_published, without_dead_links
from flows.documents.components import Filling
from flows.documents.elements import Tree, div, header, inner, name_of, para, printable
from flows.documents.markdown import filled_tree
from flows.documents.traced import open_variables, traced, traced_words
from flows.positions.bodies import MARKDOWN_FIELDS, Body, Contact, Fact, Figure, Quote, texts
from flows.positions.editions import Edition
from flows.positions.merged import Layer, MergedBlock, MergedChapter, MergedTheme, Position
from flows.translation.languages import Language

COVER = "_omslag"
"""The id of the unit with the words on the cover; no id that people write starts so."""
TITLE, CHAPTER, THEME, SLOT = "title", "chapter", "theme", "slot"
"""The kinds of units that are no blocks with content."""
HEADINGS = (TITLE, CHAPTER, THEME)
"""Those of them that are no blocks at all."""


@dataclass(frozen=True, slots=True)
class _Tracing(Filling):
    """Fills texts in, and leaves a trace of every variable."""

    def plain(self, text: str) -> str:
        return printable(open_variables(text))

    def markdown(self, text: str) -> Tree:
        if "{{" not in text:
            return Filling.markdown(self, text)
        return filled_tree(traced(self.trees[text], self.values), self.values)


@dataclass(frozen=True, slots=True)
class _Reader:
    """What turns the pieces of one position into units.

    Attributes:
        filling: For the texts of contacts, whose addresses need the bare values.
        tracing: For every other text.
        whole: True where slots without content are read too.
    """

    filling: Filling
    tracing: Filling
    whole: bool


def read(
    position: Position,
    language: Language,
    trees: Mapping[str, Tree],
    values: Mapping[str, str],
    *,
    name: str,
    whole: bool,
) -> Reading:
    """A position in reading order, as its draft shows it.

    Args:
        position: The merged position, its texts already in `language`.
        language: Language of the document.
        trees: The parsed form of every Markdown text of the position, by the text as written.
        values: The variables as that language writes them.
        name: What the reading is called in a report.
        whole: True for the national text, whose empty slots and figures without data are part of it; a
            province's document leaves them out, and with them themes and chapters that hold nothing.
    """
    filling = Filling(language, values, trees, waived_too=True)
    reader = _Reader(filling, _Tracing(language, values, trees, waived_too=True), whole)
    units = [_cover(position.edition, reader)]
    for chapter in position.chapters:
        units += _of_chapter(chapter, reader)
    retired = {each.id: each.replaced_by or "" for each in position.edition.retired.values()}
    return Reading(name, tuple(_linked(units, position)), values, retired)


def _cover(edition: Edition, reader: _Reader) -> Unit:
    lines = {
        "organisation": edition.organisation,
        "title": edition.title,
        "subtitle": edition.subtitle,
        "election": edition.election.name,
    }
    blocks = [div(part, [para(_words(text, reader))]) for part, text in lines.items()]
    return Unit(
        COVER, TITLE, (), blocks, {"election_date": edition.election.date, "status": str(edition.status)}
    )


def _words(text: str, reader: _Reader) -> Tree:
    return traced_words(printable(text), reader.filling.values)


def _of_chapter(merged: MergedChapter, reader: _Reader) -> list[Unit]:
    chapter = merged.chapter
    units = list(_of_blocks(merged.blocks, (chapter.id,), reader))
    for theme in merged.themes:
        units += _of_theme(theme, chapter.id, reader)
    if not units and not reader.whole:
        return []
    return [Unit(chapter.id, CHAPTER, (), [header(2, _words(chapter.title, reader), "")]), *units]


def _of_theme(merged: MergedTheme, chapter: str, reader: _Reader) -> list[Unit]:
    theme = merged.theme
    units = list(_of_blocks(merged.blocks, (chapter, theme.id), reader))
    if not units and not reader.whole:
        return []
    return [Unit(theme.id, THEME, (chapter,), [header(3, _words(theme.title, reader), "")]), *units]


def _of_blocks(blocks: tuple[MergedBlock, ...], path: tuple[str, ...], reader: _Reader) -> Iterator[Unit]:
    for merged in blocks:
        if is_published(merged):
            yield _unit(merged, path, reader)
        elif reader.whole:
            yield _empty(merged, path, reader)


def _unit(merged: MergedBlock, path: tuple[str, ...], reader: _Reader) -> Unit:
    block, body = merged.block, merged.block.body
    assert body is not None
    filling = reader.filling if isinstance(body, Contact) else reader.tracing
    box = component(merged, 0, filling, [])
    blocks = [part for part in inner(box) if name_of(part) != "chart"]
    if not isinstance(body, Contact) and _has_plain_variables(body):
        blocks = traced(blocks, reader.filling.values)
    return Unit(
        block.id, block.kind, path, blocks, _fields(body, reader.filling), block.aliases, _own(merged)
    )


def _empty(merged: MergedBlock, path: tuple[str, ...], reader: _Reader) -> Unit:
    """A place that provinces fill, or a figure whose numbers are still to come."""
    block, body = merged.block, merged.block.body
    if body is None:
        fields = {"kind": str(block.kind), "required": block.required}
        return Unit(block.id, SLOT, path, [], fields, block.aliases)
    fields = dict(_fields(body, reader.filling))
    return Unit(block.id, block.kind, path, [], fields, block.aliases, _own(merged))


def _has_plain_variables(body: Body) -> bool:
    return any("{{" in text for path, text in texts(body) if path[0] not in MARKDOWN_FIELDS)


def _own(merged: MergedBlock) -> str:
    """What the province did to a block; a slot that takes the contact of the province file is filled."""
    if merged.origin.layer is Layer.PROVINCE:
        return str(merged.origin.verb or "fill")
    return "append" if merged.additions else ""


def _fields(body: Body, filling: Filling) -> Mapping[str, Any]:
    """The data of a block: what is counted, when, and each number by its label."""
    match body:
        case Figure():
            data = {filling.plain(point.label): format(point.value, "f") for point in body.data}
            plain = {name: filling.plain(getattr(body, name)) for name in ("unit", "alt")}
            return {"chart": str(body.chart), **plain, "as_of": body.as_of, "data": data}
        case Fact() | Quote():
            return {"as_of": body.as_of}
        case _:
            return {}


def _linked(units: list[Unit], position: Position) -> Iterator[Unit]:
    """The same units; a link inside the document that leads nowhere keeps its words only."""
    linking = {merged.block.id for merged in position.blocks() if _may_link_inside(merged)}
    anchors = {unit.id for unit in units}
    for unit in units:
        if unit.id in linking:
            yield replace(unit, blocks=without_dead_links([*map(dict, unit.blocks)], anchors))
        else:
            yield unit


def _may_link_inside(merged: MergedBlock) -> bool:
    """Whether a text has the sign of such a link, or a variable, whose value may have it."""
    body = merged.block.body
    found = [text for _, text in texts(body)] if body is not None else []
    found += [each.text for each in merged.additions]
    return any("#" in text or "{{" in text for text in found)
