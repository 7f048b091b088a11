"""What became of one passage: its text as it came back, what came behind it, and the values that changed."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from flows.returns.assigning import Expected, Key
from flows.returns.cutting import without_field_name
from flows.returns.lines import Line, Lines, line_of, one_plain_line, shown, stepped
from flows.returns.restoring import restored
from flows.returns.returned import Paragraph, Run

KINDS = {
    "tekst": "prose",
    "vraag": "ask",
    "feit": "fact",
    "citaat": "quote",
}
"""The kind of block that the style of a paragraph asks for, by its name in small letters."""
_LISTED = ("ask", "fact")
"""Kinds that stand below each other, one paragraph each: a new paragraph is a new one."""


@dataclass(frozen=True, slots=True)
class Back:
    """A passage as it came back.

    Attributes:
        expected: The passage as it went out.
        lines: Its text, variables restored; the same as it went out where nothing changed.
        behind: Paragraphs that are blocks of their own, with the kind of each.
        changed: The new words of each value that was changed in it, by the variable.
        paragraphs: What it was read from.
    """

    expected: Expected
    lines: Lines
    behind: tuple[tuple[str, Paragraph], ...] = ()
    changed: tuple[tuple[str, str], ...] = ()
    paragraphs: tuple[Paragraph, ...] = ()

    @property
    def is_same(self) -> bool:
        """Whether its text is what went out."""
        return self.lines == self.expected.lines


def came_back(
    expected: Expected,
    paragraphs: Sequence[Paragraph],
    givens: Mapping[str, str],
    values: Mapping[str, str],
) -> Back:
    """A passage as its paragraphs say it.

    Args:
        expected: The passage as it went out.
        paragraphs: Those that belong to it.
        givens: The variable in each bookmark of a value.
        values: What the variables stood for.
    """
    mine = [without_field_name(each, expected.name) for each in paragraphs]
    givens = _whole(mine, givens)
    changed = tuple(dict.fromkeys(pair for each in mine for pair in _changed(each, givens, values)))
    put_back = [_with_values(each, givens, values) for each in mine]
    base = shown(expected.lines, values)
    lines, behind = _parted(expected, put_back, base)
    lines = stepped(lines) if expected.passage.is_markdown else one_plain_line(lines)
    found = expected.lines if lines == base else restored(lines, expected.lines, values)
    return Back(expected, found, behind, changed, tuple(paragraphs))


def _parted(
    expected: Expected, paragraphs: Sequence[Paragraph], base: Lines
) -> tuple[Lines, tuple[tuple[str, Paragraph], ...]]:
    """The text of a passage, and the paragraphs behind it that are blocks of their own."""
    told = [(each, line) for each in paragraphs for line in [line_of(each)] if line.pieces]
    end = len(told)
    while end > 0 and _kind_behind(expected, told, end - 1, base):
        end -= 1
    behind = tuple((_kind_behind(expected, told, at, base), told[at][0]) for at in range(end, len(told)))
    return tuple(line for _, line in told[:end]), behind


def _kind_behind(expected: Expected, told: Sequence[tuple[Paragraph, Line]], at: int, base: Lines) -> str:
    """The kind of block that a last paragraph is by itself; nothing for a part of the passage."""
    paragraph, line = told[at]
    own = expected.passage.kind
    if at and base == (line,) and expected.passage.is_markdown:
        return own  # pasted below itself
    if at == 0 or paragraph.bookmarks or line.level or not expected.passage.is_markdown:
        return ""
    kind = KINDS.get(paragraph.style, "")
    if kind and kind != own:
        return kind
    is_below = tuple(each for _, each in told[: len(base)]) == base and at >= len(base)
    return own if own in _LISTED and base and is_below else ""


def _whole(paragraphs: Sequence[Paragraph], givens: Mapping[str, str]) -> dict[str, str]:
    """The bookmarks of values that stand in one paragraph; a value that was cut in two is only words."""
    met = Counter(name for each in paragraphs for name in {run.given for run in each.runs})
    return {name: variable for name, variable in givens.items() if met[name] == 1}


def _changed(
    paragraph: Paragraph, givens: Mapping[str, str], values: Mapping[str, str]
) -> Iterator[tuple[str, str]]:
    for name, text in _given_runs(paragraph):
        variable = givens.get(name, "")
        if variable and text.strip() and text != values.get(variable, text):
            yield variable, text.strip()


def _with_values(paragraph: Paragraph, givens: Mapping[str, str], values: Mapping[str, str]) -> Paragraph:
    """A paragraph in which every value that was changed is what it was."""
    runs: list[Run] = []
    for name, group in groupby(paragraph.runs, key=lambda run: run.given):
        mine = list(group)
        text = "".join(run.text for run in mine)
        variable = givens.get(name, "")
        value = values.get(variable, text) if variable else text
        runs += mine if value == text or not text.strip() else [replace(mine[0], text=value)]
    return replace(paragraph, runs=tuple(runs))


def _given_runs(paragraph: Paragraph) -> Iterator[tuple[str, str]]:
    for name, group in groupby(paragraph.runs, key=lambda run: run.given):
        if name:
            yield name, "".join(run.text for run in group)


def below(expected: Expected, lines: Lines) -> Lines:
    """The lines behind those that went out; none where those are not there as they were."""
    length = len(expected.lines)
    return lines[length:] if length and lines[:length] == expected.lines else ()


def lowered(backs: Mapping[Key, Back], national: Iterable[Key]) -> dict[Key, Back]:
    """The same; what was typed between a national text and the province's addition is where that begins."""
    found = dict(backs)
    for key in national:
        back, addition = backs[key], backs.get((key[0], "append"))
        typed = below(back.expected, back.lines)
        if typed and addition is not None:
            found[key] = replace(back, lines=back.expected.lines)
            found[addition.expected.passage.key] = replace(addition, lines=typed + addition.lines)
    return found
