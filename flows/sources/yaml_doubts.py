"""What a sound YAML file says otherwise than it looks: read beside the events, at the cost of a glance."""

import re
from collections.abc import Iterator
from itertools import islice
from typing import Any

from flows.problems.codes import problem
from flows.problems.records import Place, Problem

_SHOWN = 20
"""Lines of one text that are told at most."""
_REST = re.compile(r"[ \t]+(#[^\s#!][^\r\n]*)")
_ITEM = re.compile(r"(?:[-*+•–—]|[0-9]{1,3}[.)])[ \t]+\S|\|.*\|[ \t]*\Z")
_BEGINS_NONE = re.compile(r"(?:[02-9]|[1-9][0-9])[0-9]*[.)]")
"""A number that begins no list: Markdown lets only 1 do that inside a paragraph, and so do we."""
_SWALLOWED = re.compile(
    r"^[ ]*(?:(?P<key>text|reason|source|as_of|written_against|title|kind|after|before|speaker|aliases|"
    r"override):(?=[ ]|\r?$)|-[ ]+(?P<verb>fill|replace|append|insert|remove|ask|fact|figure|prose|slot|"
    r"quote):[ ]+[a-z0-9-]+[ ]*\r?$)",
    re.MULTILINE,
)


def doubts(event: Any, text: str, place: Place) -> Iterator[Problem]:
    """What is odd about a scalar that is a value.

    Args:
        event: The parser's event.
        text: The whole file.
        place: Where the scalar begins.
    """
    start, end = event.start_mark, event.end_mark
    if not event.style:
        yield from _cut(text, end.index, end.line, place)
    elif event.style in "|>":
        yield from _swallowed(text[start.index : end.index], place)
    if event.style != "|" and end.line > start.line:
        yield from _flattened(text[start.index : end.index], event.style == ">", place)


def _cut(text: str, end: int, line: int, place: Place) -> Iterator[Problem]:
    """A value behind which something follows that is no comment as people write them, but was read as one."""
    if text[end : end + 1] not in (" ", "\t"):
        return
    found = _REST.match(text, end)
    if found is not None:
        column = found.start(1) - text.rfind("\n", 0, found.start(1))
        here = Place(place.file, line + 1, column, len(found[1].rstrip()))
        yield problem("SP131", here, text=found[1].rstrip())


def _flattened(source: str, is_folded: bool, place: Place) -> Iterator[Problem]:
    """A list or table of which the lines become one, because its text is no ``|``."""
    lines = source.splitlines()
    depth = min((_indent(line) for line in lines[1:] if line.strip()), default=0)
    above = not is_folded  # the first line of a plain or quoted text stands behind the key
    was_item = False
    for number, line in enumerate(lines[1:], place.line + 1):
        words = line.strip()
        joins = bool(words) and (not is_folded or _indent(line) == depth)
        is_item = joins and _ITEM.match(words) is not None
        if is_item and above and (was_item or not _BEGINS_NONE.match(words)):
            yield problem("SP132", Place(place.file, number, _indent(line) + 1, len(words)), text=words)
            return
        above, was_item = joins, is_item


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip(" \t"))


def _swallowed(source: str, place: Place) -> Iterator[Problem]:
    """A line of a text that was probably meant as a key of the file."""
    line, counted = place.line, 0
    for found in islice(_SWALLOWED.finditer(source), _SHOWN):
        group = "key" if found["key"] else "verb"
        at = found.start(group)
        line, counted = line + source.count("\n", counted, at), at
        column = at - source.rfind("\n", 0, at)
        yield problem("SP135", Place(place.file, line, column, len(found[group])), key=found[group])
