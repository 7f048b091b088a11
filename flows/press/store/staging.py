"""A folder for unfinished files inside the output folder, so that a reader never meets half a document."""

import shutil
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager
from pathlib import Path
from secrets import token_hex

from flows.press.failures import cannot_write
from flows.scratch.folders import WORK_FOLDER, scratch


@contextmanager
def staging(out: Path) -> Iterator[Path]:
    """An empty folder of this process alone, on the same disk as the output; gone afterwards.

    Raises:
        PressError: The output folder cannot be written to (SP802).
    """
    with ExitStack() as stack:
        try:
            folder = stack.enter_context(scratch(out / WORK_FOLDER))
        except OSError as error:
            raise cannot_write(str(out), error) from error
        yield folder


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
