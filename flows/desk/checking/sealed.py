"""What a sealed edition says otherwise than on the day that it was sealed."""

import hashlib
import json
from collections.abc import Iterator
from dataclasses import replace

from flows.desk.opening.catalogues import OpenCatalogue
from flows.desk.opening.editions import OpenEdition
from flows.overrides.fingerprints import STAMP_LENGTH
from flows.overrides.seals import Broken, Seal, broken, national_pieces, own_pieces
from flows.problems.codes import problem
from flows.problems.records import Place, Problem
from flows.sources.content import own_file
from flows.sources.seal_files import read_seal, seal_file


def seal_problems(opened: OpenEdition) -> list[Problem]:
    """A problem for every text of an edition that is not what was sealed, and those of the seal itself."""
    name = opened.national.name
    seal, problems = read_seal(opened.content.root, name)
    if seal is None or opened.national.edition is None:
        return problems
    found = broken(seal.national, national_pieces(opened.national.edition))
    problems += [_told(each, seal, Place(seal_file(name)), "") for each in found]
    for one in opened.provinces:
        if one.own is not None:
            found = broken(seal.provinces.get(one.slug, {}), own_pieces(one.own))
            gone = Place(own_file(one.slug, name))
            problems += [_told(each, seal, gone, one.slug) for each in found]
    return [*problems, *_of_catalogues(opened, seal)]


def catalogue_digest(catalogue: OpenCatalogue) -> str:
    """The digest of what a catalogue says in its language."""
    said = sorted((context, entry.text) for context, entry in catalogue.catalogue.entries.items())
    told = json.dumps(said, ensure_ascii=False, separators=(",", ":"))
    return hashlib.sha256(told.encode("utf-8", "surrogatepass")).hexdigest()[:STAMP_LENGTH]


def _of_catalogues(opened: OpenEdition, seal: Seal) -> Iterator[Problem]:
    for catalogue in opened.shelf.catalogues if opened.shelf is not None else ():
        if seal.translations.get(catalogue.file, "") not in ("", catalogue_digest(catalogue)):
            changed = Broken(catalogue.file, Place(catalogue.file))
            yield _told(changed, seal, Place(catalogue.file), catalogue.province or "")


def _told(found: Broken, seal: Seal, file: Place, province: str) -> Problem:
    """What to say of a piece; where it is gone, the file that it stood in."""
    code = "SP216" if found.place is None else "SP215"
    said = problem(code, found.place or file, edition=seal.edition, day=seal.sealed, piece=found.name)
    return replace(said, province=province or None)
