"""From a province's `variables:` to values of the declared types."""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import Any
from urllib.parse import urlsplit

from flows.positions.editions import Variable
from flows.positions.limits import ITEMS, VALUE, WORDS
from flows.positions.marked import Marked
from flows.positions.provinces import VariableValue
from flows.positions.shaping.misnamed import meant_by, misnamed, of_two_numbers
from flows.positions.written import as_decimal, as_written, doubt, plainer
from flows.problems.codes import problem
from flows.problems.records import Place, Problem
from flows.wording.names import nearest


def shape_variables(
    file: Marked, declared: Mapping[str, Variable]
) -> tuple[dict[str, VariableValue], list[Problem]]:
    """The values a province gives, those of the wrong type or without a declaration left out."""
    values: dict[str, VariableValue] = {}
    problems: list[Problem] = []
    meant: set[str | None] = set()
    given = file.data.get("variables", {})
    for name in file.at("variables").names() if "variables" in file.data else ():
        if name not in declared:
            place = file.key("variables", name)
            problems.append(_undeclared(name, place, declared))
            meant.add(meant_by(name, declared))
    for name, written in given.items():
        if name not in declared:
            continue
        value, found = _value(name, written, declared[name], file.span("variables", name).place)
        problems += found
        if value is not None:
            values[name] = value
    for name, variable in declared.items():
        if name in values or name in given or name in meant:
            continue
        if variable.default is not None:
            values[name] = variable.default
        elif variable.required:
            place = file.key("variables")
            problems.append(problem("SP502", place, name=name, about=variable.about or ""))
    return values, problems


def _value(
    name: str, written: Any, variable: Variable, place: Place
) -> tuple[VariableValue | None, list[Problem]]:
    """A written value as the declared type, or None with what is wrong with it."""
    value = typed(written, variable)
    if value is None:
        return None, [_mistyped(name, written, variable, place)]
    longest = _longest(value)
    if longest > WORDS:
        return None, [problem("SP727", place, key=name, found=longest, most=WORDS)]
    if isinstance(value, tuple) and len(value) > ITEMS:
        return None, [problem("SP728", place, key=name, found=len(value), most=ITEMS)]
    return value, []


def _undeclared(name: str, place: Place, declared: Mapping[str, Variable]) -> Problem:
    slip = misnamed(name, place, tuple(declared))
    if slip.code != "SP111":  # a character in the name that nobody sees as another one
        return slip
    return problem("SP505", place, name=name, allowed=nearest(name, declared) or tuple(declared))


def _mistyped(name: str, written: Any, variable: Variable, place: Place) -> Problem:
    doubtful = doubt(written) if variable.type == "number" else None
    if doubtful is not None:
        return of_two_numbers(written, doubtful, place)
    better = plainer(written) if variable.type == "number" and isinstance(written, str) else ""
    return problem("SP503", place, name=name, expected=variable.type, better=better)


def typed(written: Any, variable: Variable) -> VariableValue | None:
    """A written value as the declared type, or None where it is something else."""
    value = as_written(written)
    match variable.type:
        case "list":
            items = tuple(as_written(item) for item in written) if isinstance(written, tuple) else ()
            return items if items and all(isinstance(item, str) and item for item in items) else None
        case "number":
            number = as_decimal(written)
            is_amount = isinstance(number, Decimal) and doubt(written) is None and abs(number) <= VALUE
            return number if is_amount else None
        case "date":
            return value if isinstance(value, str) and _is_date(value) else None
        case "url":
            return value if isinstance(value, str) and _is_web_address(value) else None
    return value if isinstance(value, str) and value else None


def _longest(value: VariableValue) -> int:
    """Characters of a value, or of the longest in a list."""
    return max(map(len, value)) if isinstance(value, tuple) else len(str(value))


def _is_date(text: str) -> bool:
    try:
        date.fromisoformat(text)
    except ValueError:
        return False
    return True


def _is_web_address(text: str) -> bool:
    try:
        parts = urlsplit(text)
    except ValueError:
        return False
    return parts.scheme in ("http", "https") and "." in (parts.hostname or "") and " " not in text
