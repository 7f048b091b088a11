"""A broken YAML file as a person sees it: its lines, its words, and where the parser gave up."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from flows.positions.shaping.misnamed import DUTCH
from flows.positions.shaping.vocabulary import KEYS
from flows.problems.records import Place
from flows.sources.yaml_lines import Line


@dataclass(frozen=True, slots=True)
class Stop:
    """Where a parser gave up, and what it says itself.

    Attributes:
        line: From 1.
        column: From 1.
        said: Its own words.
        began: Line and column, from 1, of what it was reading; None where it does not say.
    """

    line: int
    column: int
    said: str
    began: tuple[int, int] | None = None


@dataclass(frozen=True)
class Page:
    """A broken file: its lines as a person sees them, and where the parser stopped."""

    file: str
    lines: Sequence[Line]
    stop: Stop

    def place(self, line: Line, at: int, width: int = 1) -> Place:
        """A place in a line; `at` counts characters from 0."""
        return Place(self.file, line.number, at + 1, width)

    @cached_property
    def here(self) -> Line:
        """The line where the parser stopped, or the last that says something."""
        if self.stop.line <= len(self.lines) and self.lines[self.stop.line - 1].text.strip():
            return self.lines[self.stop.line - 1]
        filled = (line for line in reversed(self.lines[: self.stop.line]) if line.text.strip())
        return next(filled, self.lines[0])

    @cached_property
    def said(self) -> tuple[Line, ...]:
        """The lines up to there that say something of their own."""
        return tuple(line for line in self.lines[: self.stop.line] if line.says)

    @cached_property
    def spoken(self) -> tuple[Line, ...]:
        """Every line of the file that says something of its own, for mistakes that come in numbers."""
        return tuple(line for line in self.lines if line.says)

    @cached_property
    def began(self) -> Line | None:
        """The line of what the parser was reading."""
        number = self.stop.began[0] if self.stop.began else 0
        return self.lines[number - 1] if 0 < number <= len(self.lines) else None

    def before(self, line: Line) -> Line | None:
        """The last line above that is not blank."""
        for number in range(line.number - 1, 0, -1):
            if self.lines[number - 1].text.strip():
                return self.lines[number - 1]
        return None

    def key_above(self, line: Line) -> str:
        """The key of the text that ends right above a line."""
        for number in range(line.number - 1, 0, -1):
            if self.lines[number - 1].key:
                return self.lines[number - 1].key
        return ""


def is_key(word: str) -> bool:
    """Whether a word is a key of some file of ours, or a Dutch word for one."""
    return word in KEYS or word in DUTCH
