"""A language of publication: its fixed labels, and how it writes numbers, dates and lists."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from flows.positions.written_fields import CLOSED, Id, Words


@dataclass(frozen=True, slots=True)
class LanguageFile:
    """What a language file says.

    Attributes:
        language: Code of the language, as in ``nl``.
        locale: Locale of its numbers, dates and lists in Unicode's CLDR, as in ``nl_NL``.
        labels: The words that a document adds of itself.
    """

    __pydantic_config__ = CLOSED
    language: Id
    locale: Words
    labels: dict[str, Words]


@dataclass(frozen=True, slots=True)
class Language:
    """A language with its labels; the style of numbers, dates and lists is CLDR's."""

    code: str
    locale: str
    labels: Mapping[str, str]

    def number(self, value: Decimal) -> str:
        """A number with all of its decimals: ``1.250,5`` in Dutch."""
        from babel.numbers import format_decimal

        return format_decimal(value, locale=self.locale, decimal_quantization=False)

    def date(self, iso: str) -> str:
        """A day, month or year in words (``1 juli 2022``, ``juli 2022``, ``2022``); other text as it is."""
        from babel.dates import format_date

        try:
            match iso.split("-"):
                case [year, month, day]:
                    return format_date(date(int(year), int(month), int(day)), "d MMMM y", locale=self.locale)
                case [year, month]:
                    return format_date(date(int(year), int(month), 1), "LLLL y", locale=self.locale)
        except ValueError:
            pass
        return iso

    def listing(self, items: Sequence[str]) -> str:
        """Items with commas and the language's conjunction: ``a, b en c``."""
        from babel.lists import format_list

        return format_list(list(items), locale=self.locale)
