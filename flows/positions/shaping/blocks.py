"""From the entries of a chapter to blocks: `- prose: id`, `- ask: id`, `- slot: id`."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, fields, replace
from typing import Any, Literal

from flows.positions.bodies import BODIES, Body, Kind
from flows.positions.editions import Block, Permission
from flows.positions.marked import Marked
from flows.positions.shaping.misnamed import curly, misnamed
from flows.positions.shaping.shapes import shaped
from flows.positions.shaping.waivers import SOURCED_KINDS, WAIVED, shape_waiver
from flows.positions.written import as_written
from flows.positions.written_fields import CLOSED, ID_PATTERN, Flag, Id, Words
from flows.problems.codes import problem
from flows.problems.records import Problem

SLOT = "slot"


@dataclass(frozen=True, slots=True)
class BlockHead:
    """The keys that every block with content may have beside its body."""

    __pydantic_config__ = CLOSED
    override: Permission = Permission.ANY
    aliases: tuple[Id, ...] = ()
    note: Words | None = None


_HEAD_KEYS = tuple(spec.name for spec in fields(BlockHead))


@dataclass(frozen=True, slots=True)
class SlotHead:
    """The keys of a slot."""

    __pydantic_config__ = CLOSED
    kind: Kind
    required: Flag = False
    supplied_by: Literal["province.contact"] | None = None
    aliases: tuple[Id, ...] = ()
    note: Words | None = None


def shape_blocks(parts: Iterable[Marked]) -> tuple[tuple[Block, ...], list[Problem]]:
    """Read the entries of a `blocks:` list; entries with problems are left out of the result."""
    blocks: list[Block] = []
    problems: list[Problem] = []
    for part in parts:
        block, found = shape_block(part)
        problems += found
        if block is not None:
            blocks.append(block)
    return tuple(blocks), problems


def shape_block(part: Marked) -> tuple[Block | None, list[Problem]]:
    """Read one entry as a block or a slot."""
    allowed = (*Kind, SLOT)
    word, problems = single_key(part, allowed)
    if word is None:
        return None, problems
    identifier, problems = shape_id(part, word)
    if word == SLOT:
        slot, found = shaped(SlotHead, part.without(SLOT), also=(SLOT,))
        if identifier is None or slot is None:
            return None, problems + found
        return _slot(identifier, slot, part), problems + found
    kind = Kind(word)
    head, found = shaped(BlockHead, part.only(*_HEAD_KEYS))
    (body, waived), more = shape_body(kind, part.without(word, *_HEAD_KEYS), (word, *_HEAD_KEYS))
    problems += found + more
    if identifier is None or head is None or body is None:
        return None, problems
    return replace(_block(identifier, kind, body, head, part), waived=waived), problems


def shape_body(
    kind: Kind, part: Marked, also: Sequence[str] = ()
) -> tuple[tuple[Body | None, str | None], list[Problem]]:
    """Read the body of a kind, and why it may stay unconfirmed; `also` names the entry's other keys."""
    shape: Any = BODIES[kind]
    if kind not in SOURCED_KINDS:
        body, problems = shaped(shape, part, also=also)
        return (body, None), problems
    body, problems = shaped(shape, part.without(WAIVED), also=(*also, WAIVED))
    waived, found = shape_waiver(part)
    return (body, waived), problems + found


def single_key(part: Marked, allowed: Sequence[str]) -> tuple[str | None, list[Problem]]:
    """The one key among `allowed` that says what an entry is."""
    if not isinstance(part.data, dict):
        return None, [problem("SP112", part.span().place, key=str(part.root[-1]), expected="mapping")]
    present = [word for word in allowed if word in part.data]
    if len(present) == 1:
        return present[0], []
    empty = [name for name in part.names() if name in allowed and name not in part.data]
    if not present and empty:
        return None, [problem("SP110", part.key(empty[0]), key=empty[0])]
    slips = [misnamed(name, part.key(name), allowed) for name in part.names() if not present]
    meant = [slip for slip in slips if slip.code != "SP111" or slip.args["nearest"]]
    if meant:
        return None, meant[:1]
    second = [part.key(name) for name in part.names() if name in present][1:2]
    place = second[0] if second else part.span().place
    return None, [problem("SP116", place, found=tuple(present), allowed=tuple(allowed))]


def shape_id(part: Marked, key: str) -> tuple[str | None, list[Problem]]:
    """The id under `key`: Dutch kebab-case."""
    value = as_written(part.data[key])
    place = part.span(key).place
    if not isinstance(value, str):
        return None, [problem("SP112", place, key=key, expected="text")]
    if not re.fullmatch(ID_PATTERN, value):
        return None, [curly(value, place) or problem("SP114", place, key=key, value=value, form="form-id")]
    return value, []


def unknown_keys(part: Marked, allowed: Sequence[str]) -> list[Problem]:
    """A problem for every key of `part` that is not allowed."""
    return [misnamed(name, part.key(name), allowed) for name in part.names() if name not in allowed]


def _block(identifier: str, kind: Kind, body: Body, head: BlockHead, part: Marked) -> Block:
    return Block(
        id=identifier,
        kind=kind,
        body=body,
        place=part.span(kind.value).place,
        spans=part.inner_spans(),
        override=head.override,
        aliases=head.aliases,
        note=head.note,
    )


def _slot(identifier: str, head: SlotHead, part: Marked) -> Block:
    return Block(
        id=identifier,
        kind=head.kind,
        body=None,
        place=part.span(SLOT).place,
        spans=part.inner_spans(),
        aliases=head.aliases,
        slot=True,
        required=head.required,
        supplied_by=head.supplied_by,
        note=head.note,
    )
