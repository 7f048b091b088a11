"""Cuts the program's own words out of paragraphs: the name before a field, a label that text flowed into."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace

from flows.returns.returned import Paragraph, Run

SIGN = "\u25b8 "
"""What a label begins with; no text of ours does."""


def without_field_name(paragraph: Paragraph, name: str) -> Paragraph:
    """A field without the name before it, where that is not a run of its own any more."""
    runs = tuple(run for run in paragraph.runs if not run.is_label)
    text = "".join(run.text for run in runs)
    if len(runs) < len(paragraph.runs) or not name or not text.lstrip().startswith(f"{name}:"):
        return replace(paragraph, runs=runs)
    return replace(paragraph, runs=tuple(_cut(runs, 0, text.index(f"{name}:") + len(name) + 1)))


def without_labels(paragraph: Paragraph, labels: Collection[str]) -> Paragraph:
    """A text without the labels that it flowed into when somebody took the line break away."""
    while SIGN in paragraph.text:
        text = paragraph.text
        found = max((each for each in labels if each.startswith(SIGN) and each in text), key=len, default="")
        if not found:
            break
        start = text.index(found)
        paragraph = replace(paragraph, runs=tuple(_cut(paragraph.runs, start, start + len(found))))
    return paragraph


def _cut(runs: Sequence[Run], start: int, end: int) -> Iterator[Run]:
    """Runs without the characters from `start` to `end`."""
    at = 0
    for run in runs:
        head, tail = max(0, start - at), max(0, end - at)
        text = run.text if start >= at + len(run.text) or end <= at else run.text[:head] + run.text[tail:]
        at += len(run.text)
        if text or not run.text:
            yield replace(run, text=text)
