"""What every translation engine is: a name, what it can do and what that costs, and the translating."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Protocol

from flows.translation.masking import Masked
from flows.translation.proposals import Proposal

Glossary = Mapping[str, str]
"""Agreed words of the target language, by their Dutch."""

MILLION = 1_000_000


@dataclass(frozen=True, slots=True)
class Capabilities:
    """What an engine can do and what it needs.

    Attributes:
        languages: Codes of the languages that it translates Dutch into; None where it takes any.
        batch: The most texts that it takes at once.
        at_once: The most batches that it works on at the same time.
        whole_texts: Whether it looks a text up as a whole, without masks.
        needs_network: Whether texts leave this process for a service.
        euros_per_million: Price of a million characters; None where nobody knows.
        repeatable: Whether an answer may be kept for the next time.
    """

    languages: frozenset[str] | None = None
    batch: int = 50
    at_once: int = 1
    whole_texts: bool = False
    needs_network: bool = False
    euros_per_million: Decimal | None = Decimal(0)
    repeatable: bool = True


@dataclass(frozen=True, slots=True)
class Estimate:
    """What translating would take.

    Attributes:
        characters: Dutch characters outside of the masks.
        euros: What they would cost; None where nobody knows.
    """

    characters: int
    euros: Decimal | None


class Engine(Protocol):
    """Something that proposes translations."""

    @property
    def name(self) -> str:
        """What people call it: ``deepl``."""
        ...

    @property
    def version(self) -> str:
        """What decides its answers besides its name; answers of another version are not used again."""
        ...

    @property
    def capabilities(self) -> Capabilities:
        """What it can do."""
        ...

    def translate(
        self, batch: Sequence[Masked], source: str, target: str, glossary: Glossary
    ) -> Sequence[Proposal | None]:
        """Proposals with the masks still in them, one a text, in order; None where it has none.

        Raises:
            TranslatorFailed: It cannot translate now.
        """
        ...

    def close(self) -> None:
        """Let go of processes and connections."""
        ...


def estimate(engine: Engine, texts: Sequence[Masked]) -> Estimate:
    """What translating texts would take, by the number of their characters."""
    characters = sum(each.characters for each in texts)
    price = engine.capabilities.euros_per_million
    return Estimate(characters, price * characters / MILLION if price is not None else None)
