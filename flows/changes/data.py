"""A comparison as plain JSON data, and the schema of that data."""

from collections.abc import Mapping
from typing import Any

from flows.changes.records import Change, Comparison, Flag, Op, PassageChange, Ruling, Side
from flows.changes.words import Mark

SCHEMA = "https://json-schema.org/draft/2020-12/schema"
"""The dialect in which the schema is written."""

Data = dict[str, Any]


def as_data(comparison: Comparison) -> Data:
    """A comparison as JSON data: every change once, then the places of both readings by id.

    A run of words is ``[mark, text]``, followed by the marks of the text (``strong``, ``link:<address>``).
    """
    return {
        "old": comparison.old,
        "new": comparison.new,
        "changes": [_change(change) for change in comparison.changes()],
        "rows": [[row.side.value, row.change.id] for row in comparison.rows],
        "variables": [
            {"name": each.name, "old": each.old, "new": each.new, "units": list(each.units)}
            for each in comparison.variables
        ],
    }


def report_schema() -> Data:
    """The JSON Schema of `as_data`."""
    text: Data = {"type": "string"}
    texts: Data = {"type": "array", "items": text}
    mark: Data = {"enum": [mark.value for mark in Mark]}
    run: Data = {"type": "array", "prefixItems": [mark, text], "items": text, "minItems": 2}
    passage = _object(
        part=text, shape=texts, mark=mark, starts={"type": "boolean"}, runs={"type": "array", "items": run}
    )
    flags: Data = {"type": "array", "items": {"enum": [flag.value for flag in Flag]}}
    ruling = _object(drop=flags, add=flags, reason=text, by=text)
    change = _object(
        id=text,
        kind=text,
        op={"enum": [op.value for op in Op]},
        old_id={"type": ["string", "null"]},
        old_path={"type": ["array", "null"], "items": text},
        new_path={"type": ["array", "null"], "items": text},
        passages={"type": "array", "items": passage},
        fields={"type": "array", "items": _object(name=text, old=True, new=True)},
        flags=flags,
        evidence={"type": "array", "items": _object(flag=flags["items"], old=texts, new=texts)},
        similarity={"type": ["number", "null"], "minimum": 0, "maximum": 1},
        declared={"type": "boolean"},
        parts=texts,
        digest={"type": "string", "pattern": "^([0-9a-f]{8})?$"},
        substantive={"type": "boolean"},
        ruling={"anyOf": [ruling, {"type": "null"}]},
    )
    row: Data = {
        "type": "array",
        "prefixItems": [{"enum": [side.value for side in Side]}, text],
        "items": False,
        "minItems": 2,
    }
    variable = _object(
        name=text, old={"type": ["string", "null"]}, new={"type": ["string", "null"]}, units=texts
    )
    lists = {"changes": change, "rows": row, "variables": variable}
    whole = _object(
        old=text, new=text, **{name: {"type": "array", "items": each} for name, each in lists.items()}
    )
    return {"$schema": SCHEMA, "title": "Standpunt: what changed between two readings", **whole}


def _object(**properties: Any) -> Data:
    """The schema of an object that has these properties, all of them and no others."""
    return {
        "type": "object",
        "properties": properties,
        "required": list(properties),
        "additionalProperties": False,
    }


def _change(change: Change) -> Data:
    old, new = change.old, change.new
    return {
        "id": change.id,
        "kind": change.kind,
        "op": change.op.value,
        "old_id": None if old is None else old.id,
        "old_path": None if old is None else list(old.path),
        "new_path": None if new is None else list(new.path),
        "passages": [_passage(each) for each in change.passages],
        "fields": [
            {"name": each.name, "old": _plain(each.old), "new": _plain(each.new)} for each in change.fields
        ],
        "flags": [flag.value for flag in change.flags],
        "evidence": [
            {"flag": each.flag.value, "old": list(each.old), "new": list(each.new)}
            for each in change.evidence
        ],
        "similarity": None if change.similarity is None else round(change.similarity, 4),
        "declared": change.declared,
        "parts": list(change.parts),
        "digest": change.digest,
        "substantive": change.is_substantive,
        "ruling": None if change.ruling is None else _ruling(change.ruling),
    }


def _passage(change: PassageChange) -> Data:
    runs: list[list[str]] = []
    for op in change.ops:
        for token in op.tokens:
            start = [op.mark.value, token.text, *token.marks]
            if runs and runs[-1][0] == start[0] and runs[-1][2:] == start[2:]:
                runs[-1][1] += token.text
            else:
                runs.append(start)
    passage = change.passage
    return {
        "part": passage.part,
        "shape": list(passage.shape),
        "mark": change.mark.value,
        "starts": passage.starts,
        "runs": runs,
    }


def _ruling(ruling: Ruling) -> Data:
    return {
        "drop": [flag.value for flag in ruling.drop],
        "add": [flag.value for flag in ruling.add],
        "reason": ruling.reason,
        "by": ruling.by,
    }


def _plain(value: Any) -> Any:
    """A structured value as JSON has it; dates become text."""
    if isinstance(value, Mapping):
        return {str(key): _plain(each) for key, each in value.items()}
    if isinstance(value, list | tuple):
        return [_plain(each) for each in value]
    return value if value is None or isinstance(value, str | int | float) else str(value)
