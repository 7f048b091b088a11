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
from flows.positions.shaping.shapes import thousands
from flows.positions.targets import nearest
from flows.positions.written import as_decimal, as_written, may_be_thousands
from flows.problems.codes import problem
from flows.problems.records import Place, Problem


def shape_variables(
    file: Marked, declared: Mapping[str, Variable]
) -> tuple[dict[str, VariableValue], list[Problem]]:
    """The values a province gives, those of the wrong type or without a declaration left out."""
    values: dict[str, VariableValue] = {}
    problems: list[Problem] = []
    for name, written in file.data.get("variables", {}).items():
        if name not in declared:
            place = file.key("variables", name)
            close = nearest(name, declared) or tuple(declared)
            problems.append(problem("SP505", place, name=name, allowed=close))
            continue
        value, found = _value(name, written, declared[name], file.span("variables", name).place)
        problems += found
        if value is not None:
            values[name] = value
    for name, variable in declared.items():
        if name in values or name in file.data.get("variables", {}):
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
    if variable.type == "number" and may_be_thousands(written):
        return None, [thousands(name, written, place)]
    value = typed(written, variable)
    if value is None:
        return None, [problem("SP503", place, name=name, expected=variable.type)]
    longest = _longest(value)
    if longest > WORDS:
        return None, [problem("SP727", place, key=name, found=longest, most=WORDS)]
    if isinstance(value, tuple) and len(value) > ITEMS:
        return None, [problem("SP728", place, key=name, found=len(value), most=ITEMS)]
    return value, []


def typed(written: Any, variable: Variable) -> VariableValue | None:
    """A written value as the declared type, or None where it is something else."""
    value = as_written(written)
    match variable.type:
        case "list":
            items = tuple(as_written(item) for item in written) if isinstance(written, tuple) else ()
            return items if items and all(isinstance(item, str) and item for item in items) else None
        case "number":
            number = as_decimal(written)
            return number if isinstance(number, Decimal) and abs(number) <= VALUE else None
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
