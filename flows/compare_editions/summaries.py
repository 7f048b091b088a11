"""The change report in short, in Markdown: what somebody sees on the pages of Prefect."""

from collections.abc import Iterator, Mapping, Sequence

from flows.compare_editions.requests import Row
from flows.engine.flow.markdown import escaped

SHOWN = 20
"""Decisions of one report that are written out; the report itself has them all."""


def notes(rows: Sequence[Row]) -> str:
    """What changed in each report, why a reader should look, and what has to be decided."""
    told = [row for row in rows if row.name]
    if not told:
        return ""
    lines = ["", "## What changed", "", "| report | changes | what happened | flags | to decide |"]
    lines += ["|---|---:|---|---|---:|", *map(_line, told)]
    for row in told:
        lines += _decisions(row) if row.tally.decisions else []
    return "\n".join(lines) + "\n"


def _line(row: Row) -> str:
    happened = {name: count for name, count in row.tally.ops.items() if name != "unchanged"}
    cells = [row.name, str(row.tally.changed), _listed(happened), _listed(row.tally.flags)]
    return f"| {' | '.join(cells)} | {len(row.tally.decisions)} |"


def _listed(counts: Mapping[str, int]) -> str:
    return ", ".join(f"{count} {name}" for name, count in counts.items())


def _decisions(row: Row) -> Iterator[str]:
    yield from ("", f"### To decide: {row.name}", "")
    yield from (f"- {escaped(each)}" for each in row.tally.decisions[:SHOWN])
    left = len(row.tally.decisions) - SHOWN
    if left > 0:
        yield f"- … {left} more"
