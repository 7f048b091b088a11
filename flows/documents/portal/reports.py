"""The change reports that a portal shows, as the files that are there tell of them."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from flows.documents.change_report.report import COMPARE, FILE, NATIONAL, report_folder
from flows.documents.portal.links import FORMATS, Link, in_its_own_words, link_to
from flows.documents.portal.outline import Outline

_PARTS = 3
"""Pair, subject and language, in the folder of a report."""


@dataclass(frozen=True, slots=True)
class Report:
    """A change report about one province, or the national text, in one language.

    Attributes:
        about: Slug of the province, or `NATIONAL`.
        subject: The name of either.
    """

    pair: str
    about: str
    subject: str
    language: str
    links: tuple[Link, ...]


def reports_of(outline: Outline, found: Mapping[str, int]) -> Iterator[Report]:
    """Every report in the output folder: the newest pair first, the national one before the provinces."""
    folders = {path.rpartition("/")[0] for path in found if path.startswith(f"{COMPARE}/")}
    parts = (folder.split("/")[1:] for folder in folders)
    names = {entry.slug: entry.names.get(outline.language.code, entry.slug) for entry in outline.entries}
    names[NATIONAL] = outline.language.labels.get("portal_national", NATIONAL)
    known = [part for part in parts if len(part) == _PARTS]
    known.sort(key=lambda part: (part[1] != NATIONAL, part))
    known.sort(key=lambda part: part[0], reverse=True)
    for pair, subject, code in known:
        folder = report_folder(pair, subject, code)
        paths = [f"{folder}/{FILE}.{written_in}" for written_in in FORMATS]
        links = [link_to(outline, path, found) for path in paths if path in found]
        if links:
            yield Report(
                pair, subject, names.get(subject, subject), in_its_own_words(outline, code), tuple(links)
            )
