"""What decides what the outside programs make besides their input: their versions, and the fonts they get."""

import hashlib
import os
from collections.abc import Iterable, Iterator
from functools import cache as once
from pathlib import Path

from flows.positions.limits import FONT_ENDINGS


@once
def version_of(package: str) -> str:
    """Version of an installed package."""
    from importlib.metadata import version

    return version(package)


@once
def fonts_digest(folder: str) -> str:
    """SHA-256 of the fonts in a folder, at any depth: where they lie decides which of two alike is taken."""
    places = (path.relative_to(folder).as_posix() for path in font_files(Path(folder)))
    return hashlib.sha256("\0".join([digest_of(font_files(Path(folder))), *places]).encode()).hexdigest()


def fonts_state(folder: str) -> str:
    """What changes with the fonts in a folder, or nearly so; found without reading them, unlike a digest."""
    stats = [(path.relative_to(folder), path.stat()) for path in font_files(Path(folder))]
    return repr([(path.as_posix(), about.st_size, about.st_mtime_ns) for path, about in stats])


def font_files(folder: Path) -> Iterator[Path]:
    """The font files of a folder at any depth, as Typst and vl-convert find them, in one fixed order."""
    for at, folders, names in os.walk(folder):
        folders.sort()
        paths = (Path(at) / name for name in sorted(names))
        yield from (path for path in paths if path.suffix.lower() in FONT_ENDINGS and path.is_file())


def digest_of(files: Iterable[Path]) -> str:
    """SHA-256 over the names and bytes of some files."""
    total = hashlib.sha256()
    for path in files:
        total.update(f"{path.name}\0".encode() + hashlib.sha256(path.read_bytes()).digest())
    return total.hexdigest()
