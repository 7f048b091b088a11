"""`seal.yaml`: what an edition said when it was sealed, written by the program."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from io import StringIO
from pathlib import Path
from typing import Annotated

from pydantic import BeforeValidator
from ruamel.yaml import YAML
from ruamel.yaml.scalarstring import DoubleQuotedScalarString

from flows.overrides.seals import Seal
from flows.positions.shaping.shapes import shaped
from flows.positions.written import as_written
from flows.positions.written_fields import CLOSED, IsoDate, Words
from flows.problems.records import Problem
from flows.sources.yaml_files import read_marked

HEADER = (
    "# Geschreven door 'standpunt edition seal': wat deze editie zei op de dag dat zij is verzegeld.\n"
    "# Niet met de hand wijzigen.\n"
)

Digest = Annotated[str, BeforeValidator(as_written)]
"""A digest of digits alone is a number in YAML."""


@dataclass(frozen=True, slots=True)
class SealFile:
    """The keys of a seal; `flows.overrides.seals.Seal` says what they mean."""

    __pydantic_config__ = CLOSED
    edition: Words
    sealed: IsoDate
    national: dict[str, Digest]
    provinces: dict[str, dict[str, Digest]] = field(default_factory=dict)
    translations: dict[str, Digest] = field(default_factory=dict)
    documents: dict[str, Digest] = field(default_factory=dict)


def seal_file(edition: str) -> str:
    """The seal of an edition."""
    return f"shared/{edition}/seal.yaml"


def read_seal(root: Path, edition: str) -> tuple[Seal | None, list[Problem]]:
    """Read the seal of an edition; None where it was not sealed, or where its seal cannot be read."""
    relative = seal_file(edition)
    if not (root / relative).exists():
        return None, []
    file, problems = read_marked(root, relative)
    if file is None:
        return None, problems
    shape, found = shaped(SealFile, file)
    problems += found
    if shape is None:
        return None, problems
    return Seal(
        shape.edition, shape.sealed, shape.national, shape.provinces, shape.translations, shape.documents
    ), problems


def seal_text(seal: Seal) -> str:
    """The content of a seal file."""
    yaml = YAML()
    yaml.indent(mapping=2, sequence=4, offset=2)
    yaml.width = 10_000
    stream = StringIO()
    yaml.dump({name: _quoted(value) for name, value in asdict(seal).items()}, stream)
    return HEADER + stream.getvalue()


def _quoted(value: object) -> object:
    """Digests in quotation marks: ``1e5`` is a number to some readers of YAML."""
    if isinstance(value, Mapping):
        return {name: _quoted(each) for name, each in value.items()}
    return DoubleQuotedScalarString(value) if isinstance(value, str) else value
