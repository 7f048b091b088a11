"""Keeps translations in step with the Dutch, and tells how they stand."""

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from flows.desk.catalogues import OpenCatalogue, Shelf, open_shelf, save
from flows.problems.records import Problem
from flows.sources.content import Content
from flows.sources.po_files import national_catalogue_file, own_catalogue_file, read_catalogue
from flows.translation.entries import Catalogue
from flows.translation.states import State, state_of
from flows.translation.sync import Synced, synced


@dataclass(frozen=True, slots=True)
class SyncedFile:
    """What a sync did with one file."""

    file: str
    written: bool
    done: Synced


def sync(content: Content, edition: str) -> tuple[tuple[SyncedFile, ...], tuple[Problem, ...]]:
    """Bring every catalogue of an edition in step with its Dutch.

    Returns:
        What was done with each file, and the errors for which a layer or file was left alone.

    Raises:
        OSError: A file cannot be written.
    """
    shelf = open_shelf(content, edition)
    files, problems = [], list(shelf.problems)
    for opened in shelf.catalogues:
        previous, found = previous_catalogue(content, shelf, opened)
        problems += found
        if not found:
            done = synced(opened.catalogue, opened.units, previous)
            files.append(SyncedFile(opened.file, save(content, opened, done.catalogue), done))
    return tuple(files), tuple(problems)


def previous_catalogue(
    content: Content, shelf: Shelf, opened: OpenCatalogue
) -> tuple[Catalogue | None, list[Problem]]:
    """The same catalogue of the previous edition, whose translations a new edition takes over."""
    if shelf.previous is None:
        return None, []
    if opened.province is None:
        file = national_catalogue_file(shelf.previous, opened.language)
    else:
        file = own_catalogue_file(opened.province, shelf.previous, opened.language)
    catalogue, _, problems = read_catalogue(content.root, file, opened.language)
    return catalogue, problems


@dataclass(frozen=True, slots=True)
class Progress:
    """How one catalogue stands beside the Dutch of today.

    Attributes:
        file: The catalogue.
        province: Its province, or None for the national text.
        language: The language it translates into.
        texts: The number of texts in each state, of those without an error.
        errors: The number of texts with an error in their translation, however it stands.
        words: The number of Dutch words.
        approved: Those of approved texts without an error.
        obsolete: Translations whose Dutch is gone.
    """

    file: str
    province: str | None
    language: str
    texts: Mapping[State, int]
    errors: int
    words: int
    approved: int
    obsolete: int


def progress(shelf: Shelf, broken: Mapping[str, Collection[str]]) -> Sequence[Progress]:
    """How every catalogue stands, the national ones first.

    Args:
        shelf: The catalogues.
        broken: The contexts of translations with an error, by catalogue.
    """
    return [_progress(opened, broken.get(opened.file, ())) for opened in shelf.catalogues]


def _progress(opened: OpenCatalogue, broken: Collection[str]) -> Progress:
    entries = opened.catalogue.entries
    sound = [unit for unit in opened.units if unit.context not in broken]
    states = [(state_of(entries.get(unit.context), unit.text), unit.words) for unit in sound]
    counts = Counter(state for state, _ in states)
    return Progress(
        file=opened.file,
        province=opened.province,
        language=opened.language,
        texts={state: counts[state] for state in State},
        errors=len(opened.units) - len(sound),
        words=sum(unit.words for unit in opened.units),
        approved=sum(words for state, words in states if state is State.APPROVED),
        obsolete=len(opened.catalogue.obsolete),
    )
