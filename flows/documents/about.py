"""What programs rather than readers want to know of a document: plain facts, the same in every language."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from flows.documents.marks import Marks
from flows.positions.bodies import Ask, Contact
from flows.positions.merged import Layer, MergedBlock, Position

_AREA = "iso"
"""The code of a province in ISO 3166-2, among its codes: ``NL-ZE``."""


class Author(StrEnum):
    """Whose words a block holds; both, where a province added its own to a national text."""

    NATIONAL = "national"
    PROVINCE = "province"
    BOTH = "both"


@dataclass(frozen=True, slots=True)
class About:
    """The facts about a document.

    Attributes:
        edition: Name of the edition: ``2027``.
        status: ``concept`` or ``vastgesteld``, as the edition has it.
        election: The day of the election: ``2027-03-17``.
        as_of: The day on which the text was fixed; nothing where nobody said.
        province: Slug of the province.
        area: Its code in ISO 3166-2; nothing where its file has none.
        checked: How far the translation as a whole was read: ``machine``, ``review``, ``incomplete`` or
            ``approved``; nothing for what is no translation.
        authors: Who wrote each ask, by its id.
        contact: Id of the contact that the province itself gives, else of the first; nothing without any.
    """

    edition: str = ""
    status: str = ""
    election: str = ""
    as_of: str = ""
    province: str = ""
    area: str = ""
    checked: str = ""
    authors: Mapping[str, Author] = field(default_factory=dict)
    contact: str = ""


def about(position: Position, marks: Marks) -> About:
    """The facts about the document of a position.

    Args:
        position: The merged position.
        marks: What is said about texts that are not translated as they should be.
    """
    edition, province = position.edition, position.province
    contacts = [one for one in position.blocks() if isinstance(one.block.body, Contact)]
    contacts.sort(key=lambda one: one.origin.layer is not Layer.PROVINCE)
    return About(
        edition=edition.name,
        status=edition.status,
        election=edition.election.date,
        as_of=edition.as_of or "",
        province=province.slug,
        area=province.codes.get(_AREA, ""),
        checked=(marks.note.removeprefix("translation_") or "approved") if marks.language else "",
        authors={one.block.id: _author(one) for one in position.blocks() if isinstance(one.block.body, Ask)},
        contact=contacts[0].block.id if contacts else "",
    )


def _author(merged: MergedBlock) -> Author:
    if merged.origin.layer is Layer.PROVINCE:
        return Author.PROVINCE
    return Author.BOTH if merged.additions else Author.NATIONAL
