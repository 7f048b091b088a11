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

_SITE = re.compile(r"https?://[^/]+/")
_NO_SITE = "gegeven.invalid"
"""Where links to a variable lead in the national copy: a name that nobody can ever have."""
_STANDS_IN = re.compile(rf"https://{re.escape(_NO_SITE)}/([\w.]+)/?")

_SPACES = re.compile("([ \\t\u00a0\u202f]+)")


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

    A space between words that look alike looks like them; every other one looks like nothing.
    """
    parts = _stripped(list(_single_spaced(line.pieces)))
    pieces: list[Piece] = []
    for number, part in enumerate(parts):
        piece = part
        if part.text == " " and not part.variable:
            before, after = parts[number - 1].look, parts[number + 1].look
            piece = replace(part, look=before if before == after else PLAIN)
        last = pieces[-1] if pieces else None
        if last is not None and last.look == piece.look and not (last.variable or piece.variable):
            pieces[-1] = replace(last, text=last.text + piece.text)
        else:
            pieces.append(piece)
    return replace(line, pieces=tuple(pieces))


def _single_spaced(pieces: Iterable[Piece]) -> Iterator[Piece]:
    """Words and the spaces between them; no space follows another one."""
    was_space = False
    for piece in pieces:
        if piece.variable:
            yield piece
            was_space = False
            continue
        for text in _SPACES.split(piece.text):
            is_space = _SPACES.fullmatch(text) is not None
            if text and not (is_space and was_space):
                yield replace(piece, text=" " if is_space else text)
                was_space = is_space


def _stripped(parts: list[Piece]) -> list[Piece]:
    while parts and not parts[0].text.strip():
        del parts[0]
    while parts and not parts[-1].text.strip():
        del parts[-1]
    return parts


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
