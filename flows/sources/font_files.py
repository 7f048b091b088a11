"""The fonts of a brand as they lie in their folder: plain files, whole, and no more than a brand needs.

Typst and vl-convert take every font they find at any depth, skip what they cannot read without a word, and
would wait for ever at a pipe; so everything in the folder is looked at before they are.
"""

import os
from collections.abc import Iterator, Sequence
from pathlib import Path

from flows.positions.limits import FONT_BYTES, FONT_ENDINGS, FONT_FILES
from flows.problems.codes import problem
from flows.problems.records import Place, Problem
from flows.sources.file_bytes import read_inside

_COLLECTION = b"ttcf"
_VERSIONS = (b"\x00\x01\x00\x00", b"OTTO", b"true")
_NEEDED = frozenset({b"cmap", b"head", b"hhea", b"hmtx", b"maxp", b"name"})
"""Tables without which no program can set a line."""
_OUTLINES = frozenset({b"glyf", b"CFF ", b"CFF2"})
_HEADER, _RECORD = 12, 16
"""Bytes before the list of tables, and of each table in it."""
_MOST_TABLES = 200
_MOST_FACES = 100


def font_problems(root: Path, folder: str, place: Place) -> list[Problem]:
    """Everything that is wrong with the files of a folder of fonts, which need not exist.

    Args:
        root: The content root.
        folder: The folder, from the content root.
        place: Where the brand names its font.

    Returns:
        SP716, SP812 and SP813 (``path``) for a file, and SP814 where there are too many.
    """
    files, links = _found(root, folder)
    if len(files) > FONT_FILES:
        return [problem("SP814", place, count=len(files), most=FONT_FILES)]
    linked = [problem("SP716", place, path=path) for path in links]
    return linked + [found for path in files for found in _of_file(root, path, place)]


def is_whole_font(content: bytes) -> bool:
    """Whether a file is a font, or a collection of some, that holds every table it lists."""
    if content[:4] != _COLLECTION:
        return _is_whole_face(content, 0)
    count = int.from_bytes(content[8:12], "big")
    starts = [
        int.from_bytes(content[12 + 4 * at : 16 + 4 * at], "big") for at in range(min(count, _MOST_FACES))
    ]
    return 0 < count <= _MOST_FACES and all(_is_whole_face(content, start) for start in starts)


def _found(root: Path, folder: str) -> tuple[list[str], list[str]]:
    """The fonts in a folder, and the folders in it that are links, as paths from the root."""
    files: list[str] = []
    links: list[str] = []
    for path in _walked(root / folder):
        name = path.relative_to(root).as_posix()
        if path.is_dir():
            links.append(name)
        elif path.suffix.lower() in FONT_ENDINGS:
            files.append(name)
    return files, links


def _walked(folder: Path) -> Iterator[Path]:
    """Everything but folders at any depth, and folders that are links, in one fixed order."""
    if folder.is_symlink():
        yield folder
        return
    for at, folders, names in os.walk(folder):
        folders.sort()
        yield from (Path(at) / name for name in folders if (Path(at) / name).is_symlink())
        yield from (Path(at) / name for name in sorted(names))


def _of_file(root: Path, path: str, place: Place) -> Sequence[Problem]:
    content, problems = read_inside(root, path, FONT_BYTES)
    if content is None:
        return [_renamed(found, path, place) for found in problems]
    return [] if is_whole_font(content) else [problem("SP812", place, path=path)]


def _renamed(found: Problem, path: str, place: Place) -> Problem:
    """What keeps a font from being read, at the place where the brand names its font."""
    if found.code == "SP105":
        return problem("SP813", place, path=path, most=FONT_BYTES // 1024 // 1024)
    return problem("SP716" if found.code == "SP716" else "SP812", place, path=path)


def _is_whole_face(content: bytes, start: int) -> bool:
    count = int.from_bytes(content[start + 4 : start + 6], "big")
    records = start + _HEADER, start + _HEADER + _RECORD * count
    if content[start : start + 4] not in _VERSIONS or count > _MOST_TABLES or records[1] > len(content):
        return False
    tags = set()
    for at in range(*records, _RECORD):
        offset, length = (int.from_bytes(content[at + part : at + part + 4], "big") for part in (8, 12))
        if offset + length > len(content):
            return False
        if length:
            tags.add(content[at : at + 4])
    return tags >= _NEEDED and bool(tags & _OUTLINES)
