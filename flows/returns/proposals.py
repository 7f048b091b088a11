"""What an edited file asks for, as data: no sentence, nothing that is written yet."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from types import MappingProxyType

from flows.returns.lines import Lines
from flows.returns.returned import LeftOut


class Op(StrEnum):
    """What a proposal would do.

    A national text changed: ``replace``, ``append``, ``fill``, ``remove``. Own text changed: ``text``, or
    ``drop`` where it was emptied. A paragraph between blocks: ``insert``. A short field: ``field``. A value:
    ``variable``. A block that stands elsewhere: ``move``. Text that is locked: ``remark``.
    """

    REPLACE = "replace"
    APPEND = "append"
    FILL = "fill"
    REMOVE = "remove"
    TEXT = "text"
    DROP = "drop"
    INSERT = "insert"
    FIELD = "field"
    VARIABLE = "variable"
    MOVE = "move"
    REMARK = "remark"


class Certainty(StrEnum):
    """How sure it is that this was meant; only what is certain is applied unasked.

    ``likely`` has to be read first, a ``question`` has more than one answer, a ``conflict`` has two texts,
    and what is ``told`` cannot be applied.
    """

    CERTAIN = "certain"
    LIKELY = "likely"
    QUESTION = "question"
    CONFLICT = "conflict"
    TOLD = "told"


class Why(StrEnum):
    """Why a proposal is what it is; the sentences are the command's."""

    CHANGED = "changed"
    ADDED_BELOW = "added-below"
    FILLED = "filled"
    EMPTIED = "emptied"
    MISSING = "missing"
    NEW = "new"
    NEW_ON_TOP = "new-on-top"
    NOWHERE = "nowhere"
    COPIED = "copied"
    MOVED = "moved"
    JOINED = "joined"
    LOCKED = "locked"
    VALUE = "value"
    VALUE_HERE = "value-here"
    MERGED = "merged"
    BOTH = "both"
    GONE = "gone"


@dataclass(frozen=True, slots=True)
class Proposal:
    """One thing that an edited file asks for.

    Attributes:
        op: What it would do.
        block: The id of the block, chapter or theme; of a value, the name of the variable.
        field: Which of its texts: ``text``, ``append``, ``source``; nothing for a whole block.
        old: The text that stands there now.
        new: The text that is asked for; for a conflict, that of the Word file.
        certainty: How sure that is.
        why: Why it is asked for.
        kind: The kind of the block; of a new one, what its style says.
        after: For an insert, the block that it comes behind; for a move, the one it stands behind now.
        before: For an insert right under a heading, the block that it comes before.
        places: For a value, in how many places the text shows it.
        authors: Who tracked the change.
    """

    op: Op
    block: str
    field: str
    old: Lines
    new: Lines
    certainty: Certainty
    why: Why
    kind: str = ""
    after: str = ""
    before: str = ""
    places: int = 0
    authors: tuple[str, ...] = ()

    @property
    def id(self) -> str:
        """What it is chosen by: ``vraag-een``, ``vraag-een.append``, ``gegeven:hub``."""
        if self.op is Op.VARIABLE:
            return f"gegeven:{self.block}"
        added = self.field not in ("", "text")
        mark = {Op.MOVE: ":plaats", Op.REMARK: ":opmerking"}.get(self.op, "")
        return self.block + (f".{self.field}" if added else "") + mark


@dataclass(frozen=True, slots=True)
class Remark:
    """What somebody said beside a text: the block, who, when (ISO 8601), and the words."""

    block: str
    author: str
    date: str
    text: str


@dataclass(frozen=True, slots=True)
class Proposals:
    """Everything that a file asks for.

    Attributes:
        proposals: In the order of the text.
        remarks: What people said beside it.
        left_out: What our texts have no word for.
        unchanged: How many passages came back as they went out.
        values: What the variables stood for, to show texts as readers see them.
    """

    proposals: tuple[Proposal, ...] = ()
    remarks: tuple[Remark, ...] = ()
    left_out: tuple[LeftOut, ...] = ()
    unchanged: int = 0
    values: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
