"""Printing that survives its documents: what ends a process is tried once more alone, all others are made."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from flows.press.doors.tools import fonts_state
from flows.press.failures import document_failed
from flows.press.jobs import Job, Printed, Watch, print_documents
from flows.press.printer.children import ChildEnded, a_child
from flows.problems.codes import problem
from flows.problems.records import Problem

DOCUMENT_SECONDS = 90.0
"""How long one format of one document may take; a real one takes less than a second."""


def print_apart(
    jobs: Sequence[Job], root: Path, out: Path, seconds: float = DOCUMENT_SECONDS
) -> list[Printed]:
    """Print documents in a process of their own, which may crash, hang or be killed.

    Args:
        jobs: The documents.
        root: The content root.
        out: The output folder.
        seconds: How long one format of one document may take.

    Returns:
        One answer a job, in order, as `flows.press.jobs.print_documents` gives it. A document that ended a
        process and was made on its own afterwards says so in a warning (SP821).

    Raises:
        PressError: Nothing could be made at all: no Pandoc (SP801), no place to write (SP802).
    """
    root, out = root.absolute(), out.absolute()  # a process that was started elsewhere may be used again
    answers: dict[int, Printed] = {}
    left, alone = list(range(len(jobs))), []
    fonts = _fonts(jobs, root)
    while left:
        try:
            with a_child(fonts) as child:
                printed = child.ask(_printed, seconds, [jobs[number] for number in left], root, out)
        except ChildEnded as ended:
            # Where it had begun nothing, the first document is as likely as any to be the reason.
            alone.append((left.pop(ended.job or 0), ended))
        else:
            answers.update(zip(left, printed, strict=True))
            break
    for number, before in alone:
        answers[number] = _alone(jobs[number], before, root, out, seconds)
    return [answers[number] for number in range(len(jobs))]


def _alone(job: Job, before: ChildEnded, root: Path, out: Path, seconds: float) -> Printed:
    """What becomes of a document on its own: a format that ends the process again is left out."""
    failed: list[Problem] = []
    formats = job.formats
    while formats:
        try:
            with a_child(_fonts([job], root)) as child:
                (printed,) = child.ask(_printed, seconds, [replace(job, formats=formats)], root, out)
        except ChildEnded as ended:
            gone = (ended.writes,) if ended.writes else formats
            failed += [document_failed(job.called, each, "standpunt", ended.reason) for each in gone]
            formats = tuple(each for each in formats if each not in gone)
        else:
            again = [problem("SP821", None, document=job.called, said=before.reason)] if not failed else []
            return replace(printed, problems=(*failed, *again, *printed.problems))
    return Printed(job.document.name, problems=tuple(failed))


def _printed(watch: Watch, jobs: Sequence[Job], root: Path, out: Path) -> list[Printed]:
    return print_documents(jobs, root, out, watch)


def _fonts(jobs: Sequence[Job], root: Path) -> str:
    """The state of all fonts that some jobs use."""
    folders = dict.fromkeys(job.looks.fonts_in(root) for job in jobs)
    return "".join(fonts_state(folder) for folder in folders if folder)
