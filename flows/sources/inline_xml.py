"""Text with parts that a translator does not touch, as the inline elements of XLIFF 1.2 and TMX 1.4."""

from collections.abc import Callable, Iterable, Mapping
from xml.sax.saxutils import escape, quoteattr

from flows.translation.inline_codes import UNWRITABLE, Code, Kind, Piece
from flows.wording.characters import code_point

UNWRITABLE_TYPE = "x-unwritable"
"""Marks a character that XML cannot write; the element holds its number, as in ``U+0007``."""

_ELEMENTS = {Kind.OPENING: "bpt", Kind.CLOSING: "ept"}

Attributes = Callable[[Code], Mapping[str, str]]
"""The attributes of the element of a part."""


def tag(name: str, attributes: Mapping[str, str]) -> str:
    """The inside of a start tag; empty values are left out, and characters that XML cannot write."""
    written = (f" {key}={quoteattr(writable(value))}" for key, value in attributes.items() if value)
    return name + "".join(written)


def text_xml(text: str) -> str:
    """A text without parts; a carriage return would otherwise be read as a line feed."""
    return escape(writable(text), {"\r": "&#13;"})


def writable(text: str) -> str:
    """A text with a replacement character for each one that XML cannot write."""
    return UNWRITABLE.sub("\ufffd", text)


def inline_xml(pieces: Iterable[Piece], attributes: Attributes) -> str:
    """A text with its parts as ``ph``, ``bpt`` and ``ept``."""
    return "".join(
        _element(each, attributes) if isinstance(each, Code) else text_xml(each) for each in pieces
    )


def shown(code: Code) -> str:
    """A part as an element holds it: the number of a character that XML cannot write."""
    return code_point(code.text) if code.kind is Kind.UNWRITABLE else code.text


def _element(code: Code, attributes: Attributes) -> str:
    name = _ELEMENTS.get(code.kind, "ph")
    return f"<{tag(name, attributes(code))}>{text_xml(shown(code))}</{name}>"
