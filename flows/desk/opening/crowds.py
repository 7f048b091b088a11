"""A file with more wrong with it than anybody reads: the first problems, and how many there are besides."""

from collections.abc import Iterable
from dataclasses import replace

from flows.problems.codes import problem
from flows.problems.records import Problem, Severity, sort_key

TOLD = 200
"""Problems of one file that are told; whoever mended so many has another list by then."""


def told(problems: Iterable[Problem]) -> list[Problem]:
    """The problems of a layer, of each file no more than `TOLD`: errors first, then in the order of the file.

    A file that has more gets SP139 (``count``), the number of those left out, behind the last that is told.
    """
    crowds: dict[str, list[Problem]] = {}
    for each in problems:
        crowds.setdefault(each.place.file if each.place else "", []).append(each)
    return [each for found in crowds.values() for each in (found if len(found) <= TOLD else _first(found))]


def _first(found: list[Problem]) -> list[Problem]:
    ranked = sorted(found, key=lambda each: (each.severity is not Severity.ERROR, sort_key(each)))
    kept = ranked[:TOLD]
    last = max(kept, key=sort_key).place
    place = replace(last, width=1) if last is not None else None
    return [*kept, problem("SP139", place, count=len(found) - TOLD)]
