"""Remarks beside texts: which are open, and settling them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from flows.desk.opening.editions import UnknownName
from flows.problems.codes import problem
from flows.sources.content import Content
from flows.sources.pen.operations import Edit, Put
from flows.sources.pen.writing import read_for_edit, write
from flows.sources.review_files import KeptRemark, read_remarks, review_file
from flows.wording.names import nearest

NATIONAL = "landelijk"
"""What the national text is called where others have the name of their province."""


@dataclass(frozen=True, slots=True)
class OpenRemark:
    """A remark that nobody settled: whose text it is about, and the remark."""

    province: str
    remark: KeptRemark


def open_remarks(content: Content, edition: str, provinces: Sequence[str]) -> Iterator[OpenRemark]:
    """The open remarks of provinces, and with `NATIONAL` of the national text, in the order of files."""
    for name in provinces:
        slug = "" if name == NATIONAL else name
        for each in read_remarks(content.root, review_file(edition, slug))[0]:
            if each.settled is None:
                yield OpenRemark(name, each)


def settle(content: Content, edition: str, province: str, item: str, *, by: str, day: str) -> int:
    """Settle every open remark about a block.

    Args:
        content: The content root.
        edition: The name of the edition.
        province: The province, or `NATIONAL`.
        item: The block.
        by: Who settles it.
        day: The day of today.

    Returns:
        How many there were.

    Raises:
        UnknownName: There is no open remark about it.
        Conflict: Somebody changed the file meanwhile.
    """
    file = review_file(edition, "" if province == NATIONAL else province)
    kept, _ = read_remarks(content.root, file)
    chosen = [number for number, one in enumerate(kept) if one.item == item and one.settled is None]
    if not chosen:
        known = tuple(one.item for one in kept if one.settled is None)
        close = nearest(item, known) or known
        raise UnknownName(problem("SP941", None, id=item, province=province, nearest=close))
    _, digest = read_for_edit(content.root, file)
    operations = tuple(Put(("remarks", number, "settled"), {"by": by, "on": day}) for number in chosen)
    write(content.root, (Edit(file, digest, operations),), f"review settle {province} {item}")
    return len(chosen)
