"""Pandoc's trees in, Markdown of our dialect out."""

import json
from collections.abc import Sequence

from flows.documents.elements import Tree, para
from flows.documents.markdown import READER, unmasked
from flows.press.doors.pandoc import run

COLUMNS = 88
"""The width of lines in content files."""
_SECONDS = 20
_API = [1, 23, 1]
_MARK = "standpuntscheiding"
"""A paragraph of its own between two texts; no text of ours has it."""


def markdown_of(trees: Sequence[Tree]) -> list[str]:
    """Every text as Markdown, its lines broken as content files have them; variables in braces.

    Raises:
        PressError: Pandoc does not work (SP801).
    """
    if not trees:
        return []
    blocks: Tree = []
    for tree in trees:
        blocks += [*tree, para(_MARK)]
    document = json.dumps({"pandoc-api-version": _API, "meta": {}, "blocks": blocks})
    writer = READER.partition("+")[0] + "+subscript+superscript"
    wanted = ["-f", "json", "-t", writer, "--wrap=auto", f"--columns={COLUMNS}"]
    written = run(wanted, document.encode(), _SECONDS).decode()
    return [unmasked(each).strip("\n") for each in written.split(_MARK)[:-1]]
