"""From documents to finished files: many at once, none of them half done, each for itself."""

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from flows.documents.change_report.report import Report
from flows.documents.document import Chart, Document
from flows.press.doors import charts
from flows.press.doors.pandoc import Order, write_batch
from flows.press.doors.typst import TypstError
from flows.press.failures import PressError, document_failed
from flows.press.formats import formats_of
from flows.press.looks import Looks
from flows.press.pictures import pictures_of, problems_of
from flows.press.sheets import Sheet
from flows.press.store.cache import Cache
from flows.press.store.staging import move_in, staging
from flows.problems.codes import problem
from flows.problems.records import Problem

CACHE_FILE = ".standpunt/press.sqlite3"
"""Where parsed texts and drawn charts are kept, from the content root."""


Drawn = Mapping[str, bytes]
"""Charts by the id of their figure."""


@dataclass(frozen=True, slots=True)
class Job:
    """One document to print; small, and picklable for a worker elsewhere.

    Attributes:
        document: The document: a brochure or a change report.
        formats: Endings of the files to make: ``docx``, ``html``, ``pdf``; ``json`` for a report too.
        looks: Its brand, fonts and logo.
        timestamp: Seconds since 1970 that the files state as their date.
    """

    document: Document | Report
    formats: tuple[str, ...]
    looks: Looks
    timestamp: int


@dataclass(frozen=True, slots=True)
class File:
    """A finished file: its path from the output folder, the SHA-256 of its bytes, and their number."""

    path: str
    sha256: str
    size: int


@dataclass(frozen=True, slots=True)
class Printed:
    """What became of a job: every file that was asked for, or the problems and no file at all."""

    name: str
    files: Mapping[str, File] = field(default_factory=dict)
    problems: tuple[Problem, ...] = ()


def print_documents(jobs: Sequence[Job], root: Path, out: Path) -> list[Printed]:
    """Print documents and put their files in place.

    The files are made in a folder of their own and moved when a document is complete, so two builds at once,
    or a kill in the middle, leave whole files only. Equal jobs give equal bytes.

    Args:
        jobs: The documents.
        root: The content root.
        out: The output folder.

    Returns:
        One answer a job, in order. A document that fails costs no other document anything.

    Raises:
        PressError: Nothing could be made at all: no Pandoc (SP801), no place to write (SP802).
    """
    if not jobs:
        return []
    root, out = root.absolute(), out.absolute()  # pandoc and typst work in a folder of their own
    with staging(out) as folder:
        batch = _Batch(jobs, root, folder)
        batch.prepare()
        batch.write()
        return [
            _moved(job, made, batch.problems.get(number, ()), out)
            for number, (job, made) in enumerate(zip(jobs, batch.made, strict=True))
        ]


class _Batch:
    """The documents of one call, and how far each of them is."""

    def __init__(self, jobs: Sequence[Job], root: Path, folder: Path) -> None:
        self._jobs, self._root, self._folder = jobs, root, folder
        self._cache = Cache(root / CACHE_FILE)
        self._sheets: dict[int, Sheet[Any]] = {}
        self._shared: dict[str, Path] = {}
        self._orders: list[tuple[int, int, str, Order]] = []
        self.made: list[dict[str, Path]] = [{} for _ in jobs]
        self.problems: dict[int, tuple[Problem, ...]] = {}

    def prepare(self) -> None:
        """Draw the charts and write down what Pandoc has to do."""
        drawn = _Drawings(self._jobs, self._root, self._cache)
        for number, job in enumerate(self._jobs):
            logo = [job.looks.logo] if job.looks.logo else []
            pictures = tuple(dict.fromkeys([*logo, *pictures_of(job.document)]))
            unusable = problems_of(pictures, self._root)
            if unusable:
                self.problems[number] = tuple(unusable)
            else:
                self._sheets[number] = self._sheet(number, job, pictures, *drawn.of(job))
                self._order(number, job)
        self._orders.sort(key=lambda one: one[:2])

    def _sheet(self, number: int, job: Job, pictures: tuple[str, ...], svg: Drawn, png: Drawn) -> Sheet[Any]:
        look = repr(job.looks)
        if look not in self._shared:
            self._shared[look] = self._folder / f"looks-{len(self._shared)}"
            self._shared[look].mkdir()
        own = self._folder / str(number)
        own.mkdir()
        return Sheet(
            document=job.document,
            looks=job.looks,
            root=self._root,
            folder=own,
            shared=self._shared[look],
            pictures=pictures,
            svg=svg,
            png=png,
            timestamp=job.timestamp,
        )

    def _order(self, number: int, job: Job) -> None:
        for writes in job.formats:
            with _Guard(self, number, writes):
                form = formats_of(job.document)[writes]
                order = form.order(self._sheets[number])
                if order:
                    self._orders.append((form.rank, number, writes, order))
                else:
                    self._finish(number, writes)

    def write(self) -> None:
        """Have Pandoc write, and finish each file while it writes the next."""
        orders = [order for *_, order in self._orders]
        for at, said in write_batch(orders, self._folder):
            _, number, writes, _ = self._orders[at]
            if said:
                self.failed(number, document_failed(self.name(number), writes, "pandoc", said))
            elif number not in self.problems:
                with _Guard(self, number, writes):
                    self._finish(number, writes)

    def _finish(self, number: int, writes: str) -> None:
        self.made[number][writes] = formats_of(self._jobs[number].document)[writes].finish(
            self._sheets[number]
        )

    def failed(self, number: int, found: Problem) -> None:
        """Note that a document failed."""
        self.problems[number] = (*self.problems.get(number, ()), found)

    def name(self, number: int) -> str:
        """What messages call a document: its name, or the folder of a report, since their names are equal."""
        document = self._jobs[number].document
        return document.folder if isinstance(document, Report) else document.name


class _Guard:
    """Keeps the failure of one document from the others, whatever it is."""

    def __init__(self, batch: _Batch, number: int, writes: str) -> None:
        self._batch, self._number, self._writes = batch, number, writes

    def __enter__(self) -> None:
        return None

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, _: object) -> bool:
        if not isinstance(error, Exception):
            return False
        self._batch.failed(self._number, self._as_problem(error))
        return True

    def _as_problem(self, error: Exception) -> Problem:
        if isinstance(error, PressError):
            return error.problem
        name = self._batch.name(self._number)
        if isinstance(error, TypstError):
            return document_failed(name, self._writes, "typst", str(error))
        return document_failed(name, self._writes, "standpunt", f"{type(error).__name__}: {error}")


class _Drawings:
    """The charts of all documents; most documents share them, so each is drawn once."""

    def __init__(self, jobs: Sequence[Job], root: Path, cache: Cache) -> None:
        self._root, self._cache = root, cache
        self._drawn: dict[tuple[str, str, Chart], bytes] = {}
        for looks in {repr(job.looks): job.looks for job in jobs}.values():
            own = [job for job in jobs if job.looks == looks]
            self._draw(looks, "svg", [job for job in own if {"html", "pdf"} & {*job.formats}])
            self._draw(looks, "png", [job for job in own if "docx" in job.formats])

    def _draw(self, looks: Looks, writes: charts.Writes, jobs: Sequence[Job]) -> None:
        wanted = [chart for job in jobs for chart in job.document.charts]
        fonts = str(self._root / looks.fonts) if looks.fonts else ""
        for chart, data in charts.draw(wanted, writes, looks.brand, fonts, self._cache).items():
            self._drawn[repr(looks), writes, chart] = data

    def of(self, job: Job) -> tuple[Drawn, Drawn]:
        """The charts of a job as drawings and as pixels, by the figure's id."""
        look = repr(job.looks)
        svg, png = (
            {
                chart.id: self._drawn[look, writes, chart]
                for chart in job.document.charts
                if (look, writes, chart) in self._drawn
            }
            for writes in ("svg", "png")
        )
        return svg, png


def _moved(job: Job, made: Mapping[str, Path], problems: tuple[Problem, ...], out: Path) -> Printed:
    name = job.document.name
    if problems:
        return Printed(name, problems=problems)
    files: dict[str, File] = {}
    try:
        for writes, source in made.items():
            data = source.read_bytes()
            path = f"{job.document.folder}/{name}.{writes}"
            move_in(source, out / path)
            files[writes] = File(path, hashlib.sha256(data).hexdigest(), len(data))
    except OSError as error:
        return Printed(name, problems=(problem("SP802", None, path=path, said=error.strerror or str(error)),))
    return Printed(name, files)
