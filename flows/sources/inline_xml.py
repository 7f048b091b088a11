"""Text with parts that a translator does not touch, as the inline elements of XLIFF 1.2 and TMX 1.4."""

from collections.abc import Callable, Iterable, Mapping
from xml.sax.saxutils import escape, quoteattr

from flows.sources.xml_trees import Element
from flows.translation.inline_codes import UNWRITABLE, Code, Kind, Piece

UNWRITABLE_TYPE = "x-unwritable"
"""Marks a character that XML cannot write; the element holds its number, as in ``U+0007``."""

_ELEMENTS = {Kind.OPENING: "bpt", Kind.CLOSING: "ept"}
_BESIDE = {"bx": "bpt", "ex": "ept", "x": "ph", "it": "ph"}
"""Elements of other tools, and ours that they stand for."""
_AROUND = frozenset({"g", "mrk", "sub", "hi"})
_CODES = frozenset({"ph", "bpt", "ept", "ut", *_BESIDE})
_DELETED = "x-sdl-deleted"

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


def _element(code: Code, attributes: Attributes) -> str:
    name = _ELEMENTS.get(code.kind, "ph")
    shown = f"U+{ord(code.text):04X}" if code.kind is Kind.UNWRITABLE else code.text
    return f"<{tag(name, attributes(code))}>{text_xml(shown)}</{name}>"


def inline_text(element: Element, codes: Mapping[tuple[str, str], str]) -> str:
    """The text inside an element, whichever tool wrote its inline elements.

    Args:
        element: A ``source``, ``target`` or ``seg``.
        codes: What the inline elements of its source hold, by `code_key`; some tools repeat only the numbers.
    """
    found = []
    for child in element.children:
        if isinstance(child, str):
            found.append(child)
        elif _namespace(child) != _namespace(element):
            continue
        elif local_name(child) in _AROUND:
            found.append("" if child.attributes.get("mtype") == _DELETED else inline_text(child, codes))
        elif local_name(child) in _CODES:
            found.append(_code_text(child, codes))
    return "".join(found)


def codes_of(element: Element) -> dict[tuple[str, str], str]:
    """What the inline elements of a text hold, by `code_key`."""
    found: dict[tuple[str, str], str] = {}
    for child in element.children:
        if isinstance(child, Element):
            text = _code_text(child, {}) if local_name(child) not in _AROUND else ""
            found |= codes_of(child) | ({code_key(child): text} if text else {})
    return found


def code_key(element: Element) -> tuple[str, str]:
    """The kind and number by which a translation repeats an inline element of its source."""
    name = local_name(element)
    return _BESIDE.get(name, name), element.attributes.get("id", "")


def local_name(element: Element) -> str:
    """The name of an element without its namespace."""
    return element.name.rpartition(" ")[2]


def _namespace(element: Element) -> str:
    return element.name.rpartition(" ")[0]


def _code_text(element: Element, codes: Mapping[tuple[str, str], str]) -> str:
    held = inline_text(element, codes)
    kind = element.attributes.get("ctype") or element.attributes.get("type")
    if kind == UNWRITABLE_TYPE:
        return _unwritable(held or element.attributes.get("equiv-text", ""))
    return held or element.attributes.get("equiv-text") or codes.get(code_key(element), "")


def _unwritable(number: str) -> str:
    try:
        return chr(int(number.removeprefix("U+"), 16))
    except (ValueError, OverflowError):
        return number
