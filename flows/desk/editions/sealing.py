"""Seals an edition: keeps what its texts said, and which documents had been made, on the day it went out."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from flows.desk.checking.sealed import catalogue_digest
from flows.desk.opening.editions import OpenEdition, UnknownName
from flows.overrides.seals import Seal, digests, national_pieces, own_pieces
from flows.positions.editions import Edition
from flows.press.store.manifest import Manifest
from flows.problems.codes import problem
from flows.problems.records import Problem
from flows.scratch.whole_files import write_whole
from flows.sources.seal_files import read_seal, seal_file, seal_text


@dataclass(frozen=True, slots=True)
class Sealed:
    """What sealing did: the file it wrote, and how many documents it holds the digests of."""

    file: str
    documents: int


def seal(opened: OpenEdition, out: Path, day: str, *, again: bool = False) -> Sealed:
    """Seal an edition.

    Args:
        opened: The edition with all of its provinces and catalogues.
        out: The folder with its documents.
        day: The day of today: ``2027-03-01``.
        again: Whether a seal that is there may be replaced.

    Raises:
        UnknownName: The edition is not adopted, has errors, was sealed, or no document of it was made.
        OSError: The seal cannot be written.
    """
    edition = _ready(opened, again=again)
    documents = dict(_final_documents(out, edition.name))
    if not documents:
        raise UnknownName(problem("SP919", None, edition=edition.name))
    catalogues = opened.shelf.catalogues if opened.shelf is not None else ()
    made = Seal(
        edition.name,
        day,
        digests(national_pieces(edition)),
        {one.slug: digests(own_pieces(one.own)) for one in opened.provinces if one.own is not None},
        {each.file: catalogue_digest(each) for each in catalogues if each.content},
        documents,
    )
    file = seal_file(edition.name)
    write_whole(opened.content.root / file, seal_text(made).encode(), opened.content.work_folder)
    return Sealed(file, len(documents))


def _ready(opened: OpenEdition, *, again: bool) -> Edition:
    """The edition, where nothing stands in the way of sealing it."""
    name, edition = opened.national.name, opened.national.edition
    if opened.errors or edition is None:
        raise UnknownName(_in_the_way(opened))
    if edition.is_draft:
        place = edition.places[("status",)].place
        raise UnknownName(problem("SP917", place, edition=name, status=str(edition.status)))
    earlier, _ = read_seal(opened.content.root, name)
    if earlier is not None and not again:
        raise UnknownName(problem("SP918", None, edition=name, day=earlier.sealed))
    return edition


def _in_the_way(opened: OpenEdition) -> Problem:
    first = opened.errors[0]
    return problem(
        "SP912",
        None,
        reference=opened.national.name,
        count=len(opened.errors),
        first=str(first.place),
        edition=opened.national.name,
    )


def _final_documents(out: Path, edition: str) -> Iterator[tuple[str, str]]:
    """The documents of an edition that were made as final ones, with the digest of each."""
    for _, _, built in sorted(Manifest(out).documents(), key=lambda each: each[2].path):
        if built.path.startswith(f"{edition}/") and not built.draft:
            yield built.path, built.sha256
