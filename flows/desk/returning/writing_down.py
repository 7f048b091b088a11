"""From what a file asks for to edits of a province's files."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, fields
from typing import Any

from flows.overrides.fingerprints import stamp
from flows.positions.bodies import Body, DataPoint
from flows.positions.editions import Block
from flows.positions.marked import Marked
from flows.positions.provinces import Override, Verb
from flows.positions.targets import Targets
from flows.positions.written_fields import TO_BE_CONFIRMED
from flows.returns.proposals import Op, Proposal
from flows.sources.pen.operations import Address, Drop, Insert, Operation, Put, Value, Where

_SOURCED = ("fact", "figure")
_STAMPED = (Op.REPLACE, Op.APPEND, Op.REMOVE)


@dataclass
class ProvinceHand:
    """Writes what is asked of a province down as operations on its file.

    Attributes:
        targets: The national blocks.
        own: What the province says now.
        marked: The file as it is read.
        texts: The text of each proposal as it is to be written.
    """

    targets: Targets
    own: Sequence[Override]
    marked: Marked
    texts: Mapping[int, str]

    def operations(self, chosen: Iterable[Proposal]) -> Iterator[Operation]:
        """The operations of all proposals; those on entries that are there come first, drops last."""
        proposals = list(chosen)
        yield from self._values(proposals)
        yield from self._changes(proposals)
        yield from self._additions(proposals)
        yield from self._drops(proposals)

    def stamped(self, chosen: Iterable[Proposal]) -> list[Block]:
        """The national blocks against whose text of today something was written."""
        found = [each for each in chosen if each.op in _STAMPED or self._is_national_field(each)]
        return [block for each in found for block in [self.targets.find(each.block)] if block is not None]

    def _is_national_field(self, proposal: Proposal) -> bool:
        """Whether a short field of a national block was changed, which then is replaced as a whole."""
        block = self.targets.find(proposal.block)
        is_national = block is not None and not block.slot
        return proposal.op is Op.FIELD and is_national and self._entry(proposal) is None

    def _values(self, proposals: Sequence[Proposal]) -> Iterator[Operation]:
        for each in proposals:
            if each.op is Op.VARIABLE:
                old = self.marked.data.get("variables", {}).get(each.block)
                text = self.texts[id(each)]
                yield Put(("variables", each.block), _names(text) if isinstance(old, tuple) else text)

    def _changes(self, proposals: Sequence[Proposal]) -> Iterator[Operation]:
        for each in proposals:
            if each.op in (Op.TEXT, Op.FIELD) and (at := self._entry(each)) is not None:
                field = ("text",) if each.op is Op.TEXT else _path(each.field)
                yield Put((*at, *field), self.texts[id(each)])

    def _additions(self, proposals: Sequence[Proposal]) -> Iterator[Operation]:
        order = {name: number for number, name in enumerate(self.targets.blocks)}
        known = [(entry.target, entry.anchor, entry.verb) for entry in self.own]
        for block, entry in self._new_entries(proposals):
            behind: Where | None = None
            for target, anchor, verb in known:
                if order.get(anchor or target, -1) <= order.get(block, len(order)):
                    behind = Where(verb.value, target)
            yield Insert(("overrides",), entry, after=behind, first=behind is None and bool(known))
            verb = Verb(next(iter(entry)))
            known.append(
                (str(entry[verb.value]), str(entry.get("after", entry.get("before", ""))) or None, verb)
            )
            known.sort(key=lambda each: order.get(each[1] or each[0], -1))

    def _new_entries(self, proposals: Sequence[Proposal]) -> Iterator[tuple[str, dict[str, Value]]]:
        """New entries with the national block that each belongs to; a block has one replacement."""
        replaced: dict[str, dict[str, str]] = {}
        for each in proposals:
            text = self.texts.get(id(each), "")
            block = self.targets.find(each.block)
            if each.op is Op.INSERT:
                yield from self._inserted(each, text)
            elif block is None or (each.op in (Op.TEXT, Op.FIELD) and self._entry(each) is not None):
                continue
            elif each.op is Op.REPLACE or self._is_national_field(each):
                replaced.setdefault(block.id, {})[each.field] = text
            elif each.op is Op.APPEND:
                yield block.id, {"append": block.id, "written_against": stamp(block), "text": text}
            elif each.op is Op.FILL:
                yield block.id, {"fill": block.id, "text": text, **_unsourced(block.kind)}
            elif each.op is Op.REMOVE:
                stamped: dict[str, Value] = {"written_against": stamp(block)} if not block.slot else {}
                yield block.id, {"remove": block.id, **stamped}
        for name, changed in replaced.items():
            block = self.targets.blocks[name]
            body = _body(block.body, changed) if block.body is not None else {}
            yield name, {"replace": name, "written_against": stamp(block), **body}

    def _inserted(self, each: Proposal, text: str) -> Iterator[tuple[str, dict[str, Value]]]:
        side = "after" if each.after else "before"
        anchor = self._anchor(each.after or each.before)
        if anchor:
            entry: dict[str, Value] = {"insert": each.block, side: anchor, "kind": each.kind, "text": text}
            yield anchor, {**entry, **_unsourced(each.kind)}

    def _anchor(self, name: str) -> str:
        """The national block that a new one comes behind; a block of the province has one itself."""
        if name in self.targets.blocks:
            return name
        mine = (one.anchor for one in self.own if one.target == name and one.verb is Verb.INSERT)
        return next(mine, None) or ""

    def _drops(self, proposals: Sequence[Proposal]) -> Iterator[Operation]:
        dropped = (self._entry(each) for each in proposals if each.op is Op.DROP)
        found = [at for at in dropped if at is not None]
        removed = {each.block for each in proposals if each.op is Op.REMOVE}
        found += [
            ("overrides", index)
            for index, entry in enumerate(self.marked.data.get("overrides", ()))
            if entry.get("append") in removed
        ]
        for at in found:
            entry = self.marked.data["overrides"][at[1]]
            verb = next(verb.value for verb in Verb if verb in entry)
            yield Drop(("overrides", Where(verb, str(entry[verb]))))

    def _entry(self, proposal: Proposal) -> Address | None:
        """The way to the entry of the province's file that a text of its own stands in."""
        added, _, nth = proposal.field.partition(".")
        wanted = int(nth or 1) if added == "append" and nth.isdigit() else 1
        for index, entry in enumerate(self.marked.data.get("overrides", ())):
            verb = next((verb for verb in Verb if verb in entry), None)
            if verb is None or (verb is Verb.APPEND) is not (added == "append") or verb is Verb.REMOVE:
                continue
            block = self.targets.find(str(entry[verb]))
            if (block.id if block is not None else str(entry[verb])) == proposal.block:
                wanted -= 1
                if wanted == 0:
                    return ("overrides", index)
        return None


def _path(field: str) -> Address:
    return tuple(int(step) - 1 if step.isdigit() else step for step in field.split("."))


def _names(text: str) -> tuple[str, ...]:
    """The items of a listing: ``a, b en c``."""
    head, _, last = text.rpartition(" en ") if " en " in text else text.rpartition(" and ")
    return tuple(each.strip() for each in (*head.split(","), last) if each.strip())


def _unsourced(kind: str) -> dict[str, Value]:
    """What a claim says that nobody has found a source for yet."""
    return {"source": TO_BE_CONFIRMED, "as_of": TO_BE_CONFIRMED} if kind in _SOURCED else {}


def _body(body: Body, changed: Mapping[str, str]) -> dict[str, Value]:
    """The fields of a body as they are written, some of them changed."""
    found: dict[str, Value] = {}
    for spec in fields(body):
        value = getattr(body, spec.name)
        if value is not None and value != ():
            found[spec.name] = _value(value)
    for field, text in changed.items():
        name, *rest = _path(field)
        items = found.get(str(name))
        if rest and isinstance(items, tuple):
            found[str(name)] = tuple(text if at == rest[0] else each for at, each in enumerate(items))
        else:
            found[str(name)] = text
    return found


def _value(value: Any) -> Value:
    if isinstance(value, tuple):
        return tuple(map(_value, value))
    if isinstance(value, DataPoint):
        return {"label": value.label, "value": str(value.value)}
    return str(value)
