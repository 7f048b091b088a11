"""A folder for unfinished files inside the output folder, so that a reader never meets half a document."""

import shutil
import sys
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from secrets import token_hex
from typing import BinaryIO

from flows.press.failures import cannot_write

STAGING = ".standpunt/staging"
_LOCK = "lock"
_FORGOTTEN_AFTER = 24 * 3600.0
"""Seconds after which a folder counts as left behind where locks do not exist."""


@contextmanager
def staging(out: Path) -> Iterator[Path]:
    """An empty folder of this process alone, on the same disk as the output; gone afterwards.

    The process holds a lock on its folder, and a lock ends with its process, however that ends. So what
    dead processes left behind is known, on every machine that shares the disk, and removed on the way.
    Folders are made and swept by one at a time: a folder is never seen without its lock.

    Raises:
        PressError: The output folder cannot be written to (SP802).
    """
    parent = out / STAGING
    try:
        parent.mkdir(parents=True, exist_ok=True)
        with (parent / _LOCK).open("ab") as turn:
            _lock(turn, wait=True)
            folder = parent / token_hex(8)
            folder.mkdir()
            lock = (folder / _LOCK).open("wb")
            _lock(lock)
            _sweep(parent, folder)
    except OSError as error:
        raise cannot_write(str(out), error) from error
    try:
        yield folder
    finally:
        lock.close()
        shutil.rmtree(folder, ignore_errors=True)


def move_together(moves: Mapping[Path, Path], folder: Path) -> None:
    """Put finished files in their places: all of them, or none where one place cannot be taken.

    A file that is open in Word cannot be replaced on Windows. So each place is tried before anything moves,
    and what goes wrong after that is taken back.

    Args:
        moves: The place of each finished file.
        folder: A folder on the same disk, for what stood there before.

    Raises:
        OSError: A place cannot be taken; everything is as it was.
    """
    kept = {target: folder / f"before-{token_hex(8)}" for target in moves.values() if target.exists()}
    for target, copy in kept.items():
        with target.open("r+b"):
            shutil.copyfile(target, copy)
    done: list[Path] = []
    try:
        for source, target in moves.items():
            move_in(source, target)
            done.append(target)
    except OSError:
        for target in done:
            if target in kept:
                kept[target].replace(target)
            else:
                target.unlink(missing_ok=True)
        raise
    for copy in kept.values():
        copy.unlink(missing_ok=True)


def move_in(source: Path, target: Path) -> None:
    """Put a finished file in its place, all at once.

    Raises:
        OSError: It cannot be written.
    """
    target.parent.mkdir(parents=True, exist_ok=True)
    source.replace(target)


def _sweep(parent: Path, own: Path) -> None:
    for other in parent.iterdir():
        if other.is_dir() and other != own and _is_left_behind(other):
            shutil.rmtree(other, ignore_errors=True)


def _is_left_behind(folder: Path) -> bool:
    try:
        if sys.platform == "win32":
            return time.time() - folder.stat().st_mtime > _FORGOTTEN_AFTER
        with (folder / _LOCK).open("ab") as lock:
            return _lock(lock)
    except OSError:
        return False


def _lock(file: BinaryIO, *, wait: bool = False) -> bool:
    """Lock a file until it is closed; False where somebody else has done so."""
    if sys.platform == "win32":
        return True
    import fcntl

    try:
        fcntl.flock(file, fcntl.LOCK_EX | (0 if wait else fcntl.LOCK_NB))
    except BlockingIOError:
        return False
    return True
