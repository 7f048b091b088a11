"""What a file has to say after an operation: the same operation on plain data."""

from collections.abc import Mapping
from typing import Any

from flows.positions.written import as_written
from flows.sources.pen.nodes import NotThere
from flows.sources.pen.operations import Address, Drop, Operation, Put, Step, Where
from flows.wording.characters import tidied


def meant(data: Any, operation: Operation) -> Any:
    """Data after an operation; the data that is given stays as it is.

    Raises:
        NotThere: An address leads nowhere.
    """
    if isinstance(operation, Put):
        return _at(data, operation.at, operation.value)
    if isinstance(operation, Drop):
        return _without(data, operation.at)
    try:
        items = list(_look_up(data, operation.at))
    except NotThere:
        items = []
    behind = len(items) if operation.after is None else _index(items, operation.after) + 1
    items.insert(0 if operation.first else behind, operation.item)
    return _at(data, operation.at, tuple(items))


def same(one: Any, other: Any) -> bool:
    """Whether two values say the same; a number is the text that it was written as."""
    if isinstance(one, Mapping) and isinstance(other, Mapping):
        return one.keys() == other.keys() and all(same(value, other[key]) for key, value in one.items())
    if isinstance(one, tuple | list) and isinstance(other, tuple | list):
        return len(one) == len(other) and all(map(same, one, other))
    one, other = as_written(one), as_written(other)
    if isinstance(one, str) and isinstance(other, str):
        return tidied(one).rstrip("\n") == tidied(other).rstrip("\n")
    return type(one) is type(other) and bool(one == other)


def _look_up(data: Any, at: Address) -> Any:
    for step in at:
        data = data[_step(data, step)]
    return data


def _step(data: Any, step: Step) -> Any:
    """A step as a key or a number that is there."""
    if isinstance(step, Where):
        return _index(data, step)
    there = isinstance(data, Mapping) if isinstance(step, str) else isinstance(data, tuple | list)
    if not there or (step not in data if isinstance(step, str) else step >= len(data)):
        raise NotThere((step,))
    return step


def _index(items: Any, where: Where) -> int:
    for index, item in enumerate(items if isinstance(items, tuple | list) else ()):
        if isinstance(item, Mapping) and as_written(item.get(where.key)) == where.value:
            return index
    raise NotThere((where,))


def _at(data: Any, at: Address, value: Any) -> Any:
    """Data with another value at an address; its last key need not be there."""
    if not at:
        return value
    step, rest = at[0], at[1:]
    if isinstance(data, Mapping):
        inner = _at(data[step], rest, value) if step in data else _new(rest, value)
        return {**data, step: inner}
    index = _step(data, step)
    return (*data[:index], _at(data[index], rest, value), *data[index + 1 :])


def _new(rest: Address, value: Any) -> Any:
    if rest:
        raise NotThere(rest)
    return value


def _without(data: Any, at: Address) -> Any:
    """Data without a value; what then holds nothing goes too."""
    step, rest = _step(data, at[0]), at[1:]
    left = _without(data[step], rest) if rest else None
    if left:
        return _at(data, (step,), left)
    if isinstance(data, Mapping):
        return {key: value for key, value in data.items() if key != step}
    return (*data[:step], *data[step + 1 :])
