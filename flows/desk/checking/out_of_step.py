"""Translation files that are not in step with the Dutch of today, and the command that mends that."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from flows.desk.opening.catalogues import OpenCatalogue, Shelf
from flows.problems.codes import problem
from flows.problems.records import Place, Problem
from flows.translation.sync import synced


def out_of_step(shelf: Shelf) -> Iterator[Problem]:
    """SP620 for every catalogue that a sync would change: with new, changed or vanished Dutch texts.

    A language that nobody has begun has no catalogues to bring in step.
    """
    begun = {each.language for each in shelf.catalogues if each.content}
    for opened in shelf.catalogues:
        if opened.language in begun:
            yield from _told(opened, shelf.edition)


def _told(opened: OpenCatalogue, edition: str) -> Iterator[Problem]:
    done = synced(opened.catalogue, opened.units)
    if done.added or done.changed or done.obsolete:
        found = problem(
            "SP620",
            Place(opened.file),
            edition=edition,
            count_added=_number(done.added),
            count_changed=_number(done.changed),
            count_obsolete=_number(done.obsolete),
        )
        yield replace(found, province=opened.province)


def _number(contexts: Sequence[str]) -> str:
    return str(len(contexts) or "")
