"""A change report as a Word file's tree: its text with tracked words, and signs for what Pandoc cannot track.

Pandoc tracks words. That a paragraph or a row came or went as a whole it cannot say, nor where a comment of
several lines stands: for those the tree holds small pieces of Word's own XML, which
`flows.press.word.report.tracking` turns into what Word expects.
"""

from collections.abc import Callable, Mapping
from itertools import count
from typing import Any

from flows.documents.change_report.report import ADDED, REMOVED, Report
from flows.documents.elements import Element, Tree, anchor_of, attributes_of, inner, name_of, raw
from flows.press.trees import as_pandoc
from flows.press.word import boxes
from flows.press.word.report.comments import has_comment
from flows.press.word.report.tracked_words import TRACKED, Words, code_lines, first_words

REDLINE_TITLE = "Wijzigingen kop"
"""The style of the heading of the text with its changes, under a line of its own."""
LISTED = "Lijstregel"
"""The style of paragraphs in lists that have no other."""
LEGEND = "Legenda"
"""The style of the signs of the matrix with their meanings, which need no bullets."""
DATA = "Tabeltekst"
"""The style of the numbers of a figure."""
COVER_STYLES: Mapping[str, str] = {
    "organisation": "Verslag organisatie",
    "title": "Title",
    "subtitle": "Subtitle",
}
"""The style of each line of the cover."""
BOX_STYLES: Mapping[str, str] = {
    "decision": "Besluit",
    "note": "Opmerking",
    "legend": LEGEND,
    "source": "Bron",
    "speaker": "Spreker",
    "figure-title": "caption",
    "data": DATA,
    "box-title": "Contact titel",
}
"""The style of the paragraphs of a box, wherever it stands; a source in a fact has one of its own."""
KIND_STYLES: Mapping[str, str] = {
    "title": "Omslag regel",
    "ask": "Vraag",
    "fact": "Feit",
    "contact": "Contact",
}
"""The style of the paragraphs of a unit, by its kind; the others keep those that Pandoc gives them."""

_MANY = 4
"""Columns of values from which on a table takes the whole width."""
_PARAGRAPH: Mapping[str, str] = {ADDED: "<w:ins/>", REMOVED: "<w:del/>"}
_ROW: Mapping[str, str] = {ADDED: "<w:cellIns/>", REMOVED: "<w:cellDel/>"}


def report_tree(report: Report, pictures: Mapping[str, str]) -> dict[str, Any]:
    """The tree that Pandoc's Word writer gets.

    Args:
        report: The report.
        pictures: File name of the copy of each image file, by its path.
    """
    writer = _Writer(pictures)
    blocks = [made for component in report.blocks for made in writer.component(component)]
    return as_pandoc(blocks, {"lang": report.locale.replace("_", "-")})


class _Writer:
    """Writes a report, and knows which comment still waits for its first words."""

    def __init__(self, pictures: Mapping[str, str]) -> None:
        self._styled, self._tracked = Words(pictures, tracks=False), Words(pictures, tracks=True)
        self._words = self._styled
        self._comments = count()
        self._waiting: list[int] = []
        self._writes: Mapping[str, Callable[[Any, str, str], Tree]] = {
            "Para": self._paragraph,
            "Plain": self._plain,
            "Header": self._header,
            "CodeBlock": self._code,
            "BulletList": self._bullets,
            "OrderedList": self._numbered,
            "BlockQuote": self._quote,
            "Table": self._table,
            "HorizontalRule": lambda *_: [{"t": "HorizontalRule"}],
        }

    def component(self, component: Element) -> Tree:
        """One component, its changes tracked if it is the redline."""
        found: Tree = []
        for block in inner(component):
            if name_of(block) == "change":
                found += self._change(block)
            elif block["t"] == "Header" and name_of(component) == "redline":
                found += _boxed(block, [_in_style(block["c"][2], REDLINE_TITLE)])
            else:
                found += self._block(block, "", COVER_STYLES.get(name_of(block), ""))
        return _boxed(component, found)

    def _change(self, row: Element) -> Tree:
        self._words = self._tracked
        self._waiting = [next(self._comments)] if has_comment(row) else []
        text = next((inner(box) for box in inner(row) if name_of(box) == "text"), [])
        blocks = self._blocks(text, "", KIND_STYLES.get(attributes_of(row)["kind"], ""))
        if self._waiting:
            blocks.append(_in_style(self._commented([]), boxes.AFTER))
        self._words = self._styled
        return _boxed(row, blocks)

    def _blocks(self, blocks: Tree, mark: str, style: str) -> Tree:
        return [made for block in blocks for made in self._block(block, mark, style)]

    def _block(self, block: Element, mark: str, style: str) -> Tree:
        if block["t"] == "Div":
            return self._box(block, mark, style)
        return self._writes[block["t"]](block.get("c"), mark, style)

    def _box(self, box: Element, mark: str, style: str) -> Tree:
        name = name_of(box)
        if name in TRACKED:
            mark = name
        elif style == "Feit" and name == "source":
            style = "Feit bron"
        else:
            style = BOX_STYLES.get(name, style)
        return _boxed(box, self._blocks(inner(box), mark, style))

    def _paragraph(self, content: Tree, mark: str, style: str) -> Tree:
        words = self._line(content, mark)
        return [_in_style(words, style) if style else {"t": "Para", "c": words}]

    def _plain(self, content: Tree, mark: str, style: str) -> Tree:
        return self._paragraph(content, mark, style) if style else [_plain(self._line(content, mark))]

    def _header(self, content: list[Any], mark: str, _: str) -> Tree:
        level, attributes, words = content
        return [{"t": "Header", "c": [level, attributes, self._line(words, mark)]}]

    def _code(self, content: list[Any], mark: str, style: str) -> Tree:
        return self._paragraph(code_lines(content[1]), mark, style)

    def _bullets(self, items: list[Tree], mark: str, style: str) -> Tree:
        if style == LEGEND:
            return [made for item in items for made in self._blocks(item, mark, style)]
        return [{"t": "BulletList", "c": [self._blocks(item, mark, style or LISTED) for item in items]}]

    def _numbered(self, content: list[Any], mark: str, style: str) -> Tree:
        numbering, items = content
        return [
            {
                "t": "OrderedList",
                "c": [numbering, [self._blocks(item, mark, style or LISTED) for item in items]],
            }
        ]

    def _quote(self, blocks: Tree, mark: str, style: str) -> Tree:
        return [{"t": "BlockQuote", "c": self._blocks(blocks, mark, style)}]

    def _table(self, content: list[Any], mark: str, style: str) -> Tree:
        attributes, (short, caption), columns, head, bodies, foot = content
        parts = [
            attributes,
            [short, self._blocks(caption, mark, "")],
            _shared(columns) if style == DATA or not self._words.tracks else columns,
            [head[0], self._rows(head[1], mark)],
            [[own, heads, *(self._rows(rows, mark) for rows in body)] for own, heads, *body in bodies],
            [foot[0], self._rows(foot[1], mark)],
        ]
        return [{"t": "Table", "c": parts}, raw("openxml", boxes.space())]

    def _rows(self, rows: list[Any], mark: str) -> list[Any]:
        return [self._row(attributes, cells, mark) for attributes, cells in rows]

    def _row(self, attributes: list[Any], cells: list[Any], mark: str) -> list[Any]:
        """A row; that it came or went as a whole is a sign in a paragraph of its own in its first cell."""
        mark = next((name for name in attributes[1] if name in TRACKED), mark)
        made = [[*cell[:4], self._cell(cell[4], mark)] for cell in cells]
        if mark and self._words.tracks:
            sign = _plain([_word_xml(_ROW[mark])])
            made[0][4] = [sign, *(made[0][4] or [_plain([])])]
        return [attributes, made]

    def _cell(self, blocks: Tree, mark: str) -> Tree:
        """The paragraphs of a cell, without signs of their own: what comes or goes is the row."""
        found: Tree = []
        for block in blocks:
            if block["t"] in ("Plain", "Para"):
                found.append(_plain(self._commented(self._words.written(block["c"], mark))))
            else:
                found += self._block(block, mark, "")
        return found

    def _line(self, content: Tree, mark: str) -> Tree:
        """The words of a paragraph, after the sign that it came or went as a whole."""
        words = self._commented(self._words.written(content, mark))
        return [_word_xml(_PARAGRAPH[mark]), *words] if mark and self._words.tracks else words

    def _commented(self, words: Tree) -> Tree:
        if not self._waiting:
            return words
        number = self._waiting.pop()
        first, rest = first_words(words)
        end = (
            f'<w:commentRangeEnd w:id="{number}"/><w:r><w:rPr><w:rStyle w:val="AnnotationReference"/>'
            f'</w:rPr><w:commentReference w:id="{number}"/></w:r>'
        )
        return [_word_xml(f'<w:commentRangeStart w:id="{number}"/>'), *first, _word_xml(end), *rest]


def _shared(columns: list[Any]) -> list[Any]:
    """Columns of a table of words and short values: the words first, with half of the width or a third."""
    others = len(columns) - 1
    first = 0.5 if others < _MANY else 0.34
    shares = [first, *[min(0.15, (1 - first) / max(1, others))] * others]
    return [[column[0], {"t": "ColWidth", "c": share}] for column, share in zip(columns, shares, strict=True)]


def _plain(words: Tree) -> Element:
    return {"t": "Plain", "c": words}


def _word_xml(xml: str) -> Element:
    return {"t": "RawInline", "c": ["openxml", xml]}


def _in_style(words: Tree, style: str) -> Element:
    return {"t": "Div", "c": [["", [], [["custom-style", style]]], [{"t": "Para", "c": words}]]}


def _boxed(box: Element, blocks: Tree) -> Tree:
    """Blocks with the bookmark of the box they were in, where it has one."""
    anchor = anchor_of(box)
    return [{"t": "Div", "c": [[anchor, [], []], blocks]}] if anchor else blocks
