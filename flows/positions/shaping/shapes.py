"""From what a file says to a class of the model: every problem at once, each at its own place."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, TypeVar

from pydantic import TypeAdapter, ValidationError

from flows.positions.limits import WORDS
from flows.positions.marked import Marked
from flows.positions.places import Path
from flows.positions.written import WrittenFloat, may_be_thousands
from flows.positions.written_fields import FORMS
from flows.problems.codes import problem
from flows.problems.records import Place, Problem

Shape = TypeVar("Shape")

_EXPECTED = {
    "string_type": "text",
    "string_too_short": "text",
    "bool_type": "flag",
    "decimal_type": "number",
    "decimal_parsing": "number",
    "tuple_type": "list",
    "dict_type": "mapping",
    "mapping_type": "mapping",
    "dataclass_type": "mapping",
}
"""Pydantic's error types for a value of the wrong type, and the term for what belongs there."""


_OF_KEYS = frozenset({"missing", "missing_argument", "extra_forbidden", "unexpected_keyword_argument"})
"""Pydantic's error types for a key and not for its value."""

_ADAPTERS: dict[Any, TypeAdapter[Any]] = {}


def adapter(shape: type[Shape]) -> TypeAdapter[Shape]:
    """The validator of a class of the model, made once."""
    if shape not in _ADAPTERS:
        _ADAPTERS[shape] = TypeAdapter(shape)
    return _ADAPTERS[shape]


def shaped(
    shape: type[Shape], part: Marked, *, also: Sequence[str] = ()
) -> tuple[Shape | None, list[Problem]]:
    """Read a part of a file as `shape`; `also` names keys that stand in the file beside those of the shape.

    Returns:
        The value and no problems, or None and every problem found.
    """
    unknown = list(_unknown_without_value(shape, part, also)) if part.empty else []
    try:
        value = adapter(shape).validate_python(part.data)
    except ValidationError as error:
        records = error.errors(include_url=False)
        return None, [*(_as_problem(shape, part, record, also) for record in records), *unknown]
    return (None, unknown) if unknown else (value, [])


def _unknown_without_value(shape: type[Any], part: Marked, also: Sequence[str]) -> Iterator[Problem]:
    """A problem for every key without a value that nobody reads: one with a value would be refused, too."""
    depth = len(part.root)
    for path in sorted(part.empty, key=str):
        inner, name = path[depth:-1], str(path[-1])
        if path[:depth] != part.root or len(path) <= depth or (inner and inner[0] in also):
            continue
        allowed = keys_at(shape, inner)
        if allowed and name not in (*allowed, *(() if inner else also)):
            yield unknown_key(name, part.key(*inner, name), (*(() if inner else also), *allowed))


def _as_problem(shape: type[Any], part: Marked, record: Mapping[str, Any], also: Sequence[str]) -> Problem:
    path = tuple(step for step in record["loc"] if step != "[key]")
    kind = record["type"]
    if kind in _OF_KEYS:
        return _of_key(shape, part, path, kind, also)
    place = part.span(*path).place
    if may_be_thousands(record["input"]) or kind == "string_too_long":
        return _as_it_looks(_dotted(path), record["input"], place)
    if kind in _EXPECTED:
        return problem("SP112", place, key=_dotted(path), expected=_EXPECTED[kind])
    allowed = tuple(str(value) for value in _schema_at(shape, path).get("enum", ()))
    if allowed:
        return problem("SP113", place, key=_dotted(path), value=str(record["input"]), allowed=allowed)
    form = FORMS.get(_schema_at(shape, path).get("pattern", ""), "")
    return problem("SP114", place, key=_dotted(path), value=str(record["input"]), form=form)


def _of_key(shape: type[Any], part: Marked, path: Path, kind: str, also: Sequence[str]) -> Problem:
    """The problem of a key that is missing, or that nobody reads."""
    name = str(path[-1]) if path else ""
    if kind.startswith("missing"):
        return problem("SP110", part.keys.get((*part.root, *path)) or part.key(*path[:-1]), key=name)
    return unknown_key(name, part.key(*path), (*(() if path[:-1] else also), *keys_at(shape, path[:-1])))


def _as_it_looks(key: str, value: Any, place: Place) -> Problem:
    """The problem of a value of the right type that cannot be printed as it stands."""
    if may_be_thousands(value):
        return thousands(key, value, place)
    return problem("SP727", place, key=key, found=len(str(value)), most=WORDS)


def thousands(key: str, value: WrittenFloat, place: Place) -> Problem:
    """The problem of a number such as 1.500, which YAML reads as one and a half."""
    short = value.written.rstrip("0").rstrip(".")
    whole, comma = value.written.replace(".", ""), short.replace(".", ",")
    return problem("SP121", place, key=key, value=value.written, whole=whole, short=short, comma=comma)


def unknown_key(name: str, place: Place, allowed: Sequence[str]) -> Problem:
    """The problem of a key that nobody reads, with the keys that are allowed there."""
    return problem("SP111", place, key=name, allowed=tuple(allowed))


def keys_at(shape: type[Any], path: Sequence[str | int] = ()) -> tuple[str, ...]:
    """The keys that `shape` allows at `path`, as people write them."""
    return tuple(_schema_at(shape, path).get("properties", {}))


def _schema_at(shape: type[Any], path: Sequence[str | int]) -> dict[str, Any]:
    schema = _schema(shape)
    here = _resolved(schema, schema)
    for step in path:
        if isinstance(step, int):
            here = here.get("items", {})
        else:
            here = here.get("properties", {}).get(step) or _extra(here)
        here = _resolved(here, schema)
    return here


_SCHEMAS: dict[Any, dict[str, Any]] = {}


def _schema(shape: type[Any]) -> dict[str, Any]:
    """The JSON Schema of a class of the model, made once: making it takes longer than shaping a block."""
    if shape not in _SCHEMAS:
        _SCHEMAS[shape] = adapter(shape).json_schema(mode="validation")
    return _SCHEMAS[shape]


def _extra(schema: dict[str, Any]) -> dict[str, Any]:
    """The schema of a mapping's values, where its keys are the writer's own."""
    options = [schema.get("additionalProperties"), *schema.get("patternProperties", {}).values()]
    return next((option for option in options if isinstance(option, dict)), {})


def _resolved(part: dict[str, Any], schema: dict[str, Any]) -> dict[str, Any]:
    while "$ref" in part:
        part = schema["$defs"][part["$ref"].rpartition("/")[2]]
    for option in part.get("anyOf", ()):
        if option.get("type") != "null":
            return _resolved(option, schema)
    return part


def _dotted(path: Sequence[str | int]) -> str:
    return ".".join(str(step + 1 if isinstance(step, int) else step) for step in path)
