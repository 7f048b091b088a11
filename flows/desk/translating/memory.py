"""The translation memory of a content root: what people approved in any edition and layer."""

from collections.abc import Iterable, Iterator, Mapping

from flows.sources.content import Content
from flows.sources.po_files import national_catalogue_file, own_catalogue_file, read_catalogue
from flows.translation.entries import Catalogue, Entry, sha
from flows.translation.memory import Memory


def memories(content: Content, languages: Iterable[str]) -> Mapping[str, Memory]:
    """A memory for each language; what a newer edition says goes before an older one."""
    return {language: Memory(_approved(content, language)) for language in languages}


def _approved(content: Content, language: str) -> Iterator[tuple[str, str]]:
    for edition in reversed(content.editions()):
        files = [own_catalogue_file(slug, edition, language) for slug in content.provinces()]
        for file in (national_catalogue_file(edition, language), *files):
            catalogue, _, _ = read_catalogue(content.root, file, language)
            yield from _pairs(catalogue or Catalogue(language))


def _pairs(catalogue: Catalogue) -> Iterator[tuple[str, str]]:
    for entry in (*catalogue.entries.values(), *catalogue.obsolete):
        dutch = _dutch(entry)
        if dutch and entry.is_translated and not entry.fuzzy:
            yield dutch, entry.text


def _dutch(entry: Entry) -> str:
    """The Dutch that an entry was approved for, also where the text has changed since; or nothing."""
    return next((each for each in (entry.source, entry.previous) if each and sha(each) == entry.nl_sha), "")
