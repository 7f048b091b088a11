"""A working copy as Word would give it back, without Word: rows, and the paragraphs that are read from them."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from flows.positions.provinces import Verb
from flows.returns.assigning import Expected
from flows.returns.comparing import Side
from flows.returns.copies import Freedom, Passage, WorkingCopy
from flows.returns.lines import Line, Lines, Look, Piece, filled, plain_lines, tidy
from flows.returns.returned import Paragraph, ReturnedCopy, Run

VALUES = {"hub": "Hub Oost", "province.in": "in Oost"}
STYLES = {"prose": "tekst", "ask": "vraag", "fact": "feit", "chapter": "heading 1", "theme": "heading 2"}
_LEVELS = {"chapter": 1, "theme": 2}
_ADDED = "toevoeging"
_VARIABLE = re.compile(r"\{\{ ([a-z.]+) \}\}")


def said(*texts: str) -> Lines:
    """Lines with variables in braces; ``- `` makes an item of a list, ``**…**`` words bold."""
    return tuple(_line(text) for text in texts)


def _line(text: str) -> Line:
    level = 1 if text.startswith("- ") else 0
    pieces: list[Piece] = []
    for number, part in enumerate(text.removeprefix("- ").split("**")):
        look = Look(bold=number % 2 == 1)
        for at, words in enumerate(_VARIABLE.split(part)):
            if at % 2:
                pieces.append(Piece(VALUES[words], look, words))
            elif words:
                pieces.append(Piece(words, look))
    return tidy(Line(tuple(pieces), level))


def passage(block: str, lines: Lines, kind: str = "prose", field: str = "text", **more: object) -> Expected:
    """A passage of a province's copy: the nation's unless `verb` says otherwise."""
    is_text = field == "text" or field.startswith("append")
    about = Passage("", block, field, kind, ("hoofdstuk-werken",), "", is_markdown=is_text)
    name = {"source": "Bron", "as_of": "Peildatum"}.get(field, "")
    return Expected(replace(about, **more), lines, name)  # type: ignore[arg-type]


def heading(block: str, kind: str, title: str) -> Expected:
    """A heading, which is fixed."""
    return passage(block, plain_lines(title, VALUES), kind, "title", freedom=Freedom.LOCKED, path=())


def side(passages: Sequence[Expected]) -> Side:
    """A copy at one moment, its bookmarks numbered."""
    numbered = (
        replace(each, passage=replace(each.passage, bookmark=f"blok_{number:03}"))
        for number, each in enumerate(passages, 1)
    )
    furniture = frozenset({"Werkversie · oost · editie 2031 · taal nl", "Typ in de zwarte tekst."})
    return Side(tuple(numbered), furniture, VALUES)


@dataclass(frozen=True, slots=True)
class Program:
    """What a program that saved the file kept: bookmarks, styles, our own part."""

    bookmarks: bool = True
    styles: bool = True
    record: bool = True


WORD = Program()
OTHERS = (WORD, Program(bookmarks=False), Program(styles=False), Program(bookmarks=False, styles=False))
"""Word, and programs that lose one thing or another; the last is Pandoc."""


def returned(base: Side, program: Program = WORD) -> ReturnedCopy:
    """An untouched file of a copy."""
    givens: dict[str, str] = {}
    return back(base, list(_paragraphs(base, givens)), program, givens)


def back(
    base: Side, paragraphs: Sequence[Paragraph], program: Program, givens: dict[str, str]
) -> ReturnedCopy:
    """A file with some paragraphs, as a program saves it."""
    kept = tuple(replace(_saved(each, program), place=number) for number, each in enumerate(paragraphs, 1))
    copy = WorkingCopy("2031", "oost", "nl", tuple(each.passage for each in base.passages), base.values)
    known = givens if program.bookmarks else {}
    return ReturnedCopy("oost.docx", kept, copy if program.record else None, "2031", "oost", "nl", known)


def _saved(paragraph: Paragraph, program: Program) -> Paragraph:
    kept = paragraph
    if not program.bookmarks:
        runs = tuple(replace(run, bookmarks=(), given="?" if run.given else "") for run in kept.runs)
        kept = replace(kept, runs=runs, bookmarks=())
    if not program.styles:
        is_label = kept.text.startswith("\u25b8 ")
        given = {run.given: "" if run.given == "?" else run.given for run in kept.runs}
        runs = tuple(replace(run, is_label=is_label, given=given[run.given]) for run in kept.runs)
        kept = replace(kept, runs=runs, style=kept.style if kept.heading else "body text")
    return kept


def _paragraphs(base: Side, givens: dict[str, str]) -> Iterator[Paragraph]:
    for each in sorted(base.furniture, reverse=True):
        yield _ours(each)
    for expected in base.passages:
        about = expected.passage
        if about.kind not in _LEVELS and about.is_markdown:
            added, _, nth = about.field.partition(".")
            number = f" {nth}" if nth else ""
            rest = f"{_ADDED}{number} \u00b7 eigen tekst" if added == "append" else "vraag \u00b7 landelijk"
            yield _ours(f"\u25b8 {about.block} \u00b7 {rest}")
        yield from _of_passage(expected, base, givens)


def _ours(text: str) -> Paragraph:
    return Paragraph((Run(text, is_label=True),), "standpunt label")


def _of_passage(expected: Expected, base: Side, givens: dict[str, str]) -> Iterator[Paragraph]:
    about = expected.passage
    style = STYLES[about.kind] if about.is_markdown or about.kind in _LEVELS else "veld"
    for number, line in enumerate(expected.lines or (Line(()),)):
        name = (Run(f"{expected.name}: ", is_label=True),) if expected.name and not number else ()
        runs = tuple(_run(piece, about.bookmark, base, givens) for piece in line.pieces)
        yield Paragraph(
            name + runs, style, (about.bookmark,), _LEVELS.get(about.kind, 0), line.level, line.ordered
        )


def _run(piece: Piece, bookmark: str, base: Side, givens: dict[str, str]) -> Run:
    given = ""
    if piece.variable:
        given = f"gegeven_{len(givens) + 1:03}"
        givens[given] = piece.variable
    look = piece.look
    link = filled(look.link, base.values)
    return Run(piece.text, look.bold, look.italic, look.raised, look.lowered, link, given, (bookmark,))


def small() -> Side:
    """A copy with every kind of passage: the nation's, fixed ones, a province's own, slots, fields, a list."""
    own = {"verb": Verb.REPLACE}
    return side(
        [
            heading("hoofdstuk-werken", "chapter", "Werken {{ province.in }}"),
            passage(
                "aanhef", said("Wij werken samen met {{ hub }} aan morgen.", "Dat doen wij elke dag samen.")
            ),
            heading("thema-een", "theme", "Eerste thema"),
            passage(
                "toelichting",
                said("Metaal is overal om ons heen.", "- lassen en buigen", "- draaien en frezen"),
            ),
            passage(
                "toelichting", said("Bij ons draait alles om schepen."), field="append", verb=Verb.APPEND
            ),
            passage("vraag-een", said("Bouw 250 bruggen voor de zomer."), "ask"),
            passage("vraag-twee", said("Houd wegen open, ook bij {{ hub }}."), "ask", freedom=Freedom.APPEND),
            passage(
                "vraag-drie", said("Blijf altijd eerlijk tegen ondernemers."), "ask", freedom=Freedom.LOCKED
            ),
            passage(
                "vraag-vier",
                said("Steun **niet** zomaar iedereen hier.", "Kies liever gericht."),
                "ask",
                **own,
            ),
            passage("feit-een", said("Er zijn 1.250 bedrijven met personeel."), "fact"),
            passage("feit-een", plain_lines("Bureau voor cijfers", {}), "fact", "source"),
            passage("verhaal", (), is_slot=True),
            passage("oost-haven", said("Onze haven groeit snel door."), verb=Verb.INSERT, target="verhaal"),
            passage("slot-gevuld", said("**Techniek** begint op school."), verb=Verb.FILL, is_slot=True),
        ]
    )
