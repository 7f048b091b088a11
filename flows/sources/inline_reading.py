"""Texts that translation programs wrote with inline elements, in XLIFF 1 and 2 and in TMX."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

from flows.sources.inline_xml import UNWRITABLE_TYPE
from flows.sources.xml_trees import Element
from flows.translation.foreign_codes import Mark, Reading, memoq_text

Key = tuple[str, str]
"""Kind and number of a code."""

Told = Mapping[Key, str]
"""What codes hold of which a file tells elsewhere."""

NOTHING: Told = MappingProxyType({})

_KINDS = {"bpt": "bpt", "bx": "bpt", "sc": "bpt", "ept": "ept", "ex": "ept", "ec": "ept"}
"""Elements that are half of a pair; all others stand alone."""
_CODES = frozenset({*_KINDS, "ph", "x", "it", "ut"})
_PAIRS = frozenset({"g", "pc"})
_AROUND = frozenset({"mrk", "sub", "hi"})
_SIGNS = frozenset({"sm", "em"})
_DELETED = "x-sdl-deleted"


@dataclass(frozen=True, slots=True)
class Edge:
    """Where a sentence begins, or with an empty name where it ends."""

    name: str


Piece = Mark | Edge | str


def reading_of(element: Element, told: Told = NOTHING) -> Reading:
    """A text whichever program wrote it, its sentences as one."""
    return tuple(each for each in pieces_of(element, told) if not isinstance(each, Edge))


def pieces_of(element: Element, told: Told = NOTHING) -> list[Piece]:
    """A text with its codes and the edges of its sentences.

    Args:
        element: A ``source``, ``target`` or ``seg``.
        told: What the file tells elsewhere of codes.
    """
    found: list[Piece] = []
    _gather(element, told, found)
    return found


def _gather(element: Element, told: Told, found: list[Piece]) -> None:
    for child in element.children:
        if isinstance(child, str):
            found.append(child)
        elif child.name in _AROUND:
            _around(child, told, found)
        elif child.name in _PAIRS:
            found.append(_mark(child, "bpt", told, "dataRefStart", "equivStart"))
            _gather(child, told, found)
            found.append(_mark(child, "ept", told, "dataRefEnd", "equivEnd"))
        elif child.name == "cp":
            found.append(_character(child.attributes.get("hex", "")))
        elif child.name in _CODES:
            found.append(_mark(child, _KINDS.get(child.name, "ph"), told, "dataRef", "equiv"))
        elif child.name not in _SIGNS and " " not in child.name:
            found.append(Mark(f"<{child.name}>", (child.name, "")))


def _around(element: Element, told: Told, found: list[Piece]) -> None:
    kind = element.attributes.get("mtype")
    if kind == _DELETED:
        return
    if kind == "seg":
        found.append(Edge(element.attributes.get("mid", "") or "?"))
    _gather(element, told, found)
    if kind == "seg":
        found.append(Edge(""))


def _mark(element: Element, kind: str, told: Told, reference: str, shown: str) -> Mark:
    about = element.attributes
    names: Sequence[str] = [about.get(key, "") for key in ("startRef", "id", "x", "i")]
    key = (kind, next(filter(None, names), ""))
    is_pair = element.name in _PAIRS
    text = "" if is_pair else _inside(element)
    text = text or told.get(("data", about.get(reference, "")), "") or told.get(key, "")
    text = text or about.get("equiv-text", "") or about.get(shown, "")
    if UNWRITABLE_TYPE in (about.get("ctype"), about.get("type")):
        text = _character(text.removeprefix("U+"))
    held = memoq_text(text)
    number = f' id="{key[1]}"' if key[1] else ""
    return Mark((held or text or f"<{element.name}{number}/>")[:40], key, held, spans=is_pair)


def _inside(element: Element) -> str:
    """Every word in an element and in its elements."""
    found = []
    for child in element.children:
        if isinstance(child, str):
            found.append(child)
        elif " " not in child.name:
            found.append(_inside(child))
    return "".join(found)


def _character(number: str) -> str:
    try:
        return chr(int(number, 16))
    except (ValueError, OverflowError):
        return number
