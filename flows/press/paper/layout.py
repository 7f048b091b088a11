"""A document for print, laid out until the columns of each chapter are even."""

import json
from collections.abc import Mapping
from dataclasses import asdict, replace
from pathlib import Path

from flows.press.doors.typst import Typesetting
from flows.press.paper.columns import Extent, Fit, extents, is_crowded, levelled, shrunk

_LOOSER = (25.0, 50.0, 100.0, 1000.0)
"""Points by which a column is lengthened, in turn, when an even one proves too short; in the end wholly."""


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
    page = _Layout(folder, fonts)
    page.even_out()
    target.write_bytes(page.document.pdf(timestamp))


class _Layout:
    """A document that is laid out again until its columns are even.

    Chapters begin on pages of their own, so in each round every chapter takes its own next step.
    """

    def __init__(self, folder: Path, fonts: str) -> None:
        self._file = folder / "fit.json"
        self._set({})
        self.document = Typesetting(folder, fonts)

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
        return extents(self.document.values("<chapter-mark>"))


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
