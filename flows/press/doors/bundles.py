"""Texts that are certainly plain paragraphs go to Pandoc many at a time: asking takes longer than parsing.

Only two things reach from one paragraph into another, link definitions and footnotes, and only the start of
a line can begin anything else than a paragraph. A text with neither is the same by itself and among others.
"""

import re
from collections.abc import Iterable, Sequence

MARKER = "\ue000"
"""A paragraph of its own between two texts; no text that is bundled has it at the start of a line."""
_LARGEST = 32_000
"""Characters in one bundle: a few dozen texts, so that asking no longer counts."""
_OTHERWISE = re.compile(
    r"""
    [\x00-\x09\x0b-\x1f\x7f\x85\u2028\u2029\ud800-\udfff]  # what may count as the end of a line
    | [<|\\`]                                              # HTML, tables, breaks, code
    | \]: | \[\^                                           # a link definition, a footnote
    | ^ (?!                                                # a line that is neither empty nor begins with
        $ | ["'(“”‘’„€] | \d+ (?! \d | [.)] ([ ]|$) )       # a quote, a number,
        | (\*{1,2}|\[)? [^\W\d_]                           # or a letter, weighty or linked
    )
    """,
    re.MULTILINE | re.VERBOSE,
)


def is_plain(text: str) -> bool:
    """True for a text that is paragraphs and nothing else, whatever stands before or after it."""
    return bool(text.strip()) and not _OTHERWISE.search(text)


def bundles(texts: Iterable[str]) -> list[list[str]]:
    """The texts in groups to be parsed as one: plain ones together, every other one by itself."""
    groups: list[list[str]] = []
    open_group: list[str] = []
    size = 0
    for text in texts:
        if not is_plain(text):
            groups.append([text])
            continue
        if not open_group or size > _LARGEST:
            open_group, size = [], 0
            groups.append(open_group)
        open_group.append(text)
        size += len(text)
    return groups


def bundle(group: Sequence[str]) -> str:
    """A group as one text."""
    return f"\n\n{MARKER}\n\n".join(group)


def unbundled(blocks: bytes, marker: bytes) -> list[bytes]:
    """The blocks of each text of a group, from those of its bundle.

    Args:
        blocks: The bundle's blocks, as Pandoc's JSON.
        marker: The blocks of `MARKER` alone, as Pandoc's JSON.
    """
    between = b"," + marker[1:-1] + b","
    return [b"[" + piece + b"]" for piece in blocks[1:-1].split(between)]
