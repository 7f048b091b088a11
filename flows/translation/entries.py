"""A catalogue: every Dutch text of one layer, edition and language, with its translation and its history."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field

from flows.positions.folding import folded

HASH_LENGTH = 12
"""Hexadecimal digits of SHA-256 that tell which Dutch a translation belongs to."""

HUMAN = "human"
"""The origin of a text that a person wrote."""

MACHINE_ORIGINS = ("mt:", "tm:")
"""How the origin begins of a text that an engine or the translation memory proposed."""


def sha(dutch: str) -> str:
    """The hash of a Dutch text: the same when only its lines are broken elsewhere."""
    return hashlib.sha256(folded(dutch).encode("utf-8", "surrogatepass")).hexdigest()[:HASH_LENGTH]


@dataclass(frozen=True, slots=True)
class Entry:
    """One text and its translation.

    Attributes:
        context: ``<block id>#<field>``, as in ``figuur-x#data.1.label``.
        source: The Dutch text as the catalogue last saw it, soft line breaks folded.
        text: The translation; empty where there is none.
        nl_sha: Hash of the Dutch that the translation was made or approved against; empty where nobody said.
        origin: Who wrote the translation: ``human``, ``tm:93``, ``mt:NAME``, or empty where nobody said.
        fuzzy: True where a person still has to read the translation.
        previous: The Dutch that the translation belongs to, where that is no longer `source`.
        comments: What translators wrote beside it, line by line.
        notes: What programs wrote beside it, line by line.
        flags: Flags of other programs.
    """

    context: str
    source: str
    text: str = ""
    nl_sha: str = ""
    origin: str = ""
    fuzzy: bool = False
    previous: str = ""
    comments: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    flags: tuple[str, ...] = ()

    @property
    def is_translated(self) -> bool:
        """Whether there is a translation, however it stands."""
        return bool(self.text.strip())

    @property
    def is_machine(self) -> bool:
        """Whether a program proposed the translation and nobody has approved it."""
        return self.fuzzy and self.origin.startswith(MACHINE_ORIGINS)

    @property
    def against(self) -> str:
        """Hash of the Dutch that the translation belongs to."""
        return self.nl_sha or sha(self.source)


@dataclass(frozen=True, slots=True)
class Catalogue:
    """The translations of one layer of an edition into one language.

    Attributes:
        language: Code of the language, as in ``en``.
        entries: By context, in the reading order of the edition.
        obsolete: Translations whose Dutch is gone; kept, because it may come back.
        header: The comment at the top of the file.
        metadata: Header fields that other programs wrote.
    """

    language: str
    entries: Mapping[str, Entry] = field(default_factory=dict)
    obsolete: tuple[Entry, ...] = ()
    header: str = ""
    metadata: Mapping[str, str] = field(default_factory=dict)
