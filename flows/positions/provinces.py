"""The provincial layer: who a province is, and what it says in an edition."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from enum import StrEnum
from typing import Annotated

from pydantic import Field

from flows.positions.bodies import Contact
from flows.positions.editions import Block
from flows.positions.places import Path, Span
from flows.positions.written_fields import CLOSED, Words
from flows.problems.records import Place


class Verb(StrEnum):
    """What a province does with a national block, in the order in which a merge applies them."""

    FILL = "fill"
    REPLACE = "replace"
    APPEND = "append"
    INSERT = "insert"
    REMOVE = "remove"


@dataclass(frozen=True, slots=True)
class NameForms:
    """A province's name as a sentence needs it; whole forms, because 'in' and 'van' differ per language."""

    __pydantic_config__ = CLOSED
    name: Words
    in_: Annotated[Words, Field(alias="in")]
    of: Words
    adjective: Words


TilePosition = Annotated[int, Field(strict=True, ge=1, le=24)]


@dataclass(frozen=True, slots=True)
class Tile:
    """Where a province stands on a map of squares, from 1 at the left and the top."""

    __pydantic_config__ = CLOSED
    column: TilePosition
    row: TilePosition


@dataclass(frozen=True, slots=True)
class Province:
    """Who a province is, in every edition; `tile` is None where no map shows it."""

    slug: str
    capital: str
    languages: tuple[str, ...]
    names: Mapping[str, NameForms]
    codes: Mapping[str, str]
    contact: Contact | None
    tile: Tile | None = None
    places: Mapping[Path, Span] = field(default_factory=dict, compare=False)


VariableValue = str | Decimal | tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Override:
    """One entry of a province file.

    Attributes:
        verb: What it does.
        target: The national id it acts on; for an insert, the id of the new block.
        anchor: Only for an insert: the national id it stands beside.
        before: Only for an insert: True where it stands before the anchor.
        block: The province's own block; None for a remove.
        text: Only for an append: the Markdown to add.
        written_against: Hash prefix of the national text it was written against; None where never stamped.
        reason: For colleagues; never published.
        place: Where the verb stands.
        spans: Where each value of the entry stands.
    """

    verb: Verb
    target: str
    place: Place
    anchor: str | None = None
    before: bool = False
    block: Block | None = None
    text: str | None = None
    written_against: str | None = None
    reason: str | None = None
    spans: Mapping[Path, Span] = field(default_factory=dict, compare=False)

    def span(self, *path: str | int) -> Span:
        """The span of a value of the entry, or of its verb where the value is not written down."""
        return self.spans.get(path, Span(self.place))


@dataclass(frozen=True, slots=True)
class ProvinceEdition:
    """What a province says in one edition: its variables and its overrides."""

    province: Province
    edition: str
    variables: Mapping[str, VariableValue]
    overrides: tuple[Override, ...]
    file: str
    places: Mapping[Path, Span] = field(default_factory=dict, compare=False)
