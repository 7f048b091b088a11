"""What the pen is asked to do, as data: a file, the bytes it was read as, and changes at places."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Where:
    """The item of a list whose `key` has this value: ``Where("replace", "vraag-mkb-toets")``."""

    key: str
    value: str


Step = str | int | Where
"""A key, the number of an item from 0, or the item that has a value."""
Address = tuple[Step, ...]
"""The way to a value from the top of its file, as the file stands when the operation begins."""
Value = str | bool | int | tuple["Value", ...] | Mapping[str, "Value"]
"""What can be written: texts as they are to be read, without the line break at their end."""


@dataclass(frozen=True, slots=True)
class Put:
    """Give a key a value, or an item of a list another one.

    A key that is not there comes behind the key `after` of the same mapping, or behind the last one. Another
    text keeps the style that the old one was written in, as far as the new one can be written so.
    """

    at: Address
    value: Value
    after: str = ""


@dataclass(frozen=True, slots=True)
class Drop:
    """Take a key or an item away, with the comment right above an item; a list that is empty goes too."""

    at: Address


@dataclass(frozen=True, slots=True)
class Insert:
    """Put an item into a list, behind another item or, where none is named, at its end.

    Attributes:
        at: The way to the list; a list that is not there becomes the last key of its mapping.
        item: The item.
        after: The item that it comes behind.
        first: Whether it comes before all others instead.
    """

    at: Address
    item: Value
    after: Where | None = None
    first: bool = False


Operation = Put | Drop | Insert


@dataclass(frozen=True, slots=True)
class Edit:
    """Changes to a file that people also write, in order; `digest` is that of the bytes it was read as."""

    file: str
    digest: str
    operations: tuple[Operation, ...]


@dataclass(frozen=True, slots=True)
class WholeFile:
    """The bytes of a file that the program writes, or of a new one; without content, the file goes.

    The digest is empty where there is no file yet.
    """

    file: str
    digest: str
    content: bytes | None


def digest_of(content: bytes | None) -> str:
    """The digest of a file's bytes: SHA-256 in hexadecimal digits; nothing for an empty or missing file."""
    return hashlib.sha256(content).hexdigest() if content else ""
