"""Signs that people type for structure or for something still to come, and that print as they stand.

A list, heading or table that is typed by hand becomes one running line; a note, a field or an entity of
another program is printed as its signs. Every text is looked at in the form in which a reader sees it.
"""

import html
import re
from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise
from types import MappingProxyType

from flows.documents.elements import Tree, text_of, walk
from flows.documents.markdown import unmasked
from flows.positions.placeholders import PLACEHOLDER
from flows.positions.places import Span
from flows.problems.codes import problem
from flows.problems.records import Problem
from flows.wording.characters import BULLETS, SPACES

_SHOWN = 40
"""Characters of a line that a message repeats."""
_GAP = rf"[ \t{SPACES}]"
_DASHES = "\u2013\u2014\u2212"
_BULLET = re.compile(
    rf"^{_GAP}*(?:(?P<sign>[{BULLETS}]|\u00a7(?!{_GAP}*\d)|[-*+{_DASHES}](?=[{SPACES}]))"
    rf"|(?P<tabbed>[o{_DASHES}])(?=\t| {{2}})){_GAP}*\S",
    re.MULTILINE,
)
"""A line that begins with a sign that is a bullet and nothing else."""
_OPENING_DASH = re.compile(rf"(?:\A|\n[ \t]*\n){_GAP}*(?P<sign>[{_DASHES}]){_GAP}+\S")
_BULLETS = re.compile(rf"^{_GAP}*(?P<sign>[o{_DASHES}](?= )|-(?=[^\W\d])|\*(?=\w)(?!.*\*))", re.MULTILINE)
"""Such a sign where it may also stand for itself: told from two lines on."""
_INSIDE = re.compile(r"(?<=\s)[\u2022\u25e6\u25aa\u2023\u25cf](?=\s)")
_NUMBERED = re.compile(
    rf"^{_GAP}*(?P<sign>\d{{1,2}}(?:\.\d{{1,2}}){{1,3}}[.)]?|\(?\d{{1,3}}\)|\d{{1,3}}\.|\(?[A-Za-z]\)|[A-Z]\.|"
    rf"\(?[ivxIVX]{{2,5}}[.)]|\(@\w*\)){_GAP}+(?P<word>\S.*)$",
    re.MULTILINE,
)
_ORDERED = re.compile(r"\d+[.)]\Z")
_OUTLINE = re.compile(r"\d+(?:\.\d+)+[.)]?\Z")
_BRACES = re.compile(
    r"\$\{[^{}\n]{0,60}\}|\{%[^\n]{0,60}?%\}|<<[ ]?\w[^<>\n]{0,40}>>"
    r"|\{[ ]?[A-Za-z_#.][^{}\n]{0,60}\}|\{\{[^{}\n]{0,60}\}(?!\})|(?<!\{)\{[^{}\n]{0,60}\}\}"
)
_TO_FILL_IN = re.compile(
    r"\[(?!\s*(?:\.{2,}|\u2026|sic!?)\s*\])[^\]\[\d\n][^\]\[\n]{0,60}\](?!\()|\b[Xx]{3,}\b|(?<!_)_{3,}(?!_)|\?{3,}"
    r"|(?:\u2026|\.{3,})[ ]?in(?:[ ]te[ ])?vullen\b|\bnog in(?: te )?vullen\b|\blorem ipsum\b"
)
_NOTE = re.compile(r"\[\d{1,3}\](?!\()")
_ENTITY = re.compile(r"&(?:#\d{1,7}|#[xX][0-9A-Fa-f]{1,6}|[A-Za-z]{2,30}\d{0,2});")
_MARKUP = re.compile(
    r"\*\*[^*\n]{1,200}\*\*|(?<!\w)([*_])[^\s*_](?:[^*_\n]{0,200}[^\s*_])?\1(?!\w)"
    r"|\[[^\]\[\n]{1,200}\]\([^)\n]{1,200}\)|^#{1,6}[ ]"
)
_HASHES = re.compile(r"^#{2,6}\w.*", re.MULTILINE)
_MAIL = re.compile(r"\bmailto:\S*")
_TABBED = re.compile(r"\S ?\t+ ?\S")
_BULLET_AND_TAB = re.compile(r"\s*(?:o|\W|\(?\w{1,4}[.)])\t[^\t]*\Z")
_BARRED = re.compile(r"\S ?\| ?\S|^\s*\|")
_SIGN = re.compile(rf"[\[\]{{}}<>*_|#&\t{BULLETS}\u00a7]")
_START = re.compile(rf"{_GAP}*(?:[-+o{_DASHES}{SPACES}]|\(?[@\w]\w{{0,4}}[.)]|\d+\.\d)")
_WORDS = ("??", "XXX", "xxx", "vullen", "lorem", "mailto:")
"""One of these stands in every text that something below is told about."""

Sign = tuple[str, str]
"""A code, and what it is about as it stands in the source."""


def typed_by_hand(text: str, tree: Tree | None, span: Span) -> Iterator[Problem]:
    """What prints as its signs.

    Yields:
        All have ``text``, the sign or words as they stand: SP732 a bullet, SP733 a number that makes no list,
        SP740 braces, SP741 a place to fill in, SP742 the number of a note, SP743 a heading, SP744 a table,
        SP746 ``mailto:``, SP747 an entity, SP748 markup in a plain text.
    """
    if not _is_curious(text):
        return
    shown = text if tree is None else unmasked(text_of(tree))
    for code, found in dict.fromkeys(_signs(text, shown, tree)):
        yield problem(code, span.locate(found), text=found)


def _is_curious(text: str) -> bool:
    if _SIGN.search(text) or any(word in text for word in _WORDS):
        return True
    return any(_START.match(line) for line in text.split("\n"))


def _signs(text: str, shown: str, tree: Tree | None) -> Iterator[Sign]:
    yield from _bullets(text, tree is not None)
    yield from _numbers(text, tree)
    bare = PLACEHOLDER.sub(" ", shown)
    for code, pattern in _PRINTED.items():
        yield from ((code, found[0]) for found in pattern.finditer(bare))
    yield from (("SP747", each[0]) for each in _ENTITY.finditer(shown) if html.unescape(each[0]) != each[0])
    yield from _columns(text, shown)
    pattern, code = (_MARKUP, "SP748") if tree is None else (_HASHES, "SP743")
    yield from ((code, found[0][:_SHOWN]) for found in pattern.finditer(text))


_PRINTED = MappingProxyType({"SP740": _BRACES, "SP741": _TO_FILL_IN, "SP742": _NOTE, "SP746": _MAIL})


def _bullets(text: str, is_markdown: bool) -> Iterator[Sign]:
    found = [each["sign"] or each["tabbed"] for each in _BULLET.finditer(text)]
    found += [each["sign"] for each in _OPENING_DASH.finditer(text)]
    several: Sequence[Callable[[str], Iterator[re.Match[str]]]] = (_BULLETS.finditer, _INSIDE.finditer)
    for pattern in several if is_markdown else ():
        matches = [each[0].strip() for each in pattern(text)]
        found += matches if len(matches) > 1 else []
    if found:
        yield "SP732", found[0]


def _numbers(text: str, tree: Tree | None) -> Iterator[Sign]:
    """The first of some lines that begin with a number and are no items, or a number of an outline."""
    items = {first_word(unmasked(text_of(item))) for item in _items(tree)} if tree is not None else set()
    typed = [
        each
        for each in _NUMBERED.finditer(text)
        if not (_ORDERED.match(each["sign"]) and first_word(each["word"]) in items)
    ]
    for each in typed:
        opens = not text[: each.start()].strip(" ") or text[: each.start()].endswith("\n\n")
        if opens and _OUTLINE.match(each["sign"]) and each["word"][:1].isupper():
            yield "SP733", each["sign"]
            return
    for one, other in pairwise(typed):
        if _shape(one["sign"]) == _shape(other["sign"]) and one["sign"] != other["sign"]:
            yield "SP733", one["sign"]
            return


def _shape(sign: str) -> str:
    """What the signs of one list have in common."""
    return re.sub(r"@\w*|[A-Za-z]+", "a", re.sub(r"\d+", "1", sign))


def _items(tree: Tree) -> Iterator[Tree]:
    for element in walk(tree):
        if element["t"] == "OrderedList":
            yield from element["c"][1]


def first_word(text: str) -> str:
    """The first word of a text, without signs; empty where it has none."""
    found = re.search(r"\w+", text)
    return found[0] if found else ""


def _columns(text: str, shown: str) -> Iterator[Sign]:
    """Lines with tabs or bars between their words: a table that is none."""
    lines = text.split("\n")
    tabbed = [line for line in lines if _TABBED.search(line) and not _BULLET_AND_TAB.match(line)]
    barred = [line for line in lines if _BARRED.search(line)] if shown.count("|") > 1 else []
    for found in (tabbed, barred):
        if len(found) > 1:
            yield "SP744", found[0].strip()[:_SHOWN]
            return
