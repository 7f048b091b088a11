"""Blocks with the signs of their language: one function for every format."""

from collections.abc import Iterator
from typing import Any

from flows.documents.elements import BREAKS, Element, Tree, is_element
from flows.documents.markdown import scheme_of
from flows.wording.typography import DROPPED, same_length

_SILENT = "\ufffc"
"""Stands for what is no text of its own: code, a picture, an address."""


def typeset(node: Any, language: str) -> Any:
    """Blocks whose paragraphs, headings and cells stand as `flows.wording.typography` sets them.

    Args:
        node: Blocks, or any part of them.
        language: Code of the language of all words that do not say another.
    """
    if isinstance(node, list):
        return [typeset(part, language) for part in node]
    content = node.get("c") if is_element(node) else None
    if not isinstance(content, list):
        return node
    if node["t"] in ("Para", "Plain"):
        return {**node, "c": _words(content, language)}
    if node["t"] == "Header":
        return {**node, "c": [*content[:2], _words(content[2], language)]}
    return {**node, "c": typeset(content, language)}


def _words(inlines: Tree, language: str) -> Tree:
    """The words of one paragraph, which may lie in emphasis, links and the like."""
    typed = "".join(_typed(inlines))
    found = same_length(typed, language)
    others = any(_language_of(each) for each in inlines)
    if found == typed and not others:
        return inlines
    return _filled(inlines, iter(found), language)


def _typed(inlines: Tree) -> Iterator[str]:
    for each in inlines:
        if each["t"] == "Str":
            yield each["c"]
        elif each["t"] in BREAKS:
            yield " "
        elif _is_read_along(each):
            yield from _typed(each["c"][-2] if each["t"] == "Link" else _inside(each))
        else:
            yield _SILENT


def _filled(inlines: Tree, signs: Iterator[str], language: str) -> Tree:
    made: Tree = []
    for each in inlines:
        if each["t"] == "Str":
            made.append({"t": "Str", "c": "".join(next(signs) for _ in each["c"]).replace(DROPPED, "")})
        elif each["t"] in BREAKS:
            sign = next(signs)
            made.append(each if sign == " " else {"t": "Str", "c": sign})
        elif not _is_read_along(each):
            next(signs)
            other = _language_of(each)
            made.append({**each, "c": [each["c"][0], _words(each["c"][1], other)]} if other else each)
        elif each["t"] == "Link":
            attributes, words, target = each["c"]
            made.append({**each, "c": [attributes, _filled(words, signs, language), target]})
        else:
            inside = _filled(_inside(each), signs, language)
            made.append({**each, "c": [each["c"][0], inside] if each["t"] == "Span" else inside})
    return made


_PLAINLY = ("Emph", "Strong", "Superscript", "Subscript", "Strikeout", "Underline", "SmallCaps")


def _is_read_along(element: Element) -> bool:
    """Whether the words inside belong to the sentence around them, and to its language."""
    if element["t"] == "Link":
        _, words, (target, _) = element["c"]
        shown = "".join(_typed(words))
        return not scheme_of(target) or shown not in (
            target,
            target.partition(":")[2],
            target.partition("//")[2],
        )
    return element["t"] in _PLAINLY or (element["t"] == "Span" and not _language_of(element))


def _inside(element: Element) -> Tree:
    inside: Tree = element["c"][1] if element["t"] == "Span" else element["c"]
    return inside


def _language_of(element: Element) -> str:
    """The language that a span says it is in; nothing for everything else."""
    return dict(element["c"][0][2]).get("lang", "") if element["t"] == "Span" else ""
