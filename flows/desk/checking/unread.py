"""Files that look like content and that nobody reads: copies of a sync program, or with another ending."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from difflib import get_close_matches

from flows.desk.opening.editions import OpenEdition
from flows.positions.editions import Edition
from flows.problems.codes import problem
from flows.problems.records import Place, Problem
from flows.sources.content import Content, base_file, chapter_file, edition_file, own_file, province_file
from flows.sources.po_files import national_catalogue_file, own_catalogue_file
from flows.sources.ruling_files import ruling_file

_ENDINGS = (".yaml", ".yml", ".po", ".yaml.txt", ".po.txt")
_ALIKE = 0.5
"""How alike two names are of which one is meant with the other."""


def unread_files(opened: OpenEdition) -> list[Problem]:
    """SP124 (``beside``) for every such file in the folder of an edition and in those of its provinces."""
    edition = opened.national.edition
    if edition is None:
        return []
    found = list(_unread(opened.content, f"shared/{edition.name}", _national(opened, edition)))
    for one in opened.provinces:
        read = _provincial(opened.content, one.slug, one.languages)
        found += (
            replace(each, province=one.slug)
            for each in _unread(opened.content, f"provinces/{one.slug}", read)
        )
    return found


def _national(opened: OpenEdition, edition: Edition) -> set[str]:
    """The files of the national layer that somebody reads."""
    chapters = (
        span.source.strip("'\"") for path, span in edition.places.items() if path[:1] == ("chapters",)
    )
    languages = {code for one in opened.provinces for code in one.languages}
    return {
        edition_file(edition.name),
        *(chapter_file(edition.name, chapter) for chapter in chapters),
        *(national_catalogue_file(edition.name, code) for code in languages),
        *(ruling_file(edition.name, since) for since in opened.content.editions()),
    }


def _provincial(content: Content, slug: str, languages: Sequence[str]) -> set[str]:
    """The files of a province that somebody reads, in any edition."""
    editions = content.editions()
    return {
        province_file(slug),
        *(own_file(slug, name) for name in editions),
        *(base_file(slug, name) for name in editions),
        *(own_catalogue_file(slug, name, code) for name in editions for code in languages),
        *(ruling_file(name, since, slug) for name in editions for since in editions),
    }


def _unread(content: Content, folder: str, read: set[str]) -> Iterator[Problem]:
    there = content.files_in(folder)
    for path in there:
        if path not in read and path.endswith(_ENDINGS):
            beside = get_close_matches(path, read.intersection(there), 1, _ALIKE)
            yield problem("SP124", Place(path), beside=beside[0] if beside else "")
