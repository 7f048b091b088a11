"""Keeps translations in step with the Dutch, and tells how they stand."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from flows.desk.catalogues import OpenCatalogue, Shelf, open_shelf, save
from flows.problems.records import Problem
from flows.sources.content import Content
from flows.sources.po_files import national_catalogue_file, own_catalogue_file, read_catalogue
from flows.translation.completeness import Completeness, completeness
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
        texts: The number of texts in each state.
        words: The number of Dutch words.
        approved: Those of approved texts.
        obsolete: Translations whose Dutch is gone.
    """

    file: str
    province: str | None
    language: str
    texts: Mapping[State, int]
    words: int
    approved: int
    obsolete: int


def progress(shelf: Shelf) -> Sequence[Progress]:
    """How every catalogue stands, the national ones first."""
    return [_progress(opened) for opened in shelf.catalogues]


def _progress(opened: OpenCatalogue) -> Progress:
    entries = opened.catalogue.entries
    states = [(state_of(entries.get(unit.context), unit.text), unit.words) for unit in opened.units]
    counts = Counter(state for state, _ in states)
    return Progress(
        file=opened.file,
        province=opened.province,
        language=opened.language,
        texts={state: counts[state] for state in State},
        words=sum(words for _, words in states),
        approved=sum(words for state, words in states if state is State.APPROVED),
        obsolete=len(opened.catalogue.obsolete),
    )


def documents(shelf: Shelf) -> Mapping[str, Mapping[str, Completeness]]:
    """How complete every document is, by province and language, whoever wrote its texts."""
    found: dict[str, dict[str, Completeness]] = {}
    for one in shelf.provinces:
        if one.position is None:
            continue
        others = [code for code in one.languages if code != one.position.edition.language]
        done = {code: shelf.translated(one.position, code, final=True) for code in others}
        found[one.slug] = {code: completeness(each.showings) for code, each in done.items()}
    return found
