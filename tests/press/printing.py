"""Printing for tests: the neutral look, or the brand of this repository, into a folder."""

from collections.abc import Sequence
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from flows.documents.brand_file import read_brand
from flows.documents.brochure import brochure
from flows.documents.document import Document
from flows.positions.merged import Position
from flows.press.doors.parsing import parse_texts
from flows.press.jobs import Job, Printed, print_documents
from flows.press.looks import BRAND_FILE, Looks, read_looks
from flows.press.store.cache import Cache
from flows.sources.yaml_files import marked_bytes
from tests.documents.samples import language, position, texts_of
from tests.documents.test_brand import marked, neutral

REPOSITORY = Path(__file__).parents[2]
FORMATS = ("docx", "html", "pdf")
TIMESTAMP = 1931644800
_FOLDER = TemporaryDirectory()
_PARSED = Cache(Path(_FOLDER.name) / "press.sqlite3")


@cache
def neutral_looks() -> Looks:
    """The brand of the package, with the fonts that Typst brings."""
    brand, problems = read_brand(marked(neutral()))
    assert brand is not None, problems
    return Looks(brand)


@cache
def own_looks() -> Looks:
    """The brand of this repository, with its own fonts."""
    read, _ = marked_bytes((REPOSITORY / BRAND_FILE).read_bytes(), BRAND_FILE)
    assert read is not None
    looks, problems = read_looks(REPOSITORY, read)
    assert looks is not None, problems
    return looks


def document(one: Position | None = None, code: str = "nl", *, draft: bool = True) -> Document:
    """The brochure of a position, its Markdown read by Pandoc."""
    one = one or position()
    trees = parse_texts(texts_of(one), _PARSED)
    return brochure(one, language(code), trees, draft=draft)


def job(one: Document, looks: Looks | None = None, formats: Sequence[str] = FORMATS) -> Job:
    """A job for some formats of a document."""
    return Job(one, tuple(formats), looks or neutral_looks(), TIMESTAMP)


def printed(
    one: Document, root: Path, looks: Looks | None = None, formats: Sequence[str] = FORMATS
) -> dict[str, Path]:
    """The files of one document, by format."""
    (answer,) = print_documents([job(one, looks, formats)], root, root / "outputs")
    return files_of(answer, root)


def files_of(answer: Printed, root: Path) -> dict[str, Path]:
    """The files of an answer, which must be without problems."""
    assert answer.problems == ()
    return {name: root / "outputs" / file.path for name, file in answer.files.items()}
