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

Held = Mapping[tuple[str, str], str]
"""What inline elements hold, by `code_key`."""


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
    return f"U+{ord(code.text):04X}" if code.kind is Kind.UNWRITABLE else code.text


def _element(code: Code, attributes: Attributes) -> str:
    name = _ELEMENTS.get(code.kind, "ph")
    return f"<{tag(name, attributes(code))}>{text_xml(shown(code))}</{name}>"


def inline_text(element: Element, codes: Held) -> str:
    """The text inside an element, whichever tool wrote its inline elements.

    Args:
        element: A ``source``, ``target`` or ``seg``.
        codes: What the inline elements of its source hold; some tools repeat only the numbers.
    """
    return _text(element, codes, {})


def codes_of(element: Element) -> Held:
    """What the inline elements of a text hold."""
    held: dict[tuple[str, str], str] = {}
    _text(element, {}, held)
    return held


def code_key(element: Element) -> tuple[str, str]:
    """The kind and number by which a translation repeats an inline element of its source."""
    name = local_name(element)
    return _BESIDE.get(name, name), element.attributes.get("id", "")


def local_name(element: Element) -> str:
    """The name of an element without its namespace."""
    return element.name.rpartition(" ")[2]


def _namespace(element: Element) -> str:
    return element.name.rpartition(" ")[0]


def _text(element: Element, codes: Held, held: dict[tuple[str, str], str]) -> str:
    """The text inside an element; what its inline elements hold comes into `held`."""
    found = []
    for child in element.children:
        if isinstance(child, str):
            found.append(child)
        elif _namespace(child) != _namespace(element):
            continue
        elif local_name(child) in _AROUND:
            inside = _text(child, codes, held)
            found.append("" if child.attributes.get("mtype") == _DELETED else inside)
        elif local_name(child) in _CODES:
            found.append(_code_text(child, codes, held))
    return "".join(found)


def _code_text(element: Element, codes: Held, held: dict[tuple[str, str], str]) -> str:
    text = _text(element, codes, held) or element.attributes.get("equiv-text", "")
    kind = element.attributes.get("ctype") or element.attributes.get("type")
    if kind == UNWRITABLE_TYPE:
        text = _unwritable(text)
    if text:
        held[code_key(element)] = text
    return text or codes.get(code_key(element), "")


def _unwritable(number: str) -> str:
    try:
        return chr(int(number.removeprefix("U+"), 16))
    except (ValueError, OverflowError):
        return number
