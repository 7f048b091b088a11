"""A Word file as it came back: paragraphs of runs, their bookmarks, revisions and comments, and no more."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from types import MappingProxyType

from flows.returns.copies import WorkingCopy


class Tracked(StrEnum):
    """What a tracked change did to a run or to the mark of a paragraph."""

    INSERTED = "inserted"
    DELETED = "deleted"


@dataclass(frozen=True, slots=True)
class Revision:
    """A tracked change: what was done, by whom, and when (ISO 8601; nothing where the file does not say)."""

    tracked: Tracked
    author: str = ""
    date: str = ""


@dataclass(frozen=True, slots=True)
class Run:
    r"""Words that look alike.

    Attributes:
        text: The words; a line break is ``\n``, a tab a space.
        bold: Bold beyond what the style of the paragraph gives; `italic`, `raised` and `lowered` alike.
        link: Where it leads to; nothing where it is no link.
        given: The bookmark of the *Gegeven* it stands in; ``?`` where only the style tells that it is one.
        bookmarks: The bookmarks of passages that are open around it, the outermost first.
        revision: The tracked change it is part of.
        comments: The ids of the comments on it.
        is_label: Whether its style says that the program wrote it: a label, a note, the name of a field.
    """

    text: str
    bold: bool = False
    italic: bool = False
    raised: bool = False
    lowered: bool = False
    link: str = ""
    given: str = ""
    bookmarks: tuple[str, ...] = ()
    revision: Revision | None = None
    comments: tuple[str, ...] = ()
    is_label: bool = False


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph in reading order.

    Attributes:
        runs: Its words; none for an empty paragraph.
        style: The name of its style in small letters, as the file gives it: ``vraag``, ``heading 2``.
        bookmarks: Every bookmark of a passage that touches it, in order, also where it has no words.
        heading: The level of a heading from 1; 0 for none.
        level: The level of a list item from 1; 0 for none.
        ordered: Whether the list counts.
        mark: The tracked change of the paragraph's own mark; a deleted mark joins it with the next one.
        place: Where it stands for a reader: its number in the file, from 1.
    """

    runs: tuple[Run, ...]
    style: str = ""
    bookmarks: tuple[str, ...] = ()
    heading: int = 0
    level: int = 0
    ordered: bool = False
    mark: Revision | None = None
    place: int = 0

    @property
    def text(self) -> str:
        """Its words without their looks."""
        return "".join(run.text for run in self.runs)


@dataclass(frozen=True, slots=True)
class Comment:
    """A comment in the margin: id, author, date (ISO 8601), its words, and the ids of those it answers."""

    id: str
    author: str
    date: str
    text: str
    answers: str = ""
    is_done: bool = False


@dataclass(frozen=True, slots=True)
class LeftOut:
    """Something our dialect has no word for.

    Attributes:
        what: ``picture``, ``table``, ``footnote``, ``text-box``, ``colour``, ``size``, ``underline``,
            ``strike``, ``font``, ``formula``, ``object``, ``header``.
        place: The paragraph it stood in, from 1.
        text: The words it held or that looked so; the words of a table or a footnote are kept here.
    """

    what: str
    place: int
    text: str = ""


@dataclass(frozen=True, slots=True)
class ReturnedCopy:
    """A whole file as it came back.

    Attributes:
        file: The name of the file.
        paragraphs: Every paragraph of its text, those in tables and boxes too, in reading order.
        recorded: What the file says of itself as it went out; None where a program dropped that, and then
            `edition`, `province` and `language` come from the line at its head.
        edition: The edition it says it is of; nothing where it says none.
        province: The province it says it is of; nothing for the national text.
        language: The language it says it is in.
        givens: The variable in each bookmark of a *Gegeven*.
        comments: The comments in the margin.
        left_out: What will not come along.
    """

    file: str
    paragraphs: tuple[Paragraph, ...]
    recorded: WorkingCopy | None = None
    edition: str = ""
    province: str = ""
    language: str = ""
    givens: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    comments: tuple[Comment, ...] = ()
    left_out: tuple[LeftOut, ...] = ()
