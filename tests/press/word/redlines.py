"""Reports printed to Word, the pieces that a text with changes is made of, and LibreOffice as a second opinion."""

import json
from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path
from zipfile import ZipFile

from hypothesis import strategies as st
from lxml import etree

from flows.documents.change_report.report import ADDED, REMOVED, Report
from flows.documents.elements import Element, Tree, bullets, div, inlines, link, para, plain
from flows.press.doors.writing import Order, write_batch
from flows.press.jobs import Job, Printed, print_documents
from flows.press.word.reference import WORD
from flows.press.word.report.resolving import Side
from flows.press.word.report.styles import report_reference
from flows.press.word.report.tree import report_tree
from tests.documents.change_report.report_sample import report, row, rows_table, span
from tests.press.printing import TIMESTAMP, files_of, neutral_looks
from tests.press.word.libreoffice import run_macro

W = f"{{{WORD}}}"
_SIDES: tuple[Side, Side] = ("new", "old")
_MACRO = """
Sub Resolve(source As String, command As String, target As String)
  Dim hidden(0) As New com.sun.star.beans.PropertyValue
  hidden(0).Name = "Hidden" : hidden(0).Value = True
  document = StarDesktop.loadComponentFromURL(ConvertToURL(source), "_blank", 0, hidden())
  dispatcher = createUnoService("com.sun.star.frame.DispatchHelper")
  dispatcher.executeDispatch(document.CurrentController.Frame, ".uno:" &amp; command, "", 0, Array())
  Dim filter(0) As New com.sun.star.beans.PropertyValue
  filter(0).Name = "FilterName" : filter(0).Value = "MS Word 2007 XML"
  document.storeToURL(ConvertToURL(target), filter())
  document.close(True)
End Sub
Sub ResolveAll(folder As String, count As Integer)
  For number = 0 To count - 1
    Resolve(folder &amp; number &amp; ".docx", "AcceptAllTrackedChanges", folder &amp; number &amp; ".new.docx")
    Resolve(folder &amp; number &amp; ".docx", "RejectAllTrackedChanges", folder &amp; number &amp; ".old.docx")
  Next
End Sub
"""


def answered(reports: Sequence[Report], root: Path, *formats: str) -> list[Printed]:
    """What became of some reports."""
    jobs = [Job(one, formats or ("docx",), neutral_looks(), TIMESTAMP) for one in reports]
    return print_documents(jobs, root, root / "outputs")


def word_file(one: Report, root: Path) -> Path:
    """The Word file of a report, which must be without problems."""
    (answer,) = answered([one], root)
    return files_of(answer, root)["docx"]


def by_pandoc(one: Report, folder: Path) -> bytes:
    """The Word file of a report without pictures, as Pandoc wrote it and before its last step."""
    source, target, reference = folder / "tree.json", folder / "pandoc.docx", folder / "reference.docx"
    source.write_text(json.dumps(report_tree(one, {})))
    reference.write_bytes(report_reference(neutral_looks().brand))
    order = Order(str(source), str(target), "docx", reference=str(reference))
    assert [each.failure for each in write_batch([order], folder)] == [""]
    return target.read_bytes()


def body(file: Path) -> etree._Element:
    """The text of a Word file."""
    with ZipFile(file) as package:
        return etree.fromstring(package.read("word/document.xml"))[0]


def with_rows(rows: Tree) -> Report:
    """A report of nothing but rows of its redline."""
    return replace(report(), blocks=[div("redline", rows)])


def by_libreoffice(file: Path, folder: Path) -> tuple[etree._Element, etree._Element]:
    """The text of a Word file after LibreOffice accepted every change, and after it rejected every one."""
    found = all_by_libreoffice([file], folder)[file]
    return found["new"], found["old"]


def all_by_libreoffice(files: Iterable[Path], folder: Path) -> dict[Path, dict[Side, etree._Element]]:
    """The texts of Word files after LibreOffice accepted (``new``) or rejected (``old``) every change."""
    sources = {file: folder / f"{number}.docx" for number, file in enumerate(files)}
    for file, source in sources.items():
        source.write_bytes(file.read_bytes())
    run_macro(folder, _MACRO, f"ResolveAll({folder}/,{len(sources)})")
    return {
        file: {side: body(source.with_suffix(f".{side}.docx")) for side in _SIDES}
        for file, source in sources.items()
    }


Unit = tuple[Tree, list[str], list[str]]
"""Blocks of a text box, and the paragraphs that a reader of the old and of the new text sees."""
_MARKS = ("", ADDED, REMOVED)
_WORDS = st.text("ab1é<&\"'#*_ \u00a0€-", min_size=1, max_size=9)
_PIECES = st.lists(st.tuples(st.sampled_from(_MARKS), _WORDS, st.sampled_from("pls")), min_size=1, max_size=5)


def _inlines(mark: str, text: str, form: str) -> Tree:
    """Words as they are, in a link or with weight; the mark outside of the link and inside of the weight."""
    words = inlines(text)
    words = [link(words, "https://example.org")] if form == "l" else words
    words = [span(mark, words)] if mark else words
    return [{"t": "Strong", "c": words}] if form == "s" else words


@st.composite
def _line(draw: st.DrawFn, marks: Sequence[str] = _MARKS) -> tuple[Tree, list[str], list[str]]:
    pieces = [piece for piece in draw(_PIECES) if piece[0] in marks]
    words = [element for piece in pieces for element in _inlines(*piece)]
    old, new = ("".join(text for mark, text, _ in pieces if mark != no) for no in (ADDED, REMOVED))
    return words, _paragraph(old), _paragraph(new)


def _paragraph(text: str) -> list[str]:
    return [" ".join(text.split())] if text.strip() else []


@st.composite
def _block(draw: st.DrawFn) -> Unit:
    """A paragraph, heading, quote or source whose words changed, or that came or went as a whole."""
    form = draw(st.sampled_from(("para", "plain", "heading", "quote", "source")))
    mark = draw(st.sampled_from(_MARKS))
    words, old, new = draw(_line([""] if mark else _MARKS))
    block: Element = {"plain": plain, "heading": _heading}.get(form, para)(words)
    block = {"quote": _quote, "source": _source}.get(form, lambda one: one)(block)
    if not mark:
        return [block], old, new
    return [div(mark, [block])], old if mark == REMOVED else [], new if mark == ADDED else []


def _heading(words: Tree) -> Element:
    return {"t": "Header", "c": [3, ["", [], []], words]}


def _quote(block: Element) -> Element:
    return {"t": "BlockQuote", "c": [block]}


def _source(block: Element) -> Element:
    return div("source", [block])


@st.composite
def _listed(draw: st.DrawFn) -> Unit:
    items = draw(st.lists(_block(), min_size=1, max_size=4))
    return [bullets([blocks for blocks, _, _ in items])], _all(items, 1), _all(items, 2)


@st.composite
def _tabled(draw: st.DrawFn) -> Unit:
    """A table with rows that came or went, or one that did so as a whole."""
    rows = [(mark, draw(_line([""] if mark else _MARKS)), draw(_WORDS)) for mark in draw(_ROW_MARKS)]
    table = rows_table([(mark, [words, inlines(text)]) for mark, (words, _, _), text in rows])
    old = [one for mark, cell, text in rows if mark != ADDED for one in (*cell[1], *_paragraph(text))]
    new = [one for mark, cell, text in rows if mark != REMOVED for one in (*cell[2], *_paragraph(text))]
    whole = {mark for mark, _, _ in rows}
    return ([div(*whole, [table])] if whole in ({ADDED}, {REMOVED}) else [table]), old, new


_ROW_MARKS = st.lists(st.sampled_from(_MARKS), min_size=1, max_size=3)


def _all(units: Sequence[Unit], side: int) -> list[str]:
    return [text for unit in units for text in unit[side]]  # type: ignore[union-attr,misc]


@st.composite
def redlines(draw: st.DrawFn) -> tuple[Report, list[str], list[str]]:
    """A report of some rows, and the paragraphs of its old and its new text."""
    units = draw(st.lists(st.one_of(_block(), _listed(), _tabled()), min_size=1, max_size=6))
    kinds = draw(st.lists(st.sampled_from(("prose", "ask", "fact", "figure")), min_size=6, max_size=6))
    rows = [
        row(f"rij-{number}", kind, "edited", "both", blocks, head="Kop" if number % 2 else "")
        for number, ((blocks, _, _), kind) in enumerate(zip(units, kinds, strict=False))
    ]
    return with_rows(rows), _all(units, 1), _all(units, 2)
