"""Every brochure of this repository, not printed yet."""

from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from flows.documents.document import Document
from flows.press.jobs import Job
from flows.publish.plan import plan
from flows.publish.requests import Request
from tests.press.printing import REPOSITORY

EDITIONS = ("2023", "2027")
FORMATS = ("asks.pdf", "asks.jsonld", "asks.csv")


@cache
def jobs() -> tuple[Job, ...]:
    """A job for the asks of each document of both editions."""
    with TemporaryDirectory() as nowhere:
        asked = [
            Request(root=str(REPOSITORY), out=str(Path(nowhere)), edition=each, formats=("asks",))
            for each in EDITIONS
        ]
        return tuple(task.job for each in asked for task in plan(each).jobs)


@cache
def documents() -> tuple[Document, ...]:
    """The documents of both editions."""
    return tuple(job.document for job in jobs() if isinstance(job.document, Document))
