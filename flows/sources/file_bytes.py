"""The bytes of a file that somebody made elsewhere, and what is wrong where they are no text."""

from pathlib import Path

from flows.problems.codes import problem
from flows.problems.records import Place, Problem


def read_bytes(path: Path, file: str, most: int) -> tuple[bytes | None, list[Problem]]:
    """Read a file of at most so many bytes.

    Args:
        path: Where it is.
        file: How problems name it.
        most: Bytes, in whole megabytes.

    Returns:
        Its content, or None with the one problem that prevents reading it: too large (SP105), not there
        (SP108) or closed (SP109).
    """
    start = Place(file)
    try:
        if path.stat().st_size > most:
            return None, [problem("SP105", start, most=most // 1024 // 1024)]
        return path.read_bytes(), []
    except FileNotFoundError:
        return None, [problem("SP108", start)]
    except OSError as error:
        return None, [problem("SP109", start, reason=error.strerror or str(error))]


def not_utf8(error: UnicodeDecodeError, file: str) -> Problem:
    """What is wrong with a file that is no UTF-8, at the first byte that shows it.

    Windows' own encoding of western Europe is guessed where that byte is a letter or a sign in it.
    """
    # Python leaves a byte order mark out of what the error holds, and does not count it either.
    before, byte = error.object[: error.start], error.object[error.start]
    place = Place(file, before.count(b"\n") + 1, len(before) - before.rfind(b"\n"))
    if error.object.startswith((b"\xff\xfe", b"\xfe\xff")):
        return problem("SP104", place, encoding="UTF-16")
    character = bytes([byte]).decode("cp1252", "ignore")
    encoding = "Windows-1252" if character else ""
    return problem("SP104", place, byte=f"0x{byte:02X}", encoding=encoding, character=character)
