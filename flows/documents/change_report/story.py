"""What a change report tells, before it is a text: the comparison, and what it means for each province."""

from collections.abc import Mapping
from dataclasses import dataclass

from flows.changes.effects import Effect
from flows.changes.records import Change, Comparison, Side
from flows.documents.change_report.report import NATIONAL
from flows.documents.change_report.sentences import CHANGE_WORDS
from flows.documents.elements import text_of
from flows.documents.readings import CHAPTER, THEME
from flows.translation.languages import Language


@dataclass(frozen=True, slots=True)
class Member:
    """A province in a report: its slug, its name, and two letters that stand for it."""

    slug: str
    name: str
    letters: str


@dataclass(frozen=True, slots=True)
class Consequence:
    """What the change of a national block means for a province.

    Attributes:
        national: What happened to the national block.
        verb: What the province does with it now, or did; nothing where it has no own text.
    """

    national: Change
    verb: str
    effect: Effect

    @property
    def block(self) -> str:
        """Id of the national block, in the new text where it is there."""
        return self.national.id


@dataclass(frozen=True, slots=True)
class Story:
    """Everything that one report tells.

    Attributes:
        subject: `NATIONAL`, or the slug of a province.
        subject_name: As a reader knows it.
        old: The older text, as the command names it.
        new: The newer one.
        folder: Where the files belong under the output folder.
        organisation: Who publishes it.
        language: Language of the text.
        speaks: Language of the report's own words: ``nl`` or ``en``.
        comparison: What changed.
        members: The provinces that the report speaks of.
        consequences: For each of them, what the changes mean, in the order of the text.
    """

    subject: str
    subject_name: str
    old: str
    new: str
    folder: str
    organisation: str
    language: Language
    speaks: str
    comparison: Comparison
    members: tuple[Member, ...]
    consequences: Mapping[str, tuple[Consequence, ...]]

    @property
    def is_national(self) -> bool:
        """Whether it is about the national text."""
        return self.subject == NATIONAL

    def word(self, key: str, **values: object) -> str:
        """One of the report's own words, with its values filled in."""
        return CHANGE_WORDS[self.speaks][key].format(**values)

    def around(self, key: str, gap: str, **values: object) -> tuple[str, str]:
        """What stands before and after the value `gap` of one of the report's own words."""
        before, _, after = self.word(key, **{gap: "\0"}, **values).partition("\0")
        return before, after


def titles(comparison: Comparison) -> Mapping[str, str]:
    """The title of each chapter and theme by its id; the new one where both texts have it."""
    found: dict[str, str] = {}
    for row in comparison.rows:
        for unit in (row.change.old, row.change.new):
            if unit is not None and unit.kind in (CHAPTER, THEME):
                found[unit.id] = text_of(list(unit.blocks)).strip()
    return found


EXCERPT = 9
"""Words by which a reader knows a part of the text."""


def excerpt(change: Change) -> str:
    """The first words of a changed part, as it is now or was; its id where it has no text."""
    unit = change.new or change.old
    words = text_of(list(unit.blocks)).split() if unit is not None else []
    if not words:
        return change.id
    return " ".join(words[:EXCERPT]).rstrip(".,;:") + ("…" if len(words) > EXCERPT else "")


def anchor(change: Change) -> str:
    """The place of a change in the report: in the new text, or in the old where it is gone."""
    return row_anchor(change, Side.OLD if change.new is None else Side.BOTH)


def row_anchor(change: Change, side: Side) -> str:
    """The anchor of one row."""
    if side is Side.OLD and change.old is not None:
        return f"oud-{change.old.id}"
    return f"nieuw-{change.id}"
