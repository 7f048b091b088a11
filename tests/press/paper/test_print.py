"""The PDF for the printer: boxes, bleed, inks, sheets of four pages, and each clause of PDF/X-1a that we claim."""

import re
import shutil
import subprocess
from collections.abc import Mapping
from dataclasses import replace
from functools import cache
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image, ImageDraw
from pypdf import PdfReader

from flows.documents.elements import image, para
from flows.documents.inks import Condition, Printing, inks_of
from flows.press.doors.pixels import in_inks
from flows.press.jobs import print_documents
from flows.press.looks import Looks
from tests.picture_files import svg
from tests.press.paper.inked import OPERATORS, dictionaries, operations, spaces
from tests.press.printing import document, files_of, job, neutral_looks, printed
from tests.press.repository import published
from tests.press.test_covers import pictured_in

MM = 72 / 25.4
PRINT = "print.pdf"
CHOSEN = (
    ("2023", "noord-holland", "nl"),
    ("2027", "noord-holland", "nl"),
    ("2027", "drenthe", "de"),
    ("2027", "zeeland", "en"),
)
INKS = {b"k": 4, b"K": 4}
DATE = re.compile(r"^D:\d{14}Z$")


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The content of this repository with four brochures for the printer."""
    root = tmp_path_factory.mktemp("print")
    published(root, "print", CHOSEN)
    return root


@pytest.fixture(scope="module")
def files(root: Path) -> list[Path]:
    found = sorted(root.glob("outputs/20*/*/*/*"), key=lambda path: path.name)
    assert [path.name for path in found] == sorted(f"{p}-{e}-{c}.{PRINT}" for e, p, c in CHOSEN)
    return found


@cache
def reader(file: Path) -> PdfReader:
    return PdfReader(file)


def shares(box: Any) -> list[float]:
    return [round(float(edge) / MM, 1) for edge in box]


def test_every_page_is_a4_with_three_millimetres_around_it(files: list[Path]) -> None:
    for file in files:
        for page in reader(file).pages:
            assert shares(page.mediabox) == shares(page["/BleedBox"]) == [0, 0, 216, 303]
            assert shares(page["/TrimBox"]) == [3, 3, 213, 300]
            assert not {"/CropBox", "/ArtBox", "/Annots"} & set(page)


def test_the_pages_fill_sheets_of_four_and_only_the_text_is_numbered(files: list[Path]) -> None:
    missing = set()
    for file in files:
        pages = [page.extract_text().strip() for page in reader(file).pages]
        assert len(pages) % 4 == 0
        filled = len(pages) - sum(not text for text in pages)
        assert all(pages[:filled]) and not any(pages[filled:])
        assert [text.split()[-1] for text in pages[1:filled]] == [str(n) for n in range(2, filled + 1)]
        missing.add(len(pages) - filled)
    assert max(missing) > 1


def test_every_colour_is_four_inks_and_no_more_than_three_hundred_percent(files: list[Path]) -> None:
    for file in files:
        used = [(name, operands) for name, operands in operations(reader(file)) if name in OPERATORS]
        assert {name for name, _ in used} <= set(INKS)
        assert max(sum(map(float, operands)) for _, operands in used) <= 3
        assert spaces(reader(file)) == set()


def test_each_clause_of_the_standard_that_can_be_read_from_the_file(files: list[Path]) -> None:
    for file in files:
        one = reader(file)
        catalogue: Any = one.trailer["/Root"]
        about: Any = one.metadata
        assert file.read_bytes().startswith(b"%PDF-1.4\n")
        assert (about["/GTS_PDFXVersion"], about["/Trapped"]) == ("PDF/X-1a:2003", "/False")
        assert about["/Title"] and DATE.match(about["/CreationDate"]) and DATE.match(about["/ModDate"])
        assert len(one.trailer["/ID"]) == 2 and "/Encrypt" not in one.trailer
        (intent,) = (each.get_object() for each in catalogue["/OutputIntents"])
        assert (intent["/S"], intent["/OutputConditionIdentifier"]) == ("/GTS_PDFX", "FOGRA51")
        assert intent["/RegistryName"] == "http://www.color.org"
        packet = catalogue["/Metadata"].get_data()
        assert b"PDF/X-1a:2003" in packet and about["/Title"].encode() in packet
        assert not {"/OpenAction", "/AA", "/AcroForm", "/Names", "/Outlines", "/StructTreeRoot"} & set(
            catalogue
        )


def test_nothing_is_see_through_and_every_font_is_embedded(files: list[Path]) -> None:
    for file in files:
        found = list(dictionaries(reader(file)))
        assert not [
            one for one in found if {"/Group", "/SMask", "/TR", "/HTP", "/OPI", "/Alternates"} & set(one)
        ]
        assert all(one.get(key, 1) == 1 for one in found for key in ("/ca", "/CA"))
        assert not [
            one for one in found if one.get("/Filter") == "/LZWDecode" or one.get("/S") == "/JavaScript"
        ]
        fonts = [one for one in found if one.get("/Type") == "/FontDescriptor"]
        assert fonts and all({"/FontFile", "/FontFile2", "/FontFile3"} & set(font) for font in fonts)


def test_text_stands_further_from_the_spine_than_from_the_edge(files: list[Path]) -> None:
    def left_of(page: Any) -> float:
        edges: list[float] = []
        page.extract_text(visitor_text=lambda text, cm, tm, *_: edges.append(cm[4]) if text.strip() else None)
        return round((min(edges) - 3 * MM) / MM, 1)

    pages = reader(files[0]).pages
    assert (left_of(pages[1]), left_of(pages[2])) == (17, 23)


@pytest.mark.skipif(shutil.which("gs") is None, reason="gs (ghostscript) is not installed")
def test_ghostscript_finds_ink_in_the_bleed_and_its_plates_alone(files: list[Path], tmp_path: Path) -> None:
    """What touches an edge stands in all of the bleed: the cover, a chapter's band and the back."""
    command = ["gs", "-q", "-o", str(tmp_path / "%02d.tif"), "-sDEVICE=tiff32nc", "-r36", str(files[2])]
    assert subprocess.run(command, check=True, capture_output=True, timeout=120).stdout == b""
    pages = [Image.open(path) for path in sorted(tmp_path.glob("*.tif"))]
    assert all(page.mode == "CMYK" and page.size == (306, 429) for page in pages)

    def inked(page: Image.Image, box: tuple[int, int, int, int]) -> bool:
        return all(sum(pixel) > 0 for pixel in page.crop(box).get_flattened_data())

    front, back = pages[0], pages[-1]
    for edge in ((1, 1, 305, 3), (1, 426, 305, 428), (1, 1, 3, 428), (303, 1, 305, 428)):
        assert inked(front, edge) and inked(back, edge)
    bands = [(at, page) for at, page in enumerate(pages[1:-1], 2) if _band(page)]
    assert {at % 2 for at, _ in bands} == {0, 1}
    for _, page in bands:
        top = _band(page)
        assert inked(page, (1, top + 2, 3, top + 12)) and inked(page, (303, top + 2, 305, top + 12))


@pytest.mark.skipif(shutil.which("gs") is None, reason="gs (ghostscript) is not installed")
@pytest.mark.parametrize("composition", ["shapes", "bands"])
def test_a_cover_with_a_photo_goes_on_over_every_edge(composition: str, tmp_path: Path) -> None:
    """What stands at the edge of the trimmed page stands in the bleed beside it as well."""
    made = pictured_in(tmp_path, composition, ["print.pdf"])["print.pdf"]
    command = ["gs", "-q", "-o", str(tmp_path / "%02d.tif"), "-sDEVICE=tiff32nc", "-r36", str(made)]
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    for name in ("01.tif", "03.tif"):  # the cover, and a chapter with a photo
        page = Image.open(tmp_path / name)
        wide, high = page.size
        sides = [((1, y), (6, y)) for y in range(9, high - 9)]
        sides += [((wide - 2, y), (wide - 7, y)) for y in range(9, high - 9)]
        ends = [((x, 1), (x, 6)) for x in range(9, wide - 9)]
        alike = [_likeness(page, *pair) for pair in (*sides, *ends)]
        assert sum(alike) > 0.97 * len(alike), name


def _likeness(page: Image.Image, one: tuple[int, int], other: tuple[int, int]) -> bool:
    pair = zip(page.getpixel(one), page.getpixel(other), strict=True)  # type: ignore[arg-type]
    return sum(abs(a - b) for a, b in pair) < 90  # of four times 255


def _band(page: Image.Image) -> int:
    """The first row that is inked from the left to the right; 0 where there is none."""
    rows = (at for at in range(10, 400) if all(sum(page.getpixel((x, at))) for x in range(2, 304)))  # type: ignore[arg-type]
    return next(rows, 0)


def test_the_same_content_gives_the_same_bytes(
    files: list[Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TZ", "Pacific/Auckland")
    published(tmp_path, "print", [CHOSEN[2]])
    (again,) = tmp_path.glob("outputs/2027/*/*/*")
    assert again.name == files[0].name and again.read_bytes() == files[0].read_bytes()


# What a brand decides.


def looks(base: Looks, **printing: Any) -> Looks:
    return replace(base, brand=replace(base.brand, print=Printing(**printing)))


def test_a_brand_gives_the_inks_of_its_colours_the_condition_and_marks(tmp_path: Path) -> None:
    own = looks(neutral_looks(), condition=Condition.FOGRA39, marks=True, inks={"teal": (90, 20, 30, 10)})
    one = PdfReader(printed(document(), tmp_path, own, [PRINT])[PRINT])
    used = {tuple(map(float, operands)) for name, operands in operations(one) if name in INKS}
    assert (0.9, 0.2, 0.3, 0.1) in used
    intent: Any = one.trailer["/Root"]["/OutputIntents"][0].get_object()  # type: ignore[index]
    assert intent["/OutputConditionIdentifier"] == "FOGRA39"
    for page in one.pages:
        assert shares(page.mediabox) == [-10, -10, 226, 313]
        assert shares(page["/BleedBox"]) == [0, 0, 216, 303]
        lines = re.findall(rb"([-\d.]+) ([-\d.]+) m ([-\d.]+) ([-\d.]+) l S", page.get_contents().get_data())
        assert len(lines) == 8
        for ends in lines:  # each outside of the bleed, in line with an edge of the trimmed page
            x, y, to_x, to_y = (float(each) / MM for each in ends)
            across, along = (y, (x, to_x)) if y == to_y else (x, (y, to_y))
            assert round(across, 1) in (3, 213, 300)
            assert all(each < -0.9 for each in along) or min(along) > (216.9 if y == to_y else 303.9)
    assert spaces(one) == {"/Separation /All /DeviceCMYK"}


# The rule.


@pytest.mark.parametrize(
    ("colour", "inks"),
    [
        ((0, 0, 0), (0, 0, 0, 1)),
        ((0.05, 0.06, 0.06), (0, 0, 0, 1)),
        ((1, 1, 1), (0, 0, 0, 0)),
        ((0.5, 0.5, 0.5), (0, 0, 0, 0.5)),
        ((1, 0, 0), (0, 1, 1, 0)),
        ((0.2, 0.4, 0.8), (0.75, 0.5, 0, 0.2)),
    ],
)
def test_a_colour_has_one_mixture(colour: tuple[float, float, float], inks: tuple[float, ...]) -> None:
    assert inks_of(*colour) == inks


@given(*[st.floats(0, 1)] * 3)
def test_no_mixture_takes_more_ink_than_paper_does(red: float, green: float, blue: float) -> None:
    inks = inks_of(red, green, blue)
    assert all(0 <= ink <= 1 for ink in inks) and sum(inks) <= 3


def test_a_photo_follows_the_same_rule() -> None:
    colours = [(200, 100, 50), (0, 0, 0), (255, 255, 255), (20, 120, 240), (1, 0, 0)]
    photo = Image.new("RGB", (len(colours), 1))
    photo.putdata(colours)
    for pixel, colour in zip(in_inks(photo).get_flattened_data(), colours, strict=True):
        red, green, blue = (255 * (1 - ink / 255) * (1 - pixel[3] / 255) for ink in pixel[:3])
        assert all(abs(one - other) <= 1 for one, other in zip((red, green, blue), colour, strict=True))


# Pictures and drawings.


def photo(mode: str, form: str) -> bytes:
    picture = Image.new(mode, (60, 40), (200, 100, 50, 0)[: len(mode)])
    ImageDraw.Draw(picture).rectangle((0, 0, 29, 39), fill=(20, 120, 240, 255)[: len(mode)])
    written = BytesIO()
    picture.save(written, form, **({"quality": 95} if form == "JPEG" else {}))
    return written.getvalue()


GRADIENT = (
    '<linearGradient id="a"><stop offset="0" stop-color="#c00"/><stop offset=".4" stop-color="#fc0"/>'
    '<stop offset="1" stop-color="#00c"/></linearGradient><rect width="10" height="5" fill="url(#a)"/>'
)
PICTURES: Mapping[str, bytes] = {
    "foto.jpg": photo("RGB", "JPEG"),
    "vlak.png": photo("RGB", "PNG"),
    "gat.png": photo("RGBA", "PNG"),
    "verloop.svg": svg(GRADIENT),
}


@pytest.fixture(scope="module")
def pictured(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A document with photos, one of them with a hole, and a drawing with a gradient."""
    root = tmp_path_factory.mktemp("pictured")
    for name, content in PICTURES.items():
        (root / name).write_bytes(content)
    whole = document()
    shown = [para([image(name, name)]) for name in PICTURES]
    one = replace(whole, blocks=[*whole.blocks, *shown])
    return printed(one, root, formats=[PRINT])[PRINT]


def test_photos_and_gradients_become_inks_and_the_file_stays_what_it_says(pictured: Path) -> None:
    one = PdfReader(pictured)
    assert spaces(one) == {"/DeviceCMYK"}
    assert {name for name, _ in operations(one) if name in OPERATORS} <= {*INKS, b"cs", b"scn"}
    assert one.metadata is not None and one.metadata["/GTS_PDFXVersion"] == "PDF/X-1a:2003"
    found = list(dictionaries(one))
    photos = [each for each in found if each.get("/Subtype") == "/Image"]
    assert sorted(str(each["/Filter"]) for each in photos) == ["/DCTDecode", "/FlateDecode", "/FlateDecode"]
    assert not any("/SMask" in each for each in photos)
    assert [each for each in found if "/ShadingType" in each]


@pytest.mark.skipif(shutil.which("gs") is None, reason="gs (ghostscript) is not installed")
def test_a_photo_is_printed_in_its_own_colours(pictured: Path, tmp_path: Path) -> None:
    """Blue on the left of each photo, orange on the right."""
    command = ["gs", "-q", "-o", str(tmp_path / "%02d.tif"), "-sDEVICE=tiff32nc", "-r36", str(pictured)]
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    pixels = {pixel for path in tmp_path.glob("*.tif") for pixel in Image.open(path).get_flattened_data()}
    for colour in ((234, 128, 0, 15), (0, 128, 191, 55)):
        assert any(all(abs(a - b) <= 4 for a, b in zip(pixel, colour, strict=True)) for pixel in pixels)


def test_what_is_see_through_is_told_and_the_file_claims_no_standard(tmp_path: Path) -> None:
    (tmp_path / "glas.svg").write_bytes(svg('<rect width="5" height="5" fill="#c00" opacity="0.5"/>'))
    whole = document()
    one = replace(whole, blocks=[*whole.blocks, para([image("glas", "glas.svg")])])
    (answer,) = print_documents([job(one, formats=[PRINT])], tmp_path, tmp_path / "outputs")
    assert [each.code for each in answer.problems] == ["SP879"]
    file = files_of(replace(answer, problems=()), tmp_path)[PRINT]
    about = PdfReader(file).metadata
    assert about is not None and "/GTS_PDFXVersion" not in about
    assert {name for name, _ in operations(PdfReader(file)) if name in OPERATORS} <= {*INKS, b"cs", b"scn"}
