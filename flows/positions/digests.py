"""A digest of what a reader can see of a position: equal for equal content, wherever it is written."""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from decimal import Decimal
from typing import Any

from flows.positions.merged import MergedBlock, MergedChapter, Position


def reading_digest(position: Position, *beside: Any) -> str:
    """SHA-256 of everything in a position that can reach a document, as hexadecimal digits.

    Where things are written, what provinces may do with them, notes and reasons do not count; neither does a
    national text that the province replaced or removed.

    Args:
        position: The merged position.
        beside: Whatever else decides what the document holds, as plain data or dataclasses of the model.
    """
    told = json.dumps([_reading(position), _plain(beside)], ensure_ascii=False, separators=(",", ":"))
    return hashlib.sha256(told.encode("utf-8", "surrogatepass")).hexdigest()


def _reading(position: Position) -> list[Any]:
    edition, province = position.edition, position.province
    election = (edition.election.name, edition.election.date)
    types = {name: variable.type for name, variable in edition.variables.items()}
    head = (edition.name, edition.title, edition.subtitle, edition.organisation, edition.status, election)
    who = (province.slug, province.capital, province.names)
    chapters = [_chapter(chapter) for chapter in position.chapters]
    return [_plain(head), _plain(who), _plain(position.variables), types, chapters]


def _chapter(merged: MergedChapter) -> list[Any]:
    chapter = merged.chapter
    themes = [[each.theme.id, each.theme.title, _blocks(each.blocks)] for each in merged.themes]
    return [chapter.id, chapter.title, chapter.layout, _blocks(merged.blocks), themes]


def _blocks(blocks: tuple[MergedBlock, ...]) -> list[Any]:
    return [
        [each.block.id, each.block.kind, _plain(each.block.body), [added.text for added in each.additions]]
        for each in blocks
    ]


def _plain(value: Any) -> Any:
    if value is None or isinstance(value, str | bool | int):
        return value
    if isinstance(value, tuple | list):
        return [_plain(item) for item in value]
    if isinstance(value, Mapping):
        return {str(key): _plain(item) for key, item in sorted(value.items())}
    if isinstance(value, Decimal):
        return str(value)
    if is_dataclass(value):
        return [type(value).__name__, *(_plain(getattr(value, spec.name)) for spec in fields(value))]
    raise TypeError(type(value).__name__)
