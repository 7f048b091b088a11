"""The Markdown of block texts: how it is read, and how variables get through it untouched.

CommonMark with pipe tables, subscript and superscript. The other extensions of `READER` are there so that
what they stand for can be reported (see `flows.documents.findings`); no text that uses them is published.
"""

import re
from collections.abc import Mapping
from types import MappingProxyType
from typing import Any
from urllib.parse import quote

from flows.documents.elements import BREAKS, Element, Tree, inlines, rebuilt, text_of
from flows.positions.placeholders import PLACEHOLDER
from flows.wording.characters import SPACES, UNPRINTABLE

READER = "commonmark+pipe_tables+subscript+superscript+strikeout+raw_attribute+footnotes+definition_lists"
"""The name of the dialect, as Pandoc calls it."""

SAFE_SCHEMES = ("http", "https", "mailto", "tel")
_SCHEME = re.compile(r"([a-z][a-z0-9+.-]*):")
_EDGE = "\ua000"
"""A letter of the Yi script. CommonMark asks what stands beside a ``*``: a variable counts as a word."""
_SHIFT = 0xE000
_MASK = re.compile(f"{_EDGE}([\ue020-\ue07e]+){_EDGE}")
_CHANGING = re.compile(rf"[{{&<`\r\n{_EDGE}]|~[^~]*~|\^[^^]*\^|{UNPRINTABLE.pattern}")
"""What stands in every text that filling in would change: a variable, an entity, markup, a line
break, what stands between two signs of `SWALLOWING`."""
SWALLOWING: Mapping[str, str] = MappingProxyType({"Subscript": "~", "Superscript": "^"})
"""Markup whose signs people type for something else, as in ``20%~30%``, and the sign of each."""
_HALF = re.compile("[\ud800-\udfff]")
_AT_LINE_END = re.compile(rf"(?<=\S)[ {SPACES}]+$|^ *[{SPACES}][ {SPACES}]*", re.MULTILINE)
"""Spaces at the end of a line, and those at its start that are no indentation to Markdown."""
_IN_A_URL = "/:?#[]@!$&'()*+,;=%~"


def to_parse(text: str) -> str:
    """The text as Pandoc gets it: variables in private-use characters, which no Markdown rule knows.

    Half a character (a lone surrogate) is no text to Pandoc; it becomes the sign for one that is lost. Spaces
    at the end of a line, which nobody sees and which mail leaves, break no line: only a backslash does.
    """
    text = _AT_LINE_END.sub("", _HALF.sub("\ufffd", text))
    return PLACEHOLDER.sub(lambda match: _masked(match[1]), text)


def _masked(variable: str) -> str:
    return _EDGE + "".join(chr(_SHIFT + ord(character)) for character in variable) + _EDGE


def _variable(match: re.Match[str]) -> str:
    return "".join(chr(ord(character) - _SHIFT) for character in match[1])


def unmasked(text: str) -> str:
    """A text of a parsed tree with its variables as people write them: ``{{ province.name }}``."""
    return _MASK.sub(lambda match: f"{{{{ {_variable(match)} }}}}", text)


def is_final(text: str) -> bool:
    """True for a text whose tree `filled_tree` would leave as it is, told without a look at the tree."""
    return _CHANGING.search(text) is None


def filled_tree(tree: Tree, values: Mapping[str, str]) -> Tree:
    """A parsed text with its variables filled in.

    A value is plain text wherever it lands: in a sentence, a link or an alternative text. A link that a value
    would turn into an unsafe one loses its target and keeps its words. Without a value, the variable shows.
    A link whose words are its own address shows that as paper does, without ``https://``.
    Where the source broke its lines makes no difference to the result.
    """

    def change(element: Element) -> Tree:
        kind: str = element["t"]
        content: Any = element.get("c")
        if kind == "Str":
            is_plain = _EDGE not in content and not UNPRINTABLE.search(content)
            return [element] if is_plain else inlines(_filled(content, values))
        if kind == "SoftBreak":
            return [{"t": "Space"}]
        if kind in ("RawInline", "RawBlock"):
            words = inlines(unmasked(content[1]))
            return words if kind == "RawInline" else [{"t": "Para", "c": words}]
        if kind in SWALLOWING and swallows(element):
            sign = {"t": "Str", "c": SWALLOWING[kind]}
            return [sign, *content, sign]
        if kind in ("Link", "Image"):
            return _with_target(element, values)
        return [element]

    done: Tree = rebuilt(tree, change)
    return done


def swallows(element: Element) -> bool:
    """Whether what is raised or lowered is more than one word: then its signs were not meant as markup."""
    return any(part["t"] in BREAKS for part in element["c"])


def _with_target(element: Element, values: Mapping[str, str]) -> Tree:
    attributes, content, (target, title) = element["c"]
    if _EDGE not in target and _EDGE not in title:
        return [element]
    address = _filled_target(target, values)
    if element["t"] == "Link" and not is_safe(address):
        return list(content)
    if element["t"] == "Link" and text_of(content) == address:
        content = inlines(shown_address(address))
    changed: list[Any] = [attributes, content, [address, _filled(title, values)]]
    return [{"t": element["t"], "c": changed}]


def shown_address(address: str) -> str:
    """A web address as it is printed: ``www.example.org``."""
    return re.sub(r"^https?://|/$", "", address)


def _filled(text: str, values: Mapping[str, str]) -> str:
    return _MASK.sub(lambda match: values.get(_variable(match), f"{{{{ {_variable(match)} }}}}"), text)


def _filled_target(target: str, values: Mapping[str, str]) -> str:
    def value(match: re.Match[str]) -> str:
        return quote(values.get(_variable(match), ""), safe=_IN_A_URL if match.start() == 0 else "")

    return _MASK.sub(value, target)


def scheme_of(target: str) -> str:
    """The scheme of a link target as a browser would read it, or nothing where it has none."""
    bare = re.sub(r"[\x00-\x20\x7f]", "", target).lower()
    found = _SCHEME.match(bare)
    return found[1] if found else ""


def is_safe(target: str) -> bool:
    """True for a web, mail or telephone address, or a place in the document itself."""
    return scheme_of(target) in SAFE_SCHEMES or target.startswith("#")


def starts_with_variable(target: str) -> bool:
    """True where only the filled-in value can tell what kind of address it is."""
    return target.startswith(_EDGE)
