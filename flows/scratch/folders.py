"""Folders for what is unfinished: everything that Standpunt makes for a while only is in one of these.

A folder belongs to one process, which holds a lock on it, and a lock ends with its process. So what dead
processes left behind is known from what living ones use, on every machine that shares the disk, and no
process id that is used again can deceive. It is swept when the next folder is made beside it, and by every
command that writes.
"""

import contextlib
import os
import re
import shutil
from collections.abc import Iterator, Mapping
from pathlib import Path

from flows.scratch.locks import lock

WORK_FOLDER = ".standpunt"
"""What Standpunt keeps beside content and outputs; can always be thrown away."""
SCRATCH = "scratch"
"""The folders of all processes, inside a work folder."""
_LOCK = "lock"
_RIGHTS, _EXECUTE = 0o777, 0o111
_NAME = re.compile(r"[0-9a-f]{16}")
"""What these folders are called; nothing else is ever removed."""


@contextlib.contextmanager
def scratch(work: Path) -> Iterator[Path]:
    """An empty folder of this process alone; gone afterwards.

    Folders are made and swept by one at a time: a folder is never seen without its lock.

    Args:
        work: A work folder on the disk that the files are meant for; made where it is not there.

    Raises:
        OSError: The folder cannot be made.
    """
    parent = work / SCRATCH
    _make_open(parent)
    with _turn(parent):
        _sweep(parent)
        folder = parent / os.urandom(8).hex()
        folder.mkdir()
        held = (folder / _LOCK).open("ab")
        lock(held, wait=True)
    try:
        yield folder
    finally:
        held.close()
        shutil.rmtree(folder, ignore_errors=True)


@contextlib.contextmanager
def temporary() -> Iterator[Path]:
    """The same where the system keeps its temporary files: for what need not be on any disk of ours."""
    work = _temporary_work()
    work.mkdir(mode=0o700, exist_ok=True)
    with scratch(work) as folder:
        yield folder


def inside(folder: Path) -> Mapping[str, str]:
    """The environment for a program that is to keep its own temporary files in a folder."""
    return {**os.environ, **dict.fromkeys(("TMPDIR", "TMP", "TEMP"), str(folder))}


def sweep(*works: Path) -> None:
    """Remove what dead processes left behind in work folders, and where the system keeps temporary files."""
    for parent in (work / SCRATCH for work in (*works, _temporary_work())):
        with contextlib.suppress(OSError):  # not there, or not ours to write in
            if any(_folders(parent)):
                with _turn(parent):
                    _sweep(parent)


def _temporary_work() -> Path:
    from tempfile import gettempdir  # takes as long to import as a command with nothing to do may

    mine = f"-{os.getuid()}" if os.name == "posix" else ""
    return Path(gettempdir(), f"standpunt{mine}")


def _make_open(folder: Path) -> None:
    """Make a folder, open to whoever may write in the one it stands in."""
    if not folder.is_dir():
        _make_open(folder.parent)
        folder.mkdir(exist_ok=True)
        with contextlib.suppress(OSError):  # a colleague was first
            folder.chmod(folder.parent.stat().st_mode & _RIGHTS)


@contextlib.contextmanager
def _turn(parent: Path) -> Iterator[None]:
    path = parent / _LOCK
    is_new = not path.exists()
    with path.open("ab") as file:
        if is_new:
            with contextlib.suppress(OSError):
                path.chmod(parent.stat().st_mode & _RIGHTS & ~_EXECUTE)
        lock(file, wait=True)
        yield


def _sweep(parent: Path) -> None:
    for folder in _folders(parent):
        if not _is_held(folder):
            shutil.rmtree(folder, ignore_errors=True)


def _folders(parent: Path) -> Iterator[Path]:
    if parent.is_dir():
        yield from (path for path in parent.iterdir() if _NAME.fullmatch(path.name) and path.is_dir())


def _is_held(folder: Path) -> bool:
    """Whether a living process has a folder; the lock that this takes to find out ends at once."""
    try:
        with (folder / _LOCK).open("ab") as file:
            return not lock(file)
    except OSError:
        return True
