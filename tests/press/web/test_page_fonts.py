"""The brand's font inside every web page: there, small, the same each time, and only where that is allowed."""

import re
import shutil
from base64 import b64decode
from io import BytesIO
from pathlib import Path

import pytest
from fontTools.ttLib import TTFont

from flows.press.doors.fonts import PAGE_CHARACTERS, page_faces
from flows.press.looks import FONTS_FOLDER
from flows.press.store.cache import Cache
from flows.press.web.stylesheet import stylesheet
from tests.press.printing import REPOSITORY, document, neutral_looks, own_looks, printed

FAMILY = "Source Sans 3"
FACE = re.compile(
    r"@font-face \{ font-family: '([^']+)'; font-weight: (\d+); font-style: (\w+); font-display: swap; "
    r"src: url\(data:font/woff2;base64,([^)]+)\) format\('woff2'\); \}"
)


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    return page_faces(
        str(REPOSITORY / FONTS_FOLDER), FAMILY, Cache(tmp_path_factory.mktemp("one") / "c.sqlite3")
    )


@pytest.fixture(scope="module")
def changed_fonts(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with one face that may not be taken in part."""
    folder = tmp_path_factory.mktemp("fonts")
    font = TTFont(REPOSITORY / FONTS_FOLDER / "SourceSans3-Regular.ttf")
    font["OS/2"].fsType = 0x0100
    font.save(folder / "Regular.ttf")
    return folder


def test_a_page_brings_its_font_along_in_at_most_60_kb(tmp_path: Path) -> None:
    for folder in ("fonts",):
        shutil.copytree(REPOSITORY / "shared/brand" / folder, tmp_path / "shared/brand" / folder)
    page = printed(document(), tmp_path, own_looks(), ["html"])["html"].read_text(encoding="utf-8")
    found = FACE.findall(page)
    assert [face[:3] for face in found] == [
        (FAMILY, "400", "normal"),
        (FAMILY, "700", "normal"),
        (FAMILY, "400", "italic"),
    ]
    sizes = [len(data) for *_, data in found]
    print(f"characters of the fonts in a page: {sum(sizes)}, bytes: {sum(sizes) * 3 // 4}")
    assert sum(sizes) <= PAGE_CHARACTERS == 60_000
    assert f"--font: '{FAMILY}', 'Source Sans Pro', 'Segoe UI', 'Arial', system-ui, sans-serif" in page
    font = TTFont(BytesIO(b64decode(found[0][3])))
    assert font.flavor == "woff2"
    assert {ord(sign) for sign in "aZ09éëïûúâŵßÄ„“”’–…€→ "} <= font.getBestCmap().keys()


def test_the_same_fonts_give_the_same_bytes_and_are_made_once(made: dict[str, str], tmp_path: Path) -> None:
    folder = str(REPOSITORY / FONTS_FOLDER)
    kept = Cache(tmp_path / "c.sqlite3")
    assert page_faces(folder, FAMILY, kept) == made
    assert page_faces(folder, FAMILY, kept) == made
    assert list(made) == ["Regular", "Bold", "Italic"]


def test_what_may_not_be_taken_in_part_or_is_not_there_stays_out(changed_fonts: Path, tmp_path: Path) -> None:
    kept = Cache(tmp_path / "c.sqlite3")
    assert page_faces(str(changed_fonts), FAMILY, kept) == {}
    assert page_faces(str(REPOSITORY / FONTS_FOLDER), "Another", kept) == {}
    assert page_faces("", FAMILY, kept) == {}


def test_without_a_font_of_its_own_a_page_names_what_a_screen_may_have() -> None:
    css = stylesheet(neutral_looks().brand, "")
    assert "@font-face" not in css and "sans-serif" in css
