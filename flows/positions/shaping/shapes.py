"""From what a file says to a class of the model: every problem at once, each at its own place."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, TypeVar

from pydantic import TypeAdapter, ValidationError

from flows.positions.limits import WORDS
from flows.positions.marked import Marked
from flows.positions.shaping.misnamed import curly, misnamed, of_two_numbers
from flows.positions.written import as_written, doubt, plainer
from flows.positions.written_fields import FORMS, IN_DOUBT
from flows.problems.codes import problem
from flows.problems.records import Problem
from flows.wording.characters import BULLETS, DASHES, QUOTES, SPACE_LIKE

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
_TOO_LONG = "string_too_long"
_MISSING = ("missing", "missing_argument")
_UNKNOWN = ("extra_forbidden", "unexpected_keyword_argument")
_GOT = ((tuple, "got-list"), (dict, "got-mapping"), (bool, "got-flag"))
"""What stands there instead, where a term says more than the place."""


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
    unknown = {path: _unknown(shape, part, path, also) for path in _without_value(shape, part, also)}
    try:
        value = adapter(shape).validate_python(part.data)
    except ValidationError as error:
        records = [(_path(record), record) for record in error.errors(include_url=False)]
    else:
        return (None, [*unknown.values()]) if unknown else (value, [])
    unknown |= {
        path: _unknown(shape, part, path, also) for path, record in records if record["type"] in _UNKNOWN
    }
    # A key that is there under another name is one mistake, and the other name tells it.
    meant = {(*path[:-1], name) for path, found in unknown.items() for name in _meant(path[-1], found)}
    told = [
        _as_problem(shape, part, path, record)
        for path, record in records
        if path not in unknown and not (path in meant and record["type"] in _MISSING)
    ]
    return None, [*unknown.values(), *told]


def _path(record: Mapping[str, Any]) -> tuple[str | int, ...]:
    return tuple(step for step in record["loc"] if step != "[key]")


def _without_value(shape: type[Any], part: Marked, also: Sequence[str]) -> Iterator[tuple[str | int, ...]]:
    """The paths of keys without a value where the shape has no such key: pydantic never sees them."""
    for full in part.empty:
        path = full[len(part.root) :]
        around = _schema_at(shape, path[:-1])
        known = (*around.get("properties", ()), *(() if path[:-1] else also))
        if around.get("additionalProperties") is False and path[-1] not in known:
            yield path


def _unknown(shape: type[Any], part: Marked, path: tuple[str | int, ...], also: Sequence[str]) -> Problem:
    allowed = (*(() if path[:-1] else also), *keys_at(shape, path[:-1]))
    return misnamed(str(path[-1]), part.key(*path), allowed)


def _meant(name: str | int, found: Problem) -> tuple[str, ...]:
    if found.code == "SP126":
        return (str(found.args["key"]),)
    if found.code in ("SP123", "SP124", "SP130"):
        return (str(name).strip(f" -{SPACE_LIKE}{QUOTES}{DASHES}{BULLETS}"),)
    nearest = found.args.get("nearest", ())
    return nearest if isinstance(nearest, tuple) else ()


def _as_problem(
    shape: type[Any], part: Marked, path: tuple[str | int, ...], record: Mapping[str, Any]
) -> Problem:
    kind = record["type"]
    if kind in _MISSING:
        name = str(path[-1]) if path else ""
        return problem("SP110", part.keys.get((*part.root, *path)) or part.key(*path[:-1]), key=name)
    place = part.span(*path).place
    if kind in _EXPECTED:
        return _of_another_type(part, path, record)
    if kind in (IN_DOUBT, _TOO_LONG):
        return _of_another_value(part, path, record)
    quoted = curly(record["input"], place)
    if quoted is not None:
        return quoted
    allowed = tuple(str(value) for value in _schema_at(shape, path).get("enum", ()))
    if allowed:
        return problem("SP113", place, key=_dotted(path), value=str(record["input"]), allowed=allowed)
    # What is done to a value before it is matched hides the pattern from the schema.
    pattern = record.get("ctx", {}).get("pattern") or _schema_at(shape, path).get("pattern", "")
    form = FORMS.get(pattern, "")
    return problem("SP114", place, key=_dotted(path), value=str(record["input"]), form=form)


def _of_another_type(part: Marked, path: tuple[str | int, ...], record: Mapping[str, Any]) -> Problem:
    """A list where a text belongs, a text where a number belongs, and the like."""
    given = record["input"]
    expected = _EXPECTED[record["type"]]
    if expected == "list" and isinstance(given, dict):
        keys = (misnamed(str(name), part.key(*path, name), ()) for name in given)
        odd = next((found for found in keys if found.code != "SP111"), None)
        if odd is not None:  # a dash of another kind made keys of what should be items
            return odd
    place = part.span(*path).place
    return curly(given, place) or problem(
        "SP112",
        place,
        key=_dotted(path),
        expected=expected,
        got=next((term for kind, term in _GOT if isinstance(given, kind)), ""),
        better=plainer(given) if expected == "number" and isinstance(given, str) else "",
    )


def _of_another_value(part: Marked, path: tuple[str | int, ...], record: Mapping[str, Any]) -> Problem:
    """A value of the right type that cannot be printed as it stands."""
    written, place = record["input"], part.span(*path).place
    if record["type"] == _TOO_LONG:
        return problem("SP727", place, key=_dotted(path), found=len(str(as_written(written))), most=WORDS)
    return of_two_numbers(written, doubt(written) or ("", "", ""), place)


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
