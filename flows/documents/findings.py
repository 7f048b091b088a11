"""What a block text may not hold: each finding is a problem at its own word."""

import re
from collections import Counter
from collections.abc import Callable, Container, Iterator, Mapping
from types import MappingProxyType
from typing import Any
from urllib.parse import unquote

from flows.documents.elements import Element, Tree, is_element, text_of, walk
from flows.documents.markdown import (
    SAFE_SCHEMES,
    SWALLOWING,
    is_safe,
    scheme_of,
    starts_with_variable,
    swallows,
    unmasked,
)
from flows.positions.places import Span
from flows.problems.codes import problem
from flows.problems.records import Problem

Found = tuple[str, str, dict[str, Any]]
"""A code, the word to look for in the source, and the arguments of the sentence."""

ALLOWED = frozenset(
    {
        *("Para", "Plain", "BulletList", "OrderedList", "Table", "BlockQuote"),
        *("Str", "Space", "SoftBreak", "LineBreak", "Emph", "Strong", "Subscript", "Superscript"),
        *("Link", "Image"),
    }
)
"""What a block can hold."""

CONSTRUCTS: Mapping[str, str] = MappingProxyType(
    {
        "Header": "heading",
        "CodeBlock": "code",
        "Code": "code",
        "HorizontalRule": "rule",
        "DefinitionList": "definition-list",
        "Note": "note",
        "Strikeout": "strikeout",
        "Math": "math",
    }
)
"""The terms for what it cannot hold, as the sentence catalogues know them; anything else is ``other``."""

_STRUCTURE = re.compile(
    r"^(Align|ColWidth|Decimal|LowerAlpha|UpperAlpha|LowerRoman|UpperRoman|Default|Example)"
)
_DELIMITER = re.compile(r"^(Period|OneParen|TwoParens|DefaultDelim|DefaultStyle)$")
_TEX = re.compile(r"\\[A-Za-z]+[\[{]")
_RULE = re.compile(r"^ {0,3}((\*[ \t]*){3,}|(-[ \t]*){3,}|(_[ \t]*){3,})$", re.MULTILINE)


def findings(tree: Tree, span: Span, anchors: Container[str] = ()) -> list[Problem]:
    """Everything in a parsed text that a block cannot hold or a reader should not meet.

    Args:
        tree: The parsed text, variables not yet filled in.
        span: Where the text stands, with the characters it was written in.
        anchors: The ids that a link such as ``#vraag-mkb-toets`` may point to.

    Returns:
        SP701 (``format``, ``text``), SP702 (``link``, ``allowed``), SP703 (``path``), SP705 (``construct``)
        and SP706 (``path``), in reading order.
    """
    seen: Counter[str] = Counter()
    found: list[Problem] = []
    for element in _noticeable(tree):
        for code, needle, args in _of_element(element, span, anchors):
            found.append(problem(code, span.locate(needle, seen[needle]), **args))
            seen[needle] += 1
    return found


def images(tree: Tree) -> list[str]:
    """The image files that a text asks for, as paths from the content root, in reading order."""
    return [element["c"][2][0] for element in walk(tree) if element["t"] == "Image"]


def _noticeable(tree: Tree) -> Iterator[Element]:
    """What `walk` yields without nearly all of it: spaces and words without TeX, which are harmless."""
    ahead: list[Iterator[Any]] = [iter(tree)]
    while ahead:
        for part in ahead[-1]:
            inside = part
            if is_element(part):
                kind, inside = part["t"], part.get("c")
                if kind == "Space" or (kind == "Str" and "\\" not in inside):
                    continue
                yield part
            if isinstance(inside, list):
                ahead.append(iter(inside))
                break
        else:
            ahead.pop()


def _of_element(element: Element, span: Span, anchors: Container[str]) -> Iterator[Found]:
    kind = element["t"]
    if kind in _CHECKS:
        yield from _CHECKS[kind](element)
    elif kind == "Link":
        yield from _of_link(element["c"][2][0], anchors)
    elif kind in SWALLOWING and swallows(element):
        yield "SP707", _needle(element, span), {"sign": SWALLOWING[kind]}
    elif kind not in ALLOWED and not _STRUCTURE.match(kind) and not _DELIMITER.match(kind):
        yield "SP705", _needle(element, span), {"construct": CONSTRUCTS.get(kind, "other")}


def _of_raw(element: Element) -> Iterator[Found]:
    written_in, text = element["c"]
    if not text.startswith("</"):
        first = unmasked(text.strip().partition("\n")[0])
        yield "SP701", first, {"format": written_in, "text": first}


def _of_word(element: Element) -> Iterator[Found]:
    for match in _TEX.finditer(element["c"]):
        yield "SP701", match[0], {"format": "tex", "text": match[0]}


def _of_link(target: str, anchors: Container[str]) -> Iterator[Found]:
    known = target[1:] in anchors if target.startswith("#") else is_safe(target)
    if not known and not starts_with_variable(target):
        shown = unmasked(target)
        yield "SP702", shown, {"link": shown, "allowed": (*SAFE_SCHEMES, "#id")}


def _of_image(element: Element) -> Iterator[Found]:
    path = element["c"][2][0]
    shown = unmasked(path)
    if leaves_root(path) or shown != path:
        yield "SP703", shown, {"path": shown}
    if not _alternative(element).strip():
        yield "SP706", shown, {"path": shown}


def leaves_root(path: str) -> bool:
    """True for a path that is not a plain relative one inside the content root."""
    plain = unquote(path)
    if not plain or scheme_of(plain) or plain.startswith("/") or "\\" in plain or "\x00" in plain:
        return True
    depth = 0
    for step in plain.split("/"):
        depth += {"..": -1, ".": 0, "": 0}.get(step, 1)
        if depth < 0:
            return True
    return False


def _alternative(image: Element) -> str:
    return text_of(image["c"][1])


def _needle(element: Element, span: Span) -> str:
    if element["t"] == "HorizontalRule":
        rule = _RULE.search(span.source)
        return rule[0].strip() if rule else ""
    if element["t"] in ("Code", "CodeBlock"):
        return str(element["c"][1]).strip().partition("\n")[0]
    words = unmasked(text_of(element.get("c"))).split()
    return words[0] if words else ""


_CHECKS: Mapping[str, Callable[[Element], Iterator[Found]]] = MappingProxyType(
    {"RawInline": _of_raw, "RawBlock": _of_raw, "Str": _of_word, "Image": _of_image}
)
