"""The pages of brochures in Word, as LibreOffice lays them out with the font that each file brings."""

import re
import shutil
import subprocess
from copy import deepcopy
from itertools import pairwise
from pathlib import Path

import pytest
from lxml import etree

from tests.press.reading import letters, pdf_pages
from tests.press.repository import published
from tests.press.word.libreoffice import as_pdfs, run_macro
from tests.press.word.test_word import body, style, text_of

pytestmark = pytest.mark.skipif(
    not (shutil.which("soffice") and shutil.which("pdftotext")),
    reason="LibreOffice or poppler is not installed",
)
CHOSEN = (
    ("2023", "noord-holland", "nl"),
    ("2027", "noord-holland", "nl"),
    ("2027", "limburg", "de"),
    ("2027", "fryslan", "fy"),
    ("2027", "flevoland", "nl"),
)
PROVINCES = ("Noord-Holland", "Noord-Holland", "Limburg", "Fryslân", "Flevoland")
_HEAD, _FOOT = 60.0, 785.0
"""Where the text of a page begins and ends, in points from its top: below its header, above its footer."""
_LEAST = 0.33
"""How full a page is at least that is neither the cover nor the last."""
_REFRESH = """
Sub Refresh(source As String, target As String)
  Dim hidden(0) As New com.sun.star.beans.PropertyValue
  hidden(0).Name = "Hidden" : hidden(0).Value = True
  document = StarDesktop.loadComponentFromURL(ConvertToURL(source), "_blank", 0, hidden())
  document.DocumentIndexes.getByIndex(0).update()
  Dim filter(0) As New com.sun.star.beans.PropertyValue
  filter(0).Name = "FilterName" : filter(0).Value = "writer_pdf_Export"
  document.storeToURL(ConvertToURL(target), filter())
  document.close(True)
End Sub
"""
Line = tuple[float, str]
"""Where a line of text ends, in points from the top of its page, and its words."""


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    made = published(tmp_path_factory.mktemp("brochures"), "docx", CHOSEN)
    by_name = {file.stem: file for file in made}
    return [by_name[f"{province}-{edition}-{language}"] for edition, province, language in CHOSEN]


@pytest.fixture(scope="module")
def pdfs(files: list[Path], tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    return as_pdfs(files, tmp_path_factory.mktemp("pages"))


def lines_of(pdf: Path) -> list[list[Line]]:
    """The lines between header and footer of each page, from top to bottom."""
    made = subprocess.run(
        ["pdftotext", "-bbox-layout", str(pdf), "-"], check=True, capture_output=True, timeout=60
    )
    root = etree.fromstring(made.stdout, etree.XMLParser(recover=True, no_network=True))
    return [sorted(map(_line, page.iter("{*}line"))) for page in root.iter("{*}page")]


def _line(line: etree._Element) -> Line:
    return float(line.get("yMax") or 0), " ".join(word.text or "" for word in line.iter("{*}word"))


def inside(page: list[Line]) -> list[Line]:
    return [line for line in page if _HEAD < line[0] < _FOOT]


def headings(file: Path) -> set[str]:
    """The headings of a file, without the spaces and hyphens that lines are broken at."""
    found = (one for one in body(file).iter(f"{W}p") if re.match("Heading|Hoofdstuk|Thema", style(one)))
    return {letters(text_of(one)) for one in found}


W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def test_the_cover_is_a_page_and_every_other_page_tells_its_province_edition_and_number(
    pdfs: list[Path],
) -> None:
    for pdf, province, (edition, _, _) in zip(pdfs, PROVINCES, CHOSEN, strict=True):
        cover, *pages = pdf_pages(pdf)
        assert province in cover.replace("\u2011", "-")
        assert not re.search(r"^\s*1\s*$", cover, re.MULTILINE)
        assert 6 <= len(pages) <= 10
        for number, page in enumerate(pages, 2):
            head = page.splitlines()[0]
            assert province in head
            assert edition in head
            assert str(number) in page.split()


def test_no_page_but_the_last_is_a_third_full_and_no_heading_stands_at_a_foot(
    files: list[Path], pdfs: list[Path]
) -> None:
    for file, pdf in zip(files, pdfs, strict=True):
        known = headings(file)
        pages = [inside(page) for page in lines_of(pdf)[1:]]
        fill = [(page[-1][0] - _HEAD) / (_FOOT - _HEAD) for page in pages]
        print(file.stem, [f"{share:.0%}" for share in fill])
        assert min(fill[:-1]) >= _LEAST
        for page in pages:
            assert not any(
                letters(page[-1][1]) in (name, name[-len(letters(page[-1][1])) :]) for name in known
            )


def test_no_contact_card_stands_alone_on_the_last_page(files: list[Path], pdfs: list[Path]) -> None:
    for file, pdf in zip(files, pdfs, strict=True):
        cards = {text_of(one) for one in body(file).iter(f"{W}p") if style(one) == "ContactTitel"}
        last = [text for _, text in inside(lines_of(pdf)[-1])]
        assert cards <= set(last)
        assert last[0] not in cards


def test_the_numbers_of_asks_count_from_one_to_the_last(files: list[Path], pdfs: list[Path]) -> None:
    for file, pdf in zip(files, pdfs, strict=True):
        count = sum(bool(re.fullmatch("Vraag[0-9]+", style(one))) for one in body(file).iter(f"{W}p"))
        words = [word for page in lines_of(pdf) for _, line in inside(page) for word in line.split()[:1]]
        numbers = iter(word for word in words if word.isdecimal())
        assert all(str(number) in numbers for number in range(1, count + 1))
        assert count >= 15


def test_an_ask_that_somebody_adds_gets_the_next_number_and_moves_the_others_up(
    files: list[Path], tmp_path: Path
) -> None:
    import docx

    opened = docx.Document(str(files[1]))
    second = [one for one in opened.element.body.iter(f"{W}p") if style(one) == "Vraag1"][1]
    added = deepcopy(second)
    texts = list(added.iter(f"{W}t"))
    texts[0].text = "Toegevoegd."
    for other in texts[1:]:
        other.text = ""
    second.addnext(added)
    following = text_of([one for one in opened.element.body.iter(f"{W}p") if style(one) == "Vraag1"][3])
    opened.save(str(tmp_path / "more.docx"))
    (pdf,) = as_pdfs([tmp_path / "more.docx"], tmp_path)
    made = subprocess.run(
        ["pdftotext", "-layout", str(pdf), "-"], check=True, capture_output=True, timeout=60
    )
    shown = " ".join(made.stdout.decode().split())
    assert "3 Toegevoegd." in shown
    assert f"4 {' '.join(following.split()[:4])}" in shown


def test_all_text_is_set_in_the_font_that_the_file_brings(pdfs: list[Path]) -> None:
    for pdf in pdfs:
        made = subprocess.run(["pdffonts", str(pdf)], check=True, capture_output=True, timeout=60)
        names = {line.split()[0].partition("+")[2] for line in made.stdout.decode().splitlines()[2:]}
        assert {name for name in names if not name.startswith("SourceSans3")} <= {"OpenSymbol"}  # bullets


def test_the_contents_get_the_right_page_numbers_once_they_are_asked_for(
    files: list[Path], tmp_path: Path
) -> None:
    source, target = tmp_path / "brochure.docx", tmp_path / "brochure.pdf"
    source.write_bytes(files[1].read_bytes())
    run_macro(tmp_path, _REFRESH, f"Refresh({source},{target})")
    pages = [inside(page) for page in lines_of(target)]
    entries = [text_of(one) for one in body(files[1]).iter(f"{W}p") if style(one) == "Toc1"]
    contents = " ".join(text for _, text in pages[1])
    numbers = [int(re.search(re.escape(entry) + r"[ .]*(\d+)", contents)[1]) for entry in entries]  # type: ignore[index]
    where = [_page_of(letters(entry), pages) for entry in entries]
    assert numbers == where
    assert all(first <= second for first, second in pairwise(numbers))


def _page_of(heading: str, pages: list[list[Line]]) -> int:
    """The last page on which a heading stands, since the contents have it too."""
    return max(
        number
        for number, page in enumerate(pages, 1)
        if any(
            heading.startswith(letters(first[1])) and heading in letters(first[1] + second[1])
            for first, second in pairwise([*page, (0.0, "")])
        )
    )
