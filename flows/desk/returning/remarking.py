"""Keeps what people said beside a text in Word, for the office to settle."""

from collections.abc import Iterator

from flows.desk.returning.comparing import Compared
from flows.overrides.fingerprints import stamp
from flows.returns.lines import as_written
from flows.returns.proposals import Op, Remark
from flows.sources.pen.operations import Edit, Insert, WholeFile
from flows.sources.pen.rewriting import rewritten
from flows.sources.pen.writing import read_for_edit
from flows.sources.review_files import HEADER, read_remarks, review_file

_WHOLE = "edition"
"""What a remark is about that stands beside no block."""
_UNKNOWN = "onbekend"


def remarks_of(compared: Compared) -> Iterator[Remark]:
    """The comments of a file, and every change of a text that is fixed: that is a remark too."""
    yield from compared.proposals.remarks
    for each in compared.proposals.proposals:
        if each.op is Op.REMARK:
            author = each.authors[0] if each.authors else ""
            asked = "\n".join(map(as_written, each.new)) or "weglaten"
            yield Remark(each.block, author, "", f"Voorstel uit Word: {asked}")


def remark_edits(compared: Compared, day: str) -> tuple[list[Edit | WholeFile], int]:
    """The edit that keeps the remarks which are not kept yet, and how many those are.

    Args:
        compared: The file.
        day: The day that a remark without a date gets.
    """
    opened, file = compared.opened, review_file(compared.opened.national.name, compared.province)
    known, _ = read_remarks(opened.content.root, file)
    have = {(one.item, one.text) for one in known}
    entries = []
    for each in remarks_of(compared):
        item = each.block or _WHOLE
        if (item, each.text) not in have:
            have.add((item, each.text))
            block = opened.national.targets.find(item)
            at = {"at": stamp(block)} if block is not None else {}
            entry = {"item": item, **at, "by": each.author or _UNKNOWN, "on": each.date[:10] or day}
            entries.append({**entry, "text": each.text})
    if not entries:
        return [], 0
    content, digest = read_for_edit(opened.content.root, file)
    inserts = tuple(Insert(("remarks",), entry) for entry in entries)
    if content is not None:
        return [Edit(file, digest, inserts)], len(entries)
    begun = f"{HEADER}remarks: []\n"
    return [WholeFile(file, "", rewritten(begun, file, inserts).encode())], len(entries)
