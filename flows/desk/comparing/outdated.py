"""The texts whose translation is of older Dutch, for a report that says what a change makes stale."""

from collections.abc import Mapping

from flows.desk.opening.catalogues import shelf_of
from flows.desk.opening.editions import OpenEdition
from flows.translation.states import State, state_of

Languages = Mapping[str, tuple[str, ...]]
"""The languages in which a text is of older Dutch, by the id of its block, theme or chapter."""


def outdated_translations(opened: OpenEdition) -> Mapping[str | None, Languages]:
    """The outdated translations of the national text (None) and of the own text of each province."""
    shelf = shelf_of(opened.content, opened.national, opened.provinces)
    found: dict[str | None, dict[str, list[str]]] = {}
    for each in shelf.catalogues:
        mine = found.setdefault(each.province, {})
        for unit in each.units:
            languages = mine.setdefault(unit.owner, [])
            entry = each.catalogue.entries.get(unit.context)
            if state_of(entry, unit.text) is State.STALE and each.language not in languages:
                languages.append(each.language)
    return {
        who: {owner: tuple(languages) for owner, languages in mine.items() if languages}
        for who, mine in found.items()
    }
