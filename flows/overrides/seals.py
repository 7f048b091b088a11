"""The seal of an edition: what its texts said when it went out, one digest a piece, to compare with today."""

import hashlib
import json
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Any

from flows.overrides.fingerprints import STAMP_LENGTH, plain, stamp
from flows.positions.editions import Chapter, Edition, Theme
from flows.positions.folding import folded
from flows.positions.provinces import Override, ProvinceEdition
from flows.problems.records import Place


@dataclass(frozen=True, slots=True)
class Piece:
    """Something of an edition that is sealed by itself.

    Attributes:
        name: What it is: a block, chapter or theme by its id, ``edition``, ``variable hub``, ``replace
            vraag-mkb-toets``.
        digest: The digest of what it says.
        place: Where it stands.
    """

    name: str
    digest: str
    place: Place


@dataclass(frozen=True, slots=True)
class Seal:
    """What an edition said when it was sealed.

    Attributes:
        edition: Its name.
        sealed: The day: ``2027-03-01``.
        national: The digest of each piece of the national text, by its name.
        provinces: The same for what each province says itself.
        translations: The digest of each catalogue, by its file.
        documents: SHA-256 of each document that had been made, by its path in the output folder.
    """

    edition: str
    sealed: str
    national: Mapping[str, str]
    provinces: Mapping[str, Mapping[str, str]]
    translations: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    documents: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))


@dataclass(frozen=True, slots=True)
class Broken:
    """A piece that says something else than what was sealed; `place` is None where it is gone."""

    name: str
    place: Place | None


def national_pieces(edition: Edition) -> Iterator[Piece]:
    """Every piece of the national text, in reading order."""
    election = (edition.election.name, edition.election.date)
    head = [edition.title, edition.subtitle, edition.organisation, *election, edition.as_of or ""]
    yield Piece("edition", _digest([folded(each) for each in head]), edition.places[()].place)
    for chapter in edition.chapters:
        yield _heading(chapter)
        yield from (_heading(theme) for theme in chapter.themes)
    for block in edition.blocks():
        yield Piece(block.id, stamp(block), block.place)


def own_pieces(own: ProvinceEdition) -> Iterator[Piece]:
    """Every piece of what a province says itself, in the order of its file; a second append says so."""
    for name, value in own.variables.items():
        place = own.places[("variables", name)].place
        yield Piece(f"variable {name}", _digest(value), place)
    seen: Counter[str] = Counter()
    for entry in own.overrides:
        name = f"{entry.verb} {entry.target}"
        seen[name] += 1
        again = f" {seen[name]}" if seen[name] > 1 else ""
        yield Piece(name + again, _digest(_said(entry)), entry.place)


def broken(sealed: Mapping[str, str], now: Iterator[Piece]) -> Iterator[Broken]:
    """Every piece that says something else than what was sealed, that came since, or that is gone."""
    met = set()
    for piece in now:
        met.add(piece.name)
        if sealed.get(piece.name) != piece.digest:
            yield Broken(piece.name, piece.place)
    yield from (Broken(name, None) for name in sealed if name not in met)


def digests(pieces: Iterator[Piece]) -> dict[str, str]:
    """The digest of each piece, by its name."""
    return {piece.name: piece.digest for piece in pieces}


def _heading(part: Chapter | Theme) -> Piece:
    """A heading, with the order of what stands under it."""
    below = [each.id for each in part.blocks]
    below += [each.id for each in part.themes] if isinstance(part, Chapter) else []
    return Piece(part.id, _digest([folded(part.title), below]), part.place)


def _said(entry: Override) -> list[Any]:
    block = [entry.block.kind, plain(entry.block.body)] if entry.block is not None else []
    text = folded(entry.text) if entry.text is not None else ""
    return [entry.anchor or "", entry.before, text, *block]


def _digest(said: Any) -> str:
    told = json.dumps(said, ensure_ascii=False, sort_keys=True, separators=(",", ":"), default=str)
    return hashlib.sha256(told.encode("utf-8", "surrogatepass")).hexdigest()[:STAMP_LENGTH]
