"""Takes a national block out of an edition, which then says why."""

from flows.desk.opening.editions import OpenEdition, UnknownName
from flows.desk.returning.applying import national_place
from flows.positions.editions import Block, Chapter
from flows.problems.codes import problem
from flows.sources.content import edition_file
from flows.sources.pen.operations import Address, Drop, Edit, Insert, Value
from flows.sources.pen.writing import Written, read_for_edit, write
from flows.wording.names import nearest


def retire(opened: OpenEdition, name: str, reason: str, replaced_by: str | None) -> Written:
    """Take a block out of the national text, and say why; what provinces wrote beside it is theirs to settle.

    Raises:
        UnknownName: There is no such block, or none by which it is replaced.
        Conflict: Somebody changed a file meanwhile.
        PenRefused: A file cannot be changed without changing something else.
    """
    block = known_block(opened, name)
    if replaced_by is not None:
        known_block(opened, replaced_by)
    root, head = opened.content.root, edition_file(opened.national.name)
    chapter, at = _where(opened, block)
    entry: dict[str, Value] = {"id": block.id, "reason": reason}
    if replaced_by is not None:
        entry["replaced_by"] = replaced_by
    edits = [
        Edit(chapter.place.file, read_for_edit(root, chapter.place.file)[1], (Drop(at),)),
        Edit(head, read_for_edit(root, head)[1], (Insert(("retired",), entry),)),
    ]
    return write(root, edits, f"retire {block.id}")


def known_block(opened: OpenEdition, name: str) -> Block:
    """The national block with an id, today's or an older one.

    Raises:
        UnknownName: There is none.
    """
    targets = opened.national.targets
    block = targets.find(name)
    if block is None:
        close = nearest(name, targets.blocks)
        raise UnknownName(problem("SP903", None, id=name, edition=opened.national.name, nearest=close))
    return block


def _where(opened: OpenEdition, block: Block) -> tuple[Chapter, Address]:
    edition = opened.national.edition
    assert edition is not None, "a block of an edition that cannot be read"
    found = ((chapter, national_place(chapter, block.id)) for chapter in edition.chapters)
    return next((chapter, at) for chapter, at in found if at is not None)
