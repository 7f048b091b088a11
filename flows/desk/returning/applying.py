"""Takes over what a Word file asks for: one step that can be taken back."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from flows.desk.opening.caches import cache_of
from flows.desk.returning.comparing import Compared
from flows.desk.returning.remarking import remark_edits
from flows.desk.returning.writing_down import ProvinceHand
from flows.documents.elements import Tree
from flows.documents.working_copy.trees import NoLines, lines_of, tree_of
from flows.overrides.fingerprints import stamp
from flows.overrides.rules import RULES
from flows.overrides.staleness import BaseText
from flows.positions.editions import Block, Chapter
from flows.positions.marked import Marked
from flows.press.doors.markdown import markdown_of
from flows.press.doors.parsing import parse_texts
from flows.returns.lines import Lines, as_written
from flows.returns.proposals import Certainty, Op, Proposal
from flows.sources.base_files import bases_text, read_bases
from flows.sources.content import base_file, own_file, province_file
from flows.sources.pen.operations import Address, Edit, Insert, Operation, Put, Where, WholeFile
from flows.sources.pen.writing import read_for_edit, write
from flows.sources.yaml_files import marked_bytes

_FIELDS = (Op.FIELD, Op.VARIABLE)
"""What is plain text and no Markdown."""


@dataclass(frozen=True, slots=True)
class Applied:
    """What was taken over: the proposals, the files that changed, and how many remarks were kept."""

    proposals: tuple[Proposal, ...]
    files: tuple[str, ...]
    remarks: int = 0


def chosen(compared: Compared, only: Sequence[str], *, take_word: bool) -> tuple[Proposal, ...]:
    """The proposals to take over: those that are certain, or those that are named.

    Args:
        compared: The file.
        only: Ids of proposals; none for all that are certain.
        take_word: Whether a conflict is decided for the Word file.
    """
    found = []
    for each in compared.proposals.proposals:
        named = each.id in only
        is_conflict = each.certainty is Certainty.CONFLICT
        if each.certainty is Certainty.TOLD or (is_conflict and not take_word):
            continue
        if named or (not only and (each.certainty is Certainty.CERTAIN or is_conflict)):
            found.append(each)
    return tuple(found)


def apply(compared: Compared, proposals: Sequence[Proposal], day: str) -> Applied:
    """Take proposals over, with the remarks that stand beside the text.

    Args:
        compared: The file.
        proposals: Those of it that were chosen.
        day: The day of today: ``2026-11-27``.

    Raises:
        Conflict: Somebody changed a file meanwhile; nothing was written.
        PenRefused: A file cannot be changed without changing something else; nothing was written.
        OSError: A file cannot be written.
    """
    texts = written_texts(compared, proposals)
    proposals = [each for each in proposals if not each.new or id(each) in texts]
    edits: list[Edit | WholeFile] = []
    if compared.one is not None:
        edits += _of_province(compared, proposals, texts)
    else:
        edits += _of_nation(compared, proposals, texts)
    remarked, count = remark_edits(compared, day)
    edits += remarked
    root = compared.opened.content.root
    done = write(root, edits, f"word import {compared.file}")
    return Applied(tuple(proposals), done.files, count)


def written_texts(compared: Compared, proposals: Sequence[Proposal]) -> dict[int, str]:
    """The text of each proposal as content files have it, by the identity of the proposal.

    A text that our Markdown cannot say, for it would be read as another one, has none and is not taken over.
    """
    plain = {
        id(each): as_written(each.new[0]) if each.new else "" for each in proposals if each.op in _FIELDS
    }
    marked = [each for each in proposals if id(each) not in plain and each.new]
    texts = markdown_of([tree_of(each.new) for each in marked])
    trees = parse_texts(texts, cache_of(compared.opened.content))
    for each, text in zip(marked, texts, strict=True):
        if _says(trees[text], each.new, compared.now.copy.values):
            plain[id(each)] = text
    return plain


def _says(tree: Tree, wanted: Lines, values: Mapping[str, str]) -> bool:
    """Whether a text that was written as Markdown is read as what was meant."""
    try:
        return [line.text for line in lines_of(tree, values)] == [line.text for line in wanted]
    except NoLines:
        return False


def _read(compared: Compared, file: str) -> tuple[Marked, str]:
    content, digest = read_for_edit(compared.opened.content.root, file)
    marked, _ = marked_bytes(content or b"", file)
    assert marked is not None, file
    return marked, digest


def _of_province(
    compared: Compared, proposals: Sequence[Proposal], texts: Mapping[int, str]
) -> Iterator[Edit | WholeFile]:
    one = compared.one
    assert one is not None
    assert one.own is not None
    edition, targets = compared.opened.national.name, compared.opened.national.targets
    file = own_file(one.slug, edition)
    marked, digest = _read(compared, file)
    hand = ProvinceHand(targets, one.own.overrides, marked, texts)
    operations = tuple(hand.operations(proposals))
    yield Edit(file, digest, operations)
    contact = tuple(_contact(compared, proposals, texts))
    if contact:
        who = province_file(one.slug)
        yield Edit(who, _read(compared, who)[1], contact)
    stamped = hand.stamped(proposals)
    if stamped or any(each.op is Op.DROP for each in proposals):
        yield _bases(compared, stamped, proposals)


def _contact(
    compared: Compared, proposals: Sequence[Proposal], texts: Mapping[int, str]
) -> Iterator[Operation]:
    """Changes to who speaks for a province, which stands in a file of its own."""
    targets = {each.key: each.target for each in compared.now.copy.passages}
    for each in proposals:
        if each.op is Op.FIELD and targets.get((each.block, each.field)) == "province.contact":
            yield Put(("contact", *_steps(each.field)), texts[id(each)])


def _bases(compared: Compared, stamped: Sequence[Block], proposals: Sequence[Proposal]) -> WholeFile:
    """The base file with the texts that were written against, and without those of entries that go."""
    one, opened = compared.one, compared.opened
    assert one is not None
    assert one.own is not None
    relative = base_file(one.slug, opened.national.name)
    _, digest = read_for_edit(opened.content.root, relative)
    bases, _ = read_bases(opened.content.root, relative)
    gone = {each.block for each in proposals if each.op is Op.DROP}
    needed = {
        entry.target for entry in one.own.overrides if RULES[entry.verb].stamped and entry.target not in gone
    }
    kept = {name: base for name, base in bases.items() if name in needed or name not in gone}
    kept |= {block.id: BaseText(stamp(block), block) for block in stamped}
    return WholeFile(relative, digest, bases_text(kept).encode() if kept else None)


def _of_nation(compared: Compared, proposals: Sequence[Proposal], texts: Mapping[int, str]) -> Iterator[Edit]:
    """Edits of the chapters; what a whole block would go for needs a reason, and is left to people."""
    edition = compared.opened.national.edition
    assert edition is not None
    for chapter in edition.chapters:
        operations: list[Operation] = []
        for each in proposals:
            at = national_place(chapter, _beside(each) if each.op is Op.INSERT else each.block)
            if at is None:
                continue
            if each.op is Op.INSERT:
                item = {each.kind: each.block, "text": texts[id(each)]}
                behind = None if each.before else _where(at[-1])
                operations.append(Insert(at[:-1], item, after=behind, first=bool(each.before)))
            elif each.op in (Op.TEXT, Op.FIELD, Op.FILL):
                operations.append(Put((*at, *_steps(each.field)), texts[id(each)]))
        if operations:
            file = chapter.place.file
            yield Edit(file, _read(compared, file)[1], tuple(operations))


def _beside(inserted: Proposal) -> str:
    """The block that a new one stands behind, or above."""
    return inserted.after or inserted.before


def _where(step: Any) -> Where | None:
    return step if isinstance(step, Where) else None


def national_place(chapter: Chapter, name: str) -> Address | None:
    """The way to a block, or to a theme or the chapter itself, in the file of a chapter."""
    if name == chapter.id:
        return ()
    for block in chapter.blocks:
        if block.id == name:
            return ("blocks", _of_block(block))
    for theme in chapter.themes:
        if theme.id == name:
            return ("themes", Where("id", theme.id))
        for block in theme.blocks:
            if block.id == name:
                return ("themes", Where("id", theme.id), "blocks", _of_block(block))
    return None


def _of_block(block: Block) -> Where:
    return Where("slot" if block.slot else block.kind.value, block.id)


def _steps(field: str) -> Address:
    return tuple(int(step) - 1 if step.isdigit() else step for step in field.split("."))
