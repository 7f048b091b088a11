"""The hash of a block's text: what `written_against` holds, and how two texts are called the same."""

import hashlib
import json
from dataclasses import fields
from enum import StrEnum
from typing import Any

from flows.positions.bodies import Body
from flows.positions.editions import Block
from flows.positions.folding import folded

STAMP_LENGTH = 12
"""Hexadecimal digits of SHA-256 in a stamp: 48 bits, for texts of which an edition has some sixty."""


def stamp(block: Block) -> str:
    """The stamp of a block: SHA-256 over its kind and its normalised, unrendered body."""
    content = json.dumps(
        [block.kind.value, plain(block.body)], ensure_ascii=False, sort_keys=True, separators=(",", ":")
    )
    return hashlib.sha256(content.encode()).hexdigest()[:STAMP_LENGTH]


def plain(body: Body | None) -> dict[str, Any]:
    """A body as plain data with normalised texts, empty fields left out."""
    if body is None:
        return {}
    data = {spec.name: _plain(getattr(body, spec.name)) for spec in fields(body)}
    return {name: value for name, value in data.items() if value not in (None, [])}


def _plain(value: Any) -> Any:
    if isinstance(value, StrEnum):
        return value.value
    if isinstance(value, str):
        return folded(value)
    if isinstance(value, tuple):
        return [_plain(item) for item in value]
    if hasattr(value, "__dataclass_fields__"):
        return {spec.name: _plain(getattr(value, spec.name)) for spec in fields(value)}
    return None if value is None else str(value)
