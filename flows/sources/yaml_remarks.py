"""YAML that says something else than it looks like: values cut off, and lists that become one line."""

import re
from collections.abc import Iterator
from typing import Any

from flows.positions.places import Span
from flows.problems.codes import problem
from flows.problems.records import Place, Problem

_COMMENT = re.compile(r"( +)#([^\n]*)")
_ITEM = re.compile(r"[ \t]*(?:[-*+•]|\d{1,3}[.)])[ \t]+\S")


def remarks(event: Any, span: Span, text: str) -> Iterator[Problem]:
    """What a person would read otherwise in a value.

    Args:
        event: The parser's scalar.
        span: Where it stands.
        text: The whole file.

    Yields:
        SP122 (``rest``): a value of words that ends at a ``#``. SP123 (``line``): a list in a folded text.
    """
    if not event.style:
        yield from _cut_off(event, span, text)
    elif event.style == ">":
        yield from _flattened(event.value, span)


def _cut_off(event: Any, span: Span, text: str) -> Iterator[Problem]:
    """A comment has a space behind its ``#``; words that go on, as in ``Impuls #1``, have none."""
    found = _COMMENT.match(text, event.end_mark.index)
    if found is not None and found[2][:1] not in ("", " ", "\t", "#", "\r"):
        line = span.place.line + span.source.count("\n")
        column = found.start() + len(found[1]) - text.rfind("\n", 0, found.start())
        yield problem("SP122", Place(span.place.file, line, column), rest=f"#{found[2].rstrip()}")


def _flattened(value: str, span: Span) -> Iterator[Problem]:
    items = [line for line in span.source.split("\n")[1:] if _ITEM.match(line)]
    kept = sum(1 for line in value.split("\n") if _ITEM.match(line))
    if len(items) > kept:
        yield problem("SP123", span.locate(items[0].strip()), line=items[0].strip())
