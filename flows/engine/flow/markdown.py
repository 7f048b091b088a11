"""Text for the Markdown of Prefect's pages."""

import re


def escaped(text: str) -> str:
    """Text that Markdown does not read anything into."""
    return re.sub(r"([\\`*_{}\[\]<>#|])", r"\\\1", text)
