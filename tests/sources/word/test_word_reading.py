"""Word files from anybody: read as they are meant, or refused in one sentence."""

import io
import os
from collections.abc import Callable
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

import docx
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from flows.problems.sentences import sentence
from flows.returns.returned import ReturnedCopy, Tracked
from flows.returns.revisions import Policy, resolved
from flows.sources.word.reading import read_copy

WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_HEAD = f'<w:document xmlns:w="{WORD}" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><w:body>'


def word_file(path: Path, body: str, **parts: str) -> Path:
    with ZipFile(path, "w", ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        archive.writestr("word/document.xml", f"{_HEAD}{body}</w:body></w:document>")
        for name, content in parts.items():
            archive.writestr(name.replace("__", "/") + ".xml", content)
    return path


def read(path: Path) -> ReturnedCopy:
    copy, problems = read_copy(path)
    assert copy is not None, problems
    return copy


def texts(copy: ReturnedCopy) -> list[str]:
    return [each.text for each in copy.paragraphs]


def test_what_wraps_text_is_looked_through(tmp_path: Path) -> None:
    body = (
        "<w:sdt><w:sdtContent><w:p><w:r><w:t>In een vak.</w:t></w:r></w:p></w:sdtContent></w:sdt>"
        "<w:p><w:smartTag><w:r><w:t>Slim </w:t></w:r></w:smartTag>"
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> HYPERLINK "https://x.org" </w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>link</w:t></w:r>'
        '<w:r><w:fldChar w:fldCharType="end"/></w:r><w:r><w:tab/><w:t>en</w:t><w:br/><w:t>meer</w:t></w:r></w:p>'
    )
    copy = read(word_file(tmp_path / "a.docx", body))
    assert texts(copy) == ["In een vak.", "Slim link en\nmeer"]
    assert [run.link for run in copy.paragraphs[1].runs if run.text == "link"] == ["https://x.org"]


def test_what_we_have_no_word_for_is_left_out_with_its_words(tmp_path: Path) -> None:
    body = (
        "<w:tbl><w:tr><w:tc><w:p><w:r><w:t>cel</w:t></w:r></w:p></w:tc></w:tr></w:tbl>"
        '<w:p><w:r><w:rPr><w:color w:val="FF0000"/></w:rPr><w:t>rood</w:t></w:r>'
        '<w:r><w:footnoteReference w:id="2"/></w:r><w:r><w:drawing/></w:r></w:p>'
    )
    notes = f'<w:footnotes xmlns:w="{WORD}"><w:footnote w:id="2"><w:p><w:r><w:t>noot</w:t></w:r></w:p></w:footnote></w:footnotes>'
    copy = read(word_file(tmp_path / "a.docx", body, word__footnotes=notes))
    assert {(each.what, each.text) for each in copy.left_out} == {
        ("table", "cel"),
        ("colour", "rood"),
        ("footnote", "noot"),
        ("picture", ""),
    }


def test_tracked_changes_are_accepted_or_rejected(tmp_path: Path) -> None:
    body = (
        '<w:p><w:pPr><w:rPr><w:del w:id="9" w:author="Jan" w:date="2026-11-20T10:00:00Z"/></w:rPr></w:pPr>'
        '<w:r><w:t>Een </w:t></w:r><w:del w:id="1" w:author="Jan"><w:r><w:delText>oude</w:delText></w:r></w:del>'
        '<w:ins w:id="2" w:author="Jan"><w:r><w:t>nieuwe</w:t></w:r></w:ins></w:p>'
        "<w:p><w:r><w:t> zin.</w:t></w:r></w:p>"
    )
    copy = read(word_file(tmp_path / "a.docx", body))
    assert [run.revision.tracked for run in copy.paragraphs[0].runs if run.revision] == [
        Tracked.DELETED,
        Tracked.INSERTED,
    ]
    assert texts(resolved(copy, Policy.ACCEPT)) == ["Een nieuwe zin."]
    assert texts(resolved(copy, Policy.REJECT)) == ["Een oude", " zin."]


def _zip(**entries: bytes) -> bytes:
    stream = io.BytesIO()
    with ZipFile(stream, "w", ZIP_DEFLATED) as archive:
        for name, content in entries.items():
            archive.writestr(name.replace("__", "/").replace("_x", ".x").replace("_b", ".b"), content)
    return stream.getvalue()


EMPTY = f"{_HEAD}<w:p/></w:body></w:document>".encode()
BOMB = f"{_HEAD}<w:p/>".encode() + b" " * 40_000_000 + b"</w:body></w:document>"
ENTITY = b'<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]>' + EMPTY
BAD: dict[str, tuple[str, Callable[[], bytes], str]] = {
    "empty": ("a.docx", bytes, "een leeg bestand"),
    "a pdf": ("a.docx", lambda: b"%PDF-1.7 x", "een pdf"),
    "an old doc": ("a.docx", lambda: b"\xd0\xcf\x11\xe0" + b"x" * 600, "oud Word-bestand"),
    "with a password": (
        "a.docx",
        lambda: b"\xd0\xcf\x11\xe0" + "EncryptedPackage".encode("utf-16-le"),
        "een bestand met een wachtwoord",
    ),
    "an odt": ("a.odt", lambda: _zip(mimetype=b"x", content_xml=b"<x/>"), "LibreOffice"),
    "a sheet": ("a.xlsx", lambda: _zip(xl__workbook_xml=b"<x/>"), "ander soort Office-bestand"),
    "text": ("a.docx", lambda: b"hallo", "ander soort bestand"),
    "cut off": ("a.docx", lambda: _zip(word__document_xml=EMPTY)[:-40], "niet heel"),
    "broken xml": ("a.docx", lambda: _zip(word__document_xml=EMPTY[:-9]), "niet heel"),
    "a bomb": ("a.docx", lambda: _zip(word__document_xml=BOMB), "veel meer dan"),
    "entities": ("a.docx", lambda: _zip(word__document_xml=ENTITY), "entities"),
    "macros": (
        "a.docx",
        lambda: _zip(word__document_xml=EMPTY, word__vbaProject_bin=b"x"),
        "programma's (macro's)",
    ),
    "open in Word": ("~$a.docx", lambda: b"x", "hulpbestand van Word"),
    "a newer program": (
        "a.docx",
        lambda: _zip(
            word__document_xml=EMPTY,
            customXml__item1_xml=b'<s:werkversie xmlns:s="urn:standpunt:werkversie:1" format="2"/>',
        ),
        "nieuwere Standpunt",
    ),
}


@pytest.mark.parametrize("name", BAD)
def test_a_bad_file_is_refused_in_one_sentence(name: str, tmp_path: Path) -> None:
    file, content, said = BAD[name]
    path = tmp_path / file
    path.write_bytes(content())
    copy, problems = read_copy(path)
    assert copy is None and len(problems) == 1
    assert said in sentence(problems[0], "nl")
    assert problems[0].place is not None and problems[0].place.file == file


def test_a_folder_is_no_word_file(tmp_path: Path) -> None:
    (_, (found,)) = read_copy(tmp_path)
    assert "een map" in sentence(found, "nl")


def test_pictures_are_never_read(tmp_path: Path) -> None:
    path = word_file(tmp_path / "a.docx", "<w:p><w:r><w:t>Tekst</w:t></w:r></w:p>")
    with ZipFile(path, "a") as archive:
        for number in range(20):
            archive.writestr(f"word/media/{number}.png", os.urandom(1_000_000))
    assert texts(read(path)) == ["Tekst"]


def test_nothing_outside_is_fetched_and_it_is_told(tmp_path: Path) -> None:
    path = tmp_path / "a.docx"
    relations = (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" '
        'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/image" '
        'Target="http://127.0.0.1:9/x.png" TargetMode="External"/></Relationships>'
    )
    word_file(path, "<w:p/>")
    with ZipFile(path, "a") as archive:
        archive.writestr("word/_rels/document.xml.rels", relations)
    assert [(each.what, each.text) for each in read(path).left_out] == [
        ("outside", "http://127.0.0.1:9/x.png")
    ]


@given(st.integers(0, 400), st.binary(min_size=1, max_size=6))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
def test_law_a_damaged_file_is_read_or_refused(tmp_path: Path, at: int, damage: bytes) -> None:
    path = tmp_path / "a.docx"
    document = docx.Document()
    document.add_paragraph("Een zin.")
    document.save(str(path))
    content = bytearray(path.read_bytes())
    start = at * len(content) // 401
    content[start : start + len(damage)] = damage
    path.write_bytes(bytes(content))
    copy, problems = read_copy(path)
    assert (copy is None) == bool(problems)
