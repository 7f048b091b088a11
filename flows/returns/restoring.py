"""Puts variables back where their values still stand, and joins two edits of one text."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from flows.changes.sequences import shared_runs
from flows.changes.words import TOKEN
from flows.returns.lines import PLAIN, Line, Lines, Look, Piece, filled, plain_link, tidy

Kind = tuple[int, bool]
"""The level of a line, and whether its list counts."""


@dataclass(frozen=True, slots=True)
class Token:
    """A word, a sign or the beginning of a line, with how it looks.

    Attributes:
        text: Its characters; nothing for the beginning of a line.
        look: How it looks.
        line: For the beginning of a line, what kind of line it is.
        variable: The variable whose value this begins, goes on with or ends.
        nth: Which value it is a part of, from 1 in the order of the text; 0 for none.
    """

    text: str
    look: Look = PLAIN
    line: Kind | None = None
    variable: str = ""
    nth: int = 0

    @property
    def seen(self) -> tuple[str, Look, Kind | None]:
        """What a reader can see of it."""
        return self.text, self.look, self.line


def tokens_of(lines: Lines) -> list[Token]:
    """The tokens of a text; every line begins with one of its own."""
    found: list[Token] = []
    nth = 0
    for line in lines:
        found.append(Token("", line=(line.level, line.ordered)))
        for piece in line.pieces:
            nth += bool(piece.variable)
            found += [
                Token(text, piece.look, None, piece.variable, nth if piece.variable else 0)
                for text in TOKEN.findall(piece.text)
            ]
    return found


def lines_from(tokens: Sequence[Token]) -> Lines:
    """Tokens as lines again; the words of one value are one piece."""
    lines: list[Line] = []
    pieces: list[Piece] = []
    last = 0
    for token in tokens:
        if token.line is not None:
            lines = _closed(lines, pieces)
            lines.append(Line((), *token.line))
            pieces = []
        elif token.nth and token.nth == last:
            pieces[-1] = replace(pieces[-1], text=pieces[-1].text + token.text)
        else:
            pieces.append(Piece(token.text, token.look, token.variable))
        last = token.nth
    return tuple(tidy(line) for line in _closed(lines, pieces))


def _closed(lines: list[Line], pieces: list[Piece]) -> list[Line]:
    return [*lines[:-1], replace(lines[-1], pieces=tuple(pieces))] if lines else lines


def restored(new: Lines, base: Lines, values: Mapping[str, str]) -> Lines:
    """A new text in which each variable stands again whose value was not touched.

    Args:
        new: The text as it came back, values as words.
        base: The text as it went out, every variable a piece of its own.
        values: What the variables stood for, to give links their variables back.
    """

    def led(link: str) -> str:
        return plain_link(filled(link, values))

    links = {led(one.look.link): one.look.link for line in base for one in line.pieces}
    before, after = tokens_of(_with_links(base, led)), tokens_of(new)
    whole: dict[int, int] = {}
    for token in before:
        whole[token.nth] = whole.get(token.nth, 0) + 1
    taken = list(after)
    for old, at, length in shared_runs([each.seen for each in before], [each.seen for each in after]):
        run = before[old : old + length]
        for nth in {each.nth for each in run if each.nth}:
            if sum(each.nth == nth for each in run) == whole[nth]:
                for index, each in enumerate(run):
                    if each.nth == nth:
                        taken[at + index] = replace(after[at + index], variable=each.variable, nth=nth)
    return _with_links(lines_from(taken), lambda link: links.get(link, link))


def _with_links(lines: Lines, link: Callable[[str], str]) -> Lines:
    """Lines whose links lead elsewhere."""

    def led(piece: Piece) -> Piece:
        return replace(piece, look=replace(piece.look, link=link(piece.look.link)))

    return tuple(replace(line, pieces=tuple(map(led, line.pieces))) for line in lines)


def joined(base: Lines, mine: Lines, theirs: Lines) -> Lines | None:
    """Both edits of a text in one; None where they touch each other.

    Args:
        base: The text that both began with.
        mine: One edit of it.
        theirs: The other.
    """
    origin = tokens_of(base)
    seen = [each.seen for each in origin]
    edits = [*_edits(seen, tokens_of(mine)), *_edits(seen, tokens_of(theirs))]
    made: list[Token] = []
    at, last = 0, -1
    for start, end, new in sorted(edits, key=lambda edit: edit[:2]):
        if start <= last:
            return None
        made += [*origin[at:start], *new]
        at = last = end
    return lines_from([*made, *origin[at:]])


def _edits(
    seen: Sequence[tuple[str, Look, Kind | None]], new: Sequence[Token]
) -> Iterator[tuple[int, int, list[Token]]]:
    """What came in the place of which tokens."""
    old_at = new_at = 0
    runs = [*shared_runs(list(seen), [each.seen for each in new]), (len(seen), len(new), 0)]
    for old, at, length in runs:
        if old > old_at or at > new_at:
            yield old_at, old, list(new[new_at:at])
        old_at, new_at = old + length, at + length
