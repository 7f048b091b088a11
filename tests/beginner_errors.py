"""Sound files of content, changed as a beginner changes them: one mistake, and the lines that show it."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from random import Random


@dataclass(frozen=True, slots=True)
class Slip:
    """A file with one mistake.

    Attributes:
        kind: The mistake.
        text: The file.
        first: The line where somebody would look first, from 1.
        last: The last line that shows it.
    """

    kind: str
    text: str
    first: int
    last: int


_KEY = re.compile(r"^(?P<lead> *(?:- )?)(?P<key>[a-z_]+):(?P<value> .*|$)")
_DUTCH = {
    "text": "tekst", "source": "bron", "reason": "reden", "replace": "vervang", "remove": "verwijder",
    "append": "aanvullen", "fill": "invullen", "title": "titel", "variables": "variabelen", "insert": "invoegen",
    "ask": "vraag", "fact": "feit", "unit": "eenheid", "blocks": "blokken", "edition": "editie",
}  # fmt: skip


def _keys(lines: list[str]) -> list[int]:
    """The lines with a key of the file's own: no line of a text in between."""
    found, deeper = [], -1
    for at, line in enumerate(lines):
        lead = len(line) - len(line.lstrip(" "))
        if deeper >= 0 and (not line.strip() or lead > deeper):
            continue
        deeper = -1
        match = _KEY.match(line)
        if match:
            found.append(at)
            if match["value"].strip() in ("|", ">"):
                deeper = len(match["lead"]) - (2 if match["lead"].endswith("- ") else 0)
    return found


Mistake = Callable[[list[str], int], list[str] | None]
"""The lines that take the place of one line; None where the mistake cannot be made there."""


def _fewer(count: int) -> Mistake:
    return lambda lines, at: [lines[at][count:]] if lines[at].startswith(" " * count) else None


def _more(count: int) -> Mistake:
    return lambda lines, at: [" " * count + lines[at]]


def _replaced(pattern: str, by: str) -> Mistake:
    def mistake(lines: list[str], at: int) -> list[str] | None:
        changed = re.sub(pattern, by, lines[at], count=1)
        return [changed] if changed != lines[at] else None

    return mistake


def _dutch(lines: list[str], at: int) -> list[str] | None:
    match = _KEY.match(lines[at])
    word = _DUTCH.get(match["key"]) if match else None
    return [f"{match['lead']}{word}:{match['value']}"] if match and word else None


_PLAIN = r"^( *(?:- )?[a-z_]+: )([A-Za-z][^\"'{}\[\]|>#:]*)$"
_NAMED = r"^( *(?:- )?(?:id|province|language|status|[a-z]+(?=: [a-z0-9]+-)): )([a-z0-9-]+)$"
MISTAKES: Mapping[str, Mistake] = {
    "a space too few": _fewer(1),
    "two spaces too few": _fewer(2),
    "a space too many": _more(1),
    "two spaces too many": _more(2),
    "no dash": _replaced(r"^( *)- ", r"\1"),
    "no dash but its space": _replaced(r"^( *)- ", r"\1  "),
    "a long dash": _replaced(r"^( *)- ", r"\1– "),
    "a bullet": _replaced(r"^( *)- ", r"\1• "),
    "a dash without a space": _replaced(r"^( *)- ", r"\1-"),
    "no colon": _replaced(r"^( *(?:- )?[a-z_]+):", r"\1"),
    "no space behind a colon": _replaced(r"^( *(?:- )?[a-z_]+): (?=\S)", r"\1:"),
    "a colon in a text": _replaced(_PLAIN, r"\1Let op: \2"),
    "an open quotation mark": _replaced(_PLAIN, r'\1"\2'),
    "curly quotation marks": _replaced(_NAMED, r"\1“\2”"),
    "a curly end": _replaced(_PLAIN, r'\1"\2”'),
    "a tab": _replaced(r"^  ", "\t"),
    "a tab behind a dash": _replaced(r"^( *)- ", "\\1-\t"),
    "a dutch word": _dutch,
    "a capital": lambda lines, at: [
        re.sub(r"^( *(?:- )?)([a-z])", lambda found: found[1] + found[2].upper(), lines[at])
    ],
    "a line twice": lambda lines, at: [lines[at], lines[at]],
    "versions of git": lambda lines, at: ["<<<<<<< HEAD", lines[at], "=======", lines[at], ">>>>>>> x"],
    "a no-break space in front": _replaced(r"^  ", "\u00a0\u00a0"),
    "a no-break space behind a dash": _replaced(r"^( *)- ", "\\1-\u00a0"),
    "a no-break space behind a colon": _replaced(r"^( *(?:- )?[a-z_]+): (?=\S)", "\\1:\u00a0"),
    "a bracket": _replaced(_PLAIN, r"\1[\2"),
    "a brace": _replaced(_PLAIN, r"\1{\2"),
    "an asterisk": _replaced(_PLAIN, r"\1*\2"),
    "a percent sign": _replaced(_PLAIN, r"\1%\2"),
    "an equals sign": _replaced(r"^( *(?:- )?[a-z_]+): (?=\S)", r"\1 = "),
}


def slip(text: str, chance: Random, kind: str) -> Slip:
    """A sound file with a mistake of a kind in a line that has a key."""
    lines = text.split("\n")
    while True:
        at = chance.choice(_keys(lines))
        changed = MISTAKES[kind](lines, at)
        if changed is not None:
            return Slip(kind, "\n".join([*lines[:at], *changed, *lines[at + 1 :]]), at + 1, at + len(changed))
