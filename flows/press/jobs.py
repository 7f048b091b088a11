"""From documents to finished files: many at once, none of them half done, each for itself."""

import hashlib
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from flows.documents.change_report.report import Report
from flows.documents.document import Document
from flows.documents.illustrating import illustrated
from flows.press.doors.typst import TypstError
from flows.press.doors.writing import Order, write_batch
from flows.press.drawings import Drawings
from flows.press.failures import PressError, cannot_place, document_failed
from flows.press.formats import file_of, format_of
from flows.press.looks import BRAND_FOLDER, Looks
from flows.press.pictures import pictures_of, problems_of
from flows.press.sheets import Sheet
from flows.press.store.cache import CACHE_FILE, Cache
from flows.press.store.staging import move_together, staging
from flows.problems.codes import problem
from flows.problems.records import Problem

Watch = Callable[[int, str], None]
"""Told what is worked on: the number of a job, and the format."""


@dataclass(frozen=True, slots=True)
class Job:
    """One document to print; small, and picklable for a worker elsewhere.

    Attributes:
        document: The document: a brochure or a change report.
        formats: Endings of the files to make: ``docx``, ``html``, ``pdf``; ``json`` for a report too, and the
            pictures of a brochure by their files: ``cards/vraag-een.png``.
        looks: Its brand, fonts and logo.
        timestamp: Seconds since 1970 that the files state as their date.
    """

    document: Document | Report
    formats: tuple[str, ...]
    looks: Looks
    timestamp: int

    @property
    def called(self) -> str:
        """What messages call it: a name, or the folder of a report, since reports share their names."""
        return self.document.folder if isinstance(self.document, Report) else self.document.name


@dataclass(frozen=True, slots=True)
class File:
    """A finished file: its path from the output folder, the SHA-256 of its bytes, and their number."""

    path: str
    sha256: str
    size: int


@dataclass(frozen=True, slots=True)
class Printed:
    """What became of a job: its files by format, and why each format that is missing could not be made."""

    name: str
    files: Mapping[str, File] = field(default_factory=dict)
    problems: tuple[Problem, ...] = ()


def print_documents(
    jobs: Sequence[Job], root: Path, out: Path, watch: Watch = lambda _number, _writes: None
) -> list[Printed]:
    """Print documents and put their files in place.

    The files are made in a folder of their own and moved together when a document is complete, so two builds
    at once, or a kill in the middle, leave whole files only. Equal jobs give equal bytes.

    Args:
        jobs: The documents.
        root: The content root.
        out: The output folder.
        watch: Told before each piece of work which job it is for, and which format.

    Returns:
        One answer a job, in order. A document that fails costs no other document anything, and a format that
        cannot be made no other format.

    Raises:
        PressError: Nothing could be made at all: no Pandoc (SP801), no place to write (SP802).
    """
    if not jobs:
        return []
    root, out = root.absolute(), out.absolute()  # pandoc and typst work in a folder of their own
    with staging(out) as folder:
        batch = _Batch(jobs, root, folder, watch)
        batch.prepare()
        batch.write()
        return [
            _moved(job, made, tuple(batch.problems[number]), out, folder)
            for number, (job, made) in enumerate(zip(jobs, batch.made, strict=True))
        ]


class _Batch:
    """The documents of one call, and how far each of them is."""

    def __init__(self, jobs: Sequence[Job], root: Path, folder: Path, watch: Watch) -> None:
        self._jobs, self._root, self._folder, self._watch = jobs, root, folder, watch
        self._cache = Cache(root / CACHE_FILE)
        self._drawings = Drawings(root, self._cache)
        self._sheets: dict[int, Sheet[Any]] = {}
        self._shared: dict[str, Path] = {}
        self._orders: list[tuple[int, int, str, Order]] = []
        self.made: list[dict[str, Path]] = [{} for _ in jobs]
        self.problems: list[list[Problem]] = [[] for _ in jobs]

    def prepare(self) -> None:
        """Draw the charts and write down what Pandoc has to do."""
        for number, job in enumerate(self._jobs):
            document = _in_looks(job)
            pictures = tuple(dict.fromkeys([*job.looks.logos, *pictures_of(document)]))
            self.problems[number] += problems_of(pictures, self._root)
            if not self.problems[number]:
                self._sheets[number] = self._sheet(number, job, document, pictures)
                self._order(number, job)
        self._orders.sort(key=lambda one: one[:2])

    def _sheet(
        self, number: int, job: Job, document: Document | Report, pictures: tuple[str, ...]
    ) -> Sheet[Any]:
        look = repr(job.looks)
        if look not in self._shared:
            self._shared[look] = self._folder / f"looks-{len(self._shared)}"
            self._shared[look].mkdir()
        own = self._folder / str(number)
        own.mkdir()
        return Sheet(
            document=document,
            looks=job.looks,
            root=self._root,
            folder=own,
            shared=self._shared[look],
            pictures=pictures,
            drawings=self._drawings,
            cache=self._cache,
            timestamp=job.timestamp,
            tell=self.problems[number].append,
        )

    def _order(self, number: int, job: Job) -> None:
        for writes in job.formats:
            with self._at(number, writes):
                form = format_of(job.document, writes)
                order = form.order(self._sheets[number])
                if order:
                    self._orders.append((form.rank, number, writes, order))
                else:
                    self._finish(number, writes)

    def write(self) -> None:
        """Have Pandoc write, and finish each file while it writes the next."""
        orders = [order for *_, order in self._orders]
        if orders:
            self._watch(*self._orders[0][1:3])
        for at, written in enumerate(write_batch(orders, self._folder)):
            _, number, writes, _ = self._orders[at]
            called = self._jobs[number].called
            if written.failure:
                self.problems[number].append(document_failed(called, writes, "pandoc", written.failure))
            else:
                if written.ended:
                    self.problems[number].append(problem("SP821", None, document=called, said=written.ended))
                with self._at(number, writes):
                    self._finish(number, writes)
            if at + 1 < len(orders):
                self._watch(*self._orders[at + 1][1:3])

    def _finish(self, number: int, writes: str) -> None:
        form = format_of(self._jobs[number].document, writes)
        self.made[number][writes] = form.finish(self._sheets[number])

    @contextmanager
    def _at(self, number: int, writes: str) -> Iterator[None]:
        """Work on one format of one document; its failure, whatever it is, costs the others nothing."""
        self._watch(number, writes)
        try:
            yield
        except PressError as error:
            self.problems[number].append(error.problem)
        except TypstError as error:
            self.problems[number].append(
                document_failed(self._jobs[number].called, writes, "typst", str(error))
            )
        except Exception as error:
            said = f"{type(error).__name__}: {error}"
            self.problems[number].append(
                document_failed(self._jobs[number].called, writes, "standpunt", said)
            )


def _in_looks(job: Job) -> Document | Report:
    document = job.document
    return document if isinstance(document, Report) else illustrated(document, job.looks.brand, BRAND_FOLDER)


def _moved(
    job: Job, made: Mapping[str, Path], problems: tuple[Problem, ...], out: Path, folder: Path
) -> Printed:
    """The files of a job in their places, all of them or none."""
    name = job.document.name
    paths = {writes: file_of(job.document, writes) for writes in made}
    files: dict[str, File] = {}
    try:
        for writes, source in made.items():
            data = source.read_bytes()
            files[writes] = File(paths[writes], hashlib.sha256(data).hexdigest(), len(data))
        move_together({source: out / paths[writes] for writes, source in made.items()}, folder)
    except OSError as error:
        return Printed(name, problems=(*problems, cannot_place(error, out)))
    return Printed(name, files, problems)
