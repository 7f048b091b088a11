"""The rows of a working copy as Word's paragraphs: bookmarks, values, lists and what may be edited."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from xml.sax.saxutils import escape, quoteattr

from flows.documents.elements import printable
from flows.documents.working_copy.sheet import Row, RowKind, Sheet
from flows.press.word.boxes import style_id
from flows.press.word.reference import RELATIONS, WORD
from flows.press.word.working_copy.styles import FIELD, FIELD_NAME, FIXED, GIVEN, HOW, LABEL, TEXTS
from flows.returns.copies import Freedom
from flows.returns.lines import Line, Piece, address_in_word
from flows.returns.proposals import Remark

_OWN = {
    RowKind.TITLE: "Title",
    RowKind.HEAD: LABEL,
    RowKind.HOW: HOW,
    RowKind.CHAPTER: "heading 1",
    RowKind.THEME: "heading 2",
    RowKind.LABEL: LABEL,
    RowKind.FIELD: FIELD,
}
POINTS, FIRST_COUNTED = 1, 2
"""The number of the list with points, and of the first list that counts: each of those is one of its own."""

_MIDNIGHT, _LINE = "T00:00:00Z", "\n"


@dataclass
class Writing:
    """What the rows of a copy need beside themselves.

    Attributes:
        links: The address of each link, in the order of their relations.
        givens: The variable in each bookmark of a value.
        counted: How many lists there are that count.
        marks: How many bookmarks there are.
        comments: What is said in the margin, in the order of the text.
    """

    links: list[str] = field(default_factory=list)
    givens: dict[str, str] = field(default_factory=dict)
    counted: int = 0
    marks: int = 0
    comments: list[Remark] = field(default_factory=list)

    def body(self, sheet: Sheet) -> str:
        """The paragraphs of all rows."""
        return "".join(part for row in sheet.rows for part in self._of_row(row, sheet))

    def _of_row(self, row: Row, sheet: Sheet) -> Iterator[str]:
        style = _OWN.get(row.kind) or TEXTS[row.passage.kind if row.passage is not None else "prose"]
        if row.passage is None:
            yield _paragraph(style, "", _run(row.text))
            return
        self.marks += 1
        begin = f'<w:bookmarkStart w:id="{self.marks}" w:name="{row.passage.bookmark}"/>'
        end = f'<w:bookmarkEnd w:id="{self.marks}"/>'
        fixed = row.passage.freedom is not Freedom.ANY and row.kind in (RowKind.TEXT, RowKind.FIELD)
        lines = row.lines or (Line(()),)
        was_ordered = False
        for number, line in enumerate(lines, 1):
            self.counted += line.ordered and not was_ordered
            was_ordered = line.ordered
            words = "".join(self._pieces(line, sheet, fixed=fixed))
            first = self._field_name(row) + begin if number == 1 else ""
            last = end if number == len(lines) else ""
            if number == 1:
                first, last = self._commented(row.remarks, first, last)
            yield _paragraph(style, self._listed(line), first + words + last)

    def _commented(self, remarks: tuple[Remark, ...], first: str, last: str) -> tuple[str, str]:
        """What stands around the first paragraph of a text that people said something beside."""
        for each in remarks:
            number = len(self.comments)
            self.comments.append(each)
            first = f'<w:commentRangeStart w:id="{number}"/>{first}'
            last += f'<w:commentRangeEnd w:id="{number}"/><w:r><w:commentReference w:id="{number}"/></w:r>'
        return first, last

    def _field_name(self, row: Row) -> str:
        return _run(f"{row.text}: ", FIELD_NAME) if row.kind is RowKind.FIELD else ""

    def _listed(self, line: Line) -> str:
        if not line.level:
            return ""
        number = FIRST_COUNTED + self.counted - 1 if line.ordered else POINTS
        return f'<w:numPr><w:ilvl w:val="{line.level - 1}"/><w:numId w:val="{number}"/></w:numPr>'

    def _pieces(self, line: Line, sheet: Sheet, *, fixed: bool) -> Iterator[str]:
        for piece in line.pieces:
            run = self._piece(piece, fixed=fixed)
            if piece.look.link:
                self.links.append(address_in_word(piece.look.link, sheet.copy.values))
                run = f'<w:hyperlink r:id="rIdLink{len(self.links)}">{run}</w:hyperlink>'
            yield run

    def _piece(self, piece: Piece, *, fixed: bool) -> str:
        style = GIVEN if piece.variable else "Hyperlink" if piece.look.link else FIXED if fixed else ""
        run = _run(piece.text, style, _looks(piece))
        if not piece.variable:
            return run
        self.marks += 1
        name = f"gegeven_{len(self.givens) + 1:03}"
        self.givens[name] = piece.variable
        return (
            f'<w:bookmarkStart w:id="{self.marks}" w:name="{name}"/>{run}<w:bookmarkEnd w:id="{self.marks}"/>'
        )


def _paragraph(style: str, properties: str, content: str) -> str:
    return f'<w:p><w:pPr><w:pStyle w:val="{style_id(style)}"/>{properties}</w:pPr>{content}</w:p>'


def _run(text: str, style: str = "", looks: str = "") -> str:
    styled = f'<w:rStyle w:val="{style_id(style)}"/>' if style else ""
    about = f"<w:rPr>{styled}{looks}</w:rPr>" if styled or looks else ""
    words = '</w:t><w:br/><w:t xml:space="preserve">'.join(map(escape, printable_lines(text)))
    return f'<w:r>{about}<w:t xml:space="preserve">{words}</w:t></w:r>'


def printable_lines(text: str) -> list[str]:
    """The lines of a text without what no XML can hold."""
    return [printable(line) for line in text.split("\n")]


def _looks(piece: Piece) -> str:
    look = piece.look
    height = "superscript" if look.raised else "subscript" if look.lowered else ""
    return "".join(
        (
            "<w:b/><w:bCs/>" if look.bold else "",
            "<w:i/><w:iCs/>" if look.italic else "",
            f'<w:vertAlign w:val="{height}"/>' if height else "",
        )
    )


def comments_part(remarks: list[Remark]) -> str:
    """The part of a package with comments, numbered from 0."""
    told = "".join(
        f'<w:comment w:id="{number}" w:author={quoteattr(each.author)} w:initials="{each.author[:1]}"'
        f"{f' w:date={quoteattr(each.date + _MIDNIGHT)}' if each.date else ''}>"
        f"{''.join(_paragraph('Normal', '', _run(line)) for line in each.text.split(_LINE))}</w:comment>"
        for number, each in enumerate(remarks)
    )
    return f'<w:comments xmlns:w="{WORD}">{told}</w:comments>'


def relation_of(number: int, address: str) -> str:
    """The relation of a link to its address."""
    kind, target = f"{RELATIONS}/hyperlink", quoteattr(address)
    return f'<Relationship Id="rIdLink{number}" Type="{kind}" Target={target} TargetMode="External"/>'
