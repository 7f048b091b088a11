"""A folder for unfinished files inside the output folder, so that a reader never meets half a document."""

import shutil
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from secrets import token_hex
from typing import BinaryIO

from flows.press.failures import cannot_write

STAGING = ".staging"
_LOCK = "lock"
_FORGOTTEN_AFTER = 24 * 3600.0
"""Seconds after which a folder that no lock can tell about counts as left behind."""
_TRIES = 5


@contextmanager
def staging(out: Path) -> Iterator[Path]:
    """An empty folder of this process alone, on the same disk as the output; gone afterwards.

    The process holds a lock on its folder, and a lock ends with its process, however that ends. So what
    dead processes left behind is known, on every machine that shares the disk, and removed on the way.

    Raises:
        PressError: The output folder cannot be written to (SP802).
    """
    try:
        folder = _made(out / STAGING)
        lock = (folder / _LOCK).open("wb")
    except OSError as error:
        raise cannot_write(str(out), error) from error
    try:
        if not _locked(lock):
            (folder / _LOCK).unlink()
        _sweep(folder.parent, folder)
        yield folder
    finally:
        lock.close()
        shutil.rmtree(folder, ignore_errors=True)
        with suppress(OSError):
            folder.parent.rmdir()


def move_in(source: Path, target: Path) -> None:
    """Put a finished file in its place, all at once.

    Raises:
        OSError: It cannot be written.
    """
    target.parent.mkdir(parents=True, exist_ok=True)
    source.replace(target)


def _made(parent: Path) -> Path:
    folder = parent / token_hex(8)
    for _ in range(_TRIES):
        # A build that ends at this moment takes the parent away again, as long as it is empty.
        with suppress(FileNotFoundError):
            folder.mkdir(parents=True)
            return folder
    folder.mkdir(parents=True)
    return folder


def _sweep(parent: Path, own: Path) -> None:
    for other in parent.iterdir():
        if other != own and _is_left_behind(other):
            shutil.rmtree(other, ignore_errors=True)


def _is_left_behind(folder: Path) -> bool:
    try:
        if (folder / _LOCK).exists():
            with (folder / _LOCK).open("r+b") as lock:
                return _locked(lock)
        return time.time() - folder.stat().st_mtime > _FORGOTTEN_AFTER
    except OSError:
        return False


def _locked(file: BinaryIO) -> bool:
    """Lock a file until it is closed; False where somebody else has done so, or where locks do not exist."""
    if sys.platform == "win32":
        return False
    import fcntl

    try:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    return True
