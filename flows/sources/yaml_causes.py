"""Why YAML cannot be read, from the text itself: the parser stops lines behind the mistake, in English.

A cause is a line that no right file has, such as a long dash in the place of a short one. The nearest such
line at or above the place where the parser stopped is told; where there is none, what the parser noticed.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

ODD_SPACES = "\u00a0\u2007\u202f\u3000"
"""Spaces that look like the space bar's and are another character."""
_KEY = r"[\w-]+"
_WORDS = "replace|fill|append|insert|remove|text|source|title|reason|after|before|kind"

_MERGE = "yaml-merge"

_LINES: Mapping[str, re.Pattern[str]] = MappingProxyType(
    {
        _MERGE: re.compile(r"()(?:<{7}|={7}|>{7})(?:\s|$)"),
        "yaml-tab": re.compile(r"([ ]*)\t"),
        "yaml-space": re.compile(
            rf"([ ]*)[{ODD_SPACES}]|([ ]*(?:-[ ]+)?{_KEY})[{ODD_SPACES}]+:"
            rf"|([ ]*(?:-[ ]+)?{_KEY}:)[{ODD_SPACES}]"
        ),
        "yaml-wrong-dash": re.compile(r"([ ]*)[–—•·*][ \t\u00a0]+\S"),
        "yaml-curly-key": re.compile(r"([ ]*(?:-[ ]+)?)[“”„‘’]"),
        "yaml-curly": re.compile(rf"([ ]*(?:-[ ]+)?{_KEY}:[ ]+)[“”„‘’][^:]*:[ ]"),
        "yaml-dash-space": re.compile(rf"([ ]*)-(?={_KEY}:(?:\s|$))"),
        "yaml-colon-space": re.compile(rf"([ ]*(?:-[ ]+)?{_KEY}):(?=[^\s/:])(?!.*:[ ])"),
        "yaml-start": re.compile(rf"([ ]*(?:-[ ]+)?(?:{_KEY}:[ ]+)?)[%@`]"),
        "yaml-colon": re.compile(rf"([ ]*(?:-[ ]+)?{_KEY}:[ ]+(?![|>'\"#\[{{&*!])[^#\n]*?):(?:[ ]|$)"),
        "yaml-colon-missing": re.compile(rf"([ ]*(?:-[ ]+)?)(?:{_WORDS})[ ]+(?!:)\S"),
    }
)
"""What is wrong with a line, most certain first; the place is behind the first group that took part."""

_NOTICED = (
    ("mapping values are not allowed", "yaml-colon"),
    ("unexpected end of stream", "yaml-unclosed"),
    ("found unexpected document indicator", "yaml-unclosed"),
    ("unknown escape character", "yaml-escape"),
    ("did not find expected ',' or", "yaml-bracket"),
    ("did not find expected '-'", "yaml-dash"),
    ("did not find expected key", "yaml-indent"),
    ("could not find expected ':'", "yaml-colon-missing"),
    ("cannot start any token", "yaml-start"),
    ("undefined alias", "yaml-start"),
)
"""What libyaml says, and the term for it that a secretary can act on."""
_AT_ITS_START = frozenset({"yaml-unclosed", "yaml-bracket", "yaml-colon-missing"})
"""Causes that stand where the thing begins that the parser could not finish."""
_FAR = 40
"""Lines above the parser's place in which a cause is looked for."""


@dataclass(frozen=True, slots=True)
class Cause:
    """Why a file cannot be read, and where.

    Attributes:
        why: The term that the sentences know.
        line: From 1.
        column: From 1.
    """

    why: str
    line: int
    column: int


@dataclass(frozen=True, slots=True)
class Stop:
    """Where the parser stopped.

    Attributes:
        said: What it says.
        line: From 1.
        column: From 1.
        start: Line and column of what it was reading, where it tells.
    """

    said: str
    line: int
    column: int
    start: tuple[int, int] | None = None


def cause_of(text: str, stop: Stop) -> Cause:
    """The most certain reason why a text cannot be read."""
    lines = text.splitlines()
    noticed = next((term for words, term in _NOTICED if words in stop.said), "yaml-other")
    first = max(1, stop.line - _FAR)
    quoted = noticed == "yaml-unclosed" and stop.start is not None
    for why, pattern in _LINES.items():
        above = range(min(stop.line + 1, len(lines)), first - 1, -1)
        for number in reversed(above) if why == _MERGE else above:
            found = pattern.match(lines[number - 1])
            if found is not None and not (quoted and why != _MERGE):
                behind = next((group for group in found.groups() if group is not None), "")
                return Cause(why, number, len(behind) + 1)
    shallow = _text_not_deeper(lines, min(stop.line, len(lines)))
    if shallow:
        return Cause(
            "yaml-text-indent", shallow, len(lines[shallow - 1]) - len(lines[shallow - 1].lstrip()) + 1
        )
    if _is_behind_a_quote(lines, stop):
        return Cause("yaml-quote", stop.line, stop.column)
    if noticed in _AT_ITS_START and stop.start is not None:
        return Cause(noticed, *stop.start)
    return Cause(noticed, stop.line, stop.column)


def _is_behind_a_quote(lines: list[str], stop: Stop) -> bool:
    """Whether the parser stopped at words behind a quotation mark that closed too early."""
    line = lines[stop.line - 1] if stop.line <= len(lines) else ""
    return line[: stop.column - 1].endswith(("'", '"')) and bool(line[stop.column - 1 :].strip())


def _text_not_deeper(lines: list[str], last: int) -> int:
    """The line of a text that does not stand deeper than the key with the ``|`` above it; 0 for none."""
    for number in range(last, max(0, last - _FAR), -1):
        opener = re.match(rf"([ ]*(?:-[ ]+)?){_KEY}:[ ]*[|>][-+]?[ ]*$", lines[number - 1])
        if opener is None:
            continue
        below = next((at for at in range(number + 1, len(lines) + 1) if lines[at - 1].strip()), 0)
        line = lines[below - 1] if below else ""
        is_text = bool(line) and re.match(rf"[ ]*(?:-[ ]+)?{_KEY}:(?:\s|$)", line) is None
        depth = len(line) - len(line.lstrip(" "))
        return below if is_text and depth <= len(opener[1]) else 0
    return 0
