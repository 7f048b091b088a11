"""When two texts are the same to a reader, however their lines are broken."""

import re
import unicodedata

_STARTS_A_LINE = re.compile(r"\s*([-*+]|\d+[.)])\s|\s*[>|#]")
"""Line starts that Markdown reads as structure, so that the line break before them counts."""


def folded(text: str) -> str:
    """A text in which only what a reader notices is left: NFC, LF, no soft wraps, no trailing space."""
    lines: list[str] = []
    text = unicodedata.normalize("NFC", text).replace("\r\n", "\n").replace("\r", "\n")
    for line in (raw.rstrip() for raw in text.strip().split("\n")):
        if line and lines and lines[-1] and not lines[-1].endswith("\\") and not _STARTS_A_LINE.match(line):
            lines[-1] += " " + line.strip()
        elif line or (lines and lines[-1]):
            lines.append(line)
    return "\n".join(lines)
