"""Ids of new blocks, made of their first words."""

import re
from dataclasses import dataclass

_WORD = re.compile(r"[a-z0-9]+")
_ID_WORDS = 4
"""Words of a text that make the id of a new block."""


@dataclass
class Names:
    """Gives new blocks an id that nobody has."""

    prefix: str
    taken: set[str]

    def name(self, text: str) -> str:
        """An id that nobody has, and now this text has."""
        words = _WORD.findall(text.lower())[:_ID_WORDS] or ["nieuw"]
        plain = "-".join([*([self.prefix] if self.prefix else []), *words])
        plain = plain if plain[0].isalpha() else f"nieuw-{plain}"
        found = plain
        number = 1
        while found in self.taken:
            number += 1
            found = f"{plain}-{number}"
        self.taken.add(found)
        return found
