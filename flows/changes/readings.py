"""What a comparison reads: a document as a row of units, and a unit's text as paragraphs of tokens."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True, slots=True)
class Token:
    r"""The smallest piece of text that can change.

    Attributes:
        text: A word, a run of spaces, one other character, ``\n`` for a line break, ``\t`` between
            the cells of a table row, or the whole value of a variable.
        marks: What the text is set in, the outermost first: ``emph``, ``strong``, ``sub``, ``sup``,
            ``link:<address>``, ``image:<path>``.
        variable: The name of the variable whose value it is, or nothing.
    """

    text: str
    marks: tuple[str, ...] = ()
    variable: str = ""


@dataclass(frozen=True, slots=True)
class Passage:
    """One paragraph.

    Attributes:
        part: The named part of the block that it stands in (``source``, ``speaker``, ``figure-title``, …);
            nothing for the running text.
        shape: The lists, quotations and so on around it, the outermost first, and what it is itself last:
            ``("bullet", "para")``. `flows.changes.passages` names them all.
        starts: True where it begins a new item of its innermost list.
        tokens: Its text.
    """

    part: str
    shape: tuple[str, ...]
    starts: bool
    tokens: tuple[Token, ...]

    @property
    def text(self) -> str:
        """The text without its marks."""
        return "".join(token.text for token in self.tokens)


@dataclass(frozen=True, slots=True)
class Unit:
    """What is compared as one: a block, or the heading of a chapter or theme.

    Attributes:
        id: Its id.
        kind: The kind of the block (``prose``, ``ask``, …), ``chapter``, ``theme``, ``title`` for what stands
            on the cover, or ``slot`` for a place that provinces fill.
        path: The ids of the chapter and theme it stands in.
        blocks: Its text as Pandoc's blocks, variables filled in; each value stands in a ``Span`` of the class
            ``variable`` with the attribute ``name``.
        fields: Its structured data, as plain values: chart, unit, date, data keyed by label.
        aliases: Ids it had before.
        own: Who wrote it: nothing for the national text, else what the province did (``replace``, …).
    """

    id: str
    kind: str
    path: tuple[str, ...]
    blocks: Sequence[Mapping[str, Any]]
    fields: Mapping[str, Any] = field(default_factory=dict)
    aliases: tuple[str, ...] = ()
    own: str = ""


@dataclass(frozen=True, slots=True)
class Reading:
    """A document in reading order.

    Attributes:
        name: What it is called in a report: ``2023``, ``2027@HEAD~5``, ``2027/zeeland``.
        units: Its units in reading order, headings before what stands under them.
        variables: The value of each variable, as readers see it.
        retired: For each id that is gone, the id that took its place, or nothing; they run in no circle.
    """

    name: str
    units: tuple[Unit, ...]
    variables: Mapping[str, str] = field(default_factory=dict)
    retired: Mapping[str, str] = field(default_factory=dict)
