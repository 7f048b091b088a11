"""Variables inside texts."""

import re

PLACEHOLDER = re.compile(r"\{\{\s*([A-Za-z_][A-Za-z0-9_.]*)\s*\}\}")
"""A variable in a text: ``{{ province.name }}``. Plain substitution; no logic in content."""

BUILT_IN = frozenset(
    {
        "province.name",
        "province.in",
        "province.of",
        "province.adjective",
        "province.capital",
        "edition.name",
        "edition.title",
        "edition.organisation",
        "election.name",
        "election.date",
    }
)
"""Variables that every text may use and nobody declares."""


def placeholders(text: str) -> list[str]:
    """The names of the variables in a text, in order, with repeats."""
    return PLACEHOLDER.findall(text)
