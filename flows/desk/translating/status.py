"""How every translation file stands beside the Dutch of today."""

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from flows.desk.opening.catalogues import OpenCatalogue, Shelf
from flows.translation.states import State, state_of


@dataclass(frozen=True, slots=True)
class Progress:
    """How one catalogue stands beside the Dutch of today.

    Attributes:
        file: The catalogue.
        province: Its province, or None for the national text.
        language: The language it translates into.
        texts: The number of texts in each state, of those without an error.
        errors: The number of texts with an error in their translation, however it stands.
        words: The number of Dutch words.
        approved: Those of approved texts without an error.
        obsolete: Translations whose Dutch is gone.
    """

    file: str
    province: str | None
    language: str
    texts: Mapping[State, int]
    errors: int
    words: int
    approved: int
    obsolete: int


def progress(shelf: Shelf, broken: Mapping[str, Collection[str]]) -> Sequence[Progress]:
    """How every catalogue stands, the national ones first.

    Args:
        shelf: The catalogues.
        broken: The contexts of translations with an error, by catalogue.
    """
    return [_progress(opened, broken.get(opened.file, ())) for opened in shelf.catalogues]


def _progress(opened: OpenCatalogue, broken: Collection[str]) -> Progress:
    entries = opened.catalogue.entries
    sound = [unit for unit in opened.units if unit.context not in broken]
    states = [(state_of(entries.get(unit.context), unit.text), unit.words) for unit in sound]
    counts = Counter(state for state, _ in states)
    return Progress(
        file=opened.file,
        province=opened.province,
        language=opened.language,
        texts={state: counts[state] for state in State},
        errors=len(opened.units) - len(sound),
        words=sum(unit.words for unit in opened.units),
        approved=sum(words for state, words in states if state is State.APPROVED),
        obsolete=len(opened.catalogue.obsolete),
    )
