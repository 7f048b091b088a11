"""A working copy: the rows that people read and type in, and what the file says of itself."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum

from flows.documents.elements import Tree
from flows.documents.working_copy.trees import NoLines, lines_of
from flows.documents.working_copy.words import Words, words_of
from flows.positions.bodies import MARKDOWN_FIELDS, Body, Figure, texts
from flows.positions.editions import Permission
from flows.positions.merged import Layer, MergedBlock, Position
from flows.positions.provinces import ProvinceEdition, Verb
from flows.returns.copies import Freedom, Passage, WorkingCopy
from flows.returns.lines import Lines, plain_lines
from flows.returns.proposals import Remark

SIGN = "\u25b8"
"""What a label begins with; no text of ours does."""


class RowKind(StrEnum):
    """What a row of a working copy is."""

    TITLE = "title"
    HEAD = "head"
    HOW = "how"
    CHAPTER = "chapter"
    THEME = "theme"
    LABEL = "label"
    TEXT = "text"
    FIELD = "field"


@dataclass(frozen=True, slots=True)
class Row:
    """One row: a line of the program's own, or a passage with its lines.

    Attributes:
        kind: What it is.
        text: The words of a row that is no passage; before a field, its name.
        passage: What can be edited.
        lines: The text of the passage as lines; none for one that is empty.
        remarks: What people said beside it that is still open.
    """

    kind: RowKind
    text: str = ""
    passage: Passage | None = None
    lines: Lines = ()
    remarks: tuple[Remark, ...] = ()


@dataclass(frozen=True, slots=True)
class Sheet:
    """A working copy with all of its rows, and the title of the file."""

    title: str
    rows: tuple[Row, ...]
    copy: WorkingCopy


@dataclass(frozen=True, slots=True)
class Source:
    """What a working copy is made of.

    Attributes:
        position: The merged position; for the national text, the unmerged one.
        own: What the province says itself; None for the national text.
        trees: The parsed form of every Markdown text.
        values: The variables as documents show them; for the national text, as they are written.
        remarks: What people said beside blocks that is still open.
    """

    position: Position
    own: ProvinceEdition | None
    trees: Mapping[str, Tree]
    values: Mapping[str, str]
    remarks: tuple[Remark, ...] = ()


def sheet(source: Source) -> Sheet:
    """The working copy of a province, or of the national text."""
    edition = source.position.edition
    words = words_of(edition.language)
    province = source.own.province.slug if source.own is not None else ""
    area = f" \u00b7 {source.values['province.name']}" if province else ""
    title = f"{edition.title} {edition.name}{area}"
    head = " \u00b7 ".join(
        (
            words["head"],
            province or words["national"],
            f"{words['edition']} {edition.name}",
            f"{words['language']} {edition.language}",
        )
    )
    rows = [Row(RowKind.TITLE, title), Row(RowKind.HEAD, head)]
    rows += [Row(RowKind.HOW, words[name]) for name in ("how-edit", "how-new", "how-values", "how-back")]
    rows += _Writer(source, words).rows()
    numbered = tuple(_numbered(rows))
    passages = tuple(row.passage for row in numbered if row.passage is not None)
    copy = WorkingCopy(edition.name, province, edition.language, passages, source.values)
    return Sheet(title, numbered, copy)


def _numbered(rows: list[Row]) -> Iterator[Row]:
    """The same rows, each passage with the name of its bookmark."""
    number = 0
    for row in rows:
        if row.passage is None:
            yield row
            continue
        number += 1
        yield replace(row, passage=replace(row.passage, bookmark=f"blok_{number:03}"))


@dataclass(frozen=True, slots=True)
class _Writer:
    """Writes the rows of a position, in the order of the document."""

    source: Source
    words: Words

    def rows(self) -> Iterator[Row]:
        for chapter in self.source.position.chapters:
            yield self._heading(RowKind.CHAPTER, chapter.chapter.id, chapter.chapter.title)
            yield from self._blocks(chapter.blocks, (chapter.chapter.id,))
            for theme in chapter.themes:
                yield self._heading(RowKind.THEME, theme.theme.id, theme.theme.title)
                yield from self._blocks(theme.blocks, (chapter.chapter.id, theme.theme.id))

    def _heading(self, kind: RowKind, owner: str, title: str) -> Row:
        freedom = Freedom.LOCKED if self.source.own is not None else Freedom.ANY
        passage = Passage("", owner, "title", kind, (), title, is_markdown=False, freedom=freedom)
        return Row(kind, passage=passage, lines=plain_lines(title, self.source.values))

    def _blocks(self, blocks: tuple[MergedBlock, ...], path: tuple[str, ...]) -> Iterator[Row]:
        for merged in blocks:
            yield from self._of_block(merged, path)

    def _of_block(self, merged: MergedBlock, path: tuple[str, ...]) -> Iterator[Row]:
        block = merged.block
        freedom = self._freedom(merged)
        passages = list(_passages(merged, path, freedom))
        rows = [self._row(each) for each in passages]
        is_fixed = any(row.passage is not None and row.passage.freedom is not freedom for row in rows[:1])
        yield Row(RowKind.LABEL, self._label(merged, freedom, only_file=is_fixed))
        if block.note:
            yield Row(RowKind.HOW, block.note)
        said = tuple(each for each in self.source.remarks if each.block == block.id)
        rows[:1] = [replace(row, remarks=said) for row in rows[:1]]
        yield from rows
        if isinstance(block.body, Figure) and block.body.data:
            told = "; ".join(f"{point.label} {point.value}" for point in block.body.data)
            yield Row(RowKind.HOW, f"{self.words['data']}: {told}")
        for index, addition in enumerate(merged.additions):
            number = f" {index + 1}" if index else ""
            label = (block.id, self.words["addition"] + number, self.words["own"])
            yield Row(RowKind.LABEL, _labelled(*label))
            field = f"append.{index + 1}" if index else "append"
            about = Passage("", block.id, field, block.kind, path, addition.text)
            yield self._row(replace(about, verb=Verb.APPEND, target=block.id))

    def _row(self, passage: Passage) -> Row:
        if not passage.is_markdown:
            name = self.words[passage.field.partition(".")[0]]
            return Row(RowKind.FIELD, name, passage, plain_lines(passage.text, self.source.values))
        try:
            tree = self.source.trees[passage.text] if passage.text else []
            return Row(RowKind.TEXT, "", passage, lines_of(tree, self.source.values))
        except NoLines:
            fixed = replace(passage, freedom=Freedom.LOCKED, is_markdown=False)
            words = " ".join(passage.text.split())
            return Row(RowKind.TEXT, "", fixed, plain_lines(words, self.source.values))

    def _freedom(self, merged: MergedBlock) -> Freedom:
        if self.source.own is None or merged.origin.layer is Layer.PROVINCE or merged.block.slot:
            return Freedom.ANY
        permissions = {Permission.ANY: Freedom.ANY, Permission.APPEND: Freedom.APPEND}
        return permissions.get(merged.block.override, Freedom.LOCKED)

    def _label(self, merged: MergedBlock, freedom: Freedom, *, only_file: bool) -> str:
        """``▸ vraag-mkb-toets · vraag · landelijk · ligt vast``."""
        block, words = merged.block, self.words
        said = [block.id, words[block.kind], words[_standing(merged)]]
        if only_file:
            said.append(words["only-file"])
        elif freedom is not Freedom.ANY:
            said.append(words["append" if freedom is Freedom.APPEND else "locked"])
        if block.slot and block.body is None and block.required:
            said.append(words["required"])
        return _labelled(*said)


def _labelled(*said: str) -> str:
    return f"{SIGN} " + " \u00b7 ".join(said)


def _standing(merged: MergedBlock) -> str:
    """The word for who wrote a block."""
    if merged.origin.verb is Verb.REPLACE:
        return "own-instead"
    if merged.origin.layer is Layer.PROVINCE:
        return "own"
    return "empty" if merged.block.body is None else "national"


def _passages(merged: MergedBlock, path: tuple[str, ...], freedom: Freedom) -> Iterator[Passage]:
    """What can be typed in of a block: its text first, then its short fields."""
    block, origin = merged.block, merged.origin
    supplied = origin.layer is Layer.PROVINCE and origin.verb is None
    about = Passage(
        "", block.id, "text", block.kind, path, "", freedom=freedom, verb=origin.verb,
        target="province.contact" if supplied else block.id, is_slot=block.slot,
    )  # fmt: skip
    if block.body is None:
        if not block.supplied_by:
            yield about
        return
    for field, text in _fields(block.body):
        is_text = field in MARKDOWN_FIELDS
        fixed = not is_text and freedom is Freedom.APPEND
        yield replace(
            about, field=field, text=text, is_markdown=is_text, freedom=Freedom.LOCKED if fixed else freedom
        )


def _fields(body: Body) -> Iterator[tuple[str, str]]:
    """The texts of a body that people type, the running text first; data of figures are no texts."""
    found = {".".join(_step(step) for step in path): text for path, text in texts(body) if path[0] != "data"}
    if "text" in found:
        yield "text", found.pop("text")
    yield from found.items()
    as_of = getattr(body, "as_of", "")
    if as_of:
        yield "as_of", as_of


def _step(step: str | int) -> str:
    return str(step + 1) if isinstance(step, int) else step
