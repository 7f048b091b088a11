"""What changed between two readings, as data; no sentence stands in a record."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from flows.changes.readings import Passage, Token, Unit
from flows.changes.words import Mark


class Op(StrEnum):
    """What happened to a unit."""

    UNCHANGED = "unchanged"
    EDITED = "edited"
    ADDED = "added"
    REMOVED = "removed"
    MOVED = "moved"
    MOVED_EDITED = "moved+edited"
    RENAMED = "renamed"
    SPLIT = "split"
    JOINED = "joined"


class Flag(StrEnum):
    """Why a reader should look, or need not; a change without `REDACTIONEEL` is substantive."""

    REDACTIONEEL = "redactioneel"
    GETAL = "getal"
    MODALITEIT = "modaliteit"
    VRAAG_NIEUW = "vraag-nieuw"
    VRAAG_VERVALLEN = "vraag-vervallen"
    LINK = "link"
    OPMAAK = "opmaak"
    VARIABELE = "variabele"
    AFWIJKING_GERAAKT = "afwijking-geraakt"
    VERTALING_VEROUDERD = "vertaling-verouderd"


@dataclass(frozen=True, slots=True)
class TextOp:
    """A run of tokens with one mark; same and removed runs make the old text, same and added ones the new."""

    mark: Mark
    tokens: tuple[Token, ...]


@dataclass(frozen=True, slots=True)
class PassageChange:
    """A paragraph in both readings (with what changed inside), in the old one alone or in the new one alone.

    Attributes:
        old: The paragraph as it was; None where it is new.
        new: The paragraph as it is; None where it is gone.
        ops: Its words; for a paragraph on one side, one run.
    """

    old: Passage | None
    new: Passage | None
    ops: tuple[TextOp, ...]

    @property
    def mark(self) -> Mark:
        """What happened to the paragraph itself."""
        if self.old is None:
            return Mark.ADDED
        return Mark.REMOVED if self.new is None else Mark.SAME

    @property
    def passage(self) -> Passage:
        """The paragraph as it is; as it was, where it is gone."""
        found = self.new or self.old
        if found is None:
            raise ValueError("a paragraph stands on one side at least")
        return found


def sides(changes: Sequence[PassageChange]) -> tuple[tuple[Passage, ...], tuple[Passage, ...]]:
    """The paragraphs of the old text and those of the new one."""
    old = tuple(each.old for each in changes if each.old is not None)
    return old, tuple(each.new for each in changes if each.new is not None)


@dataclass(frozen=True, slots=True)
class FieldChange:
    """One structured value that differs; None where a side does not have it."""

    name: str
    old: Any
    new: Any


@dataclass(frozen=True, slots=True)
class Evidence:
    """A flag and what shows it: words, numbers, addresses, names of variables, provinces or languages."""

    flag: Flag
    old: tuple[str, ...] = ()
    new: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Ruling:
    """What an editor decided about the flags of one change, against what was found.

    Attributes:
        block: Id of the unit.
        change: `Change.digest` of the change it was written for; a ruling lapses with it.
        drop: Flags that do not apply.
        add: Flags that do.
        reason: Why.
        by: Who decided; nothing where nobody is named.
    """

    block: str
    change: str
    drop: tuple[Flag, ...]
    add: tuple[Flag, ...]
    reason: str
    by: str = ""


@dataclass(frozen=True, slots=True)
class Change:
    """What happened to one unit.

    Attributes:
        id: Its id in the new reading; for one that is gone, its id in the old.
        kind: Its kind.
        op: What happened.
        old: The unit as it was, or None.
        new: The unit as it is, or None.
        passages: Its paragraphs, old and new in one order; empty for an unchanged text.
        fields: Structured values that differ.
        evidence: The flags that were found, each with what shows it.
        similarity: Likeness of both texts by words, from 0 to 1; None where there is one side only.
        declared: Only for a rename: True where the editor said so, False where it is proposed.
        parts: Only for a split or joined unit: the ids of the other side's pieces.
        digest: Eight hexadecimal digits that stand for both sides.
        ruling: What an editor decided about the flags, or None.
    """

    id: str
    kind: str
    op: Op
    old: Unit | None
    new: Unit | None
    passages: tuple[PassageChange, ...] = ()
    fields: tuple[FieldChange, ...] = ()
    evidence: tuple[Evidence, ...] = ()
    similarity: float | None = None
    declared: bool = True
    parts: tuple[str, ...] = ()
    digest: str = ""
    ruling: Ruling | None = None

    @property
    def found(self) -> tuple[Flag, ...]:
        """The flags that were found, in the order of `Flag`."""
        return tuple(each.flag for each in self.evidence)

    @property
    def flags(self) -> tuple[Flag, ...]:
        """The flags that count: those found, as a ruling changed them; in the order of `Flag`."""
        if self.ruling is None:
            return self.found
        counted = {*self.found} - {*self.ruling.drop} | {*self.ruling.add}
        return tuple(flag for flag in Flag if flag in counted)

    @property
    def is_edited(self) -> bool:
        """True where the text, the kind or a structured value differs; on one side alone, any text does."""
        return bool(self.passages or self.fields)

    @property
    def only_variables(self) -> bool:
        """True where nothing but the values of variables differs."""
        if self.fields or Flag.VARIABELE not in self.found:
            return False
        old, new = sides(self.passages)
        return [*map(_named, old)] == [*map(_named, new)]

    @property
    def is_substantive(self) -> bool:
        """True where what the unit says differs: not its place, its spelling or a name filled in."""
        if self.only_variables:
            return Flag.GETAL in self.flags
        return self.is_edited and Flag.REDACTIONEEL not in self.flags


def _named(passage: Passage) -> tuple[object, ...]:
    words = tuple((token.variable or token.text, token.marks) for token in passage.tokens)
    return passage.part, passage.shape, words


class Side(StrEnum):
    """In which of the two documents a row stands."""

    BOTH = "both"
    OLD = "old"
    NEW = "new"


@dataclass(frozen=True, slots=True)
class Row:
    """A place in the redline: a change, and in which document this place is.

    The rows of `BOTH` and `OLD` are the old document in its order, those of `BOTH` and `NEW` the new one. A
    unit that stands elsewhere now has two rows.
    """

    change: Change
    side: Side


@dataclass(frozen=True, slots=True)
class VariableChange:
    """A variable with another value and the units that show it: one change for a reader."""

    name: str
    old: str | None
    new: str | None
    units: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Comparison:
    """Everything that changed.

    Attributes:
        old: Name of the old reading.
        new: Name of the new reading.
        rows: The redline.
        variables: Variables with another value.
    """

    old: str
    new: str
    rows: tuple[Row, ...]
    variables: tuple[VariableChange, ...] = ()

    def changes(self) -> tuple[Change, ...]:
        """Every unit once, in the order of the new reading, what is gone where it stood."""
        moved = {row.change.id for row in self.rows if row.side is Side.NEW}
        return tuple(
            row.change for row in self.rows if row.side is not Side.OLD or row.change.id not in moved
        )
