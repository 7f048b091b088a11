"""The files of a new edition, made from those of the last one: text in, text out, comments and all."""

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Any

from pydantic import TypeAdapter, ValidationError

from flows.desk.opening.editions import UnknownName
from flows.positions.editions import Edition, Status
from flows.positions.written_fields import TO_BE_CONFIRMED, AsOf
from flows.problems.codes import problem
from flows.sources.content import edition_file, editions_in_order, own_file
from flows.sources.pen.operations import Drop, Operation, Put
from flows.sources.pen.rewriting import rewritten
from flows.sources.yaml_files import marked_text

_COMMENT = re.compile(r"^[^\S\n]*#.*$", re.MULTILINE)


_NAME = re.compile(r"[A-Za-z0-9]+(?:-[A-Za-z0-9]+)*")


def renewal(old: Edition, name: str, election: str | None, day: str) -> "Renewal":
    """What was asked for, where it can be done.

    Args:
        old: The edition to make it from.
        name: The name of the new one.
        election: The day of its election, a month or a year; None where nobody knows.
        day: The day of today.

    Raises:
        UnknownName: It can have no such name, or its election no such day.
    """
    if not _NAME.fullmatch(name) or editions_in_order((name, old.name))[-1] != name or name == old.name:
        raise UnknownName(problem("SP916", None, text=name, edition=old.name))
    if election is None:
        return Renewal(old, name, TO_BE_CONFIRMED, day)
    try:
        TypeAdapter(AsOf).validate_python(election)
    except ValidationError:
        raise UnknownName(problem("SP921", None, text=election)) from None
    last = old.election.date
    known = min(len(election), len(last))
    if last != TO_BE_CONFIRMED and election[:known] <= last[:known]:
        raise UnknownName(problem("SP920", None, day=election, edition=old.name, other=last))
    return Renewal(old, name, election, day)


@dataclass(frozen=True, slots=True)
class Renewal:
    """A new edition to be made.

    Attributes:
        old: The edition that it is made from.
        name: Its name.
        election: The day of its election as far as it is known: ``2031-03``, or `TO_BE_CONFIRMED`.
        day: The day of today: ``2027-04-01``.
    """

    old: Edition
    name: str
    election: str
    day: str

    def renamed(self, file: str) -> str:
        """What a file of the old edition is called in the new one."""
        folder, _, name = file.rpartition("/")
        if folder == f"shared/{self.old.name}":
            return f"shared/{self.name}/{name}"
        return f"{folder}/{self.name}{name.removeprefix(self.old.name)}"

    def edition_text(self, text: str, data: Mapping[str, Any]) -> str:
        """Its ``edition.yaml``, from text and data of the old one: nothing retired, no day confirmed."""
        operations: list[Operation] = [
            Put(("edition",), self.name),
            Put(("status",), Status.PREPARED.value),
            Put(("previous",), self.old.name, after="edition"),
            Put(("as_of",), self.day, after="status"),
            Put(("election", "date"), self.election),
            Put(("election", "source"), TO_BE_CONFIRMED),
        ]
        operations += [Drop(("retired",))] if data.get("retired") else []
        operations += [Drop(("election", "waived"))] if "waived" in data["election"] else []
        return self.in_comments(rewritten(text, edition_file(self.old.name), operations))

    def own_text(self, text: str, slug: str, satisfied: Collection[int]) -> str:
        """A province's file; `satisfied` are the entries, from 0, that ask to remove what is retired."""
        operations: list[Operation] = [Put(("edition",), self.name)]
        operations += [Drop(("overrides", index)) for index in sorted(satisfied, reverse=True)]
        return self.in_comments(rewritten(text, own_file(slug, self.old.name), operations))

    def in_comments(self, text: str) -> str:
        """A text whose comments point to the files of the new edition; a year in a sentence stays."""
        old = re.compile(rf"(?<=[A-Za-z>][/-]){re.escape(self.old.name)}\b")
        renewed = _COMMENT.sub(lambda comment: old.sub(self.name, comment[0]), text)
        before, _ = marked_text(text, "")
        after, _ = marked_text(renewed, "")
        is_same = before is not None and after is not None and before.data == after.data
        return renewed if is_same else text  # what looks like a comment inside a text is text
