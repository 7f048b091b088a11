"""Characters that the fonts of a brand do not have, told at their place with what to type instead."""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from types import MappingProxyType

from flows.documents.elements import Tree, walk
from flows.documents.markdown import unmasked
from flows.positions.places import Span
from flows.problems.codes import problem
from flows.problems.records import Problem
from flows.wording.characters import TURNING, code_point

Printed = tuple[str, Tree | None, Span]
"""A text that documents show, its tree where it is Markdown, and where it stands."""

_INSTEAD = MappingProxyType(
    {
        **dict.fromkeys("\uf0b7\uf0a7\uf0d8\uf076\u25cf\u25aa\u25e6\u2023\u27a2\u2b9a\u25ba", "- "),
        **dict.fromkeys("\u260e\u2706\u260f\U0001f4de", "tel."),
        **dict.fromkeys("\u2709\U0001f4e7", "e-mail"),
        **dict.fromkeys("\u2192\u21d2\u279c\u2794\uf0e0\uf0e8", "->"),
    }
)
"""What people mean with signs that come along from Word and mail."""
_KINDS = MappingProxyType(
    {
        "Co": "glyph-private",
        "Mn": "glyph-mark",
        **dict.fromkeys(("Ll", "Lm", "Lo", "Lt", "Lu"), "glyph-letter"),
        **dict.fromkeys(("Cc", "Cf", "Cn", "Cs", "Zl", "Zp", "Zs"), "glyph-control"),
    }
)
"""What a character is to a reader, by its category in Unicode; any other is a symbol."""
_JOINS = frozenset({"Mn", "Mc", "Me", "Cf"})
_TURNS = frozenset({"R", "AL", "AN"})
_BREAKS = frozenset("\n\t\r")


def pieces_of(text: str, tree: Tree | None = None) -> set[str]:
    """What a font must be able to show for a text: its characters, and words whose characters grow together.

    A font may have a letter and not the form it takes inside a word, or an accent and not above this one.
    """
    pieces = set(text)
    if tree is not None and "&" in text:  # a character may be written as ``&#9742;``
        words = [unmasked(element["c"]) for element in walk(tree) if element["t"] == "Str"]
        pieces.update(*words)
        text = " ".join((text, *words))
    joining = "".join(character for character in pieces if _grows_together(character))
    if joining:
        pieces.update(re.findall(rf"\S*[{re.escape(joining)}]\S*", text))
    return pieces - _BREAKS


def _grows_together(character: str) -> bool:
    return unicodedata.category(character) in _JOINS or unicodedata.bidirectional(character) in _TURNS


def glyph_problems(printed: Iterable[Printed], missing: frozenset[str]) -> Iterator[Problem]:
    """SP730 (``character``, ``code``, ``what``, ``instead``) for each piece of each text that is missing.

    A word is told only where each of its characters can be shown by itself.
    """
    for text, tree, span in printed:
        gone = {piece for piece in pieces_of(text, tree) & missing if _turning(piece) is None}
        single = {piece for piece in gone if len(piece) == 1}
        for piece in sorted(single | {piece for piece in gone if single.isdisjoint(piece)}):
            yield problem(
                "SP730",
                span.locate(piece),
                character=piece,
                code=" ".join(code_point(character) for character in piece if not character.isascii()),
                what=_KINDS.get(unicodedata.category(piece[-1]), "glyph-symbol"),
                instead=_instead(piece, missing),
            )


def direction_problems(printed: Iterable[Printed]) -> Iterator[Problem]:
    """SP731 (``code``) for the first character of each text that turns its direction."""
    for text, tree, span in printed:
        found = _turning(text) or _turning("".join(pieces_of(text, tree)) if "&" in text else "")
        if found is not None:
            yield problem("SP731", span.locate(found), code=code_point(found))


def _turning(text: str) -> str | None:
    found = TURNING.search(text)
    return found[0] if found is not None else None


def _instead(piece: str, missing: frozenset[str]) -> str:
    """What to type: the sign that is meant, or the same in simpler characters; nothing where nobody knows."""
    if piece in _INSTEAD:
        return _INSTEAD[piece]
    simpler = unicodedata.normalize("NFKC", piece)
    return simpler if simpler != piece and missing.isdisjoint(simpler) else ""
