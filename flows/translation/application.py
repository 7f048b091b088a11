"""A position in another language: approved text in the place of its Dutch, and how every text stands."""

from dataclasses import dataclass
from enum import StrEnum

from flows.positions.bodies import Body, Figure
from flows.positions.merged import Layer, Position
from flows.translation.entries import Catalogue
from flows.translation.extraction import Part, Unit, rewritten, units_of
from flows.translation.states import State, state_of


class Shown(StrEnum):
    """In which language a text stands in the document."""

    TRANSLATION = "translation"
    DUTCH = "dutch"


@dataclass(frozen=True, slots=True)
class Showing:
    """How one text of a document stands.

    Attributes:
        unit: The Dutch text: its context, block, field, part and layer.
        state: How its translation stands.
        shown: What the document shows. An approved text is shown in Dutch where the rest of its block is.
    """

    unit: Unit
    state: State
    shown: Shown


@dataclass(frozen=True, slots=True)
class Translated:
    """A position with its texts swapped.

    Attributes:
        position: The position; its ids, places and variables' names are as they were.
        showings: How every text stands, in reading order, those of values of variables last; a figure without
            data is in no document and not among them.
    """

    position: Position
    showings: tuple[Showing, ...]


def translated(position: Position, national: Catalogue, own: Catalogue, *, final: bool) -> Translated:
    """A merged position in the language of its catalogues.

    A block is one whole: where one of its texts has to stand in Dutch, all of them do.

    Args:
        position: The merged position in Dutch, variables not yet filled in.
        national: The catalogue of the national text.
        own: That of the province's own text.
        final: True where only approved and fresh text may be shown; a draft also shows text that nobody has
            read yet, and prose whose Dutch has changed since.
    """
    catalogues = {Layer.NATIONAL: national, Layer.PROVINCE: own}
    units = [*units_of(position, Layer.NATIONAL), *units_of(position, Layer.PROVINCE)]
    states = {_key(unit): _state(catalogues[unit.layer], unit) for unit in units}
    dutch = {unit.whole for unit in units if not _may_show(states[_key(unit)], unit.part, final=final)}
    left_out = {merged.block.id for merged in position.blocks() if _is_left_out(merged.block.body)}
    showings: list[Showing] = []

    def swap(unit: Unit) -> str:
        shown = Shown.DUTCH if unit.whole in dutch else Shown.TRANSLATION
        if unit.block not in left_out:
            showings.append(Showing(unit, states[_key(unit)], shown))
        return unit.text if shown is Shown.DUTCH else catalogues[unit.layer].entries[unit.context].text

    return Translated(rewritten(position, swap), tuple(showings))


def _is_left_out(body: Body | None) -> bool:
    return isinstance(body, Figure) and not body.data


def _key(unit: Unit) -> tuple[Layer, str]:
    return unit.layer, unit.context


def _state(catalogue: Catalogue, unit: Unit) -> State:
    return state_of(catalogue.entries.get(unit.context), unit.text)


def _may_show(state: State, part: Part, *, final: bool) -> bool:
    """Whether a translation in this state can stand in a document; only prose keeps an old translation."""
    if final or state is State.APPROVED:
        return state is State.APPROVED
    return state in (State.MACHINE, State.REVIEW) or (state is State.STALE and part is Part.PROSE)
