"""Files that are there whole or not at all."""

import errno
import os
from pathlib import Path

from flows.scratch.folders import WORK_FOLDER, scratch

_ELSEWHERE = frozenset({errno.EXDEV, errno.EROFS})
"""What a work folder answers that lies on another disk, or on one that is only to be read."""
_NOT_OURS = frozenset({errno.EACCES, errno.EPERM})
"""What it answers where a colleague made it for himself alone."""


def write_whole(path: Path, content: bytes, work: Path) -> None:
    """Write a file in a work folder and move it into place, so that a kill leaves nothing beside it.

    Args:
        path: The file; its folder is made where it is not there.
        content: Its bytes.
        work: The work folder; where it cannot be moved from there, one beside the file is used.

    Raises:
        OSError: The file cannot be written; what was there stays as it was.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    try:
        _write(path, content, work)
    except OSError as error:
        moving = error.filename2 is not None  # then it is the place of the file that cannot be taken
        if error.errno not in _ELSEWHERE and (moving or error.errno not in _NOT_OURS):
            raise
        _write(path, content, path.parent / WORK_FOLDER)


def _write(path: Path, content: bytes, work: Path) -> None:
    with scratch(work) as folder:
        part = folder / path.name
        with part.open("wb") as stream:
            stream.write(content)
            stream.flush()
            os.fsync(stream.fileno())
        if path.exists():
            part.chmod(path.stat().st_mode)
        part.replace(path)
