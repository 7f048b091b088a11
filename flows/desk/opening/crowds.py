"""A file with more wrong with it than anybody reads: the first problems, and how many there are besides."""

from collections.abc import Iterable
from dataclasses import replace

from flows.problems.codes import problem
from flows.problems.records import Problem, Severity, sort_key

TOLD = 200
"""Problems of one file that are told; whoever mended so many has another list by then."""
_REST = "SP139"


def told(problems: Iterable[Problem]) -> list[Problem]:
    """Of each file, and for each province, no more than `TOLD` problems: errors first, then by their places.

    A file that has more gets SP139 (``count``), the number of those left out, behind the last that is told.
    What was counted before counts on.
    """
    crowds: dict[tuple[str, str | None], list[Problem]] = {}
    for each in problems:
        crowds.setdefault((each.place.file if each.place else "", each.province), []).append(each)
    return [each for found in crowds.values() for each in (found if len(found) <= TOLD else _first(found))]


def _first(found: list[Problem]) -> list[Problem]:
    counted = sum(int(str(each.args["count"])) for each in found if each.code == _REST)
    listed = [each for each in found if each.code != _REST]
    kept = sorted(listed, key=lambda each: (each.severity is not Severity.ERROR, sort_key(each)))[:TOLD]
    last = max(kept, key=sort_key)
    place = replace(last.place, width=1) if last.place is not None else None
    count = counted + len(listed) - len(kept)
    return [*kept, *([replace(problem(_REST, place, count=count), province=last.province)] if count else [])]
