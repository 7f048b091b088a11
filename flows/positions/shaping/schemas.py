"""JSON Schemas of the files that people write, made from the same classes that check them."""

from collections.abc import Mapping, Sequence
from typing import Any

from flows.positions.bodies import BODIES, Kind
from flows.positions.provinces import Verb
from flows.positions.shaping.blocks import SLOT, BlockHead, SlotHead
from flows.positions.shaping.editions import ChapterFile, EditionFile, ThemeEntry
from flows.positions.shaping.provinces import (
    HEAD_KEYS,
    Appended,
    OverrideHead,
    ProvinceEditionFile,
    ProvinceFile,
)
from flows.positions.shaping.shapes import adapter
from flows.positions.shaping.waivers import SOURCED_KINDS, Waiver
from flows.positions.written_fields import ID_PATTERN

DIALECT = "https://json-schema.org/draft/2020-12/schema"
Schema = dict[str, Any]

_ID: Schema = {"type": "string", "pattern": ID_PATTERN}


def schemas() -> dict[str, Schema]:
    """The schema of each kind of file, by a short name."""
    return {
        "edition": file_schema(EditionFile),
        "chapter": _chapter(),
        "province": file_schema(ProvinceFile),
        "province-edition": province_edition_schema(),
    }


def province_edition_schema(targets: Mapping[str, Sequence[str]] | None = None) -> Schema:
    """The schema of a province's file of an edition.

    Args:
        targets: For each verb, the national ids it can act on, for an editor to complete; any id without.
    """
    schema = file_schema(ProvinceEditionFile)
    entries = [entry for verb in Verb for entry in _entries(verb, targets)]
    schema["properties"]["overrides"] = {"type": "array", "items": _one_of(schema, entries)}
    return schema


def file_schema(shape: type[Any]) -> Schema:
    """The schema of a file whose keys are those of a class."""
    schema = adapter(shape).json_schema()
    schema.setdefault("$defs", {})
    return {"$schema": DIALECT, **schema}


def _chapter() -> Schema:
    schema = file_schema(ChapterFile)
    block = _one_of(schema, [*(_block(kind) for kind in Kind), _shape(SlotHead, {SLOT: _ID})])
    schema["$defs"]["block"] = block
    blocks = {"type": "array", "items": {"$ref": "#/$defs/block"}}
    schema["properties"]["blocks"] = blocks
    theme = _shape(ThemeEntry, {})
    theme["properties"]["blocks"] = blocks
    schema["properties"]["themes"] = {"type": "array", "items": _one_of(schema, [theme])}
    return schema


def _block(kind: Kind) -> Schema:
    return _joined(_body(kind, {kind.value: _ID}), _shape(BlockHead, {}))


def _body(kind: Kind, keys: Schema) -> Schema:
    """The schema of a body; where it has a source, a waiver may stand beside it."""
    body = _shape(BODIES[kind], keys)
    return _joined(body, _shape(Waiver, {})) if kind in SOURCED_KINDS else body


def _entries(verb: Verb, targets: Mapping[str, Sequence[str]] | None) -> list[Schema]:
    """One schema a verb; where it brings a block, one a kind."""
    known = targets.get(verb.value) if targets is not None else None
    key: Schema = {verb.value: {"enum": list(known)} if known else _ID}
    head = _shape(OverrideHead, key)
    head["properties"] = {
        name: value for name, value in head["properties"].items() if name in (verb.value, *HEAD_KEYS[verb])
    }
    if verb is Verb.REMOVE:
        return [head]
    if verb is Verb.APPEND:
        return [_joined(head, _shape(Appended, {}))]
    entries = [_joined(head, _body(kind, {})) for kind in Kind]
    if verb is Verb.INSERT:
        for kind, entry in zip(Kind, entries, strict=True):
            entry["properties"] = {**entry["properties"], "kind": {"const": kind.value}}
            entry["required"] = [*entry["required"], "kind"]
    return entries


def _shape(shape: type[Any], keys: Schema) -> Schema:
    """The schema of a class with the keys that say what an entry is."""
    schema = adapter(shape).json_schema()
    schema["properties"] = {**keys, **schema.get("properties", {})}
    schema["required"] = [*keys, *schema.get("required", ())]
    return schema


def _joined(one: Schema, other: Schema) -> Schema:
    return {
        **one,
        "title": f"{one['title']}{other['title']}",
        "properties": {**one["properties"], **other["properties"]},
        "required": [*one["required"], *other["required"]],
        "$defs": {**one.get("$defs", {}), **other.get("$defs", {})},
    }


def _one_of(file: Schema, entries: Sequence[Schema]) -> Schema:
    """A choice of entries, their own definitions moved to the file's."""
    for entry in entries:
        file["$defs"].update(entry.pop("$defs", {}))
    return {"anyOf": list(entries)}
