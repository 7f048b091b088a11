"""A digest of what a reader can see of a position: equal for equal content, wherever it is written."""

import hashlib
import json
from collections.abc import Collection, Iterator, Mapping
from dataclasses import fields, is_dataclass
from decimal import Decimal
from typing import Any

from flows.positions.merged import MergedBlock, MergedChapter, Position
from flows.positions.placeholders import placeholders
from flows.positions.provinces import Province

_FORMS = {"province.in": "in_", "province.of": "of", "province.adjective": "adjective"}
"""The forms of a province's name that a document prints only where a text asks for them."""


def reading_digest(position: Position, languages: Collection[str], *beside: Any) -> str:
    """SHA-256 of everything in a position that can reach a document, as hexadecimal digits.

    Where things are written, what provinces may do with them, notes and reasons do not count: that a claim is
    waived decides whether a document says "to be confirmed", and why it is does not. Neither does a
    national text that the province replaced or removed, a variable that no text uses, and what the province
    is called in other languages.

    Args:
        position: The merged position.
        languages: Codes of the languages in which the document says the province's name.
        beside: Whatever else decides what the document holds, as plain data or dataclasses of the model.
    """
    told = json.dumps(
        [_reading(position, languages), _plain(beside)], ensure_ascii=False, separators=(",", ":")
    )
    return hashlib.sha256(told.encode("utf-8", "surrogatepass")).hexdigest()


def _reading(position: Position, languages: Collection[str]) -> list[Any]:
    edition = position.edition
    election = (edition.election.name, edition.election.date)
    head = (
        edition.name,
        edition.title,
        edition.subtitle,
        edition.organisation,
        edition.status,
        edition.as_of,
        election,
    )
    texts = [_plain(head), [_chapter(chapter) for chapter in position.chapters]]
    used = set(_variables(texts))
    values = {name: value for name, value in position.variables.items() if name in used}
    types = {name: variable.type for name, variable in edition.variables.items() if name in used}
    return [*texts, _who(position.province, languages, used), _plain(values), types]


def _who(province: Province, languages: Collection[str], used: Collection[str]) -> list[Any]:
    """What a document says of who its province is: on its cover, and where a text asks for it."""
    capital = province.capital if "province.capital" in used else ""
    fields = [field for name, field in _FORMS.items() if name in used]
    spoken = {code: province.names[code] for code in sorted(languages) if code in province.names}
    names = {code: [forms.name, *(getattr(forms, each) for each in fields)] for code, forms in spoken.items()}
    return [province.slug, capital, names]


def _variables(told: Any) -> Iterator[str]:
    """The names of the variables in plain data."""
    if isinstance(told, str):
        yield from placeholders(told) if "{{" in told else ()
    elif isinstance(told, list):
        for each in told:
            yield from _variables(each)


def _chapter(merged: MergedChapter) -> list[Any]:
    chapter = merged.chapter
    themes = [[each.theme.id, each.theme.title, _blocks(each.blocks)] for each in merged.themes]
    return [chapter.id, chapter.title, chapter.layout, _blocks(merged.blocks), themes]


def _blocks(blocks: tuple[MergedBlock, ...]) -> list[Any]:
    return [
        [
            each.block.id,
            each.block.kind,
            _plain(each.block.body),
            [added.text for added in each.additions],
            each.block.waived is not None,
        ]
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
