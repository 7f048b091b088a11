"""Documents in chunks of some seconds of work; a chunk is a pure function of small data."""

import time
from dataclasses import dataclass
from math import ceil
from pathlib import Path

from flows.press.failures import PressError
from flows.press.jobs import Printed, print_documents
from flows.press.manifest import Manifest
from flows.problems.records import Problem
from flows.publish.requests import Plan, Task

LARGEST = 12
"""Documents in a chunk: enough to share the start of Pandoc, few enough for a bar that moves."""


@dataclass(frozen=True, slots=True)
class Chunk:
    """Documents that one task builds together.

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


def chunked(plan: Plan, workers: int) -> tuple[Chunk, ...]:
    """Divide documents evenly: a chunk for each worker, more where chunks would get too large."""
    jobs = plan.jobs
    if not jobs:
        return ()
    root, out = plan.request.root, str(plan.request.output_folder)
    count = max(min(workers, len(jobs)), ceil(len(jobs) / LARGEST))
    bounds = [len(jobs) * number // count for number in range(count + 1)]
    return tuple(
        Chunk(number, tuple(jobs[bounds[number] : bounds[number + 1]]), root, out) for number in range(count)
    )


def build_chunk(chunk: Chunk) -> tuple[Outcome, ...]:
    """Build the documents of a chunk, put them in place and remember them.

    Returns:
        One outcome a document, in order. A document that fails has problems and costs the others nothing;
        so has every document of a chunk for which a tool does not work at all.
    """
    start = time.monotonic()
    try:
        printed = print_documents([task.job for task in chunk.jobs], Path(chunk.root), Path(chunk.out))
    except PressError as error:
        printed = [Printed(task.name, problems=(error.problem,)) for task in chunk.jobs]
    manifest = Manifest(Path(chunk.out))
    share = (time.monotonic() - start) / max(1, len(chunk.jobs))
    return tuple(
        _remembered(task, done, manifest, share) for task, done in zip(chunk.jobs, printed, strict=True)
    )


def _remembered(task: Task, done: Printed, manifest: Manifest, seconds: float) -> Outcome:
    if done.problems:
        return Outcome(task.name, (), done.problems, seconds)
    manifest.keep(task.name, task.key, {each: (file.path, file.sha256) for each, file in done.files.items()})
    return Outcome(task.name, tuple(file.path for file in done.files.values()), (), seconds)
