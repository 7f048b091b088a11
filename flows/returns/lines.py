r"""The one form in which a text is compared with what came back: lines of pieces that look alike.

A line is a paragraph or an item of a list; a soft break is a space, a hard one ``\n``.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import groupby
from urllib.parse import unquote

from flows.positions.placeholders import PLACEHOLDER
from flows.returns.returned import Paragraph, Run

_SPACES = re.compile(r"(\s+)")
_SITE = re.compile(r"https?://[^/]+/")
_NO_SITE = "gegeven.invalid"
"""Where links to a variable lead in the national copy: a name that nobody can ever have."""
_STANDS_IN = re.compile(rf"https://{re.escape(_NO_SITE)}/([\w.]+)/?")


@dataclass(frozen=True, slots=True)
class Look:
    """How a piece looks, and where it leads to (variables in braces); nothing where it is no link."""

    bold: bool = False
    italic: bool = False
    raised: bool = False
    lowered: bool = False
    link: str = ""


PLAIN = Look()


@dataclass(frozen=True, slots=True)
class Piece:
    """Words that look alike, or with a variable's name the value that it stands for."""

    text: str
    look: Look = PLAIN
    variable: str = ""


@dataclass(frozen=True, slots=True)
class Line:
    """A paragraph, or an item of a list at a level from 1."""

    pieces: tuple[Piece, ...]
    level: int = 0
    ordered: bool = False

    @property
    def text(self) -> str:
        """Its words without their looks."""
        return "".join(piece.text for piece in self.pieces)


Lines = tuple[Line, ...]


def line_of(paragraph: Paragraph) -> Line:
    """A paragraph as it came back, without what the program had written in it."""
    pieces = (Piece(run.text, _look(run)) for run in paragraph.runs if not run.is_label)
    return tidy(Line(tuple(pieces), paragraph.level, paragraph.ordered))


def _look(run: Run) -> Look:
    return Look(run.bold, run.italic, run.raised, run.lowered, plain_link(run.link))


def plain_link(link: str) -> str:
    """An address as we write it: programs end that of a whole site with a stroke, or spell braces out."""
    stood_in = _STANDS_IN.fullmatch(link)
    if stood_in is not None:
        return f"{{{{ {stood_in[1]} }}}}"
    link = unquote(link) if "%7B%7B" in link.upper() else link
    return link.removesuffix("/") if _SITE.fullmatch(link) else link


def address_in_word(link: str, values: Mapping[str, str]) -> str:
    """The address that a link leads to in Word, which takes a variable without a value for a file."""
    led = filled(link, values)
    alone = PLACEHOLDER.fullmatch(led)
    return f"https://{_NO_SITE}/{alone[1]}" if alone is not None else led


def tidy(line: Line) -> Line:
    """The same line with single spaces, none at its ends, and neighbours that look alike in one piece.

    A space between two words looks like what those have in common: nobody can see how else it looks.
    """
    parts = _without_ends(list(_parts(line.pieces)))
    pieces: list[Piece] = []
    for at, found in enumerate(parts):
        between = [parts[at - 1].look, parts[at + 1].look] if _is_space(found) else []
        part = replace(found, look=_common(*between)) if between else found
        last = pieces[-1] if pieces else None
        if last is not None and last.look == part.look and not (last.variable or part.variable):
            pieces[-1] = replace(last, text=last.text + part.text)
        else:
            pieces.append(part)
    return replace(line, pieces=tuple(pieces))


def _parts(pieces: Iterable[Piece]) -> Iterator[Piece]:
    """Words and the space between them by turns: one space, or the hard breaks that are in it."""
    space = ""
    for piece in pieces:
        for text in [piece.text] if piece.variable else _SPACES.split(piece.text):
            if piece.variable or not _SPACES.fullmatch(text or " "):
                if space:
                    yield Piece("\n" * space.count("\n") or " ")
                space = ""
                yield replace(piece, text=text)
            else:
                space += text


def _is_space(piece: Piece) -> bool:
    return not piece.variable and piece.text.isspace()


def _without_ends(parts: list[Piece]) -> list[Piece]:
    return parts[1:] if parts and _is_space(parts[0]) else parts


def _common(one: Look, other: Look) -> Look:
    return Look(
        one.bold and other.bold,
        one.italic and other.italic,
        one.raised and other.raised,
        one.lowered and other.lowered,
        one.link if one.link == other.link else "",
    )


def shown(lines: Iterable[Line], values: Mapping[str, str]) -> Lines:
    """Lines as a reader sees them: no variable can be told from the words around it."""
    return tuple(
        tidy(replace(line, pieces=tuple(_shown(piece, values) for piece in line.pieces))) for line in lines
    )


def _shown(piece: Piece, values: Mapping[str, str]) -> Piece:
    link = plain_link(filled(piece.look.link, values))
    return Piece(piece.text, replace(piece.look, link=link))


def filled(text: str, values: Mapping[str, str]) -> str:
    """A plain text with its variables filled in; one without a value shows as it is written."""
    return PLACEHOLDER.sub(lambda match: values.get(match[1], match[0]), text)


def plain_lines(text: str, values: Mapping[str, str]) -> Lines:
    """A plain text, which has one line, with its variables; no lines for no text."""
    pieces, at = [], 0
    for match in PLACEHOLDER.finditer(text):
        pieces.append(Piece(text[at : match.start()]))
        pieces.append(Piece(values.get(match[1], match[0]), variable=match[1]))
        at = match.end()
    line = tidy(Line((*pieces, Piece(text[at:]))))
    return (line,) if line.pieces else ()


def stepped(lines: Iterable[Line]) -> Lines:
    """Lines in which no item stands more than one level below the one above it: lists have no gaps."""
    found: list[Line] = []
    last = 0
    for line in lines:
        last = min(line.level, last + 1)
        found.append(replace(line, level=last))
    return tuple(found)


def one_plain_line(lines: Lines) -> Lines:
    """What a plain text can hold of some lines: their words, one behind the other, without looks."""
    text = " ".join(word for line in lines for word in line.text.split())
    return (Line((Piece(text),)),) if text else ()


def as_written(line: Line) -> str:
    """A line without looks, its variables in braces."""
    return "".join(f"{{{{ {one.variable} }}}}" if one.variable else one.text for one in line.pieces)


def blocks_of(lines: Iterable[Line]) -> Iterator[tuple[bool, Lines]]:
    """Lines by whether they belong to a list: each paragraph alone, items that follow each other together."""
    for is_list, group in groupby(lines, key=lambda line: line.level > 0):
        if is_list:
            yield True, tuple(group)
        else:
            yield from ((False, (line,)) for line in group)
