"""Numbers that remember how they were written, so that ``phone: 0612`` and ``edition: 2027`` lose nothing."""

import re
from decimal import Decimal, InvalidOperation
from typing import Any, TypeGuard

_THOUSANDS = re.compile(r"[-+]?[1-9]\d{0,2}\.\d{3}")


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


def may_be_thousands(value: Any) -> "TypeGuard[WrittenFloat]":
    """Whether a number has three digits behind its point, which Dutch writes between thousands."""
    return isinstance(value, WrittenFloat) and _THOUSANDS.fullmatch(value.written) is not None


def as_decimal(value: Any) -> Any:
    """An exact decimal of a written number; every other value as it is, for pydantic to refuse.

    Raises:
        ValueError: It may be thousands, and printing it as a decimal would print another number.
    """
    if may_be_thousands(value):
        raise ValueError(value.written)
    if isinstance(value, WrittenInt | WrittenFloat):
        try:
            return Decimal(value.written)
        except InvalidOperation:
            return Decimal(repr(value.real))
    return value
