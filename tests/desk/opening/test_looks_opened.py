"""A brand whose fonts the press would skip, choke on or wait for is told before the press is asked."""

import json
import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from flows.desk.check import check
from flows.desk.opening.looks import open_looks
from flows.press.doors.tools import fonts_digest
from flows.press.doors.typst import _fonts
from flows.press.looks import FONTS_FOLDER
from flows.problems.sentences import sentence
from flows.sources.content import Content
from flows.sources.font_files import is_whole_font
from tests.content_tree import write_tree
from tests.desk.checking.test_pictures import BRAND, place_of
from tests.documents.test_brand import neutral
from tests.press.printing import REPOSITORY, document, job, print_documents
from tests.processes import standpunt

OWN_FONTS = REPOSITORY / "shared/brand/fonts"
REGULAR = (OWN_FONTS / "SourceSans3-Regular.ttf").read_bytes()
OURS = neutral({"Libertinus Serif": "Source Sans 3"})


@pytest.fixture(autouse=True)
def _forget() -> None:
    """Fonts are read once a process, and these tests change them."""
    _fonts.cache_clear()
    fonts_digest.cache_clear()


def with_fonts(root: Path, brand: str = OURS) -> tuple[Content, Path]:
    content = write_tree(root, {BRAND: brand})
    shutil.copytree(OWN_FONTS, root / FONTS_FOLDER)
    return content, root / FONTS_FOLDER


def codes(content: Content) -> list[str]:
    """What `check` says of the fonts, all of it where the brand names its font."""
    found = [each for each in check(content, None)[2] if each.code[:4] in ("SP71", "SP80", "SP81")]
    assert {str(each.place) for each in found} <= {place_of(OURS, "Source Sans 3", BRAND)}
    assert all("{" not in sentence(each, ui) for each in found for ui in ("nl", "en"))
    return [each.code for each in found]


def test_sound_fonts_pass(tmp_path: Path) -> None:
    content, _ = with_fonts(tmp_path)
    assert codes(content) == []
    looks, _ = open_looks(content)
    assert looks is not None and looks.fonts == FONTS_FOLDER


BAD: dict[str, tuple[Callable[[Path], object], str]] = {
    "empty": (lambda path: path.write_bytes(b""), "SP812"),
    "text": (lambda path: path.write_bytes(b"geen lettertype"), "SP812"),
    "half": (lambda path: path.write_bytes(REGULAR[: len(REGULAR) // 2]), "SP812"),
    "without its tail": (lambda path: path.write_bytes(REGULAR[:-2000]), "SP812"),
    "woff": (lambda path: path.write_bytes(b"wOF2" + REGULAR[4:]), "SP812"),
    "empty collection": (lambda path: path.write_bytes(b"ttcf\0\1\0\0\0\0\0\0"), "SP812"),
    "huge collection": (lambda path: path.write_bytes(b"ttcf\0\1\0\0\xff\xff\xff\xff"), "SP812"),
    "huge": (lambda path: truncated(path, 33 * 1024 * 1024), "SP813"),
    "pipe": (os.mkfifo, "SP716"),
    "folder": (Path.mkdir, ""),
    "link out": (lambda path: path.symlink_to("/etc/hostname"), "SP716"),
    "linked folder": (lambda path: path.with_suffix("").symlink_to("/etc"), "SP716"),
    "circle": (lambda path: path.symlink_to(path), "SP716"),
}


def truncated(path: Path, size: int) -> None:
    with path.open("wb") as stream:
        stream.truncate(size)


@pytest.mark.parametrize("where", ["", "oud/"])
@pytest.mark.parametrize("case", BAD)
def test_a_file_that_is_no_whole_font_is_told(case: str, where: str, tmp_path: Path) -> None:
    make, code = BAD[case]
    content, fonts = with_fonts(tmp_path)
    (fonts / where).mkdir(exist_ok=True)
    make(fonts / where / "Extra.ttf")
    assert codes(content) == ([code] if code else [])


def test_too_many_fonts_are_told_once(tmp_path: Path) -> None:
    content, fonts = with_fonts(tmp_path)
    for number in range(201):
        (fonts / f"x{number}.ttf").write_bytes(b"")
    assert codes(content) == ["SP814"]


def test_a_folder_without_fonts_is_a_font_that_is_not_there(tmp_path: Path) -> None:
    content, fonts = with_fonts(tmp_path)
    for path in fonts.glob("*.ttf"):
        path.unlink()
    assert codes(content) == ["SP806"]


def test_a_font_in_a_folder_of_its_own_counts(tmp_path: Path) -> None:
    content, fonts = with_fonts(tmp_path)
    before = fonts_digest(str(fonts))
    (fonts / "extra").mkdir()
    shutil.move(fonts / "SourceSans3-Bold.ttf", fonts / "extra")
    for path in fonts.glob("*.ttf"):
        path.rename(fonts / "extra" / path.name)
    fonts_digest.cache_clear()
    assert codes(content) == []
    (fonts / "extra" / "SourceSans3-Bold.ttf").unlink()
    fonts_digest.cache_clear()
    assert fonts_digest(str(fonts)) != before
    looks, _ = open_looks(content)
    assert looks is not None and looks.fonts == FONTS_FOLDER
    (answer,) = print_documents([job(document(), looks)], tmp_path, tmp_path / "outputs")
    assert answer.problems == ()


@pytest.mark.parametrize("path", sorted(OWN_FONTS.glob("*.ttf")), ids=lambda path: path.name)
def test_the_fonts_of_this_repository_are_whole(path: Path) -> None:
    assert is_whole_font(path.read_bytes())
    assert not is_whole_font(path.read_bytes()[:-500])


@pytest.mark.parametrize("table", [b"glyf", b"loca", b"cmap"])
def test_a_font_that_typst_cannot_set_is_told_in_its_words(table: bytes, tmp_path: Path) -> None:
    content, fonts = with_fonts(tmp_path)
    for path in fonts.glob("*.ttf"):
        path.unlink()
    at = REGULAR.index(table)
    start, length = (int.from_bytes(REGULAR[at + part : at + part + 4], "big") for part in (8, 12))
    damaged = REGULAR[:start] + b"\xff" * length + REGULAR[start + length :]
    (fonts / "Damaged.ttf").write_bytes(damaged)
    # In a process of its own: Typst remembers what it made of a font that says of itself that it is this one.
    said = standpunt(content.root, "check", "--json", "--only", "SP81")
    assert said.returncode == 1
    assert [each["code"] for each in json.loads(said.stdout)["problems"]] == ["SP815"]
