"""In what order a list of problems is read, and what settles one: declared once, by code."""

from collections.abc import Iterable, Mapping
from enum import StrEnum
from types import MappingProxyType

from flows.problems.records import Problem, Severity, sort_key


class Group(StrEnum):
    """The parts of a list, the most pressing first."""

    ERRORS = "errors"
    DECISIONS = "decisions"
    ADVICE = "advice"


WARNINGS: Mapping[str, Group] = MappingProxyType(
    {
        "SP": Group.DECISIONS,
        "SP504": Group.ADVICE,  # a variable that no text uses
        "SP606": Group.ADVICE,  # two spellings of a name
        "SP612": Group.ADVICE,  # a text that is much too long
        "SP65": Group.ADVICE,  # plain language
        "SP713": Group.ADVICE,  # a label of a figure twice
        "SP86": Group.ADVICE,  # odd translations
        "SP87": Group.ADVICE,
    }
)
"""The group of warnings by the beginning of their code; the longest beginning that fits decides."""

COMMANDS: Mapping[str, str] = MappingProxyType(
    {
        "SP401": "standpunt accept {province} {id} --edition {edition}",
        "SP402": "standpunt accept {province} {id} --edition {edition}",
        "SP217": "{command}",
        "SP404": "standpunt accept {province} {id} --edition {edition}",
        "SP620": "standpunt translate sync {edition}",
    }
)
"""The command that settles a problem, with the arguments of the problem; the others need an editor."""


def group_of(problem: Problem) -> Group:
    """The part of a list that a problem stands in."""
    if problem.severity is Severity.ERROR:
        return Group.ERRORS
    fitting = (begin for begin in WARNINGS if problem.code.startswith(begin))
    return WARNINGS[max(fitting, key=len)]


def reading_order(problem: Problem) -> tuple[int, str, int, int, str]:
    """Sorts problems as they are read: errors, decisions, advice, and each of them by place."""
    return (tuple(Group).index(group_of(problem)), *sort_key(problem))


def command_for(problem: Problem) -> str:
    """The command that settles a problem, as somebody types it; nothing where there is none."""
    return COMMANDS.get(problem.code, "").format_map(problem.args)


def most_pressing(problems: Iterable[Problem]) -> Problem | None:
    """Where to begin: the first error, or without errors the first problem that a command settles.

    Args:
        problems: In reading order.
    """
    pressing = (each for each in problems if each.severity is Severity.ERROR or command_for(each))
    return next(pressing, None)
