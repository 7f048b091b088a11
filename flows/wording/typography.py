"""How a language sets what people type: quotation marks, apostrophes, dashes, dots, unbroken spaces.

What is typed stays as typed in its file; documents show what this gives. To set a text twice changes nothing.
"""

import re
from collections.abc import Iterator, Mapping
from types import MappingProxyType

DROPPED = "\0"
"""Stands where a sign of the typed text is not shown, so that a set text is as long as the typed one."""

_Marks = tuple[str, str, str, str]
_DUTCH: _Marks = ("“", "”", "‘", "’")
_MARKS: Mapping[str, _Marks] = MappingProxyType({"de": ("„", "“", "‚", "‘")})
"""Opening and closing quotation marks, outer and inner, where they are not those of Dutch."""
_OUTER, _INNER, _APOSTROPHE = '"“”„‟', "'‘’‚‛", "’"
_OPENING = re.compile(r"[\s(\[{/–—-]")
"""What stands before an opening quotation mark; another one may too."""
_CLITIC = re.compile(r"(?:[tsnkmr]|\d\d)\b", re.IGNORECASE)
"""What an apostrophe at the start of a word stands before: 's, 't, 'n, '90."""

_ELLIPSIS = re.compile(r"(?<!\.)\.\.\.(?!\.)")
_DASH = re.compile(r"(?<=\S) (?:--?|–|—) (?=\S)")
_RANGE = re.compile(r"(?<![\w.,/-])(\d{1,4})-(\d{1,4})(?![\w/-]|[.,]\d)")
_COUNTED = re.compile(r"(?<![\w.,-])(?!(?:1[89]|20)\d\d )\d(?:[\d.,]*\d)? (?=[^\W\d_])")
"""A number and what it counts; a year counts nothing."""
_NUMBERED = re.compile(r"(?:[€$£§]|\b(?:nr|no|art|blz|p|s|mbo)\.?) (?=\d)", re.IGNORECASE)
_INITIAL = re.compile(r"\b[A-Z]\. (?=[A-Zv’'d])")
_QUOTED = re.compile(f"[{_OUTER}{_INNER}]")
_CHANGING = re.compile(r"[\"“”„‟'‘’‚‛…\d]|\.\.\.| [-–—]|[A-Z]\. ")
NO_BREAK_SPACE = "\u00a0"


def typographic(text: str, language: str) -> str:
    """A text as a language sets it."""
    return same_length(text, language).replace(DROPPED, "") if _CHANGING.search(text) else text


def same_length(text: str, language: str) -> str:
    """The same with `DROPPED` for every sign that is not shown, for texts that lie in pieces.

    Args:
        text: One paragraph, heading or label, without markup.
        language: Code of its language, as in ``nl``.
    """
    if not _CHANGING.search(text):
        return text
    text = _ELLIPSIS.sub(f"…{DROPPED}{DROPPED}", text)
    text = _DASH.sub(lambda found: f"{NO_BREAK_SPACE}–{DROPPED * (len(found[0]) - 3)} ", text)
    text = _RANGE.sub(_range, text)
    for bound in (_COUNTED, _NUMBERED, _INITIAL):
        text = bound.sub(lambda found: found[0][:-1] + NO_BREAK_SPACE, text)
    return "".join(_quoted(text, _MARKS.get(language, _DUTCH))) if _QUOTED.search(text) else text


def _range(found: re.Match[str]) -> str:
    return found[0].replace("-", "–") if int(found[1]) < int(found[2]) else found[0]


def _quoted(text: str, marks: _Marks) -> Iterator[str]:
    """The text with its quotation marks and apostrophes, each told by what stands around it."""
    outer_opens, outer_closes, inner_opens, inner_closes = marks
    is_open = {_OUTER: False, _INNER: False}
    before = ""
    for at, sign in enumerate(text):
        kind = _OUTER if sign in _OUTER else _INNER
        if sign not in kind:
            shown = sign
        elif before == "" or _OPENING.match(before) or before in (outer_opens, inner_opens):
            opens = sign in _OUTER or not _is_apostrophe(text, at)
            is_open[kind] = is_open[kind] or opens
            shown = (outer_opens if kind is _OUTER else inner_opens) if opens else _APOSTROPHE
        elif is_open[kind] and not (kind is _INNER and _goes_on(text, at)):
            is_open[kind] = False
            shown = outer_closes if kind is _OUTER else inner_closes
        else:
            shown = sign if kind is _OUTER else _APOSTROPHE
        yield shown
        before = shown if shown != DROPPED else before


def _is_apostrophe(text: str, at: int) -> bool:
    """Whether a mark at the start of a word stands for letters, or opens nothing since nothing closes it."""
    if _CLITIC.match(text, at + 1):
        return True
    return not any(text[end] in _INNER and not _goes_on(text, end) for end in range(at + 2, len(text)))


def _goes_on(text: str, at: int) -> bool:
    """Whether the word goes on behind a mark: then it is an apostrophe."""
    return text[at + 1 : at + 2].isalnum()
