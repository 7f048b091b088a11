"""When two texts are the same to a reader, however their lines are broken."""

import re
import unicodedata

_STARTS_A_LINE = re.compile(r"\s*([-*+]|\d+[.)])\s|\s*[>|#]")
"""Line starts that Markdown reads as structure, so that the line break before them counts."""


def folded(text: str) -> str:
    """A text in which only what a reader notices is left: NFC, LF, no soft wraps, no trailing space."""
    lines: list[list[str]] = []
    text = unicodedata.normalize("NFC", text).replace("\r\n", "\n").replace("\r", "\n")
    for line in (raw.rstrip() for raw in text.strip().split("\n")):
        last = lines[-1][-1] if lines else ""
        if line and last and not last.endswith("\\") and not _STARTS_A_LINE.match(line):
            lines[-1].append(line.strip())
        elif line or last:
            lines.append([line])
    return "\n".join(" ".join(pieces) for pieces in lines)
