"""`since-<old>.yaml`: what editors decided about the flags of changes, for the nation or for a province."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated

from pydantic import BeforeValidator, Field, WithJsonSchema

from flows.changes.records import Flag, Ruling
from flows.positions.marked import Marked
from flows.positions.shaping.shapes import shaped
from flows.positions.written import as_written
from flows.positions.written_fields import CHANGE_PATTERN, CLOSED, UNIT_PATTERN, Words
from flows.problems.codes import problem
from flows.problems.records import Place, Problem
from flows.sources.yaml_files import read_marked

UnitId = Annotated[str, Field(pattern=UNIT_PATTERN)]
ChangeDigest = Annotated[
    str,
    Field(pattern=CHANGE_PATTERN),
    BeforeValidator(as_written),  # a digest of digits alone is a number in YAML
    WithJsonSchema({"type": ["string", "number"], "pattern": CHANGE_PATTERN}),
]


@dataclass(frozen=True, slots=True)
class RulingEntry:
    """The keys of one ruling; `flows.changes.records.Ruling` says what they mean."""

    __pydantic_config__ = CLOSED
    block: UnitId
    change: ChangeDigest
    reason: Words
    drop: tuple[Flag, ...] = ()
    add: tuple[Flag, ...] = ()
    by: Words = ""


@dataclass(frozen=True, slots=True)
class RulingFile:
    """The keys of a rulings file."""

    __pydantic_config__ = CLOSED
    rulings: tuple[RulingEntry, ...]


def ruling_file(edition: str, since: str, province: str = "") -> str:
    """The rulings on what changed in an edition since another one, nationally or in a province's document."""
    if province:
        return f"provinces/{province}/{edition}.since-{since}.yaml"
    return f"shared/{edition}/since-{since}.yaml"


def read_rulings(root: Path, relative: str) -> tuple[dict[Ruling, Place], list[Problem]]:
    """Read a rulings file; a file that is not there holds nothing.

    Returns:
        The rulings in their order with the place of each, and every problem; with an error, no rulings.
    """
    if not (root / relative).exists():
        return {}, []
    file, problems = read_marked(root, relative)
    rulings, found = rulings_of(file) if file is not None else ({}, [])
    return rulings, problems + found


def rulings_of(file: Marked) -> tuple[dict[Ruling, Place], list[Problem]]:
    """The pure twin of `read_rulings`: the same for what a file says."""
    shape, problems = shaped(RulingFile, file)
    if shape is None:
        return {}, problems
    problems = [*_without_effect(shape, file), *_repeated(shape, file)]
    if problems:
        return {}, problems
    return {_ruling(each): _place(file, index, "block") for index, each in enumerate(shape.rulings)}, []


def _ruling(entry: RulingEntry) -> Ruling:
    return Ruling(entry.block, entry.change, entry.drop, entry.add, entry.reason, entry.by)


def _without_effect(shape: RulingFile, file: Marked) -> Iterator[Problem]:
    """A ruling that names no flag, and one that both drops and adds a flag."""
    for index, each in enumerate(shape.rulings):
        both = tuple(flag for flag in each.add if flag in each.drop)
        if both or not (each.drop or each.add):
            place = _place(file, index, "add" if both else "block")
            yield problem("SP118", place, id=each.block, both=both)


def _repeated(shape: RulingFile, file: Marked) -> Iterator[Problem]:
    first: dict[tuple[str, str], Place] = {}
    for index, each in enumerate(shape.rulings):
        place = _place(file, index, "block")
        known = first.setdefault((each.block, each.change), place)
        if known is not place:
            yield problem("SP119", place, id=each.block, change=each.change, related=(("first", known),))


def _place(file: Marked, index: int, key: str) -> Place:
    return file.span("rulings", index, key).place
