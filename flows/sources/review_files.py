"""`<edition>.review.yaml`: what people said beside a text, and whether it is settled."""

from dataclasses import dataclass
from pathlib import Path
from typing import Annotated

from pydantic import BeforeValidator

from flows.positions.shaping.shapes import shaped
from flows.positions.written import as_written
from flows.positions.written_fields import CLOSED, Markdown, Words
from flows.problems.records import Problem
from flows.sources.yaml_files import read_marked

HEADER = (
    "# Wat er bij de tekst is gezegd. Geschreven door Standpunt.\n# Afhandelen: standpunt review settle\n"
)

Written = Annotated[str, BeforeValidator(as_written)]


@dataclass(frozen=True, slots=True)
class Settled:
    """Who settled a remark, and on which day."""

    __pydantic_config__ = CLOSED
    by: Words
    on: Written


@dataclass(frozen=True, slots=True)
class KeptRemark:
    """A remark that is kept.

    Attributes:
        item: The block that it is about; ``edition`` for the text as a whole.
        at: The stamp of the text that it was made about; nothing where that is not known.
        by: Who made it.
        on: When: ``2026-11-20``.
        text: The words.
        settled: Who settled it; None while it is open.
    """

    __pydantic_config__ = CLOSED
    item: Words
    by: Words
    on: Written
    text: Markdown
    at: Written = ""
    settled: Settled | None = None


@dataclass(frozen=True, slots=True)
class ReviewFile:
    """The keys of a review file."""

    __pydantic_config__ = CLOSED
    remarks: tuple[KeptRemark, ...] = ()


def review_file(edition: str, province: str = "") -> str:
    """The review file of a province, or of the national text."""
    return f"provinces/{province}/{edition}.review.yaml" if province else f"shared/{edition}/review.yaml"


def read_remarks(root: Path, relative: str) -> tuple[tuple[KeptRemark, ...], list[Problem]]:
    """The remarks of a review file; a file that is not there holds none."""
    if not (root / relative).exists():
        return (), []
    file, problems = read_marked(root, relative)
    if file is None:
        return (), problems
    shape, found = shaped(ReviewFile, file)
    return (shape.remarks if shape is not None else ()), problems + found
