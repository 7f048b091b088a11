"""A position as a brochure: cover, contents, introduction, coloured chapters and colophon."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby

from flows.documents import components
from flows.documents.components import Filling
from flows.documents.document import Chart, Document, document_name
from flows.documents.elements import (
    Element,
    Tree,
    anchor_of,
    bullets,
    div,
    header,
    joined,
    link,
    para,
    plain,
    printable,
    rebuilt,
    walk,
)
from flows.positions.bodies import Ask, Contact, Fact, Figure, Prose, Quote
from flows.positions.editions import Election, Layout
from flows.positions.merged import MergedBlock, MergedChapter, MergedTheme, Position
from flows.translation.languages import Language
from flows.translation.values import values

WRITER_LABELS = ("draft", "page", "skip_link", "contents")
"""The fixed words that writers use outside of the text."""

_BOXES = {Layout.INTRODUCTION: "intro", Layout.CHAPTER: "chapter", Layout.COLOPHON: "colophon"}


def brochure(position: Position, language: Language, trees: Mapping[str, Tree], *, draft: bool) -> Document:
    """The brochure of a province in one language.

    Args:
        position: The merged position, its texts already in `language`.
        language: Language of the document.
        trees: The parsed form of every Markdown text of the position, by the text as written.
        draft: True where the document is marked as a draft and shows what is still to be confirmed.

    Returns:
        The document. Slots without content, figures without data, and themes and chapters that hold
        nothing are left out; notes and reasons never get in.

    Raises:
        KeyError: A text is not among `trees`, or a label not among the language's.
    """
    filling = Filling(language, values(position, language), trees, draft)
    edition, province = position.edition, position.province
    charts: list[Chart] = []
    chapters = list(_chapters(position.chapters, filling, charts))
    names = province.names.get(language.code)
    name = printable(names.name if names else filling.values["province.name"])
    cover = {
        "organisation": filling.plain(edition.organisation),
        "subtitle": filling.plain(edition.subtitle),
        "title": filling.plain(edition.title),
        "province": name,
        "election": _election(edition.election, filling),
        "edition": f"{filling.label('edition')} {edition.name}",
        "draft": filling.label("draft") if draft else "",
    }
    return Document(
        name=document_name(province.slug, edition.name, language.code),
        folder=f"{edition.name}/{province.slug}/{language.code}",
        language=language.code,
        locale=language.locale,
        title=cover["title"],
        subtitle=cover["subtitle"],
        organisation=cover["organisation"],
        province=name,
        edition=cover["edition"],
        election=cover["election"],
        draft=draft,
        labels={label: filling.label(label) for label in WRITER_LABELS},
        blocks=joined(without_dead_links([_cover(cover), _contents(chapters, filling), *chapters])),
        charts=tuple(charts),
    )


def _election(election: Election, filling: Filling) -> str:
    day = components.unbroken(filling.language.date(election.date))
    return f"{filling.plain(election.name)}, {day}"


def _cover(lines: Mapping[str, str]) -> Element:
    return div("cover", [div(part, [para(text)]) for part, text in lines.items() if text])


def without_dead_links(blocks: Tree) -> Tree:
    """The same blocks; a link to a block that this document leaves out keeps its words only."""
    elements = list(walk(blocks))
    anchors = {anchor for element in elements if (anchor := anchor_of(element))}

    def is_dead(element: Element) -> bool:
        target = element["c"][2][0] if element["t"] == "Link" else ""
        return target.startswith("#") and target[1:] not in anchors

    if not any(map(is_dead, elements)):
        return blocks

    def change(element: Element) -> Tree:
        return list(element["c"][1]) if is_dead(element) else [element]

    done: Tree = rebuilt(blocks, change)
    return done


def _contents(chapters: Sequence[Element], filling: Filling) -> Element:
    entries = [_entry(chapter) for chapter in chapters]
    title = div("box-title", [para(filling.label("contents"))])
    return div("contents", [title, bullets(entries)])


def _entry(chapter: Element) -> Tree:
    _, (anchor, _, _), title = chapter["c"][1][0]["c"]
    return [plain([link(title, f"#{anchor}")])]


def _chapters(merged: Sequence[MergedChapter], filling: Filling, charts: list[Chart]) -> Iterator[Element]:
    tone = 0
    for part in merged:
        chapter = part.chapter
        tone += chapter.layout is Layout.CHAPTER
        here = tone if chapter.layout is Layout.CHAPTER else 0
        blocks = _blocks(part.blocks, here, filling, charts)
        for theme in part.themes:
            blocks += _theme(theme, here, filling, charts)
        if blocks:
            heading = header(1, filling.plain(chapter.title), chapter.id)
            yield div(_BOXES[chapter.layout], [heading, *blocks], tone=str(here))


def _theme(merged: MergedTheme, tone: int, filling: Filling, charts: list[Chart]) -> Tree:
    blocks = _blocks(merged.blocks, tone, filling, charts)
    if not blocks:
        return []
    heading = header(2, filling.plain(merged.theme.title), merged.theme.id)
    return [div("theme", [heading, *blocks])]


def _blocks(merged: Sequence[MergedBlock], tone: int, filling: Filling, charts: list[Chart]) -> Tree:
    found: Tree = []
    for kind, group in groupby(filter(_is_published, merged), lambda one: type(one.block.body)):
        if kind is Ask:
            found.append(components.asks([_component(one, tone, filling, charts) for one in group], filling))
        elif kind is Fact:
            found.append(components.facts([_component(one, tone, filling, charts) for one in group], filling))
        else:
            found += [_component(one, tone, filling, charts) for one in group]
    return found


def _is_published(merged: MergedBlock) -> bool:
    body = merged.block.body
    return bool(body.data) if isinstance(body, Figure) else body is not None


def _component(merged: MergedBlock, tone: int, filling: Filling, charts: list[Chart]) -> Element:
    match merged.block.body:
        case Prose(text=text):
            return components.prose(text, merged, filling)
        case Ask(text=text):
            return components.ask(text, merged, filling)
        case Fact() as body:
            return components.fact(body, merged, filling)
        case Figure() as body:
            element, chart = components.figure(body, merged, tone, filling)
            charts.append(chart)
            return element
        case Quote() as body:
            return components.quotation(body, merged, filling)
        case Contact() as body:
            return components.contact(body, merged, filling)
        case None:
            raise ValueError(merged.block.id)
