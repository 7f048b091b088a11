"""The facts about the document of a position: edition, province, and who wrote its asks."""

from flows.documents.about import About, Author
from flows.documents.marks import Marks
from flows.positions.bodies import Ask, Contact
from flows.positions.merged import Layer, MergedBlock, Position
from flows.positions.written_fields import TO_BE_CONFIRMED

_AREA = "iso"
"""The code of a province in ISO 3166-2, among its codes: ``NL-ZE``."""


def about(position: Position, marks: Marks) -> About:
    """The facts about the document of a position.

    Args:
        position: The merged position.
        marks: What is said about texts that are not translated as they should be.
    """
    edition, province = position.edition, position.province
    contacts = [one for one in position.blocks() if _can_be_reached(one)]
    contacts.sort(key=lambda one: one.origin.layer is not Layer.PROVINCE)
    return About(
        edition=edition.name,
        status=edition.status,
        election="" if edition.election.date == TO_BE_CONFIRMED else edition.election.date,
        as_of=edition.as_of or "",
        province=province.slug,
        area=province.codes.get(_AREA, ""),
        checked=(marks.note.removeprefix("translation_") or "approved") if marks.language else "",
        authors={one.block.id: _author(one) for one in position.blocks() if isinstance(one.block.body, Ask)},
        contact=contacts[0].block.id if contacts else "",
    )


def _can_be_reached(merged: MergedBlock) -> bool:
    body = merged.block.body
    return isinstance(body, Contact) and any((body.email, body.phone, body.website))


def _author(merged: MergedBlock) -> Author:
    if merged.origin.layer is Layer.PROVINCE:
        return Author.PROVINCE
    return Author.BOTH if merged.additions else Author.NATIONAL
