"""Where things lie in a content root: `shared/<edition>/`, `provinces/<slug>/`, brand and languages."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from flows.positions.limits import FONT_ENDINGS
from flows.scratch.folders import WORK_FOLDER
from flows.sources.pictures.pixels import KINDS

EDITION_FILE = "edition.yaml"
PROVINCE_FILE = "province.yaml"
SOURCE_FOLDERS = ("shared", "provinces")

_BY_NAME = (*FONT_ENDINGS, *KINDS)
"""Files that the press reads whatever else their name is: Typst takes a hidden font like any other."""


@dataclass(frozen=True, slots=True)
class Content:
    """A content root. Names of files are relative to it, with forward slashes.

    Attributes:
        root: The folder with `SOURCE_FOLDERS`.
        work: The work folder, where it is not the root's own: content of an old revision borrows one.
    """

    root: Path
    work: Path | None = None

    def editions(self) -> tuple[str, ...]:
        """The names of the editions, oldest first."""
        found = (path.parent.name for path in self.root.glob(f"shared/*/{EDITION_FILE}"))
        return editions_in_order(found)

    def provinces(self) -> tuple[str, ...]:
        """The slugs of the provinces, in alphabetical order: every folder, also one without its file yet."""
        folders = (path for path in (self.root / "provinces").glob("*") if path.is_dir())
        return tuple(sorted(path.name for path in folders if counts(path.name)))

    def sources(self) -> tuple[str, ...]:
        """Every file that a document can be made from, sorted by name."""
        found = [path for folder in SOURCE_FOLDERS for path in (self.root / folder).rglob("*")]
        names = (path.relative_to(self.root).as_posix() for path in found if path.is_file())
        return tuple(sorted(name for name in names if _is_source(name)))

    @property
    def work_folder(self) -> Path:
        """The folder of caches and schemas."""
        return self.work or self.root / WORK_FOLDER

    @property
    def work_folders(self) -> tuple[Path, ...]:
        """That folder, and those beside files that could not be moved into place from there."""
        patterns = (f"{folder}/{below}{WORK_FOLDER}" for folder in SOURCE_FOLDERS for below in ("", "*/"))
        beside = (path for pattern in patterns for path in self.root.glob(pattern))
        return (self.work_folder, *beside)


def editions_in_order(names: Iterable[str]) -> tuple[str, ...]:
    """Names of editions, oldest first: ``2`` before ``10``, and numbers before words."""
    return tuple(sorted(names, key=_natural))


def edition_file(edition: str) -> str:
    """The file of the national layer of an edition."""
    return f"shared/{edition}/{EDITION_FILE}"


def chapter_file(edition: str, chapter: str) -> str:
    """A chapter file of an edition; `chapter` is the file's name without ending."""
    return f"shared/{edition}/{chapter}.yaml"


def province_file(slug: str) -> str:
    """The file that says who a province is."""
    return f"provinces/{slug}/{PROVINCE_FILE}"


def own_file(slug: str, edition: str) -> str:
    """The file that says what a province says in an edition."""
    return f"provinces/{slug}/{edition}.yaml"


def base_file(slug: str, edition: str) -> str:
    """The machine-written file with the national text that each override was written against."""
    return f"provinces/{slug}/{edition}.base.yaml"


def counts(name: str) -> bool:
    """Whether a file is content: editors' swap files, backups and our own half-written files are not."""
    last = name.rpartition("/")[2]
    return not (
        last.startswith((".", "#", "~")) or last.endswith(("~", ".swp", ".tmp", ".bak", ".orig", ".part"))
    )


def _is_source(name: str) -> bool:
    is_read = counts(name) or name.lower().endswith(_BY_NAME)
    return is_read and WORK_FOLDER not in name.split("/")


def _natural(name: str) -> tuple[tuple[int, int | str], ...]:
    """Sorts ``2`` before ``10`` and numbers before words."""
    parts = re.split(r"(\d+)", name)
    return tuple((0, int(part)) if part.isdigit() else (1, part) for part in parts if part)
