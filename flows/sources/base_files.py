"""`<edition>.base.yaml`: the national text that each override of a province was written against."""

from collections.abc import Mapping
from io import StringIO
from pathlib import Path
from typing import Any

from ruamel.yaml import YAML
from ruamel.yaml.scalarstring import LiteralScalarString

from flows.overrides.fingerprints import plain
from flows.overrides.staleness import BaseText
from flows.positions.marked import Marked
from flows.positions.shaping.blocks import shape_block
from flows.problems.records import Problem
from flows.sources.yaml_files import read_marked

HEADER = (
    "# Geschreven door 'standpunt accept': de landelijke tekst waarbij elke afwijking hoort.\n"
    "# Niet met de hand wijzigen.\n"
)


def read_bases(root: Path, relative: str) -> tuple[dict[str, BaseText], list[Problem]]:
    """Read a base file; a file that is not there holds nothing."""
    if not (root / relative).exists():
        return {}, []
    marked, problems = read_marked(root, relative)
    return (bases_of(marked), problems) if marked is not None else ({}, problems)


def bases_of(file: Marked) -> dict[str, BaseText]:
    """The entries of a base file that can be read; the state of an override tells when one is not there."""
    bases = {}
    entries = file.data.get("blocks", ())
    for index in range(len(entries) if isinstance(entries, tuple) else 0):
        part = file.at("blocks", index)
        if not isinstance(part.data, dict) or "written_against" not in part.data:
            continue
        block, _ = shape_block(part.without("written_against"))
        if block is not None:
            bases[block.id] = BaseText(str(part.data["written_against"]), block)
    return bases


def bases_text(bases: Mapping[str, BaseText]) -> str:
    """The content of a base file, blocks in order of their ids."""
    blocks = [_entry(bases[identifier]) for identifier in sorted(bases)]
    yaml = YAML()
    yaml.indent(mapping=2, sequence=4, offset=2)
    yaml.width = 10_000
    stream = StringIO()
    yaml.dump({"blocks": blocks}, stream)
    return HEADER + stream.getvalue()


def _entry(base: BaseText) -> dict[str, Any]:
    content = {name: _scalar(value) for name, value in plain(base.block.body).items()}
    return {base.block.kind.value: base.block.id, "written_against": base.stamp, **content}


def _scalar(value: Any) -> Any:
    if isinstance(value, str) and "\n" in value:
        return LiteralScalarString(value)
    return value
