"""Codes that translation programs put into texts, and the parts of our Dutch that they stand for.

A program may lock a variable, a link or emphasis as a code of its own: `<x id="1"/>`, `{1}`, `[%1$s:hub]`.
Beside our Dutch the Dutch of its file tells what each of them stands for. One that stands for nothing is
never written down.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import chain

from flows.positions.placeholders import PLACEHOLDER
from flows.translation.inline_codes import Code, Kind, is_written, pieces, without_parts

_LITERAL = re.compile(
    r"\[%(?:\d+\$)?[a-z](?::(?P<variable>[\w.]+))?\]|%\d+\$[a-z@]"  # Lokalise
    r"|\{(?:\d+|[a-z]{1,3})>|<(?:\d+|[a-z]{1,3})\}|\{\d+\}"  # Phrase
    r"|\[\d+\}|\{\d+\]|</?mq:[^<>]*>"  # memoQ
    r"|</?[a-z]\d+/?>"  # OmegaT
)
_VALUE = re.compile(r"\bval=\"([^\"]*)\"")
_NUMBERED = re.compile(r"\{(\d+)\}")
_HALVES = {"bpt": Kind.OPENING, "ept": Kind.CLOSING}


@dataclass(frozen=True, slots=True)
class Mark:
    """A code of a translation program.

    Attributes:
        name: How a person recognises it.
        key: Its kind and number, by which a translation repeats it; half of a pair is a ``bpt`` or ``ept``.
        text: What it holds; empty where the program only counts.
        spans: Whether it may only say how the words in it look; without a meaning it is then left out.
    """

    name: str
    key: tuple[str, str]
    text: str = ""
    spans: bool = False


Reading = tuple[Mark | str, ...]
"""A text as a program wrote it."""


@dataclass(frozen=True, slots=True)
class Understood:
    """A text and its translation without codes of a program.

    Attributes:
        dutch: The Dutch of the file.
        text: The translation.
        unread: The codes that stand for nothing of ours; where there are any, neither text is whole.
    """

    dutch: str
    text: str
    unread: tuple[str, ...] = ()


def plain(reading: Reading, like: Reading = ()) -> str:
    """A text with what its codes hold, or what the same ones in its Dutch do."""
    held = {each.key: each.text for each in like if isinstance(each, Mark)}
    return "".join(each if isinstance(each, str) else each.text or held.get(each.key, "") for each in reading)


def understood(dutch: Reading, text: Reading, ours: str) -> Understood:
    """A text and its translation, read beside our own Dutch.

    Args:
        dutch: The Dutch of the file.
        text: The translation.
        ours: The Dutch of today, as it is written.
    """
    there, here = _with_literals(dutch, ours), _with_literals(text, ours)
    meant = _meanings(there, ours, solid=False) or _meanings(there, ours, solid=True)
    if meant is not None:
        words, unread = _written(here, meant)
        # Without codes the lines of the file say whether it was made from this Dutch.
        return Understood(ours if meant else plain(there), words, unread)
    held = {each.key: each.text for each in there if isinstance(each, Mark) and is_written(each.text)}
    (source, unknown), (words, unread) = _written(there, {}), _written(here, held)
    return Understood(source, words, tuple(dict.fromkeys((*unknown, *unread))))


def shape(reading: Reading) -> str:
    """The words of a text without any code, to look for our Dutch among many."""
    words = (each for each in _with_literals(reading, "") if isinstance(each, str))
    return _bare(without_parts("".join(words)))


def with_contents(text: str, contents: Mapping[str, str]) -> Reading:
    """A text with codes in its words, of which its file tells beside it what they hold.

    Args:
        text: Such as ``Do this {1}``.
        contents: What the codes hold, as in ``{"1": "{{ hub }}"}``.
    """
    found: list[Mark | str] = []
    for at, each in enumerate(_NUMBERED.split(text)):
        held = contents.get(each, "") if at % 2 else ""
        name = f"{{{each}}}" if at % 2 else each
        found.append(Mark(name, ("words", name), held) if held else name)
    return tuple(found)


def _with_literals(reading: Reading, ours: str) -> Reading:
    """A text in which codes are also told from words where a program wrote them as words."""
    split = (_literals(each, ours) if isinstance(each, str) else (each,) for each in reading)
    return tuple(chain.from_iterable(split))


def _literals(text: str, ours: str = "") -> Iterator[Mark | str]:
    end = 0
    for match in _LITERAL.finditer(text):
        if match[0] not in ours:
            yield text[end : match.start()]
            held = memoq_text(match[0]) if match[0].startswith("<") else ""
            held = _variable(match["variable"] or "", ours) or held
            yield Mark(match[0], ("words", match[0]), held)
            end = match.end()
    yield text[end:]


def memoq_text(text: str) -> str:
    """What a code of memoQ holds, which writes ``<mq:rxt val="…" />`` inside; any other text as it is."""
    if not text.startswith(("<mq:", "</mq:")):
        return "" if _LITERAL.fullmatch(text) else text
    found = _VALUE.search(text)
    return unescaped(found[1]) if found else ""


def unescaped(text: str) -> str:
    """A text that a program escaped once more than XML asks for."""
    for name, character in (("&lt;", "<"), ("&gt;", ">"), ("&quot;", '"'), ("&apos;", "'"), ("&amp;", "&")):
        text = text.replace(name, character)
    return text


def _variable(name: str, ours: str) -> str:
    return next((match[0] for match in PLACEHOLDER.finditer(ours) if name and match[1] == name), "")


def _bare(text: str) -> str:
    return "".join(text.split())


def _meanings(reading: Reading, ours: str, *, solid: bool) -> dict[tuple[str, str], str] | None:
    """What each code of a Dutch text stands for; None where the rest of it is not our Dutch.

    Args:
        reading: The Dutch of a file.
        ours: Our Dutch.
        solid: Whether a pair that holds nothing stands for something.
    """
    parts, at = [(each, _bare(each.text if isinstance(each, Code) else each)) for each in pieces(ours)], 0
    codes: dict[int, Code] = {}
    for piece, written in parts:
        if isinstance(piece, Code) and written:
            codes[at] = piece
        at += len(written)
    whole, at = "".join(written for _, written in parts), 0
    found: dict[tuple[str, str], str] = {}
    for each in reading:
        if isinstance(each, str):
            words = _bare(each)
            if not whole.startswith(words, at):
                return None
            at += len(words)
            continue
        meant = _meaning(each, whole, at, codes.get(at), solid=solid)
        if meant is None or found.setdefault(each.key, meant) != meant:
            return None
        at += len(_bare(meant))
    return found if at == len(whole) else None


def _meaning(mark: Mark, whole: str, at: int, code: Code | None, *, solid: bool) -> str | None:
    """What a code stands for at a place of our Dutch; None where nothing there is like it."""
    own = _bare(mark.text)
    if own and whole.startswith(own, at):
        return mark.text
    fits = code is not None and code.kind is _HALVES.get(mark.key[0], code.kind)
    if code is not None and fits and not is_written(mark.text) and (solid or not mark.spans):
        return code.text
    return "" if mark.spans and not mark.text else mark.text if mark.text and not own else None


def _written(reading: Reading, meant: Mapping[tuple[str, str], str]) -> tuple[str, tuple[str, ...]]:
    """A text with what its codes mean, and the names of those that mean nothing."""
    known = set(meant.values())
    found: list[str] = []
    unread: list[str] = []
    for each in reading:
        if isinstance(each, str):
            found.append(each)
        elif each.text and (each.text in known or not each.text.strip() or is_written(each.text)):
            found.append(each.text)
        elif each.key in meant:
            found.append(meant[each.key])
        elif each.text or not each.spans:
            unread.append(each.name)
    return "".join(found), tuple(dict.fromkeys(unread))
