"""Numbers that remember how they were written, so that ``phone: 0612`` and ``edition: 2027`` lose nothing."""

from decimal import Decimal, InvalidOperation
from typing import Any


class WrittenInt(int):
    """A whole number with the characters that stood in the file."""

    written: str

    def __new__(cls, value: int, written: str) -> "WrittenInt":
        """Make a number of `value` that was written as `written`."""
        number = super().__new__(cls, value)
        number.written = written
        return number


class WrittenFloat(float):
    """A decimal number with the characters that stood in the file."""

    written: str

    def __new__(cls, value: float, written: str) -> "WrittenFloat":
        """Make a number of `value` that was written as `written`."""
        number = super().__new__(cls, value)
        number.written = written
        return number


def as_written(value: Any) -> Any:
    """The characters of a number where a text is expected; every other value as it is."""
    return value.written if isinstance(value, WrittenInt | WrittenFloat) else value


def as_decimal(value: Any) -> Any:
    """An exact decimal of a written number; every other value as it is, for pydantic to refuse."""
    if isinstance(value, WrittenInt | WrittenFloat):
        try:
            return Decimal(value.written)
        except InvalidOperation:
            return Decimal(repr(value.real))
    return value
