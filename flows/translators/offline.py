"""Engines that need nothing but this process: none at all, the translation memory, and one for trying out."""

from collections.abc import Mapping, Sequence

from flows.translation.masking import Masked
from flows.translation.memory import Memory
from flows.translation.proposals import Proposal
from flows.translators.engine import Capabilities, Glossary


class Nobody:
    """Proposes nothing."""

    name = "none"
    version = "1"
    capabilities = Capabilities(repeatable=False)

    def translate(
        self, batch: Sequence[Masked], source: str, target: str, glossary: Glossary
    ) -> Sequence[Proposal | None]:
        """Nothing for every text."""
        return [None] * len(batch)

    def close(self) -> None:
        """There is nothing to let go of."""


class Remembering(Nobody):
    """Proposes what people approved before."""

    name = "tm"
    # What it says grows with every approval, and looking it up is quick.
    capabilities = Capabilities(batch=200, whole_texts=True, repeatable=False)

    def __init__(self, memories: Mapping[str, Memory]) -> None:
        """Remember approved translations by language."""
        self._memories = memories

    def translate(
        self, batch: Sequence[Masked], source: str, target: str, glossary: Glossary
    ) -> Sequence[Proposal | None]:
        """The closest approved translation of each text, with its likeness in its origin: ``tm:93``."""
        memory = self._memories[target]
        found = [memory.best(each.dutch) for each in batch]
        return [Proposal(each.text, f"tm:{each.percent}") if each is not None else None for each in found]


_ACCENTS = str.maketrans("aeiouycnszAEIOUYCNSZ", "àéîõüýçñšžÀÉÎÕÜÝÇÑŠŽ")


class Pseudo(Nobody):
    """Accents and brackets for letters: shows what stands fixed, is cut off or has no room."""

    name = "pseudo"
    capabilities = Capabilities(batch=200)

    def translate(
        self, batch: Sequence[Masked], source: str, target: str, glossary: Glossary
    ) -> Sequence[Proposal | None]:
        """Every text between brackets, its letters accented, its masks and numbers as they are."""
        return [Proposal(f"«{each.text.translate(_ACCENTS)}»", "mt:pseudo") for each in batch]
