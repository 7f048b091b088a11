"""Tracked changes as decided: every one accepted, or every one rejected."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from enum import StrEnum

from flows.returns.returned import Paragraph, ReturnedCopy, Revision, Tracked


class Policy(StrEnum):
    """What becomes of tracked changes."""

    ACCEPT = "accept"
    REJECT = "reject"


_GOES = {Policy.ACCEPT: Tracked.DELETED, Policy.REJECT: Tracked.INSERTED}


@dataclass(frozen=True, slots=True)
class Tracker:
    """Somebody who tracked changes: a name, how many pieces, and the last day (ISO 8601)."""

    author: str
    changes: int
    last: str


def resolved(copy: ReturnedCopy, policy: Policy) -> ReturnedCopy:
    """A file without tracked changes; where the mark of a paragraph goes, it flows into the next one."""
    return replace(copy, paragraphs=tuple(_resolved(copy.paragraphs, _GOES[policy])))


def trackers(copy: ReturnedCopy) -> tuple[Tracker, ...]:
    """Who tracked changes in a file, by name."""
    found = list(_revisions(copy.paragraphs))
    counted = Counter(each.author for each in found)
    last = {name: max(each.date for each in found if each.author == name) for name in counted}
    return tuple(Tracker(name, counted[name], last[name]) for name in sorted(counted))


def authors_of(paragraphs: Iterable[Paragraph]) -> tuple[str, ...]:
    """Who tracked changes in some paragraphs."""
    return tuple(dict.fromkeys(each.author for each in _revisions(paragraphs)))


def _revisions(paragraphs: Iterable[Paragraph]) -> Iterator[Revision]:
    for paragraph in paragraphs:
        yield from (run.revision for run in paragraph.runs if run.revision is not None)
        if paragraph.mark is not None:
            yield paragraph.mark


def _resolved(paragraphs: Iterable[Paragraph], goes: Tracked) -> Iterator[Paragraph]:
    held: Paragraph | None = None
    for each in paragraphs:
        runs = tuple(run for run in each.runs if run.revision is None or run.revision.tracked is not goes)
        found = replace(each, runs=runs)
        if held is not None:
            bookmarks = tuple(dict.fromkeys((*held.bookmarks, *found.bookmarks)))
            # The paragraph that is left looks like the one whose mark stays, unless it held nothing.
            looks = found if found.runs or not held.runs else held
            found = replace(looks, runs=held.runs + runs, bookmarks=bookmarks, mark=each.mark)
        if each.mark is not None and each.mark.tracked is goes:
            held = found
            continue
        held = None
        yield found
    if held is not None:
        yield held
