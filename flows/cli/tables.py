"""Tables on a terminal or in a pipe."""

from collections.abc import Sequence

LONGEST = 60
"""Rows of a table that somebody still reads."""


def show_table(headings: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
    """Print a table; numbers and dots stand to the right."""
    from rich import box
    from rich.console import Console
    from rich.table import Table

    table = Table(box=box.SIMPLE_HEAD, pad_edge=False, padding=(0, 1, 0, 0))
    for index, heading in enumerate(headings):
        right = bool(rows) and all(row[index].isdigit() or row[index] == "·" for row in rows)
        table.add_column(
            heading,
            justify="right" if right else "left",
            no_wrap=not right,
            min_width=max(map(len, heading.split()), default=0),
        )
    for row in rows:
        table.add_row(*row)
    console = Console()
    if not console.is_terminal:
        console = Console(width=200)
    console.print(table)
