"""Where values stand in their files, down to a word inside a text."""

from bisect import bisect_left
from dataclasses import dataclass

from flows.problems.records import Place
from flows.wording.characters import tidied


@dataclass(frozen=True, slots=True)
class Span:
    """A value's place with the characters it was written in, so that a word inside it can be found.

    Attributes:
        place: Line and column.
        source: The characters as they stand in the file, quotes and indentation included.
        offset: Characters before the value in the file.
    """

    place: Place
    source: str = ""
    offset: int = 0

    def locate(self, needle: str, nth: int = 0) -> Place:
        """The place of the `nth` occurrence of `needle` inside this value, or of the value itself."""
        at = _found(self.source, needle, nth)
        if at < 0:
            at = self._tidied_at(needle, nth)
        if at < 0:
            return self.place
        before = self.source[:at]
        line_start = before.rfind("\n") + 1
        column = len(before) - line_start + 1
        first = self.place.column - 1 if line_start == 0 else 0
        return Place(
            self.place.file, self.place.line + before.count("\n"), first + column, max(1, len(needle))
        )

    def _tidied_at(self, needle: str, nth: int) -> int:
        """Characters before a word that was written with what we do not keep, such as soft hyphens."""
        at = _found(tidied(self.source), needle, nth)
        if at < 0:
            return at
        ends = range(len(self.source) + 1)
        return bisect_left(ends, at + 1, key=lambda end: len(tidied(self.source[:end]))) - 1


def _found(source: str, needle: str, nth: int) -> int:
    at = -1
    for _ in range(nth + 1):
        at = source.find(needle, at + 1)
        if at < 0:
            break
    return at


Path = tuple[str | int, ...]
"""Keys and list indexes that lead to a value: ``("data", 0, "value")``."""
