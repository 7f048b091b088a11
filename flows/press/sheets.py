"""A document on its way to its files, and what a format does with it."""

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Generic, TypeVar

from flows.documents.brand import Brand
from flows.documents.change_report.report import Report
from flows.documents.document import Document
from flows.press.doors.charts import Writes
from flows.press.doors.fonts import faces, page_faces
from flows.press.doors.writing import Order
from flows.press.drawings import Drawings, Drawn
from flows.press.looks import Looks
from flows.press.store.cache import Cache
from flows.problems.records import Problem

Printable = TypeVar("Printable", Document, Report)
"""A kind of document, which has formats of its own."""


@dataclass(frozen=True, slots=True)
class Sheet(Generic[Printable]):
    """One document on its way to its files.

    Attributes:
        document: The document.
        looks: Its brand, fonts and logo.
        root: The content root.
        folder: A folder of its own for everything unfinished.
        shared: Folder for what all documents of the same looks share.
        pictures: The logo and the image files that its texts ask for, as paths from the content root.
        drawings: Draws the charts of all documents.
        cache: Keeps what takes time to make, over builds.
        timestamp: Seconds since 1970 that the files state as their date.
        tell: Takes a warning about what is made.
    """

    document: Printable
    looks: Looks
    root: Path
    folder: Path
    shared: Path
    pictures: tuple[str, ...]
    drawings: Drawings
    cache: Cache
    timestamp: int
    tell: Callable[[Problem], None]

    @property
    def fonts(self) -> str:
        """The folder with the brand's fonts, or nothing for those that Typst brings."""
        return self.looks.fonts_in(self.root)

    def faces(self) -> dict[str, bytes]:
        """The faces of the brand's font that may stand inside a document, by name."""
        return faces(self.fonts, self.looks.brand.fonts.family, self.cache)

    def page_faces(self) -> dict[str, str]:
        """The faces of the brand's font that travel inside a web page, as it writes them, by name."""
        return page_faces(self.fonts, self.looks.brand.fonts.family, self.cache)

    def charts(self, writes: Writes) -> Drawn:
        """The chart of each figure, by the figure's id."""
        return self.drawings.of(self.document.charts, self.looks, writes)

    def logo(self, pictures: Mapping[str, str], ground: str) -> tuple[str, str] | None:
        """The logo for a ground, as `pictures` has it, with its alternative text; None without a logo."""
        logo, file = self.looks.brand.logo, self.looks.logo_on(ground)
        return (pictures[file], logo.alt) if logo and file else None

    def file(self, name: str) -> str:
        """The path of an unfinished file."""
        return str(self.folder / name)

    def shared_file(self, name: str, made: Callable[[Brand], bytes]) -> Path:
        """The path of a file that all documents of the same looks share; the first that asks makes it."""
        file = self.shared / name
        if not file.exists():
            file.write_bytes(made(self.looks.brand))
        return file


@dataclass(frozen=True, slots=True)
class Format(Generic[Printable]):
    """How a format is made.

    Attributes:
        rank: Place in the queue: what still needs much work after Pandoc goes first.
        order: Writes what Pandoc needs into the sheet's folder, and says what Pandoc has to write; None
            for a format that takes no Pandoc.
        finish: Makes the finished file from it and returns its path.
    """

    rank: int
    order: Callable[[Sheet[Printable]], Order | None]
    finish: Callable[[Sheet[Printable]], Path]


def tree_file(sheet: Sheet[Printable], name: str, tree: Mapping[str, Any]) -> str:
    """Write a tree into the sheet's folder, and return its path."""
    path = sheet.file(f"{name}.json")
    Path(path).write_text(json.dumps(tree), encoding="ascii")
    return path


def placed_chart(sheet: Sheet[Printable], name: str, data: bytes) -> str:
    """Write a drawn chart into the sheet's folder, and return its path."""
    Path(sheet.file(name)).write_bytes(data)
    return sheet.file(name)
