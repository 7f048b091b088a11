"""A position as a brochure: cover, contents, introduction, coloured chapters and colophon."""

from collections.abc import Container, Iterator, Mapping, Sequence
from itertools import count, groupby

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
    inlines,
    joined,
    link,
    para,
    plain,
    printable,
    rebuilt,
    walk,
)
from flows.documents.identified import about
from flows.documents.marks import UNMARKED, Marks, words_in
from flows.documents.typesetting import typeset
from flows.positions.bodies import Ask, Contact, Fact, Figure, Prose, Quote
from flows.positions.editions import Chapter, Election, Layout, Theme
from flows.positions.merged import MergedBlock, MergedChapter, MergedTheme, Position
from flows.translation.languages import Language
from flows.translation.values import values

WRITER_LABELS = (
    *("draft", "page", "skip_link", "contents", "photo", "also", "share_ask", "data_table"),
    *("ask_number", "asks_heading", "asks_from", "format_pdf", "format_docx"),
)
"""The fixed words that writers use outside of the text."""

_TITLES = {"title": "edition#title", "subtitle": "edition#subtitle", "election": "election#name"}
"""The lines of the cover that are translated, with the key of their mark."""
_BOXES = {Layout.INTRODUCTION: "intro", Layout.CHAPTER: "chapter", Layout.COLOPHON: "colophon"}


def brochure(
    position: Position,
    language: Language,
    trees: Mapping[str, Tree],
    *,
    draft: bool,
    marks: Marks = UNMARKED,
) -> Document:
    """The brochure of a province in one language.

    Args:
        position: The merged position, its texts already in `language`.
        language: Language of the document.
        trees: The parsed form of every Markdown text of the position, by the text as written.
        draft: True where the document is marked as a draft.
        marks: What is said about texts that are not translated as they should be. A document with something
            to say about it as a whole is marked as a draft too.

    Returns:
        The document. Slots without content, figures without data, and themes and chapters that hold
        nothing are left out; notes and reasons never get in.

    Raises:
        KeyError: A text is not among `trees`, or a label not among the language's.
    """
    filling = Filling(language, values(position, language), trees, marks)
    edition, province = position.edition, position.province
    charts: list[Chart] = []
    chapters = list(_chapters(position.chapters, filling, charts, count(1)))
    names = province.names.get(language.code)
    name = printable(names.name if names else filling.values["province.name"])
    dated = components.unbroken(filling.language.date(edition.as_of)) if edition.as_of else ""
    cover = {
        "organisation": filling.signs(edition.organisation),
        "subtitle": filling.plain(edition.subtitle),
        "title": filling.plain(edition.title),
        "province": name,
        "election": election_line(edition.election, filling),
        "edition": " · ".join(filter(None, (f"{filling.label('edition')} {edition.name}", dated))),
        "draft": _draft(draft, filling),
    }
    others = {line: code for line, key in _TITLES.items() if (code := marks.language_of(key))}
    blocks = [_cover(cover, others), _contents(chapters, filling), *chapters]
    anchors = {anchor for element in walk(blocks) if (anchor := anchor_of(element))}
    return Document(
        name=document_name(province.slug, edition.name, language.code),
        folder=f"{edition.name}/{province.slug}/{language.code}",
        language=language.code,
        locale=language.locale,
        title=cover["title"],
        subtitle=cover["subtitle"],
        organisation=cover["organisation"],
        province=name,
        edition=f"{filling.label('edition')} {edition.name}",
        election=cover["election"],
        dated=dated,
        draft=bool(cover["draft"]),
        labels={label: filling.label(label) for label in WRITER_LABELS} | {"draft": cover["draft"]},
        cover_languages=others,
        source_locale=marks.locale,
        blocks=joined(typeset(without_dead_links(blocks, anchors), language.code)),
        charts=tuple(charts),
        about=about(position, marks),
    )


def election_line(election: Election, filling: Filling) -> str:
    """The election and its day; a day that nobody knows or confirmed says so, unless that was waived."""
    if filling.to_confirm(election.date):
        return f"{filling.signs(election.name)}, {filling.label('to_be_confirmed')}"
    day = components.unbroken(filling.language.date(election.date))
    is_open = election.waived is None and election.source is not None and filling.to_confirm(election.source)
    doubt = f" ({filling.label('to_be_confirmed')})" if is_open else ""
    return f"{filling.signs(election.name)}, {day}{doubt}"


def _draft(draft: bool, filling: Filling) -> str:
    """What a draft says on its cover and on every page; nothing where the document is none."""
    note = filling.marks.note
    if not draft and not note:
        return ""
    return " · ".join(filling.label(label) for label in ("draft", note) if label)


def _cover(lines: Mapping[str, str], languages: Mapping[str, str]) -> Element:
    parts = ((part, words_in(inlines(text), languages.get(part, ""))) for part, text in lines.items() if text)
    return div("cover", [div(part, [para(words)]) for part, words in parts])


def without_dead_links(blocks: Tree, anchors: Container[str]) -> Tree:
    """The same blocks; a link inside the document to none of its anchors keeps its words only."""

    def is_dead(element: Element) -> bool:
        target = element["c"][2][0] if element["t"] == "Link" else ""
        return target.startswith("#") and target[1:] not in anchors

    if not any(map(is_dead, walk(blocks))):
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


def _chapters(
    merged: Sequence[MergedChapter], filling: Filling, charts: list[Chart], numbers: Iterator[int]
) -> Iterator[Element]:
    tone = 0
    for part in merged:
        chapter = part.chapter
        tone += chapter.layout is Layout.CHAPTER
        here = tone if chapter.layout is Layout.CHAPTER else 0
        blocks = _blocks(part.blocks, here, filling, charts, numbers)
        for theme in part.themes:
            blocks += _theme(theme, here, filling, charts, numbers)
        if blocks:
            heading = _heading(1, chapter, filling)
            yield div(_BOXES[chapter.layout], [*heading, *blocks], tone=str(here))


def _theme(
    merged: MergedTheme, tone: int, filling: Filling, charts: list[Chart], numbers: Iterator[int]
) -> Tree:
    blocks = _blocks(merged.blocks, tone, filling, charts, numbers)
    if not blocks:
        return []
    return [div("theme", [*_heading(2, merged.theme, filling), *blocks])]


def _heading(level: int, titled: Chapter | Theme, filling: Filling) -> Tree:
    """The heading of a chapter or theme, with what is said beside it."""
    key = f"{titled.id}#title"
    return [header(level, filling.words(titled.title, key), titled.id), *filling.note(key)]


def _blocks(
    merged: Sequence[MergedBlock], tone: int, filling: Filling, charts: list[Chart], numbers: Iterator[int]
) -> Tree:
    """The boxes of some blocks; `numbers` counts the asks of the whole document."""
    found: Tree = []
    for kind, group in groupby(filter(is_published, merged), lambda one: type(one.block.body)):
        if kind is Ask:
            items = [(next(numbers), component(one, tone, filling, charts)) for one in group]
            found.append(components.asks(items, filling))
        elif kind is Fact:
            found.append(components.facts([component(one, tone, filling, charts) for one in group], filling))
        else:
            found += [component(one, tone, filling, charts) for one in group]
    return found


def is_published(merged: MergedBlock) -> bool:
    """Whether a block has anything to print: a slot needs content, and a figure its data."""
    body = merged.block.body
    return bool(body.data) if isinstance(body, Figure) else body is not None


def component(merged: MergedBlock, tone: int, filling: Filling, charts: list[Chart]) -> Element:
    """A block as the box of its kind; the chart of a figure is added to `charts`.

    Args:
        merged: A block with content.
        tone: Number of the chapter's colours, or 0.
        filling: What turns its texts into those of a reader.
        charts: The charts so far.
    """
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
