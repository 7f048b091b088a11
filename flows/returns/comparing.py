"""Compares a file that came back with what went out and with what stands there now."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field

from flows.positions.placeholders import BUILT_IN
from flows.returns.assigning import Assigned, Expected, Key, assign
from flows.returns.beside import changed_values, moved, places_of, remarks, with_moves, with_words
from flows.returns.copies import Freedom, Passage
from flows.returns.lines import Lines, line_of, plain_lines, shown, stepped
from flows.returns.naming import Names
from flows.returns.passages import KINDS, Back, below, came_back, lowered
from flows.returns.proposals import Certainty, Op, Proposal, Proposals, Why
from flows.returns.restoring import joined
from flows.returns.returned import Paragraph, ReturnedCopy
from flows.returns.revisions import authors_of

_MANY = 3
"""A file in which one of so many passages is missing was cut up, and nobody emptied them one by one."""


@dataclass(frozen=True, slots=True)
class Side:
    """A working copy at one moment: its passages in order, the words around them, and the values."""

    passages: tuple[Expected, ...]
    furniture: frozenset[str] = frozenset()
    values: Mapping[str, str] = field(default_factory=dict)
    of: Mapping[Key, Expected] = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "of", {each.passage.key: each for each in self.passages})


def propose(copy: ReturnedCopy, base: Side, now: Side, prefix: str, taken: Collection[str]) -> Proposals:
    """What a file asks for.

    Args:
        copy: The file, tracked changes decided.
        base: The working copy as it went out; where nobody knows, as it would go out now.
        now: The working copy as it would go out now.
        prefix: What the ids of a province's new blocks begin with, such as ``nh``; or nothing.
        taken: Ids that there are.
    """
    found = assign(copy.paragraphs, base.passages, base.furniture | now.furniture, base.values)
    return _Comparison(copy, base, now, found, Names(prefix, set(taken))).result()


@dataclass(frozen=True, slots=True)
class _Comparison:
    copy: ReturnedCopy
    base: Side
    now: Side
    found: Assigned
    names: Names

    def result(self) -> Proposals:
        backs = {
            key: self._back(each)
            for each in self.base.passages
            if (key := each.passage.key) in self.found.groups
        }
        national = [key for key, back in backs.items() if self._is_national(back.expected.passage)]
        backs = lowered(backs, national)
        proposals: list[Proposal] = []
        unchanged = 0
        for each in self.base.passages:
            asked = list(self._of_passage(each, backs))
            unchanged += not asked
            proposals += asked
        proposals += self._loose()
        proposals += self._values(backs)
        proposals = [*with_moves(proposals), *moved(self.found, self.base.passages)]
        said = tuple(remarks(self.found, self.copy.paragraphs, self.copy.comments))
        return Proposals(tuple(proposals), said, self.copy.left_out, unchanged, self.base.values)

    def _back(self, expected: Expected) -> Back:
        paragraphs = self.found.groups[expected.passage.key]
        return came_back(expected, paragraphs, self.copy.givens, self.base.values)

    def _of_passage(self, expected: Expected, backs: Mapping[Key, Back]) -> Iterator[Proposal]:
        key = expected.passage.key
        back = backs.get(key)
        if back is None:
            yield from self._missing(expected, backs)
            return
        if not back.is_same:
            yield from self._changed(back)
        for kind, paragraph in back.behind:
            yield from self._new(kind, paragraph, expected.passage.block)

    def _missing(self, expected: Expected, backs: Mapping[Key, Back]) -> Iterator[Proposal]:
        """A passage that is not in the file: one that flowed into another, or that somebody took out."""
        passage = expected.passage
        is_gone_with_block = not passage.is_markdown and (passage.block, "text") not in backs
        if not expected.lines or is_gone_with_block or passage.key not in self.now.of:
            return
        is_joined = passage.key in self.found.joined
        lost = sum(bool(each.lines) and each.passage.key not in backs for each in self.base.passages)
        sure = Certainty.LIKELY if is_joined else Certainty.CERTAIN
        if lost * _MANY > len(self.base.passages):
            sure = Certainty.QUESTION
        yield from self._emptied(expected, sure, Why.JOINED if is_joined else Why.MISSING, ())

    def _emptied(
        self, expected: Expected, sure: Certainty, why: Why, authors: tuple[str, ...]
    ) -> Iterator[Proposal]:
        """A text that is gone: the override goes with it, or the national block is left out."""
        passage = self._today(expected).passage
        if passage.verb is None and self.base.of[passage.key].passage.verb is not None:
            return  # the override went already
        if passage.freedom is not Freedom.ANY:
            yield self._told(expected, (), authors)
        elif not passage.is_markdown:
            yield self._proposal(Op.FIELD, expected, (), Certainty.QUESTION, Why.EMPTIED, authors=authors)
        elif passage.verb is not None or (passage.is_slot and passage.target != passage.block):
            yield self._proposal(Op.DROP, expected, (), sure, why, authors=authors)
        else:
            yield self._proposal(Op.REMOVE, expected, (), sure, why, authors=authors)

    def _changed(self, back: Back) -> Iterator[Proposal]:
        """A text that came back otherwise, beside what stands there now."""
        expected, authors = back.expected, authors_of(back.paragraphs)
        key = expected.passage.key
        today = self.now.of.get(key)
        if today is None:
            yield self._proposal(Op.TEXT, expected, back.lines, Certainty.CONFLICT, Why.GONE, authors=authors)
            return
        new, sure, why = back.lines, Certainty.CERTAIN, Why.CHANGED
        if key in self.found.joined.values():  # to be decided together with the text that flowed into it
            sure, why = Certainty.LIKELY, Why.JOINED
        if today.lines != expected.lines:
            if shown(new, self.base.values) == shown(today.lines, self.now.values):
                return
            both = joined(expected.lines, new, today.lines)
            new = both if both is not None else new
            sure, why = (Certainty.LIKELY, Why.MERGED) if both is not None else (Certainty.CONFLICT, Why.BOTH)
        yield from self._asked(today, new, sure, why, authors)

    def _asked(
        self, today: Expected, new: Lines, sure: Certainty, why: Why, authors: tuple[str, ...]
    ) -> Iterator[Proposal]:
        """Which verb of ours a changed text asks for."""
        passage = today.passage
        if not new:
            yield from self._emptied(today, sure, Why.EMPTIED, authors)
            return
        added = below(today, new)
        is_national = self._is_national(passage)
        if passage.freedom is Freedom.LOCKED or (passage.freedom is Freedom.APPEND and not added):
            yield self._told(today, new, authors)
        elif not passage.is_markdown:
            yield self._proposal(Op.FIELD, today, new, sure, why, authors=authors)
        elif is_national and added:
            if any(each.lines == added and each.passage.block == passage.block for each in self._since):
                return
            yield self._proposal(Op.APPEND, today, added, sure, Why.ADDED_BELOW, authors=authors)
        elif is_national:
            yield self._proposal(Op.REPLACE, today, new, sure, why, authors=authors)
        elif passage.is_slot and passage.verb is None and self.copy.province:
            yield self._proposal(Op.FILL, today, new, sure, Why.FILLED, authors=authors)
        else:
            yield self._proposal(Op.TEXT, today, new, sure, why, authors=authors)

    def _told(self, expected: Expected, new: Lines, authors: tuple[str, ...]) -> Proposal:
        return self._proposal(Op.REMARK, expected, new, Certainty.TOLD, Why.LOCKED, authors=authors)

    def _proposal(
        self,
        op: Op,
        about: Expected,
        new: Lines,
        sure: Certainty,
        why: Why,
        *,
        authors: tuple[str, ...] = (),
    ) -> Proposal:
        passage = self._today(about).passage
        old = self._today(about).lines if op is not Op.APPEND else ()
        return Proposal(op, passage.block, passage.field, old, new, sure, why, passage.kind, authors=authors)

    def _today(self, expected: Expected) -> Expected:
        return self.now.of.get(expected.passage.key, expected)

    def _new(
        self, kind: str, paragraph: Paragraph, after: str, before: str = "", *, is_copy: bool = False
    ) -> Iterator[Proposal]:
        """A new block, unless it was taken over already."""
        lines = stepped((line_of(paragraph),))
        if any(shown(each.lines, self.now.values) == lines for each in self._since):
            return
        is_copy = is_copy or any(shown(each.lines, self.base.values) == lines for each in self.base.passages)
        sure, why = (Certainty.LIKELY, Why.COPIED) if is_copy else (Certainty.CERTAIN, Why.NEW)
        why = Why.NEW_ON_TOP if before else why
        name = self.names.name(paragraph.text)
        authors = authors_of((paragraph,))
        yield Proposal(Op.INSERT, name, "text", (), lines, sure, why, kind, after, before, authors=authors)

    @property
    def _since(self) -> Iterator[Expected]:
        """What stands there now and did not when the copy went out."""
        return (each for key, each in self.now.of.items() if key not in self.base.of)

    def _loose(self) -> Iterator[Proposal]:
        """Paragraphs of no passage: new blocks beside the one before or below them, or else a remark."""
        for each in self.found.loose:
            kind = KINDS.get(each.paragraph.style, "prose")
            before = "" if each.after else self._first_under(each.under)
            if each.paragraph.heading or not (each.after or before):
                lines = (line_of(each.paragraph),)
                yield Proposal(Op.REMARK, each.after, "", (), lines, Certainty.TOLD, Why.NOWHERE)
                continue
            yield from self._new(kind, each.paragraph, each.after, before, is_copy=each.is_copy)

    def _first_under(self, heading: str) -> str:
        """The block that comes first right under a heading; nothing where it has none of its own."""
        paths = ((each.passage.path, each.passage.block) for each in self.base.passages)
        return next((block for path, block in paths if heading and path and path[-1] == heading), "")

    def _values(self, backs: Mapping[Key, Back]) -> Iterator[Proposal]:
        """A question for each value that was changed somewhere: everywhere, or only there."""
        for (variable, text), where in changed_values(backs).items():
            old, new = (plain_lines(each, {}) for each in (self.base.values.get(variable, ""), text))
            if self.now.values.get(variable) == text:
                continue
            if variable not in BUILT_IN and self.copy.province:
                places = places_of(variable, self.now.passages)
                sure = Certainty.QUESTION
                yield Proposal(Op.VARIABLE, variable, "", old, new, sure, Why.VALUE, places=places)
            for each in where:
                yield self._only_here(each, variable, text)

    def _only_here(self, expected: Expected, variable: str, text: str) -> Proposal:
        today = self._today(expected)
        passage, lines = today.passage, with_words(today.lines, variable, text)
        if passage.freedom is not Freedom.ANY:
            return self._told(expected, lines, ())
        op = Op.FIELD if not passage.is_markdown else Op.REPLACE if self._is_national(passage) else Op.TEXT
        return self._proposal(op, expected, lines, Certainty.QUESTION, Why.VALUE_HERE)

    def _is_national(self, passage: Passage) -> bool:
        """Whether a passage of a province's copy is the nation's."""
        return passage.verb is None and not passage.is_slot and bool(self.copy.province)
