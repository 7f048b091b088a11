"""The merged position of one province: the text it publishes, and who wrote each piece of it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

from flows.positions.editions import Block, Chapter, Edition, Theme
from flows.positions.places import Span
from flows.positions.provinces import Province, VariableValue, Verb
from flows.problems.records import Place


class Layer(StrEnum):
    """Who wrote a text."""

    NATIONAL = "national"
    PROVINCE = "province"


@dataclass(frozen=True, slots=True)
class Origin:
    """Who put a value where it is; no verb means that the national text stands as written."""

    layer: Layer
    place: Place
    verb: Verb | None = None


@dataclass(frozen=True, slots=True)
class Addition:
    """A text that a province appended to a national block."""

    text: str
    origin: Origin
    span: Span


@dataclass(frozen=True, slots=True)
class MergedBlock:
    """A block as a province publishes it: content, who wrote it, and what was appended."""

    block: Block
    origin: Origin
    additions: tuple[Addition, ...] = ()


@dataclass(frozen=True, slots=True)
class MergedTheme:
    """A theme with the blocks a province publishes."""

    theme: Theme
    blocks: tuple[MergedBlock, ...]


@dataclass(frozen=True, slots=True)
class MergedChapter:
    """A chapter with the blocks and themes a province publishes."""

    chapter: Chapter
    blocks: tuple[MergedBlock, ...]
    themes: tuple[MergedTheme, ...]

    def all_blocks(self) -> Iterator[MergedBlock]:
        """Every merged block in reading order."""
        yield from self.blocks
        for theme in self.themes:
            yield from theme.blocks


@dataclass(frozen=True, slots=True)
class Position:
    """The position of one province in one edition, in the edition's language, variables not yet filled in."""

    edition: Edition
    province: Province
    variables: Mapping[str, VariableValue]
    chapters: tuple[MergedChapter, ...]

    def blocks(self) -> Iterator[MergedBlock]:
        """Every merged block in reading order."""
        for chapter in self.chapters:
            yield from chapter.all_blocks()
