"""Documents in chunks of some seconds of work; making one is a pure function of small data."""

import time
from dataclasses import replace
from pathlib import Path

from flows.documents.document import Document
from flows.engine.chunks import Chunk, Outcome, Task
from flows.press.failures import PressError
from flows.press.jobs import Printed
from flows.press.printer.attempts import print_apart
from flows.press.store.manifest import Manifest
from flows.problems.records import Problem


def build_chunk(chunk: Chunk) -> tuple[Outcome, ...]:
    """Build the documents of a chunk, put them in place and remember them.

    Returns:
        One outcome a document, in order. A document that fails has problems and costs the others nothing, nor
        does a format other formats. Where a tool does not work at all, every document of the chunk fails.
    """
    start = time.monotonic()
    try:
        printed = print_apart([task.job for task in chunk.jobs], Path(chunk.root), Path(chunk.out))
    except PressError as error:
        printed = [Printed(task.name, problems=(error.problem,)) for task in chunk.jobs]
    manifest = Manifest(Path(chunk.out))
    share = (time.monotonic() - start) / max(1, len(chunk.jobs))
    return tuple(
        _remembered(task, done, manifest, share) for task, done in zip(chunk.jobs, printed, strict=True)
    )


def _remembered(task: Task, done: Printed, manifest: Manifest, seconds: float) -> Outcome:
    if done.files:
        files = {each: (file.path, file.sha256) for each, file in done.files.items()}
        document = task.job.document
        draft = isinstance(document, Document) and document.draft
        manifest.keep(task.record, task.key, files, draft=draft)
    found = tuple(_named(each, task.name) for each in done.problems)
    return Outcome(task.name, tuple(file.path for file in done.files.values()), found, seconds)


def _named(found: Problem, name: str) -> Problem:
    """A problem with the name that people know its document by; the press knows every report as `report`."""
    return replace(found, args={**found.args, "document": name}) if "document" in found.args else found
