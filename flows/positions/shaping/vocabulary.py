"""Every key that a file of ours can have, so that a broken file can be read by its words."""

from collections.abc import Iterator, Mapping
from typing import Any

from flows.positions.shaping.schemas import schemas


def _keys(schema: Any) -> Iterator[str]:
    if isinstance(schema, Mapping):
        yield from schema.get("properties", {})
        for inner in schema.values():
            yield from _keys(inner)
    elif isinstance(schema, list):
        for inner in schema:
            yield from _keys(inner)


KEYS = frozenset(_keys(list(schemas().values())))
"""The keys of edition, chapter and province files."""
