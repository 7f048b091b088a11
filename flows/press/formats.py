"""The three formats of a brochure: what Pandoc has to write for each, and what makes that a finished file."""

import json
import shutil
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType
from typing import Any, Generic, TypeVar

from flows.documents.brand import Brand
from flows.documents.document import Document
from flows.documents.report import Report
from flows.press.looks import Looks
from flows.press.pandoc import Order
from flows.press.pictures import addresses, as_pixels, copied

TEMPLATES = Path(__file__).parent / "templates"
_STYLE = b"/* style */"
"""Where the template wants the style sheet."""
_TYPST_FILES = ("main.typ", "brochure.typ")
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
        svg: The chart of each figure as a drawing, by the figure's id.
        png: The same as pixels.
        timestamp: Seconds since 1970 that the files state as their date.
    """

    document: Printable
    looks: Looks
    root: Path
    folder: Path
    shared: Path
    pictures: tuple[str, ...]
    svg: Mapping[str, bytes]
    png: Mapping[str, bytes]
    timestamp: int

    @property
    def fonts(self) -> str:
        """The folder with the brand's fonts, or nothing for those that Typst brings."""
        return str(self.root / self.looks.fonts) if self.looks.fonts else ""

    def logo(self, pictures: Mapping[str, str]) -> tuple[str, str] | None:
        """The logo, as `pictures` has it, with its alternative text; None where there is none."""
        logo = self.looks.brand.logo
        return (pictures[self.looks.logo], logo.alt) if logo and self.looks.logo else None

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


def style(sheet: Sheet[Printable], name: str) -> bytes:
    """The style sheet of a page: the brand's colours, and the rules of a template."""

    def made(brand: Brand) -> bytes:
        from flows.press.stylesheet import stylesheet

        return stylesheet(brand, (TEMPLATES / name).read_text(encoding="utf-8")).strip().encode()

    return sheet.shared_file(name, made).read_bytes()


def pixels(sheet: Sheet[Printable]) -> dict[str, str]:
    """The file with the pixels of each image, by its path."""
    copies = as_pixels(sheet.pictures, sheet.root, sheet.folder, sheet.fonts)
    return {path: sheet.file(name) for path, name in copies.items()}


def print_order(sheet: Sheet[Printable], tree: Mapping[str, Any], data: Mapping[str, Any]) -> Order:
    """Write the data that a template for print reads; Pandoc has to write the body."""
    (sheet.folder / "data.json").write_text(json.dumps(data, ensure_ascii=False), encoding="utf-8")
    return Order(tree_file(sheet, "pdf", tree), sheet.file("body.typ"), "typst")


def pdf_file(sheet: Sheet[Printable]) -> Path:
    """The finished PDF, from the body that Pandoc wrote."""
    from flows.press.typst import write_pdf

    write_pdf(sheet.folder, sheet.folder / "print.pdf", sheet.fonts, sheet.timestamp)
    return sheet.folder / "print.pdf"


def _html_order(sheet: Sheet[Document]) -> Order:
    from flows.press.transforms.html import html_tree

    drawings = {anchor: drawing.decode() for anchor, drawing in sheet.svg.items()}
    pictures = addresses(sheet.pictures, sheet.root)
    tree = html_tree(sheet.document, drawings, pictures, sheet.logo(pictures))
    template = str(TEMPLATES / "page.html")
    return Order(tree_file(sheet, "html", tree), sheet.file("pandoc.html"), "html", template=template)


def _html_file(sheet: Sheet[Document]) -> Path:
    """The page with its style sheet, which Pandoc would take longer over than over the text."""
    page = (sheet.folder / "pandoc.html").read_bytes()
    (sheet.folder / "page.html").write_bytes(page.replace(_STYLE, style(sheet, "page.css"), 1))
    return sheet.folder / "page.html"


def _docx_order(sheet: Sheet[Document]) -> Order:
    from flows.press.reference import reference_document
    from flows.press.transforms.docx import docx_tree

    drawings = {anchor: _placed(sheet, f"{anchor}.png", data) for anchor, data in sheet.png.items()}
    pictures = pixels(sheet)
    tones = len(sheet.looks.brand.chapters)
    tree = docx_tree(sheet.document, tones, drawings, pictures, sheet.logo(pictures))
    reference = str(sheet.shared_file("reference.docx", reference_document))
    return Order(tree_file(sheet, "docx", tree), sheet.file("pandoc.docx"), "docx", reference=reference)


def _docx_file(sheet: Sheet[Document]) -> Path:
    from flows.press.word import finished

    made = finished(
        (sheet.folder / "pandoc.docx").read_bytes(), sheet.document, sheet.looks.brand, sheet.timestamp
    )
    (sheet.folder / "word.docx").write_bytes(made)
    return sheet.folder / "word.docx"


def _pdf_order(sheet: Sheet[Document]) -> Order:
    from flows.press.transforms.typst import typst_parts

    for name in _TYPST_FILES:
        shutil.copyfile(TEMPLATES / name, sheet.folder / name)
    drawings = {
        anchor: Path(_placed(sheet, f"{anchor}.svg", data)).name for anchor, data in sheet.svg.items()
    }
    pictures = copied(sheet.pictures, sheet.root, sheet.folder)
    tree, data = typst_parts(sheet.document, sheet.looks.brand, drawings, pictures, sheet.logo(pictures))
    return print_order(sheet, tree, data)


def _placed(sheet: Sheet[Document], name: str, data: bytes) -> str:
    Path(sheet.file(name)).write_bytes(data)
    return sheet.file(name)


FORMATS: Mapping[str, Format[Document]] = MappingProxyType(
    {
        "pdf": Format(0, _pdf_order, pdf_file),
        "docx": Format(1, _docx_order, _docx_file),
        "html": Format(2, _html_order, _html_file),
    }
)
"""Every format by the ending of its files."""
