"""From the bytes of a file to its text, and what does not belong in any text of ours."""

import re
from collections.abc import Iterator
from itertools import islice

from flows.problems.codes import problem
from flows.problems.records import Place, Problem
from flows.sources.file_bytes import UTF_16, not_utf8
from flows.wording.characters import code_point, sign_term

MOST = 20
"""Characters of which the place is told at once."""

_FOREIGN = re.compile(
    "[^\\t\\n\\r\\x20-\\x7e\\xa0-\\u2027\\u202a-\\ud7ff\\ue000-\\ufefe\\uff00-\\ufffd\\U00010000-\\U0010ffff]"
)
"""What a YAML parser refuses, and what counts as the end of a line to the parser and not to an editor."""
_MARKER = re.compile(r"^(<{7}|={7}|>{7})(?=[ \r\n]|\Z)[^\r\n]*", re.MULTILINE)
_SAMPLE = 400


def text_of(content: bytes, file: str) -> tuple[str | None, list[Problem]]:
    """The text of a UTF-8 file, with or without a byte order mark, or None with the one problem (SP104)."""
    sample = content[:_SAMPLE]
    if content.startswith(UTF_16) or sample.count(0) * 3 > len(sample) > 0:
        return None, [problem("SP104", Place(file), encoding="UTF-16")]
    try:
        return content.decode("utf-8-sig"), []
    except UnicodeDecodeError as error:
        return None, [not_utf8(error, file)]


def foreign_signs(text: str, file: str) -> list[Problem]:
    """Characters that nobody sees and no text may have, and what two versions of git left in a file."""
    return [*_invisible(text, file), *_conflicts(text, file)]


def _invisible(text: str, file: str) -> Iterator[Problem]:
    for count, found in enumerate(_FOREIGN.finditer(text)):
        if count == MOST:
            return
        sign = found[0]
        yield problem("SP120", _place(text, found.start(), file), sign=sign_term(sign), code=code_point(sign))


def _conflicts(text: str, file: str) -> Iterator[Problem]:
    """Each place where git left two versions, with where the other version and the end are."""
    if "<<<<<<<" not in text and ">>>>>>>" not in text:
        return
    markers = [
        (found[1][0], _place(text, found.start(), file, len(found[0])))
        for found in islice(_MARKER.finditer(text), MOST)
    ]
    for index, (sign, place) in enumerate(markers):
        if sign == "<":
            rest = markers[index + 1 : index + 3]
            related = tuple((_LABELS[other], where) for other, where in rest if other != "<")
            yield problem("SP121", place, related=related)
    if markers and all(sign != "<" for sign, _ in markers):
        yield problem("SP121", markers[0][1])


_LABELS = {"=": "marker-other", ">": "marker-end"}


def _place(text: str, at: int, file: str, width: int = 1) -> Place:
    """The place of a character, lines counted as editors do."""
    before = text[:at]
    line = before.count("\n") + before.count("\r") - before.count("\r\n") + 1
    return Place(file, line, at - max(before.rfind("\n"), before.rfind("\r")), width)
