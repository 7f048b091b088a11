"""What Markdown makes of a text and a person does not: the parsed tree beside the text as it was typed."""

import html
import re
import unicodedata
from collections import deque
from collections.abc import Iterator, Sequence
from urllib.parse import unquote

from flows.documents.elements import BREAKS, Element, Tree, is_element, text_of, walk
from flows.documents.findings import CONSTRUCTS
from flows.documents.markdown import unmasked
from flows.documents.typed_by_hand import first_word
from flows.positions.places import Span
from flows.problems.codes import problem
from flows.problems.records import Problem

_SHOWN = 40
"""Characters of a text that a message repeats."""
_RAW = frozenset({"RawInline", "RawBlock"})
_LABEL = re.compile(r"^ {0,3}\[[^\]]+\]:|(?<=\])\[[^\]]*\]", re.MULTILINE)
"""What leads from words to their link, and is for nobody to read."""
_JOINING = re.compile(r"[*~^\\]")
_WORD = re.compile(r"[^\W_]+")
_SHIFTED = frozenset({"Subscript", "Superscript"})
_SIGNS = {"Emph": "*", "Strong": "**", "Subscript": "~", "Superscript": "^"}
_MARKER = re.compile(
    r"^[ \t>]*(?:[-*+][ \t]+)*(?P<number>\d{1,9})[.)](?:[ \t]+(?P<rest>\S.*)|$)", re.MULTILINE
)
_LOOSE = re.compile(r"\*\*|__|(?<![\w*_])[*_](?=\w)")
_CURIOUS = re.compile(r"[\[\]*_~^>|\\]|^[ \t]*(?:[-+]|\d+[.)])(?:\s|\Z)", re.MULTILINE)
"""What stands in every text that something below is told about, besides the empty ones."""


def misreadings(text: str, tree: Tree | None, span: Span) -> Iterator[Problem]:
    """What a reader gets to see otherwise than it was typed.

    Yields:
        SP735 (``found``, ``shown``): an item with another number. SP739: nothing to read. All others have
        ``text``: SP734 a list of one item, SP736 a quotation by its first sign, SP737 emphasis without its
        other half or inside a word, SP738 figures that run together or lose the sign before them, SP743 a
        heading of weighty words, SP749 words that are in no document.
    """
    if is_empty(text, tree):
        yield problem("SP739", span.place)
    if tree is None or not _CURIOUS.search(text):
        return
    yield from _of_lists(text, tree, span)
    yield from _of_elements(text, tree, span)
    yield from _of_headings(tree, span)
    yield from _vanished(text, tree, span)


def is_empty(text: str, tree: Tree | None) -> bool:
    """Whether a reader sees nothing, or signs like a dash that say nothing."""
    shown = text if tree is None else unmasked(text_of(tree))
    if any(unicodedata.category(character)[0] in "LNSM" for character in shown):
        return False
    return tree is None or not any(each["t"] == "Image" or "unread" in each for each in walk(tree))


def _of_lists(text: str, tree: Tree, span: Span) -> Iterator[Problem]:
    markers = deque(_MARKER.finditer(text))
    for block in tree:
        if block["t"] in ("BulletList", "OrderedList"):
            yield from _alone(text, block["c"] if block["t"] == "BulletList" else block["c"][1], span)
    for element in walk(tree):
        if element["t"] == "OrderedList":
            (first, *_), items = element["c"]
            yield from _renumbered(list(_typed(items, markers)), first, span)


def _alone(text: str, items: Sequence[Tree], span: Span) -> Iterator[Problem]:
    if len(items) == 1:
        words = " ".join(unmasked(text_of(items[0])).split())
        first = re.escape(first_word(words))
        line = re.search(rf"^[ \t]*(?:[-*+]|\d+[.)])[ \t]+\W*{first}", text, re.MULTILINE)
        yield problem("SP734", span.locate(line[0].strip() if line else words), text=words[:_SHOWN])


def _typed(items: Sequence[Tree], markers: deque[re.Match[str]]) -> Iterator[re.Match[str]]:
    """The beginnings of items as they were typed, up to the first that cannot be found."""
    for item in items:
        word = first_word(unmasked(text_of(item)))
        while markers and first_word(markers[0]["rest"] or "") != word:
            markers.popleft()
        if not markers:
            return
        yield markers.popleft()


def _renumbered(typed: Sequence[re.Match[str]], first: int, span: Span) -> Iterator[Problem]:
    """The first item with another number than was typed; ``1.`` before every item is a habit of its own."""
    numbers = {each["number"] for each in typed}
    for shown, each in enumerate(typed if len(numbers) > 1 else (), first):
        if int(each["number"]) != shown:
            yield problem("SP735", span.locate(each[0].strip()), found=each["number"], shown=shown)
            return


def _of_elements(text: str, tree: Tree, span: Span) -> Iterator[Problem]:
    for element in walk(tree):
        if element["t"] == "BlockQuote":
            yield _of_quotation(element, span)
        elif element["t"] == "Str" and "\\" not in text and _LOOSE.search(element["c"]):
            word = unmasked(element["c"])
            yield problem("SP737", span.locate(word), text=word[:_SHOWN])
        for before, inner, after in _neighbours(element):
            yield from _of_joined(before, inner, after, span)


def _of_quotation(element: Element, span: Span) -> Problem:
    words = unmasked(text_of(element)).split()
    first = words[0] if words else ""
    code = "SP738" if first[:1].isdigit() or (first[:1] in "€$=" and first) else "SP736"
    here = next((sign + first for sign in ("> ", ">") if sign + first in span.source), first)
    return problem(code, span.locate(here), text=f"> {' '.join(words)}"[:_SHOWN])


def _neighbours(element: Element) -> Iterator[tuple[str, Element, str]]:
    """Every inline with markup behind another one, with what stands directly before and behind it."""
    content = element.get("c")
    row = content if isinstance(content, list) else []
    for at, inner in enumerate(row):
        if at and is_element(inner) and inner["t"] in _SIGNS and is_element(row[at - 1]):
            yield _edge(row[at - 1]), inner, _edge(row[at + 1]) if at + 1 < len(row) else ""


def _edge(element: Element) -> str:
    return "" if element["t"] in BREAKS else text_of(element)


def _of_joined(before: str, inner: Element, after: str, span: Span) -> Iterator[Problem]:
    code = _joins(inner["t"], before[-1:], text_of(inner), after[:1])
    if code:
        typed = f"{_SIGNS[inner['t']]}{unmasked(text_of(inner))}{_SIGNS[inner['t']]}"
        full = f"{(before.split() or [''])[-1]}{typed}{(after.split() or [''])[0]}"
        yield problem(code, span.locate(full if full in span.source else typed), text=full[:_SHOWN])


def _joins(kind: str, left: str, words: str, right: str) -> str:
    """The code of markup that runs into the word around it, or nothing."""
    opens, closes = left.isdigit() and words[:1].isdigit(), right.isdigit() and words[-1:].isdigit()
    if kind in _SHIFTED:
        return "SP738" if opens and (closes or kind == "Subscript") else ""
    if not (left.isalnum() and right.isalnum()):
        return ""
    return "SP738" if opens or closes else "SP737"


def _of_headings(tree: Tree, span: Span) -> Iterator[Problem]:
    """Weighty words on a line of their own above other text."""
    for at, block in enumerate(tree):
        if block["t"] != "Para" or not block["c"] or block["c"][0]["t"] != "Strong":
            continue
        rest = block["c"][1:]
        words = unmasked(text_of(block["c"][0])).strip()
        alone = not rest and at + 1 < len(tree)
        above = bool(rest) and rest[0]["t"] in ("SoftBreak", "LineBreak")
        if (alone or above) and words[-1:].isalnum():
            yield problem("SP743", span.locate(words), text=words[:_SHOWN])


def _vanished(text: str, tree: Tree, span: Span) -> Iterator[Problem]:
    """Words of the source that no document shows: a definition that nothing leads to, a cell too many."""
    if "]:" not in text and "|" not in text:
        return
    known = [text_of(tree)]
    for element in walk(tree):
        if element["t"] in CONSTRUCTS or element["t"] in _RAW:
            return  # told as such, and left out with it
        if element["t"] in ("Link", "Image"):
            target, title = element["c"][2]
            known += [target, unquote(target), title, text_of(element["c"][1])]
    shown = unmasked(" ".join(known))
    source = _MARKER.sub(
        lambda found: found["rest"] or "", _LABEL.sub("", _JOINING.sub("", html.unescape(text)))
    )
    gone = [word for word in _WORD.findall(source) if word not in shown]
    if gone:
        yield problem("SP749", span.locate(gone[0]), text=" ".join(gone)[:_SHOWN])
