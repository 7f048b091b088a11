"""Several files that change together or not at all: a step is whole beside them before the first one changes.

A step is a folder with the old and the new bytes of every file. From the moment that it has its name it is
done by whoever comes first: by who began it, or after that process died by the next one to open the content.
The last step stays, so that it can be taken back.
"""

import contextlib
import json
import shutil
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from flows.scratch.folders import WORK_FOLDER
from flows.scratch.locks import lock
from flows.scratch.whole_files import write_whole
from flows.sources.pen.operations import digest_of

_BEGUN, _STEP, _LAST, _TOLD = "begun", "step", "last", "step.json"


@dataclass(frozen=True, slots=True)
class Change:
    """A file before and after a step; None where there is none."""

    file: str
    old: bytes | None
    new: bytes | None


@dataclass(frozen=True, slots=True)
class Step:
    """Files that change together, and the command or deed that they change for."""

    what: str
    changes: tuple[Change, ...]


@contextlib.contextmanager
def turn(root: Path) -> Iterator[Path]:
    """The folder of the pen, for one process at a time; a step that another one left is done first.

    Raises:
        OSError: The folder cannot be written in.
    """
    pen = _pen(root)
    pen.mkdir(parents=True, exist_ok=True)
    with (pen / "lock").open("ab") as file:
        lock(file, wait=True)
        _finish(root, pen)
        yield pen


def settle(root: Path) -> None:
    """Do what a process that died had begun; costs one look where nothing was."""
    if (_pen(root) / _STEP).exists():
        with turn(root):
            pass


def carry_out(root: Path, pen: Path, step: Step) -> None:
    """Change files; who is killed before this has noted all of them has changed none, and after that all."""
    begun = pen / _BEGUN
    shutil.rmtree(begun, ignore_errors=True)
    begun.mkdir()
    told = []
    for number, change in enumerate(step.changes):
        for side, content in (("old", change.old), ("new", change.new)):
            if content is not None:
                (begun / f"{number}.{side}").write_bytes(content)
        told.append(change.file)
    (begun / _TOLD).write_text(json.dumps({"what": step.what, "files": told}), encoding="utf-8")
    begun.replace(pen / _STEP)
    _finish(root, pen)


def last_step(pen: Path) -> Step | None:
    """The step that was done last; None where there is none."""
    return _read(pen / _LAST)


def _pen(root: Path) -> Path:
    return root / WORK_FOLDER / "pen"


def _finish(root: Path, pen: Path) -> None:
    """Bring every file of a noted step to its new bytes, but one that somebody has changed since."""
    step = _read(pen / _STEP)
    if step is None:
        return
    for change in step.changes:
        path = root / change.file
        found = path.read_bytes() if path.exists() else None
        if found == change.new or digest_of(found) != digest_of(change.old):
            continue
        if change.new is None:
            path.unlink()
        else:
            write_whole(path, change.new, pen.parent)
    shutil.rmtree(pen / _LAST, ignore_errors=True)
    (pen / _STEP).replace(pen / _LAST)


def _read(folder: Path) -> Step | None:
    try:
        told: Mapping[str, str | Sequence[str]] = json.loads((folder / _TOLD).read_bytes())
    except OSError:
        return None
    changes = (
        Change(file, _content(folder / f"{number}.old"), _content(folder / f"{number}.new"))
        for number, file in enumerate(told["files"])
    )
    return Step(str(told["what"]), tuple(changes))


def _content(path: Path) -> bytes | None:
    return path.read_bytes() if path.exists() else None
