"""Locks that end with the process that holds them, however that ends."""

import sys
from typing import BinaryIO


def lock(file: BinaryIO, *, wait: bool = False) -> bool:
    """Lock a file until it is closed; False where somebody else has done so.

    Args:
        file: A file that is open for writing.
        wait: Whether to wait until nobody else has locked it.
    """
    if sys.platform == "win32":
        import msvcrt

        file.seek(0)
        while True:
            try:
                msvcrt.locking(file.fileno(), msvcrt.LK_LOCK if wait else msvcrt.LK_NBLCK, 1)
            except OSError:  # Windows gives up waiting after ten seconds
                if not wait:
                    return False
            else:
                return True
    import fcntl

    try:
        fcntl.flock(file, fcntl.LOCK_EX | (0 if wait else fcntl.LOCK_NB))
    except BlockingIOError:
        return False
    return True
