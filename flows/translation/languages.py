"""A language of publication: its fixed labels, and how it writes numbers, dates and lists."""

import datetime
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Annotated

from pydantic import Field

from flows.positions.written_fields import CLOSED, Id, Words


@dataclass(frozen=True, slots=True)
class LanguageFile:
    """What a language file says.

    Attributes:
        language: Code of the language, as in ``nl``.
        locale: Locale of its numbers, dates and lists in Unicode's CLDR, as in ``nl_NL``.
        labels: The words that a document adds of itself.
        months: The names of the months, where CLDR writes them as the language does not.
    """

    __pydantic_config__ = CLOSED
    language: Id
    locale: Words
    labels: dict[str, Words]
    months: Annotated[tuple[Words, ...], Field(min_length=12, max_length=12)] | None = None


@dataclass(frozen=True, slots=True)
class Language:
    """A language with its labels; the style of numbers, dates and lists is CLDR's."""

    code: str
    locale: str
    labels: Mapping[str, str]
    months: Sequence[str] | None = None

    def number(self, value: Decimal) -> str:
        """A number with all of its decimals: ``1.250,5`` in Dutch."""
        from babel.numbers import format_decimal

        return format_decimal(value, locale=self.locale, decimal_quantization=False)

    def date(self, iso: str) -> str:
        """A day, month or year in words (``1 juli 2022``, ``juli 2022``, ``2022``); other text as it is."""
        try:
            match [int(part) for part in iso.split("-")]:
                case [year, month, day]:
                    return self._day(datetime.date(year, month, day))
                case [year, month]:
                    return f"{self._month(datetime.date(year, month, 1))} {year}"
        except ValueError:
            pass
        return iso

    def _day(self, day: datetime.date) -> str:
        from babel.dates import format_date

        if self.months is not None:
            return f"{day.day} {self._month(day)} {day.year}"
        return format_date(day, "long", locale=self.locale)

    def _month(self, day: datetime.date) -> str:
        from babel.dates import format_date

        if self.months is not None:
            return self.months[day.month - 1]
        return format_date(day, "LLLL", locale=self.locale)

    def listing(self, items: Sequence[str]) -> str:
        """Items with commas and the language's conjunction: ``a, b en c``."""
        from babel.lists import format_list

        return format_list(list(items), locale=self.locale)
