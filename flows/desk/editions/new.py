"""Makes a new edition from the last one: layers, base texts and catalogues, all together or not at all."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from flows.desk.editions.renewing import Renewal
from flows.desk.opening.editions import OpenEdition, UnknownName
from flows.desk.opening.provincial import Provincial
from flows.positions.provinces import Verb
from flows.problems.codes import problem
from flows.sources.content import base_file, edition_file, own_file
from flows.sources.pen.operations import WholeFile
from flows.sources.pen.writing import write
from flows.sources.po_files import own_catalogue_file
from flows.sources.yaml_files import marked_bytes


@dataclass(frozen=True, slots=True)
class Made:
    """A new edition: its files, and the entries that were left out because what they remove is gone.

    Attributes:
        files: The files in the order in which they were made.
        left_out: A province and the id that it removed, for each entry.
    """

    files: tuple[str, ...]
    left_out: tuple[tuple[str, str], ...]


def make(opened: OpenEdition, renewal: Renewal, *, national: bool, dry_run: bool) -> Made:
    """Make an edition.

    Args:
        opened: The old edition, without errors, with the provinces that are to have the new one.
        renewal: The new edition.
        national: Whether its national layer is to be made; else it is there, and some provinces join it.
        dry_run: Whether to say what would be made, and to write nothing.

    Raises:
        UnknownName: One of its files is there already.
        PenRefused: A file cannot be renewed without changing something else; nothing was written.
        OSError: A file cannot be read or written.
    """
    root = opened.content.root
    files = [*_national(root, renewal)] if national else []
    left_out: list[tuple[str, str]] = []
    for one in opened.provinces:
        satisfied = [str(each.args["id"]) for each in one.problems if each.code == "SP303"]
        left_out += [(one.slug, target) for target in satisfied]
        files += _of_province(root, renewal, one, satisfied)
    for each in files:
        if (root / each.file).exists():
            raise UnknownName(problem("SP915", None, path=each.file, edition=renewal.name))
    if not dry_run:
        write(root, files, f"edition new {renewal.name}")
    return Made(tuple(each.file for each in files), tuple(left_out))


def _national(root: Path, renewal: Renewal) -> Iterator[WholeFile]:
    """The files of the national layer: the edition itself, its chapters and its catalogues."""
    first = edition_file(renewal.old.name)
    chapters = [chapter.place.file for chapter in renewal.old.chapters]
    catalogues = [path.relative_to(root).as_posix() for path in sorted((root / first).parent.glob("*.po"))]
    for file in (first, *chapters, *catalogues):
        source = (root / file).read_bytes()
        if file == first:
            source = renewal.edition_text(source.decode("utf-8"), _data(source, file)).encode("utf-8")
        elif file in chapters:
            source = renewal.in_comments(source.decode("utf-8")).encode("utf-8")
        yield WholeFile(renewal.renamed(file), "", source)


def _of_province(root: Path, renewal: Renewal, one: Provincial, satisfied: list[str]) -> Iterator[WholeFile]:
    """The files of a province: what it says, the texts it was written against, and its catalogues."""
    old = renewal.old.name
    own = own_file(one.slug, old)
    others = (base_file(one.slug, old), *(own_catalogue_file(one.slug, old, each) for each in one.languages))
    source = (root / own).read_bytes()
    entries = _data(source, own).get("overrides", ())
    gone = [index for index, each in enumerate(entries) if each.get(Verb.REMOVE) in satisfied]
    text = renewal.own_text(source.decode("utf-8"), one.slug, gone)
    yield WholeFile(renewal.renamed(own), "", text.encode("utf-8"))
    for file in others:
        if (root / file).exists():
            yield WholeFile(renewal.renamed(file), "", (root / file).read_bytes())


def _data(source: bytes, file: str) -> dict[str, Any]:
    marked, _ = marked_bytes(source, file)
    return dict(marked.data) if marked is not None else {}
