"""The one walker over the texts of a position that have to be translated: it collects them, and swaps them.

Not translated: names, addresses and ways to reach somebody; web addresses, numbers and dates; what is still
to be confirmed (a fixed label says so); texts without a letter outside of their variables.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Any

from flows.positions.bodies import MARKDOWN_FIELDS, Ask, Body, Contact, Fact, Figure, texts
from flows.positions.editions import Edition
from flows.positions.folding import folded
from flows.positions.merged import Layer, MergedBlock, MergedChapter, MergedTheme, Position
from flows.positions.placeholders import PLACEHOLDER
from flows.positions.places import Path
from flows.positions.provinces import VariableValue
from flows.positions.written_fields import TO_BE_CONFIRMED

UNTRANSLATED_OF_CONTACT = frozenset({"name", "organisation", "address", "email", "phone", "website"})
"""Fields of a contact that read the same in every language."""

TRANSLATED_VARIABLES = frozenset({"text", "list"})
"""Types of variables whose values are words."""


class Part(StrEnum):
    """What a text is in a document; decides how strictly it has to be translated."""

    HEADING = "heading"
    PROSE = "prose"
    ASK = "ask"
    FACT = "fact"
    CAPTION = "caption"
    SOURCE = "source"
    CONTACT = "contact"
    VARIABLE = "variable"


@dataclass(frozen=True, slots=True)
class Unit:
    """One text to translate.

    Attributes:
        layer: Whose catalogue it belongs to.
        owner: What it is a text of: a block, theme or chapter by its id, ``edition``, ``election``,
            ``variables`` or ``province.contact``.
        field: Where it stands inside that, list positions from 1: ``text``, ``data.1.label``, ``append``.
        text: The Dutch as written, variables intact.
        part: What it is in a document.
        block: The block that it is printed in, or None for a title or a variable.
        aliases: What its owner was called before.
    """

    layer: Layer
    owner: str
    field: str
    text: str
    part: Part
    block: str | None = None
    aliases: tuple[str, ...] = ()

    @property
    def context(self) -> str:
        """Its key in a catalogue: ``<owner>#<field>``."""
        return f"{self.owner}#{self.field}"

    @property
    def contexts(self) -> tuple[str, ...]:
        """Every key it may be found under, today's first."""
        return (self.context, *(f"{alias}#{self.field}" for alias in self.aliases))

    @property
    def is_markdown(self) -> bool:
        """Whether it is written in Markdown; titles, captions and values of variables are plain."""
        in_body = self.block is not None and self.field in MARKDOWN_FIELDS
        return in_body or self.is_addition

    @property
    def is_addition(self) -> bool:
        """Whether a province appended it to a block."""
        return self.field.partition(".")[0] == "append"

    @property
    def whole(self) -> str:
        """What stands in one language with it: its block; an addition, title or value stands for itself."""
        return self.context if self.block is None or self.is_addition else self.block

    @property
    def source(self) -> str:
        """The Dutch with its soft line breaks folded, as a catalogue shows it."""
        return folded(self.text)

    @property
    def words(self) -> int:
        """The number of Dutch words; a variable counts as one."""
        return len(PLACEHOLDER.sub("x", self.text).split())


def addition_field(index: int) -> str:
    """The field of what a province appended to a block, counted from 0."""
    return f"append.{index + 1}" if index else "append"


Swap = Callable[[Unit], str]
"""Gives the text that takes the place of a unit."""


def units_of(position: Position, layer: Layer) -> tuple[Unit, ...]:
    """Every text to translate that one layer wrote, in reading order."""
    found: list[Unit] = []

    def take(unit: Unit) -> str:
        if unit.layer is layer:
            found.append(unit)
        return unit.text

    rewritten(position, take)
    return tuple(found)


def rewritten(position: Position, swap: Swap) -> Position:
    """The same position with every text to translate replaced by what `swap` gives for it.

    The chapters of the edition inside it, which no document prints, stay as they are.
    """
    return replace(
        position,
        edition=_edition(position.edition, swap),
        chapters=tuple(_chapter(chapter, swap) for chapter in position.chapters),
        variables=_variables(position, swap),
    )


def _edition(edition: Edition, swap: Swap) -> Edition:
    return replace(
        edition,
        title=_title("edition", edition.title, swap, "title"),
        subtitle=_title("edition", edition.subtitle, swap, "subtitle"),
        election=replace(edition.election, name=_title("election", edition.election.name, swap, "name")),
    )


def _title(owner: str, text: str, swap: Swap, field: str = "title") -> str:
    return _swapped(Unit(Layer.NATIONAL, owner, field, text, Part.HEADING), swap)


def _swapped(unit: Unit, swap: Swap) -> str:
    has_words = any(character.isalpha() for character in PLACEHOLDER.sub("", unit.text))
    return swap(unit) if has_words and unit.text != TO_BE_CONFIRMED else unit.text


def _chapter(merged: MergedChapter, swap: Swap) -> MergedChapter:
    title = _title(merged.chapter.id, merged.chapter.title, swap)
    return MergedChapter(
        replace(merged.chapter, title=title),
        tuple(_block(block, swap) for block in merged.blocks),
        tuple(_theme(theme, swap) for theme in merged.themes),
    )


def _theme(merged: MergedTheme, swap: Swap) -> MergedTheme:
    title = _title(merged.theme.id, merged.theme.title, swap)
    return MergedTheme(
        replace(merged.theme, title=title), tuple(_block(block, swap) for block in merged.blocks)
    )


def _block(merged: MergedBlock, swap: Swap) -> MergedBlock:
    block, body = merged.block, merged.block.body
    if body is None:
        return merged
    from_contact = merged.origin.layer is Layer.PROVINCE and merged.origin.verb is None
    owner = block.supplied_by if from_contact and block.supplied_by else block.id
    aliases = () if from_contact else block.aliases
    for path, text in texts(body):
        if isinstance(body, Contact) and path[0] in UNTRANSLATED_OF_CONTACT:
            continue
        part = _part(merged.block.body, path)
        unit = Unit(merged.origin.layer, owner, _field(path), text, part, block.id, aliases)
        body = _with_text(body, path, _swapped(unit, swap))
    additions = []
    for index, addition in enumerate(merged.additions):
        field = addition_field(index)
        part = _part(merged.block.body, ("text",))
        unit = Unit(addition.origin.layer, block.id, field, addition.text, part, block.id, block.aliases)
        additions.append(replace(addition, text=_swapped(unit, swap)))
    return replace(merged, block=replace(block, body=body), additions=tuple(additions))


def _part(body: Body | None, path: Path) -> Part:
    match body:
        case _ if path[0] in ("source", "speaker"):
            return Part.SOURCE
        case Figure():
            return Part.CAPTION
        case Ask():
            return Part.ASK
        case Fact():
            return Part.FACT
        case Contact():
            return Part.HEADING if path[0] == "title" else Part.CONTACT
    return Part.PROSE


def _field(path: Path) -> str:
    return ".".join(str(step + 1) if isinstance(step, int) else step for step in path)


def _with_text(value: Any, path: Path, text: str) -> Any:
    if not path:
        return text
    step, rest = path[0], path[1:]
    if isinstance(step, int):
        return (*value[:step], _with_text(value[step], rest, text), *value[step + 1 :])
    return replace(value, **{step: _with_text(getattr(value, step), rest, text)})


def _variables(position: Position, swap: Swap) -> Mapping[str, VariableValue]:
    declared = position.edition.variables
    found = dict(position.variables)
    for name, value in position.variables.items():
        if name not in declared or declared[name].type not in TRANSLATED_VARIABLES:
            continue
        layer = Layer.NATIONAL if value == declared[name].default else Layer.PROVINCE
        if isinstance(value, str):
            found[name] = _swapped(Unit(layer, "variables", name, value, Part.VARIABLE), swap)
        elif isinstance(value, tuple):
            items = (
                Unit(layer, "variables", f"{name}.{at + 1}", item, Part.VARIABLE)
                for at, item in enumerate(value)
            )
            found[name] = tuple(_swapped(unit, swap) for unit in items)
    return found
