"""What the sources tell of the portal of an edition, before anybody looks which files there are."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from flows.positions.provinces import Tile
from flows.translation.languages import Language


class Availability(StrEnum):
    """Whether a province can be had in a language."""

    READY = "ready"
    BROKEN = "broken"
    UNTRANSLATED = "untranslated"
    INCOMPLETE = "incomplete"


@dataclass(frozen=True, slots=True)
class Version:
    """A province in one language.

    Attributes:
        language: Code of the language.
        document: Name of its document where this build knows what is in it; nothing otherwise.
        key: The key under which the manifest should have it; nothing otherwise.
        approved: Approved share of its translation in percents; None where there is none to approve.
        is_draft: True where its translation is not complete enough to be more than a draft.
    """

    language: str
    availability: Availability
    document: str = ""
    key: str = ""
    approved: int | None = None
    is_draft: bool = False


@dataclass(frozen=True, slots=True)
class Entry:
    """A province as its sources tell of it.

    Attributes:
        names: Its name by language; empty where its file cannot be read.
        capital: Its capital, by which people search as well.
        tile: Where it stands on the map; None for nowhere.
        versions: Its languages, in its own order; empty where its file cannot be read.
        todo: Numbers of things to do, by their label.
    """

    slug: str
    names: Mapping[str, str]
    capital: str
    tile: Tile | None
    versions: tuple[Version, ...]
    todo: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class Outline:
    """Everything in a portal that does not depend on the files that are there.

    Attributes:
        edition: Name of the edition.
        language: Language of the page, that of the edition.
        languages: Languages that could be read, by code: for their names, and English for words beside.
        entries: Every province, in alphabetical order of their slugs.
        withheld: Paths of files that are there and that it does not offer.
        todo: Numbers of things to do that are no single province's, by their label.
    """

    edition: str
    title: str
    organisation: str
    election: str
    draft: bool
    language: Language
    languages: Mapping[str, Language]
    entries: tuple[Entry, ...]
    withheld: tuple[str, ...] = ()
    todo: Mapping[str, int] = field(default_factory=dict)
