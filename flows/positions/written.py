"""Numbers that remember how they were written, so that ``phone: 0612`` and ``edition: 2027`` lose nothing."""

import re
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


_THOUSAND = re.compile(r"([-+]?[1-9][0-9]{0,2})[.,]([0-9]{3})\Z")
_GROUPED = re.compile(r"([-+]?[0-9]{1,3}(?:[.\u00a0\u202f ][0-9]{3})*)(?:,([0-9]+))?\Z")


def doubt(value: Any) -> tuple[str, str, str] | None:
    """Both numbers that ``1.500`` can be, as YAML wants them; None where a number can be only one thing.

    Returns:
        The whole number (``1500``), the fraction (``1.5``), and how a Dutch document shows that (``1,5``).
    """
    written = as_written(value)
    found = _THOUSAND.match(written) if isinstance(written, str) else None
    if found is None:
        return None
    whole, decimals = found[1], found[2].rstrip("0")
    shown = f"{whole},{decimals}" if decimals else whole
    # Three decimals that are meant get a fourth, so that nobody reads them as thousands.
    ending = f".{decimals}0" if len(decimals) == len("500") else f".{decimals}" if decimals else ".0"
    return whole + found[2], whole + ending, shown


def plainer(text: str) -> str:
    """A number in Dutch spelling (``1.234.567,8``, ``60%``) as YAML wants it; empty for another text."""
    found = _GROUPED.match(text.strip().removesuffix("%").strip())
    if found is None:
        return ""
    whole = re.sub(r"[^0-9+-]", "", found[1])
    return f"{whole}.{found[2]}" if found[2] else whole
