"""What programs rather than readers want to know of a document: plain facts, the same in every language."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum


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
        election: The day of the election, as far as it is known: ``2027-03-17``, ``2027-03``; or nothing.
        as_of: The day on which the text was fixed; nothing where nobody said.
        province: Slug of the province.
        area: Its code in ISO 3166-2; nothing where its file has none.
        checked: How far the translation as a whole was read: ``machine``, ``review``, ``incomplete`` or
            ``approved``; nothing for what is no translation.
        authors: Who wrote each ask, by its id.
        contact: Id of the first contact with a way to reach it, the province's own before others; or nothing.
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
