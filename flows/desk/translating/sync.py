"""Keeps translations in step with the Dutch."""

from dataclasses import dataclass

from flows.desk.opening.catalogues import OpenCatalogue, Shelf, open_shelf, save
from flows.problems.records import Problem
from flows.sources.content import Content
from flows.sources.po_files import national_catalogue_file, own_catalogue_file, read_catalogue
from flows.translation.entries import Catalogue
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
