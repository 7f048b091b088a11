"""Accepting or rejecting every change gives one of the two texts, whatever changed."""

from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from flows.documents.change_report.report import ADDED, REMOVED, Report
from flows.documents.elements import para
from flows.press.failures import PressError
from flows.press.word.reference import WORD
from flows.press.word.report.finish import finished_report
from flows.press.word.report.resolving import resolved
from flows.problems.sentences import sentence
from tests.documents.change_report.report_sample import row, span
from tests.press.printing import TIMESTAMP, files_of
from tests.press.word.redlines import answered, body, by_pandoc, redlines, with_rows


def body_of(inner: str) -> etree._Element:
    return etree.fromstring(f'<w:body xmlns:w="{WORD}">{inner}</w:body>')


def paragraph(mark: str, words: str) -> str:
    return f"<w:p><w:pPr><w:rPr>{mark}</w:rPr></w:pPr>{words}</w:p>"


@pytest.mark.parametrize(
    ("inner", "old", "new"),
    [
        ("<w:p><w:r><w:t>een </w:t><w:tab/><w:t>twee</w:t></w:r></w:p>", ["een twee"], ["een twee"]),
        (
            "<w:p><w:r><w:t>a</w:t></w:r><w:del><w:r><w:delText>b</w:delText></w:r></w:del>"
            "<w:hyperlink><w:ins><w:r><w:t>c</w:t></w:r></w:ins></w:hyperlink></w:p>",
            ["ab"],
            ["ac"],
        ),
        (paragraph("<w:del/>", "<w:r><w:t>a</w:t></w:r>") + paragraph("", ""), ["a"], ["a"]),
        (
            paragraph("<w:del/>", "<w:r><w:t>a</w:t></w:r>") + paragraph("", "<w:r><w:t>b</w:t></w:r>"),
            ["a", "b"],
            ["ab"],
        ),
        (
            paragraph("<w:ins/>", "<w:r><w:t>a</w:t></w:r>") + paragraph("", "<w:r><w:t>b</w:t></w:r>"),
            ["ab"],
            ["a", "b"],
        ),
        (
            "<w:tbl><w:tr><w:trPr><w:ins/></w:trPr><w:tc><w:p><w:r><w:t>a</w:t></w:r></w:p></w:tc></w:tr>"
            "<w:tr><w:trPr><w:del/></w:trPr><w:tc><w:p><w:r><w:t>b</w:t></w:r></w:p></w:tc></w:tr></w:tbl>",
            ["b"],
            ["a"],
        ),
    ],
)
def test_words_marks_of_paragraphs_and_rows_are_resolved(inner: str, old: list[str], new: list[str]) -> None:
    assert resolved(body_of(inner), "old") == old
    assert resolved(body_of(inner), "new") == new


@pytest.mark.parametrize(
    "words",
    ["<w:del><w:r><w:t>b</w:t></w:r></w:del>", "<w:r><w:delText>b</w:delText></w:r>"],
)
def test_words_with_the_wrong_tag_are_no_words(words: str) -> None:
    """Word shows neither, so a file that holds them must not pass for right."""
    assert resolved(body_of(f"<w:p>{words}</w:p>"), "old") == []


@given(made=st.lists(redlines(), min_size=8, max_size=8))
@settings(max_examples=6, deadline=None)
def test_every_redline_gives_both_texts_back(made: list[tuple[Report, list[str], list[str]]]) -> None:
    reports = [replace(report, folder=f"compare/{number}") for number, (report, _, _) in enumerate(made)]
    with TemporaryDirectory() as folder:
        answers = answered(reports, Path(folder))
        texts = [body(files_of(answer, Path(folder))["docx"]) for answer in answers]
    for text, (_, old, new) in zip(texts, made, strict=True):
        assert resolved(text, "old") == old
        assert resolved(text, "new") == new


@pytest.mark.parametrize(("side", "expected"), [("new", "Nieuw."), ("old", "Oud.")])
def test_a_redline_that_does_not_give_a_text_back_is_refused(
    side: str, expected: str, tmp_path: Path
) -> None:
    def one(old: str, new: str) -> Report:
        marked = [span(REMOVED, old), span(ADDED, new)]
        return with_rows([row("rij", "prose", "edited", "both", [para(marked)])])

    written = by_pandoc(one("Zo.", "Zo."), tmp_path)
    wanted = one("Zo.", "Nieuw.") if side == "new" else one("Oud.", "Zo.")
    with pytest.raises(PressError) as caught:
        finished_report(written, wanted, {}, TIMESTAMP)
    told = caught.value.problem
    assert told.code == "SP807"
    done = {"new": "accept", "old": "reject"}[side]
    assert [told.args[name] for name in ("kind", "found", "wanted")] == [done, "Zo.", expected]
    assert expected in sentence(told, "nl")
