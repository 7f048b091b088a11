"""The only door to Typst: a folder with a document in, a PDF out, in this process."""

import json
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from functools import cache as once
from pathlib import Path
from typing import TYPE_CHECKING, cast

from flows.press.failures import tool_failed
from flows.scratch.folders import temporary

if TYPE_CHECKING:
    from typst import Fonts, PDFStandard

STANDARDS: "list[PDFStandard]" = ["ua-1", "a-2a"]
"""Accessible and archivable: the compiler refuses a figure without alternative text or a skipped heading."""

_PIXELS = 144


class TypstError(Exception):
    """A document that Typst refused, in its own words."""


PLAIN: "list[PDFStandard]" = ["1.4"]
"""What a printer's PDF is made from: the version of PDF/X-1a, without what readers on a screen use."""


def typeset(folder: Path, fonts: str, timestamp: int, standards: "list[PDFStandard]" = STANDARDS) -> bytes:
    """The PDF of ``main.typ`` in a folder.

    Args:
        folder: Holds everything that the document may read.
        fonts: Folder with the brand's fonts, or nothing for those that Typst brings itself.
        timestamp: Seconds since 1970 that the PDF states as its date.
        standards: `STANDARDS` or `PLAIN`.

    Raises:
        TypstError: Typst found an error, or had to warn.
    """
    import typst

    with _refusals():
        compiler = typst.Compiler(folder / "main.typ", root=folder, font_paths=_fonts(fonts))
        written, warnings = compiler.compile_with_warnings(
            format="pdf", pdf_standards=standards, timestamp=timestamp, pdf_tags=standards is not PLAIN
        )
    if warnings:
        raise TypstError("; ".join(_said(warning) for warning in warnings))
    return cast("bytes", written)


def pixels(folder: Path, fonts: str) -> list[bytes]:
    """The pages of ``main.typ`` in a folder as PNG, 144 pixels to the inch.

    Args:
        folder: Holds everything that the document may read.
        fonts: As `typeset` wants it.

    Raises:
        TypstError: Typst found an error, or had to warn.
    """
    import typst

    with _refusals():
        compiler = typst.Compiler(folder / "main.typ", root=folder, font_paths=_fonts(fonts))
        written, warnings = compiler.compile_with_warnings(format="png", ppi=_PIXELS)
    if warnings:
        raise TypstError("; ".join(_said(warning) for warning in warnings))
    return written if isinstance(written, list) else [cast("bytes", written)]


def undisplayed(pieces: Iterable[str], family: str, fonts: str) -> frozenset[str]:
    """The characters and words that a font cannot show, found by having Typst print them in each style.

    Args:
        pieces: Characters and words.
        family: The name of the font; no other may stand in for it.
        fonts: Folder with the brand's fonts, or nothing for those that Typst brings itself.
    """
    setting = f"#set text(font: {json.dumps(family, ensure_ascii=False)}, fallback: false)\n"
    styles = "#piece #strong(piece) #emph(piece) #strong(emph(piece))"
    asked = f'#set document(title: "x")\n{setting}#for piece in json("pieces.json") [{styles}\n\n]'
    with temporary() as folder:
        (folder / "main.typ").write_text(asked, encoding="utf-8")
        return frozenset(_undisplayed(sorted(pieces), folder, fonts))


def _undisplayed(pieces: list[str], folder: Path, fonts: str) -> Iterator[str]:
    """Halve until each piece that Typst refuses stands alone: one question where all is well."""
    (folder / "pieces.json").write_text(json.dumps(pieces), encoding="ascii")
    try:
        typeset(folder, fonts, 0)
    except TypstError:
        if len(pieces) == 1:
            yield pieces[0]
            return
        middle = len(pieces) // 2
        yield from _undisplayed(pieces[:middle], folder, fonts)
        yield from _undisplayed(pieces[middle:], folder, fonts)


def families(folder: str) -> list[str]:
    """Names of the fonts that a document can use."""
    try:
        return list(_fonts(folder).families())
    except (OSError, RuntimeError) as error:
        raise tool_failed("typst", str(error)) from error


@contextmanager
def _refusals() -> Iterator[None]:
    try:
        yield
    except RuntimeError as error:
        raise TypstError(_said(error)) from error
    except BaseException as error:
        # A bug in Typst reaches Python as a panic, which is no Exception, and would end the whole build.
        if type(error).__name__ != "PanicException":
            raise
        raise TypstError(str(error)) from error


def _said(error: Exception) -> str:
    hints = " ".join(getattr(error, "hints", None) or ())
    return f"{getattr(error, 'message', error)} {hints}".strip()


@once
def _fonts(folder: str) -> "Fonts":
    import typst

    own = [folder] if folder else []
    return typst.Fonts(include_system_fonts=False, include_embedded_fonts=not own, font_paths=own)
