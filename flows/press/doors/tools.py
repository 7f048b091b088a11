"""What decides what the outside programs make besides their input: their versions, and the fonts they get."""

import hashlib
import os
from collections.abc import Iterable, Iterator
from functools import cache as once
from pathlib import Path

_FONT_ENDINGS = (".ttf", ".otf", ".ttc", ".otc")


@once
def version_of(package: str) -> str:
    """Version of an installed package."""
    from importlib.metadata import version

    return version(package)


@once
def fonts_digest(folder: str) -> str:
    """SHA-256 of the fonts in a folder, at any depth."""
    return digest_of(font_files(Path(folder)))


def font_files(folder: Path) -> Iterator[Path]:
    """The font files of a folder at any depth, as Typst and vl-convert find them, in one fixed order."""
    for at, folders, names in os.walk(folder):
        folders.sort()
        paths = (Path(at) / name for name in sorted(names))
        yield from (path for path in paths if path.suffix.lower() in _FONT_ENDINGS and path.is_file())


def digest_of(files: Iterable[Path]) -> str:
    """SHA-256 over the names and bytes of some files."""
    total = hashlib.sha256()
    for path in files:
        total.update(f"{path.name}\0".encode() + hashlib.sha256(path.read_bytes()).digest())
    return total.hexdigest()
