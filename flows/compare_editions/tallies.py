"""What is in a change report, in numbers: for a table on a terminal and a page of Prefect."""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from flows.documents.change_report.report import Report


@dataclass(frozen=True, slots=True)
class Tally:
    """The numbers of one report.

    Attributes:
        ops: How many units, by what happened to them, in the order of `flows.changes.records.Op`.
        flags: How many changes carry each flag, in the order of `flows.changes.records.Flag`.
        decisions: What somebody has to decide, one sentence each.
    """

    ops: Mapping[str, int] = field(default_factory=dict)
    flags: Mapping[str, int] = field(default_factory=dict)
    decisions: tuple[str, ...] = ()

    @classmethod
    def read(cls, stored: Mapping[str, Any]) -> "Tally":
        """A tally as a record holds it."""
        return cls(stored["ops"], stored["flags"], tuple(stored["decisions"]))

    @property
    def changed(self) -> int:
        """How many units changed."""
        return sum(self.ops.values()) - self.ops.get("unchanged", 0)


NOTHING = Tally()


def tally(report: "Report") -> Tally:
    """Count what a report tells."""
    from flows.changes.records import Flag, Op
    from flows.documents.elements import text_of

    changes = report.data["changes"]
    ops = Counter(each["op"] for each in changes)
    flags = Counter(flag for each in changes for flag in each["flags"])
    return Tally(
        ops={op.value: ops[op] for op in Op if ops[op]},
        flags={flag.value: flags[flag] for flag in Flag if flags[flag]},
        decisions=tuple(text_of(box["c"][1]).strip() for box in _decisions(report.blocks)),
    )


def _decisions(blocks: Any) -> Iterator[Any]:
    """The boxes of decisions, in order."""
    for block in blocks:
        if block["t"] == "Div":
            yield from [block] if "decision" in block["c"][0][1] else _decisions(block["c"][1])
