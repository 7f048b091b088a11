"""The comments of a redline in Word: what a reader is told about each change, beside its first words."""

from collections.abc import Iterator
from dataclasses import dataclass
from xml.sax.saxutils import escape, quoteattr

from flows.documents.change_report.report import Report
from flows.documents.elements import Element, Tree, inner, name_of, text_of, walk
from flows.press.word.properties import moment
from flows.press.word.reference import WORD

_TOLD = ("head", "fields")


@dataclass(frozen=True, slots=True)
class Author:
    """Who a revision or comment is by.

    Attributes:
        name: The name that Word shows.
        timestamp: When, in seconds since 1970.
    """

    name: str
    timestamp: int

    @property
    def initials(self) -> str:
        """The first letters of its words, three at most."""
        return "".join(word[0].upper() for word in self.name.split()[:3])


def has_comment(row: Element) -> bool:
    """True where there is something to tell about a row of the redline."""
    return any(name_of(box) in _TOLD for box in inner(row))


def comments_part(report: Report, author: Author) -> bytes:
    """The part of a package with all comments of a report, numbered from 0 in the order of its rows."""
    rows = enumerate(_told(report.blocks))
    comments = "".join(_comment(number, list(_lines(row)), author) for number, row in rows)
    head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    return f'{head}<w:comments xmlns:w="{WORD}">{comments}</w:comments>'.encode()


def number_of_comments(report: Report) -> int:
    """How many there are."""
    return sum(1 for _ in _told(report.blocks))


def _told(blocks: Tree) -> Iterator[Element]:
    for component in blocks:
        if name_of(component) == "redline":
            yield from (row for row in inner(component) if name_of(row) == "change" and has_comment(row))


def _lines(row: Element) -> Iterator[str]:
    """The paragraphs of a comment, each as Word's runs."""
    for box in inner(row):
        if name_of(box) == "head":
            for block in (one for one in walk(inner(box)) if one["t"] in ("Para", "Plain")):
                yield "".join(_run(text_of(one), bold=one["t"] == "Strong") for one in block["c"])
        elif name_of(box) == "fields":
            for table in (one for one in walk(inner(box)) if one["t"] == "Table"):
                yield from (_run(line) for line in _values(table))


def _run(text: str, *, bold: bool = False) -> str:
    style = '<w:rPr><w:rStyle w:val="Strong"/></w:rPr>' if bold else ""
    return f'<w:r>{style}<w:t xml:space="preserve">{escape(text)}</w:t></w:r>'


def _values(table: Element) -> Iterator[str]:
    """A line a value: its name, what it was and what it became."""
    _, _, _, _, bodies, _ = table["c"]
    for _, _, _, rows in bodies:
        for _, cells in rows:
            name, *values = (" ".join(text_of(cell[4]).split()) or "–" for cell in cells)
            yield f"{name}: {' → '.join(values)}"


def _comment(number: int, lines: list[str], author: Author) -> str:
    mark = '<w:r><w:rPr><w:rStyle w:val="AnnotationReference"/></w:rPr><w:annotationRef/></w:r>'
    paragraphs = "".join(
        f'<w:p><w:pPr><w:pStyle w:val="AnnotationText"/></w:pPr>{"" if at else mark}{line}</w:p>'
        for at, line in enumerate(lines or [""])
    )
    name, initials = quoteattr(author.name), quoteattr(author.initials)
    said_by = f'w:author={name} w:date="{moment(author.timestamp)}" w:initials={initials}'
    return f'<w:comment w:id="{number}" {said_by}>{paragraphs}</w:comment>'
