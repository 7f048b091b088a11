"""What there is to make, as small data that every engine understands, and how it is divided."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from math import ceil
from typing import TYPE_CHECKING

from flows.problems.records import Problem

if TYPE_CHECKING:  # a run with nothing to do never makes a job
    from flows.press.jobs import Job

LARGEST = 12
"""Documents in a chunk: enough to share the start of Pandoc, few enough for a bar that moves."""


@dataclass(frozen=True, slots=True)
class Task:
    """One document to make.

    Attributes:
        job: What the press gets.
        key: Digest of everything that decides what its files hold.
        name: Its name for people.
        record: Its name in the manifest.
    """

    job: "Job"
    key: str
    name: str
    record: str


@dataclass(frozen=True, slots=True)
class Chunk:
    """Documents that are made together.

    Attributes:
        index: Number of the chunk, from 0.
        jobs: The documents.
        root: The content root.
        out: The output folder.
    """

    index: int
    jobs: tuple[Task, ...]
    root: str
    out: str


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one document.

    Attributes:
        name: Name of the document.
        files: The files that were written, relative to the output folder.
        problems: Why it was not; empty where it was.
        seconds: Its share of the time of its chunk.
    """

    name: str
    files: tuple[str, ...]
    problems: tuple[Problem, ...]
    seconds: float


BuildChunk = Callable[[Chunk], tuple[Outcome, ...]]
"""Makes the documents of a chunk: one outcome a document, in order."""


@dataclass(frozen=True, slots=True)
class Work:
    """Everything that one run makes.

    Attributes:
        stem: What the keys of its artifacts begin with: the flow and what it is about.
        heading: The same for people.
        chunks: What has to be made.
        problems: What planning found.
        build: Makes one chunk.
        on_outcome: Called in the calling thread, once for every document, as chunks are finished.
        notes: What the summary of the run says besides, in Markdown.
        built: Outcomes by position of their chunk; grows while the work goes on.
    """

    stem: str
    heading: str
    chunks: tuple[Chunk, ...]
    problems: tuple[Problem, ...]
    build: BuildChunk
    on_outcome: Callable[[Outcome], None]
    notes: str = ""
    built: dict[int, tuple[Outcome, ...]] = field(default_factory=dict)

    @property
    def documents(self) -> int:
        """How many documents there are to make."""
        return sum(len(chunk.jobs) for chunk in self.chunks)

    @property
    def is_done(self) -> bool:
        """Whether every chunk has been dealt with."""
        return len(self.built) == len(self.chunks)

    def keep(self, position: int, outcomes: tuple[Outcome, ...]) -> None:
        """Note what became of a chunk, and tell it."""
        for outcome in outcomes:
            self.on_outcome(outcome)
        self.built[position] = outcomes

    def outcomes(self) -> tuple[Outcome, ...]:
        """What has been made so far, in the order of the plan."""
        return tuple(outcome for position in sorted(self.built) for outcome in self.built[position])


def chunked(jobs: Sequence[Task], root: str, out: str, workers: int) -> tuple[Chunk, ...]:
    """Divide documents evenly: a chunk for each worker, more where chunks would get too large."""
    if not jobs:
        return ()
    count = max(min(workers, len(jobs)), ceil(len(jobs) / LARGEST))
    bounds = [len(jobs) * number // count for number in range(count + 1)]
    return tuple(
        Chunk(number, tuple(jobs[bounds[number] : bounds[number + 1]]), root, out) for number in range(count)
    )
