"""The pen: the only hand that writes a content file that people also write."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from flows.sources.pen.journal import Change, Step, carry_out, last_step, turn
from flows.sources.pen.operations import Edit, WholeFile, digest_of
from flows.sources.pen.rewriting import rewritten


class Conflict(Exception):  # noqa: N818  somebody else was first, not a failure
    """A file is no longer what was read; nothing was written.

    Attributes:
        file: The file.
        found: Its bytes of now; None where it is gone.
    """

    def __init__(self, file: str, found: bytes | None) -> None:
        super().__init__(file)
        self.file = file
        self.found = found


@dataclass(frozen=True, slots=True)
class Written:
    """What was written: the files that changed, in the order of the edits."""

    files: tuple[str, ...]


def read_for_edit(root: Path, file: str) -> tuple[bytes | None, str]:
    """The bytes of a file with the digest that an edit of it carries; None where there is no file."""
    path = root / file
    content = path.read_bytes() if path.exists() else None
    return content, digest_of(content)


def write(root: Path, edits: Sequence[Edit | WholeFile], what: str) -> Written:
    """Write edits, all together or none.

    Args:
        root: The content root.
        edits: One for each file.
        what: What they are for, as it is told when they are taken back: ``accept zeeland``.

    Raises:
        Conflict: A file changed since it was read.
        PenRefused: An edit cannot be made without changing something else.
        OSError: A file cannot be read or written.
    """
    with turn(root) as pen:
        changes = tuple(each for each in _changes(root, edits) if each.old != each.new)
        if changes:
            carry_out(root, pen, Step(what, changes))
    return Written(tuple(each.file for each in changes))


def undo(root: Path) -> Step | None:
    """Take the last step back; taken back twice it is there again. None where there is nothing to take back.

    Returns:
        The step that was taken back.

    Raises:
        Conflict: Somebody changed one of its files since.
        OSError: A file cannot be read or written.
    """
    with turn(root) as pen:
        step = last_step(pen)
        if step is None:
            return None
        for each in step.changes:
            found, digest = read_for_edit(root, each.file)
            if digest != digest_of(each.new):
                raise Conflict(each.file, found)
        back = tuple(Change(each.file, each.new, each.old) for each in step.changes)
        carry_out(root, pen, Step(step.what, back))
    return step


def _changes(root: Path, edits: Iterable[Edit | WholeFile]) -> Iterable[Change]:
    for edit in edits:
        old, digest = read_for_edit(root, edit.file)
        if digest != edit.digest:
            raise Conflict(edit.file, old)
        if isinstance(edit, WholeFile):
            yield Change(edit.file, old, edit.content)
        else:
            text = (old or b"").decode("utf-8")
            yield Change(edit.file, old, rewritten(text, edit.file, edit.operations).encode("utf-8"))
