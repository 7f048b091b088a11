"""What an id in a province file means in the national text."""

from collections.abc import Mapping
from dataclasses import dataclass

from flows.positions.editions import Block, Edition, Retired
from flows.wording.names import nearest


@dataclass(frozen=True, slots=True)
class Targets:
    """The ids of one edition.

    Attributes:
        blocks: Every block and slot by its id.
        aliases: The block that an old id now means.
        retired: What is gone, by its id.
    """

    blocks: Mapping[str, Block]
    aliases: Mapping[str, Block]
    retired: Mapping[str, Retired]

    def find(self, identifier: str) -> Block | None:
        """The block that an id or an old id means, or None."""
        return self.blocks.get(identifier) or self.aliases.get(identifier)

    def nearest(self, identifier: str) -> tuple[str, ...]:
        """Up to three ids that were probably meant, best first."""
        return nearest(identifier, self.blocks)


def targets_of(edition: Edition) -> Targets:
    """The ids of an edition, ready to be looked up."""
    blocks = {block.id: block for block in edition.blocks()}
    aliases = {alias: block for block in edition.blocks() for alias in block.aliases}
    return Targets(blocks, aliases, edition.retired)
