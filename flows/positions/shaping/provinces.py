"""From `province.yaml` and `<edition>.yaml` of a province to who it is and what it says."""

from dataclasses import dataclass, field
from typing import Any

from flows.positions.bodies import Contact, Kind
from flows.positions.editions import Block, Edition
from flows.positions.marked import Marked
from flows.positions.provinces import NameForms, Override, Province, ProvinceEdition, Tile, Verb
from flows.positions.shaping.blocks import shape_body, shape_id, single_key, unknown_keys
from flows.positions.shaping.editions import Entries
from flows.positions.shaping.misnamed import meant_by, misnamed
from flows.positions.shaping.shapes import shaped
from flows.positions.shaping.variables import shape_variables
from flows.positions.targets import Targets
from flows.positions.written_fields import CLOSED, Id, Markdown, Words
from flows.problems.codes import problem
from flows.problems.records import Problem


@dataclass(frozen=True, slots=True)
class ProvinceFile:
    """The keys of `province.yaml`."""

    __pydantic_config__ = CLOSED
    province: Id
    capital: Words
    names: dict[Id, NameForms]
    languages: tuple[Id, ...]
    codes: dict[Id, Words] = field(default_factory=dict)
    contact: Contact | None = None
    tile: Tile | None = None


@dataclass(frozen=True, slots=True)
class ProvinceEditionFile:
    """The keys of a province's file of one edition; the overrides are read one by one."""

    __pydantic_config__ = CLOSED
    province: Id
    edition: Words
    variables: dict[str, Any] = field(default_factory=dict)
    overrides: Entries = ()


@dataclass(frozen=True, slots=True)
class OverrideHead:
    """The keys that an entry may have beside its verb and the body of a block."""

    __pydantic_config__ = CLOSED
    kind: Kind | None = None
    after: Id | None = None
    before: Id | None = None
    written_against: Words | None = None
    reason: Words | None = None
    note: Words | None = None


@dataclass(frozen=True, slots=True)
class Appended:
    """What an append adds."""

    __pydantic_config__ = CLOSED
    text: Markdown


HEAD_KEYS = {
    Verb.FILL: ("kind", "reason", "note"),
    Verb.REPLACE: ("kind", "reason", "note", "written_against"),
    Verb.APPEND: ("reason", "note", "written_against"),
    Verb.INSERT: ("kind", "after", "before", "reason", "note"),
    Verb.REMOVE: ("reason", "note", "written_against"),
}
"""The keys that an entry of each verb may have beside its body."""


def shape_province(file: Marked, slug: str) -> tuple[Province | None, list[Problem]]:
    """Read `province.yaml` of the folder `slug`."""
    shape, problems = shaped(ProvinceFile, file)
    if shape is None:
        return None, problems
    if shape.province != slug:
        place = file.span("province").place
        problems.append(problem("SP117", place, key="province", value=shape.province, folder=slug))
    for language in shape.languages:
        if language not in shape.names:
            problems.append(problem("SP508", file.key("names"), language=language))
    province = Province(
        slug=slug,
        capital=shape.capital,
        languages=shape.languages,
        names=shape.names,
        codes=shape.codes,
        contact=shape.contact,
        tile=shape.tile,
        places=file.inner_spans(),
    )
    return province, problems


def shape_province_edition(
    file: Marked, province: Province, edition: Edition, targets: Targets
) -> tuple[ProvinceEdition | None, list[Problem]]:
    """Read a province's file of one edition; `targets` tells the kind of block that an entry replaces."""
    shape, problems = shaped(ProvinceEditionFile, file)
    if shape is None:
        return None, problems
    for key, value, folder in (
        ("province", shape.province, province.slug),
        ("edition", shape.edition, edition.name),
    ):
        if value != folder:
            place = file.span(key).place
            problems.append(problem("SP117", place, key=key, value=value, folder=folder))
    overrides: list[Override] = []
    for part in file.items("overrides") if shape.overrides else ():
        override, found = shape_override(part, targets)
        problems += found
        if override is not None:
            overrides.append(override)
    variables, found = shape_variables(file, edition.variables)
    problems += found
    name = file.span().place.file
    return ProvinceEdition(
        province, edition.name, variables, tuple(overrides), name, file.inner_spans()
    ), problems


def shape_override(part: Marked, targets: Targets) -> tuple[Override | None, list[Problem]]:
    """Read one entry: its verb, its target and, where the verb has one, its block."""
    word, problems = single_key(part, tuple(Verb))
    if word is None:
        return None, problems
    verb = Verb(word)
    target, problems = shape_id(part, word)
    head_keys = HEAD_KEYS[verb]
    head, found = shaped(OverrideHead, part.only(*head_keys))
    problems += found
    if target is None or head is None:
        return None, problems
    rest, beside = part.without(word, *head_keys), (word, *head_keys)
    text, block = None, None
    if verb is Verb.REMOVE:
        problems += unknown_keys(rest, beside)
    elif verb is Verb.APPEND:
        appended, found = shaped(Appended, rest, also=beside)
        problems += found
        text = appended.text if appended else None
    else:
        kind, found = _kind_of_own(part, verb, target, head, targets)
        problems += found
        block, found = _own_block(rest, verb, target, kind) if kind else (None, [])
        problems += found
    if problems:
        return None, problems
    override = Override(
        verb=verb,
        target=target,
        place=part.span(word).place,
        anchor=head.after or head.before,
        before=head.before is not None,
        block=block,
        text=text,
        written_against=head.written_against,
        reason=head.reason,
        spans=part.inner_spans(),
    )
    return override, problems


def _kind_of_own(
    part: Marked, verb: Verb, target: str, head: OverrideHead, targets: Targets
) -> tuple[Kind | None, list[Problem]]:
    """The kind of block an entry brings: as it says, or that of its target; None for an unknown target."""
    if verb is not Verb.INSERT:
        national = targets.find(target)
        return head.kind or (national.kind if national else None), []
    unplaced = (head.after is None) == (head.before is None)
    if head.kind is not None and not unplaced:
        return head.kind, []
    allowed = (verb.value, *HEAD_KEYS[verb])
    meant = {meant_by(name, allowed): name for name in part.names() if name not in allowed}
    problems = []
    if unplaced and not meant.keys() & {"after", "before"}:
        problems.append(problem("SP313", part.span(verb.value).place, id=target))
    if head.kind is None:  # without it nobody can tell which other keys belong here
        problems += [misnamed(name, part.key(name), allowed) for key, name in meant.items() if key]
        if "kind" not in meant:
            problems.append(problem("SP110", part.span(verb.value).place, key="kind"))
    return head.kind, problems


def _own_block(rest: Marked, verb: Verb, target: str, kind: Kind) -> tuple[Block | None, list[Problem]]:
    """The block that a fill, replace or insert brings."""
    (body, waived), problems = shape_body(kind, rest, (verb.value, *HEAD_KEYS[verb]))
    if body is None:
        return None, problems
    place = rest.span(verb.value).place
    return Block(target, kind, body, place, rest.inner_spans(), waived=waived), problems
