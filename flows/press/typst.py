"""The only door to Typst: a folder with a document in, a PDF out, in this process."""

import json
from collections.abc import Mapping
from dataclasses import asdict, replace
from functools import cache as once
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

from flows.press.columns import Extent, Fit, extents, is_crowded, levelled, shrunk
from flows.press.failures import tool_failed

if TYPE_CHECKING:
    from typst import Compiler, Fonts, PDFStandard

STANDARDS: "list[PDFStandard]" = ["ua-1", "a-2a"]
"""Accessible and archivable: the compiler refuses a figure without alternative text or a skipped heading."""
_LOOSER = (25.0, 50.0, 100.0, 1000.0)
"""Points by which a column is lengthened, in turn, when an even one proves too short; in the end wholly."""


class TypstError(Exception):
    """A document that Typst refused, in its own words."""


def write_pdf(folder: Path, target: Path, fonts: str, timestamp: int) -> None:
    """Compile ``main.typ`` of a folder, its columns evened out.

    Args:
        folder: Holds everything that the document may read; ``fit.json`` is written here.
        target: The PDF to write.
        fonts: Folder with the brand's fonts, or nothing for those that Typst brings itself.
        timestamp: Seconds since 1970 that the PDF states as its date.

    Raises:
        TypstError: Typst found an error, or had to warn.
    """
    try:
        page = _Layout(folder, fonts)
        page.even_out()
        written, warnings = page.compiler.compile_with_warnings(
            format="pdf", pdf_standards=STANDARDS, timestamp=timestamp
        )
    except RuntimeError as error:
        raise TypstError(_said(error)) from error
    except BaseException as error:
        # A bug in Typst reaches Python as a panic, which is no Exception, and would end the whole build.
        if type(error).__name__ != "PanicException":
            raise
        raise TypstError(str(error)) from error
    if warnings:
        raise TypstError("; ".join(_said(warning) for warning in warnings))
    target.write_bytes(cast("bytes", written))


class _Layout:
    """A document that is laid out again until its columns are even.

    Chapters begin on pages of their own, so in each round every chapter takes its own next step.
    """

    def __init__(self, folder: Path, fonts: str) -> None:
        self._file = folder / "fit.json"
        self._set({})
        self.compiler = _compiler(folder, fonts)

    def even_out(self) -> None:
        """Shrink chapters whose last page is nearly empty, and level the last page of every chapter."""
        chapters = [_Chapter(name, extent) for name, extent in self._extents().items()]
        while not all(chapter.settled for chapter in chapters):
            self._set({chapter.name: chapter.fit for chapter in chapters})
            now = self._extents()
            for chapter in chapters:
                chapter.see(now[chapter.name])

    def _set(self, fits: Mapping[str, Fit]) -> None:
        text = json.dumps({chapter: asdict(fit) for chapter, fit in fits.items()}, sort_keys=True)
        self._file.write_text(text, encoding="ascii")

    def _extents(self) -> dict[str, Extent]:
        marks: list[dict[str, Any]] = json.loads(self.compiler.query("<chapter-mark>", field="value"))
        return extents(marks)


class _Chapter:
    """How a chapter is set next, by what came of the way it was set before."""

    def __init__(self, name: str, natural: Extent) -> None:
        self.name = name
        self.settled = False
        self._natural = natural
        self._tries = shrunk(natural)
        self._looser = [*_LOOSER]
        self._before: Extent | None = None
        self.fit = Fit()
        self._next()

    def see(self, now: Extent) -> None:
        """Take the next step."""
        if self._before is None:
            if now.pages < self._natural.pages:
                self._level(now)
            else:
                self._next()
        elif is_crowded(self.fit, self._before, now) and self._looser:
            self.fit = replace(self.fit, filler=round(max(0.0, self.fit.filler - self._looser.pop(0)), 1))
        else:
            self.settled = True

    def _next(self) -> None:
        if self._tries:
            self.fit = self._tries.pop(0)
        else:
            self.fit = Fit()
            self._level(self._natural)

    def _level(self, before: Extent) -> None:
        self._before = before
        self.fit = levelled(self.fit, before)


def _compiler(folder: Path, fonts: str) -> "Compiler":
    import typst

    return typst.Compiler(folder / "main.typ", root=folder, font_paths=_fonts(fonts))


def _said(error: Exception) -> str:
    hints = " ".join(getattr(error, "hints", None) or ())
    return f"{getattr(error, 'message', error)} {hints}".strip()


@once
def _fonts(folder: str) -> "Fonts":
    import typst

    own = [folder] if folder else []
    return typst.Fonts(include_system_fonts=False, include_embedded_fonts=not own, font_paths=own)


def families(folder: str) -> list[str]:
    """Names of the fonts that a document can use."""
    try:
        return list(_fonts(folder).families())
    except (OSError, RuntimeError) as error:
        raise tool_failed("typst", str(error)) from error
