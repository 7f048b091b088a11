"""One cause, one message: what is wrong alike in several provinces is told once."""

from collections.abc import Hashable, Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import takewhile
from typing import TypeVar

from flows.problems.records import Problem, type_of_argument

_Item = TypeVar("_Item", bound=Hashable)
MEASURES = frozenset({"strict", "percent"})
"""Arguments that tell how far a province is; the cause is the same, whatever they are."""


@dataclass(frozen=True, slots=True)
class Cause:
    """Problems with one cause.

    Attributes:
        problem: What they all say: the problem itself, or one that speaks of any province.
        members: The problems in the order in which they were found.
    """

    problem: Problem
    members: tuple[Problem, ...]

    @property
    def provinces(self) -> tuple[str, ...]:
        """The provinces it concerns, each once."""
        return tuple(dict.fromkeys(each.province for each in self.members if each.province is not None))


def causes(problems: Iterable[Problem], anyone: str) -> list[Cause]:
    """Problems by their cause, each cause where its first problem stands.

    Problems of two or more provinces have one cause where their code, weight and arguments are the same but
    for the province and what it measures, which is told as a range. What is wrong twice in one province, or
    in the national text, is told twice.

    Args:
        problems: The problems.
        anyone: What stands for the province in a sentence about several.
    """
    told = [(_key(each), each) for each in problems]
    alike: dict[Hashable, list[Problem]] = {}
    for key, each in told:
        alike.setdefault(key, []).append(each)
    found = []
    for key, each in told:
        members = alike[key]
        if len({one.province for one in members}) == 1:
            found.append(Cause(each, (each,)))
        elif each is members[0]:
            found.append(Cause(_common(members, anyone), tuple(members)))
    return found


def _key(problem: Problem) -> Hashable:
    """The same for problems with one cause."""
    args = [each for each in _of_anyone(problem, "").items() if each[0] not in MEASURES]
    return problem.code, problem.severity, problem.province is None, frozenset(args)


def _of_anyone(problem: Problem, anyone: str) -> dict[str, type_of_argument]:
    """The arguments of a problem, with another word for its province."""

    def named(value: type_of_argument) -> type_of_argument:
        if isinstance(value, str):
            return value.replace(f"provinces/{problem.province}/", f"provinces/{anyone}/")
        return value

    args = {name: named(value) for name, value in problem.args.items()}
    return args | {"province": anyone} if args.get("province") == problem.province else args


def _common(members: Sequence[Problem], anyone: str) -> Problem:
    """What problems with one cause all say: their place, related places and excerpts where these agree."""
    first = members[0]
    place = first.place if len({each.place for each in members}) == 1 else None
    related = _agreed([each.related for each in members])
    excerpts = _agreed([each.excerpts for each in members])
    args = _of_anyone(first, anyone)
    measured = {name: _range(members, name) for name in sorted(MEASURES & first.args.keys())}
    return replace(
        first, place=place, args=args | measured, related=related, excerpts=excerpts, province=None
    )


def _range(members: Sequence[Problem], name: str) -> type_of_argument:
    """From the least to the most that problems measure."""
    least, *_, most = sorted(int(str(each.args[name])) for each in members)
    return f"{least}–{most}" if least < most else least


def _agreed(lists: Sequence[tuple[_Item, ...]]) -> tuple[_Item, ...]:
    """What lists begin with alike: a text that is compared with the one before it stays behind that one."""
    columns = zip(*lists, strict=False)
    return tuple(column[0] for column in takewhile(lambda column: len(set(column)) == 1, columns))
