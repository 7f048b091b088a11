"""The values of variables as a reader of one language sees them, and the texts they are filled into."""

from collections.abc import Mapping
from decimal import Decimal

from flows.positions.editions import Edition, Variable
from flows.positions.merged import Position
from flows.positions.placeholders import BUILT_IN, PLACEHOLDER
from flows.positions.provinces import VariableValue
from flows.positions.written_fields import TO_BE_CONFIRMED
from flows.translation.languages import Language


def values(position: Position, language: Language) -> dict[str, str]:
    """Every variable of a position as text: its own and the built-in ones of `BUILT_IN`."""
    names = position.province.names[language.code]
    province = {
        "province.name": names.name,
        "province.in": names.in_,
        "province.of": names.of,
        "province.adjective": names.adjective,
        "province.capital": position.province.capital,
    }
    return province | _of_edition(position.edition, language) | _declared(position, language)


def values_anywhere(position: Position, language: Language) -> dict[str, str]:
    """The variables of the national text: those that each province supplies stand as they are written."""
    open_ones = (*BUILT_IN, *position.edition.variables)
    return (
        {name: f"{{{{ {name} }}}}" for name in open_ones}
        | _of_edition(position.edition, language)
        | _declared(position, language)
    )


def _of_edition(edition: Edition, language: Language) -> dict[str, str]:
    return {
        "edition.name": edition.name,
        "edition.title": edition.title,
        "edition.organisation": edition.organisation,
        "election.name": edition.election.name,
        "election.date": day(edition.election.date, language),
    }


def day(written: str, language: Language) -> str:
    """A day, month or year in the words of a language; one that nobody knows yet says so."""
    return language.labels["to_be_confirmed"] if written == TO_BE_CONFIRMED else language.date(written)


def _declared(position: Position, language: Language) -> dict[str, str]:
    declared = position.edition.variables
    return {
        name: as_text(value, declared[name], language)
        for name, value in position.variables.items()
        if name in declared
    }


def as_text(value: VariableValue, declared: Variable, language: Language) -> str:
    """One value in the style of a language."""
    if isinstance(value, tuple):
        return language.listing(value)
    if isinstance(value, Decimal):
        return language.number(value)
    return language.date(value) if declared.type == "date" else value


def filled(text: str, values: Mapping[str, str]) -> str:
    """A plain text with its variables filled in; every variable must have a value.

    Raises:
        KeyError: A variable has no value; `flows.overrides.variables` reports those beforehand.
    """
    return PLACEHOLDER.sub(lambda match: values[match[1]], text)
