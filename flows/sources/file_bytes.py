"""The bytes of a file that somebody made elsewhere, and what is wrong where they are no text."""

import codecs
import os
import stat
from pathlib import Path

from flows.problems.codes import problem
from flows.problems.records import Place, Problem

UTF_16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
"""How a text in UTF-16 begins, which Windows' Notepad calls Unicode."""


def read_inside(root: Path, relative: str, most: int) -> tuple[bytes | None, list[Problem]]:
    """`read_bytes` for a file of the content root, which no link may lead out of."""
    path = root / relative
    if is_outside(root, path):
        return None, [problem("SP716", Place(relative), path=relative)]
    return read_bytes(path, relative, most)


def is_outside(root: Path, path: Path) -> bool:
    """Whether links lead from a path below a root to somewhere else, or in a circle."""
    try:
        return not path.resolve().is_relative_to(root.resolve())
    except (OSError, RuntimeError):  # a circle of links: which of the two depends on the version of Python
        return True


def read_bytes(path: Path, file: str, most: int) -> tuple[bytes | None, list[Problem]]:
    """Read a file of at most so many bytes.

    Args:
        path: Where it is.
        file: How problems name it.
        most: Bytes, in whole megabytes.

    Returns:
        Its content, or None with the one problem that prevents reading it: too large (SP105), not there
        (SP108), closed (SP109), or no plain file (SP716), such as a pipe, at which reading would wait for
        ever.
    """
    start = Place(file)
    try:
        content = _plain_content(path, most)
    except FileNotFoundError:
        return None, [problem("SP108", start)]
    except (_NotPlainError, IsADirectoryError):
        return None, [problem("SP716", start, path=file)]
    except OSError as error:
        return None, [problem("SP109", start, reason=error.strerror or str(error))]
    if len(content) > most:
        return None, [problem("SP105", start, most=most // 1024 // 1024)]
    return content, []


class _NotPlainError(OSError):
    """A pipe, a device, a socket or a folder."""


def _plain_content(path: Path, most: int) -> bytes:
    """The content of a plain file; of one that is too large, a byte more than that."""
    # Looked at twice: a socket cannot be opened at all, and what has been opened can no longer be swapped.
    if not stat.S_ISREG(path.stat().st_mode):
        raise _NotPlainError
    handle = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
    with os.fdopen(handle, "rb") as stream:
        if not stat.S_ISREG(os.fstat(handle).st_mode):
            raise _NotPlainError
        return stream.read(most + 1)


def not_utf8(error: UnicodeDecodeError, file: str) -> Problem:
    """What is wrong with a file that is no UTF-8, at the first byte that shows it.

    Windows' own encoding of western Europe is guessed where that byte is a letter or a sign in it.
    """
    if error.object.startswith(UTF_16):
        return problem("SP104", Place(file), encoding="UTF-16")
    # Python leaves a byte order mark out of what the error holds, and does not count it either.
    before, byte = error.object[: error.start], error.object[error.start]
    place = Place(file, before.count(b"\n") + 1, len(before) - before.rfind(b"\n"))
    character = bytes([byte]).decode("cp1252", "ignore")
    encoding = "Windows-1252" if character else ""
    return problem("SP104", place, byte=f"0x{byte:02X}", encoding=encoding, character=character)
