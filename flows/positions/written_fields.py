"""The types of values that people write, as pydantic checks them at the file boundary."""

from datetime import date
from decimal import Decimal
from typing import Annotated, Any

from pydantic import AfterValidator, BeforeValidator, ConfigDict, Field, WithJsonSchema
from pydantic_core import PydanticCustomError

from flows.positions.limits import WORDS
from flows.positions.written import as_decimal, as_written, doubt

ID_PATTERN = r"^[a-z][a-z0-9]*(-[a-z0-9]+)*$"
AS_OF_PATTERN = r"^(\d{4}(-\d{2}(-\d{2})?)?|te bevestigen)$"
DATE_PATTERN = r"^\d{4}-\d{2}-\d{2}$"
NAME_PATTERN = r"^[a-z][a-z0-9_]*$"
CHANGE_PATTERN = r"^[0-9a-f]{8}$"
UNIT_PATTERN = r"^_?[a-z][a-z0-9]*(-[a-z0-9]+)*$"
SITE_PATTERN = r"^https://[a-z0-9-]+(\.[a-z0-9-]+)+(:[0-9]{1,5})?(/[A-Za-z0-9._~-]+)*/?$"
COLOUR_PATTERN = r"^#[0-9a-fA-F]{6}$"
FILE_PATTERN = r"^[A-Za-z0-9][A-Za-z0-9._-]{0,99}$"
FONT_PATTERN = r"^[A-Za-z0-9][A-Za-z0-9 -]{0,63}$"
LANGUAGE_PATTERN = r"^[a-z]{2,3}$"
FORMS = {
    ID_PATTERN: "form-id",
    AS_OF_PATTERN: "form-as-of",
    DATE_PATTERN: "form-date",
    NAME_PATTERN: "form-name",
    CHANGE_PATTERN: "form-change",
    UNIT_PATTERN: "form-id",
    SITE_PATTERN: "form-site",
    COLOUR_PATTERN: "form-colour",
    FILE_PATTERN: "form-file",
    FONT_PATTERN: "form-font",
    LANGUAGE_PATTERN: "form-language",
}
"""The term that describes each pattern to a person."""

TO_BE_CONFIRMED = "te bevestigen"
"""What a fact says instead of a source that nobody has found yet."""


def _in_the_calendar(written: str) -> str:
    """A day, month or year that exists; the form is checked already."""
    if written != TO_BE_CONFIRMED:
        date.fromisoformat(first_day(written))
    return written


def first_day(written: str) -> str:
    """The first day of a day, month or year: ``2022-07-01`` for ``2022-07``."""
    return written + "-01-01"[len(written) - len("2022") :]


IN_DOUBT = "in_doubt"
"""Our type of a validation error: a number that can be two numbers."""


def _one_number(written: Any) -> Any:
    """An exact decimal of what was written, unless a Dutch reader takes it for another number."""
    if doubt(written) is not None:
        raise PydanticCustomError(IN_DOUBT, "a number that can be two numbers")
    return as_decimal(written)


_NUMBER_OR_TEXT = {"type": ["string", "number"]}
"""What an editor may accept for a text: the reader takes ``2022`` or ``0612`` as it was written."""

Words = Annotated[
    str,
    Field(min_length=1, max_length=WORDS),
    BeforeValidator(as_written),
    WithJsonSchema({**_NUMBER_OR_TEXT, "minLength": 1, "maxLength": WORDS}),
]
"""Plain text on one line: titles, names, addresses. Never Markdown."""
Markdown = Annotated[
    str, Field(min_length=1), BeforeValidator(as_written), WithJsonSchema({**_NUMBER_OR_TEXT, "minLength": 1})
]
"""Text in the Markdown of `flows.documents.markdown`."""
Reason = Annotated[
    str,
    Field(max_length=WORDS),
    BeforeValidator(as_written),
    WithJsonSchema({"type": "string", "minLength": 1, "maxLength": WORDS}),
]
"""Why something may stay as it is; whether it says anything is asked by `flows.positions.shaping.waivers`."""
Id = Annotated[
    str,
    Field(pattern=ID_PATTERN),
    BeforeValidator(as_written),
    WithJsonSchema({"type": "string", "pattern": ID_PATTERN}),
]
AsOf = Annotated[
    str,
    Field(pattern=AS_OF_PATTERN),
    BeforeValidator(as_written),
    AfterValidator(_in_the_calendar),
    WithJsonSchema({**_NUMBER_OR_TEXT, "pattern": AS_OF_PATTERN}),
]
"""The date a fact was true: ``2022``, ``2022-07``, ``2022-07-01`` or `TO_BE_CONFIRMED`."""
IsoDate = Annotated[
    str,
    Field(pattern=DATE_PATTERN),
    BeforeValidator(as_written),
    AfterValidator(_in_the_calendar),
    WithJsonSchema({"type": "string", "pattern": DATE_PATTERN}),
]
VariableName = Annotated[str, Field(pattern=NAME_PATTERN)]
Number = Annotated[Decimal, BeforeValidator(_one_number), WithJsonSchema({"type": "number"})]
Flag = Annotated[bool, Field(strict=True)]

CLOSED = ConfigDict(extra="forbid")
"""A key that the class does not have is an error; content.md allows no key that nobody reads."""
