"""The only door to Typst: a folder with a document in, a PDF out, in this process."""

import json
from collections.abc import Mapping
from dataclasses import asdict
from functools import cache as once
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

from flows.press.columns import Extent, Fit, extents, levelled, shrunk
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
    """A document that is laid out again until its columns are even."""

    def __init__(self, folder: Path, fonts: str) -> None:
        self._file = folder / "fit.json"
        self._fits: dict[str, Fit] = {}
        self._set({})
        self.compiler = _compiler(folder, fonts)

    def even_out(self) -> None:
        """Shrink chapters whose last page is nearly empty, then level the last page of every chapter."""
        natural = self._extents()
        self._save_pages(natural)
        self._level(self._extents() if self._fits else natural)

    def _save_pages(self, natural: Mapping[str, Extent]) -> None:
        tries = shrunk(natural)
        while any(tries.values()):
            tried = {chapter: fits.pop(0) for chapter, fits in tries.items() if fits}
            self._set(self._fits | tried)
            now = self._extents()
            for chapter, fit in tried.items():
                if now[chapter].pages < natural[chapter].pages:
                    self._fits[chapter] = fit
                    del tries[chapter]
        self._set(self._fits)

    def _level(self, before: Mapping[str, Extent]) -> None:
        level = {chapter: levelled(self._fit(chapter), extent) for chapter, extent in before.items()}
        for looser in _LOOSER:
            self._set(level)
            now = self._extents()
            spilled = [chapter for chapter in level if now[chapter].pages > before[chapter].pages]
            if not spilled:
                break
            for chapter in spilled:
                filler = round(max(0.0, level[chapter].filler - looser), 1)
                level[chapter] = Fit(level[chapter].shrink, filler)
        self._set(level)

    def _fit(self, chapter: str) -> Fit:
        return self._fits.get(chapter, Fit())

    def _set(self, fits: Mapping[str, Fit]) -> None:
        text = json.dumps({chapter: asdict(fit) for chapter, fit in fits.items()}, sort_keys=True)
        self._file.write_text(text, encoding="ascii")

    def _extents(self) -> dict[str, Extent]:
        return extents(self._marks("chapter-start"), self._marks("chapter-end"))

    def _marks(self, label: str) -> list[dict[str, Any]]:
        marks: list[dict[str, Any]] = json.loads(self.compiler.query(f"<{label}>", field="value"))
        return marks


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
