"""What editors decided about the flags of a comparison, and which of their rulings have lapsed."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from flows.changes.records import Ruling
from flows.problems.codes import problem
from flows.problems.records import Place, Problem
from flows.sources.content import Content
from flows.sources.ruling_files import read_rulings, ruling_file


def open_rulings(
    content: Content, old: str, new: str, province: str = ""
) -> tuple[dict[Ruling, Place], list[Problem]]:
    """The rulings on what changed between two editions, nationally or in the document of a province.

    Returns:
        The rulings with the place of each, and every problem of their file; with an error, no rulings.
    """
    return read_rulings(content.root, ruling_file(new, old, province))


def ruling_problems(content: Content, edition: str) -> Iterator[Problem]:
    """What is wrong with the rulings on what changed in an edition since any other."""
    for old in content.editions():
        for slug in ("", *content.provinces()):
            _, problems = open_rulings(content, old, edition, slug)
            yield from (replace(each, province=slug or None) for each in problems)


def lapsed_problems(placed: Mapping[Ruling, Place], lapsed: Iterable[Ruling]) -> Iterator[Problem]:
    """A warning for each ruling whose change is no longer there, at its place."""
    for each in lapsed:
        yield problem("SP406", placed[each], id=each.block, change=each.change)
