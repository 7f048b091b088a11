"""Photos of a brand: what would spoil print, page or Word is told at its line, in Dutch and English."""

from collections.abc import Mapping
from pathlib import Path

import pytest

from flows.desk.opening.looks import open_looks
from flows.documents.photos import CHAPTER, FRAMES, needed
from flows.positions import limits
from flows.press.looks import BRAND_FILE
from flows.problems.records import Problem
from flows.problems.sentences import sentence
from flows.sources.content import Content
from tests.content_tree import write_tree
from tests.documents.test_brand import neutral
from tests.picture_files import GIF, JPEG, jpeg_with_exif, large_png, png, png_with_exif, svg, turned

COVER = "shapes: [teal, plum]"
CMYK = JPEG.replace(
    b"\xff\xc0\0\x0b\x08\0\x08\0\x08\x01\x01\x11\0", b"\xff\xc0\0\x0b\x08\0\x08\0\x08\x04\x01\x11\0"
)
BAD: Mapping[str, tuple[str, bytes, str]] = {
    "too small": ("x.jpg", JPEG, "SP836"),
    "upright by EXIF": ("x.jpg", jpeg_with_exif(turned(1)), "SP836"),
    "on its side": ("x.jpg", jpeg_with_exif(turned(6)), "SP837"),
    "on its head, by another camera": ("x.jpg", jpeg_with_exif(turned(3, "big")), "SP837"),
    "a png on its side": ("x.png", png_with_exif(turned(8)), "SP837"),
    "printing inks": ("x.jpg", CMYK, "SP838"),
    "a drawing": ("x.svg", svg(), "SP835"),
    "a gif": ("x.gif", GIF, "SP835"),
    "no picture": ("x.jpg", b"tekst", "SP710"),
    "exif that breaks off": ("x.jpg", jpeg_with_exif(b"II*\0"), "SP836"),
    "too many bytes": ("x.png", png() + b"\0" * limits.PHOTO_BYTES, "SP711"),
}


def opened(root: Path, photo: str, files: Mapping[str, bytes]) -> tuple[Content, list[Problem], bool]:
    """The looks of a brand with a photo on its cover: what is wrong, and whether there are any."""
    brand = neutral({COVER: f"{COVER}, photo: {photo}"})
    content = write_tree(root, {BRAND_FILE: brand})
    for name, data in files.items():
        (root / "shared" / "brand" / name).write_bytes(data)
    looks, problems = open_looks(content)
    line = next(at for at, text in enumerate(brand.splitlines(), 1) if text.startswith("cover:"))
    assert {(each.place.file, each.place.line) for each in problems if each.place} <= {(BRAND_FILE, line)}
    assert all("{" not in sentence(each, ui) for each in problems for ui in ("nl", "en"))
    return content, problems, looks is not None


def photo(file: str, more: str = "") -> str:
    return f"{{file: {file}, alt: Een fabriek, credit: Testbeeld{more}}}"


def test_a_photo_with_pixels_enough_is_taken_in_silence(tmp_path: Path) -> None:
    for composition, frame in FRAMES.items():
        written = f"{photo('x.png')}, composition: {composition}"
        _, problems, taken = opened(tmp_path / composition, written, {"x.png": large_png(*needed(frame))})
        assert (problems, taken) == ([], True)


@pytest.mark.parametrize("name", BAD)
def test_what_spoils_a_photo_is_told_at_its_line(name: str, tmp_path: Path) -> None:
    file, data, code = BAD[name]
    _, problems, taken = opened(tmp_path, photo(file), {file: data})
    assert [each.code for each in problems] == [code]
    assert taken == (code == "SP836")


def test_a_photo_for_a_chapter_that_no_edition_has_is_told_with_those_there_are(tmp_path: Path) -> None:
    large = large_png(*needed(CHAPTER))
    chapters = f"photos:\n  hoofdstuk-werken: {photo('x.png')}\n  werkne: {photo('x.png')}\n"
    content = write_tree(tmp_path, {BRAND_FILE: neutral() + chapters})
    (tmp_path / "shared" / "brand" / "x.png").write_bytes(large)
    looks, problems = open_looks(content)
    assert looks is None
    (found,) = problems
    assert (found.code, found.args["name"]) == ("SP806", "werkne")
    assert found.place is not None and found.place.line == len((neutral() + chapters).splitlines())
    assert "Bekend: hoofdstuk-werken." in sentence(found, "nl")


def test_the_message_names_the_pixels_that_print_needs(tmp_path: Path) -> None:
    _, problems, _ = opened(tmp_path, photo("x.jpg"), {"x.jpg": JPEG})
    assert "ten minste 1112 bij 1200" in sentence(problems[0], "nl")
    assert "at least 1112 by 1200" in sentence(problems[0], "en")


@pytest.mark.parametrize(
    ("written", "code"),
    [
        ("{file: x.jpg, credit: Testbeeld}", "SP110"),
        ("{file: x.jpg, alt: Een fabriek}", "SP110"),
        ('{file: x.jpg, alt: "", credit: Testbeeld}', "SP112"),
        ('{file: x.jpg, alt: " . ", credit: Testbeeld}', "SP839"),
        ("{file: ../x.jpg, alt: Een fabriek, credit: Testbeeld}", "SP114"),
        (photo("x.jpg", ", focus: [50]"), "SP834"),
        (photo("x.jpg", ", focus: [50, 101]"), "SP834"),
        (photo("x.jpg", ", focus: [-1, 50]"), "SP834"),
        (photo("x.jpg", ", focus: midden"), "SP112"),
        (photo("x.jpg", ", alt_in: {xx: A factory}"), "SP806"),
        (photo("weg.jpg"), "SP806"),
    ],
)
def test_what_is_wrong_with_its_keys_is_told_at_its_line(written: str, code: str, tmp_path: Path) -> None:
    _, problems, taken = opened(tmp_path, written, {"x.jpg": JPEG})
    assert [each.code for each in problems if each.code != "SP836"] == [code]
    assert not taken
