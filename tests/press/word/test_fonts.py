"""The brand's font inside Word files: the faces it has, what its licence allows, and nothing that nobody types."""

import shutil
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory
from uuid import UUID

import pytest
from fontTools.ttLib import TTFont
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from flows.press.doors.fonts import faces
from flows.press.doors.tools import fonts_digest as digests
from flows.press.store.cache import Cache
from flows.press.word.fonts import mixed
from flows.press.word.reference import RELATIONS, WORD
from tests.press.printing import REPOSITORY, document, own_looks, printed
from tests.press.word.test_word import parts

W = f"{{{WORD}}}"
FONTS = REPOSITORY / "shared/brand/fonts"
FAMILY = "Source Sans 3"


@pytest.fixture
def cache(tmp_path: Path) -> Cache:
    return Cache(tmp_path / "pieces.sqlite3")


def test_a_word_file_brings_the_faces_of_its_brand_which_open_with_their_keys(tmp_path: Path) -> None:
    shutil.copytree(REPOSITORY / "shared", tmp_path / "shared")
    made = printed(document(), tmp_path, own_looks(), ["docx"])["docx"]
    found = parts(made)
    (font,) = etree.fromstring(found["word/fontTable.xml"])
    relations = {
        one.get("Id"): one.get("Target") for one in etree.fromstring(found["word/_rels/fontTable.xml.rels"])
    }
    embedded = [one for one in font if "embed" in str(one.tag)]
    assert [str(one.tag).removeprefix(f"{W}embed") for one in embedded] == ["Regular", "Bold", "Italic"]
    for one in embedded:
        key = UUID(str(one.get(f"{W}fontKey"))).bytes
        data = mixed(found[f"word/{relations[one.get(f'{{{RELATIONS}}}id')]}"], key)
        assert TTFont(BytesIO(data))["name"].getBestFamilyName() == FAMILY
    kept = found["word/settings.xml"]
    assert b"<w:embedTrueTypeFonts/><w:saveSubsetFonts/>" in kept
    assert b"embedSystemFonts" not in kept
    assert made.stat().st_size < 200_000


@given(st.binary(max_size=80), st.binary(min_size=16, max_size=16))
def test_mixing_twice_gives_a_font_back_and_touches_its_start_only(data: bytes, key: bytes) -> None:
    once = mixed(data, key)
    assert mixed(once, key) == data
    assert once[32:] == data[32:]
    assert once[:16] == bytes(one ^ other for one, other in zip(data[:16], key[::-1], strict=False))


def test_faces_are_the_same_bytes_from_the_cache_and_from_another_one(cache: Cache, tmp_path: Path) -> None:
    first = faces(str(FONTS), FAMILY, cache)
    assert list(first) == ["Regular", "Bold", "Italic"]
    assert first == faces(str(FONTS), FAMILY, cache) == faces(str(FONTS), FAMILY, Cache(tmp_path / "other"))
    signs = TTFont(BytesIO(first["Regular"])).getBestCmap()
    assert {ord(sign) for sign in "aZ0éëŵûß€–’„₂→"} <= signs.keys()
    assert ord("Ж") not in signs


@pytest.mark.parametrize(
    ("bits", "embedded", "whole"),
    [(0, True, False), (8, True, False), (0x108, True, True), (2, False, False), (4, False, False)],
)
def test_the_licence_bits_of_a_font_decide(
    bits: int, embedded: bool, whole: bool, cache: Cache, tmp_path: Path
) -> None:
    font = TTFont(FONTS / "SourceSans3-Regular.ttf")
    font["OS/2"].fsType = bits
    (tmp_path / "fonts").mkdir()
    font.save(tmp_path / "fonts/one.ttf")
    found = faces(str(tmp_path / "fonts"), FAMILY, cache)
    assert bool(found) is embedded
    if embedded:
        assert (len(found["Regular"]) > 200_000) is whole


@given(st.data())
@settings(max_examples=40, deadline=None)
def test_a_damaged_font_is_left_out_or_still_one_that_can_be_read(data: st.DataObject) -> None:
    whole = (FONTS / "SourceSans3-It.ttf").read_bytes()
    end = data.draw(st.integers(0, len(whole)))
    damaged = bytearray(whole if data.draw(st.booleans()) else whole[:end])
    places = st.integers(0, max(0, min(len(damaged), 4000) - 1))
    for place in data.draw(st.lists(places, max_size=30)) if damaged else ():
        damaged[place] = data.draw(st.integers(0, 255))
    with TemporaryDirectory() as folder:
        Path(folder, "one.ttf").write_bytes(damaged)
        digests.cache_clear()
        found = faces(folder, FAMILY, Cache(Path(folder, "pieces")))
    assert all(TTFont(BytesIO(face)).getBestCmap() is not None for face in found.values())


def test_what_is_no_font_of_the_brand_is_left_out(cache: Cache, tmp_path: Path) -> None:
    shutil.copy(FONTS / "SourceSans3-Regular.ttf", tmp_path / "a.ttf")
    (tmp_path / "broken.ttf").write_bytes(b"\0\1\0\0 no font")
    (tmp_path / "empty.otf").write_bytes(b"")
    assert list(faces(str(tmp_path), FAMILY, cache)) == ["Regular"]
    assert faces(str(tmp_path), "Another", cache) == {}
    assert faces("", FAMILY, cache) == {}
