"""The Markdown of an edition: every distinct text parsed once, and what is wrong inside them."""

from collections.abc import Container, Iterable, Iterator, Mapping, Sequence

from flows.desk.opening.pictures import picture_problems
from flows.desk.opening.provincial import Provincial
from flows.documents.elements import Tree
from flows.documents.findings import findings, images, leaves_root
from flows.documents.text_limits import excesses
from flows.positions.bodies import MARKDOWN_FIELDS, texts
from flows.positions.editions import Block, Edition
from flows.positions.places import Span
from flows.positions.provinces import Override
from flows.positions.targets import Targets
from flows.problems.records import Problem
from flows.sources.content import Content

Trees = Mapping[str, Tree]
"""The parsed form of every Markdown text, by the text as written."""


def markdown_of(edition: Edition, provinces: Sequence[Provincial]) -> Iterator[str]:
    """Every Markdown text of an edition and its provinces."""
    yield from (text for text, _ in _national(edition))
    yield from (text for one in provinces for text, _ in _provincial(one))


def national_findings(content: Content, edition: Edition, trees: Trees, targets: Targets) -> list[Problem]:
    """What is wrong inside the national texts."""
    return list(text_findings(content, _national(edition), trees, targets.blocks.keys()))


def provincial_findings(content: Content, one: Provincial, trees: Trees, targets: Targets) -> list[Problem]:
    """What is wrong inside the texts of a province."""
    return list(text_findings(content, _provincial(one), trees, one.own_ids.union(targets.blocks)))


def text_findings(
    content: Content, found: Iterable[tuple[str, Span]], trees: Trees, anchors: Container[str]
) -> Iterator[Problem]:
    """What is wrong inside some texts, each at its place; links may lead to `anchors`."""
    for text, span in found:
        over = list(excesses(text, trees[text], span))
        if over:
            yield from over
            continue
        yield from findings(trees[text], span, anchors)
        for path in images(trees[text]) if "![" in text else ():
            if not leaves_root(path):
                yield from picture_problems(content, path, span.locate(path))


def _national(edition: Edition) -> Iterator[tuple[str, Span]]:
    for block in edition.blocks():
        yield from _markdown(block)


def _provincial(one: Provincial) -> Iterator[tuple[str, Span]]:
    overrides: Sequence[Override] = one.own.overrides if one.own is not None else ()
    for entry in overrides:
        if entry.block is not None:
            yield from _markdown(entry.block)
        if entry.text is not None:
            yield entry.text, entry.span("text")


def _markdown(block: Block) -> Iterator[tuple[str, Span]]:
    if block.body is not None:
        for path, text in texts(block.body):
            if path[0] in MARKDOWN_FIELDS:
                yield text, block.span(*path)
