"""Documents out: many files written by one process of Pandoc."""

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from flows.press.doors.pandoc import answers

WRITE_SECONDS = 60
"""How long one file may take."""


@dataclass(frozen=True, slots=True)
class Order:
    """One file to write.

    Attributes:
        source: File with the tree, as Pandoc's JSON.
        target: File to write.
        format: Name of Pandoc's writer.
        template: Template file of the writer, or nothing for the text alone.
        reference: Reference document of the Word writer, or nothing.
    """

    source: str
    target: str
    format: str
    template: str = ""
    reference: str = ""


@dataclass(frozen=True, slots=True)
class Written:
    """What became of an order.

    Attributes:
        failure: What Pandoc said where it failed; nothing where the file is there.
        ended: How a first process ended that was at it; nothing where one was enough.
    """

    failure: str = ""
    ended: str = ""


def write_batch(orders: Sequence[Order], folder: Path, seconds: float = WRITE_SECONDS) -> Iterator[Written]:
    """Write many files in one process; where it dies, the file it was at is tried once more, alone.

    Args:
        orders: The files, in the order in which they are written.
        folder: Where relative paths of the orders and of images begin.
        seconds: How long one file may take.

    Yields:
        What became of each, in order and at once.
    """
    asked = [_as_asked(order) for order in orders]
    for answer in answers("batch.lua", (), asked, folder, seconds):
        if answer.line is None:
            yield Written(answer.ended)
        else:
            said = json.loads(answer.line)
            yield Written("" if said["ok"] else str(said["failure"]), answer.ended)


def _as_asked(order: Order) -> dict[str, str]:
    fields = ("source", "target", "format", "template", "reference")
    return {name: value for name in fields if (value := getattr(order, name))}
