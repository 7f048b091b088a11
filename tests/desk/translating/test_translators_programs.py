"""What other programs make of the files that go out, and we of what they write."""

import shutil
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from flows.desk.translating.export import Format
from flows.desk.translating.sync import sync
from flows.problems.records import Place
from flows.sources.content import Content
from flows.sources.returned_files import returned_of
from flows.translation.exchange import Fate, Returned, ReturnedFile
from tests.content_tree import CHAPTER
from tests.desk.translating.exchanged_files import answer, entry, fates, take, went_out
from tests.translated_tree import NATIONAL, write_translated_tree


@pytest.fixture
def content(tmp_path: Path) -> Content:
    return write_translated_tree(tmp_path / "root", {})


def test_what_a_po_editor_changes_of_itself_survives_import_and_sync(content: Content) -> None:
    back = answer(
        went_out(content, Format.PO),
        {
            "toelichting-een#text": "A first sentence about work. One more sentence.",
            "vraag-een#text": "Do 250 things.",
        },
    )
    text = back.read_text()
    text = text.replace(
        '"Language: en\\n"',
        '"Project-Id-Version: \\n"\n"PO-Revision-Date: 2031-01-01\\n"\n"Language: en_GB\\n"\n"X-Generator: Poedit 3.5\\n"',
    )
    text = text.replace('msgstr "A first sentence about', 'msgstr ""\n"A first sentence "\n"about')
    text = text.replace("#, fuzzy\n", "#, no-wrap, fuzzy\n").replace(
        'msgctxt "vraag-een#text"', '# Vraag van Anna\nmsgctxt "vraag-een#text"'
    )
    back.write_bytes(text.replace("\n", "\r\n").encode("utf-8-sig"))
    taken, problems = take(content, back)
    assert not problems and set(fates(taken).values()) == {Fate.TAKEN}
    found = entry(content, "toelichting-een#text")
    assert found.text == "A first sentence about work. One more sentence."
    assert entry(content, "vraag-een#text").comments == ("Vraag van Anna",)
    before = (content.root / NATIONAL).read_bytes()
    assert b"Poedit" not in before and b"\r" not in before
    sync(content, "2031")
    assert (content.root / NATIONAL).read_bytes() == before


def test_a_po_file_of_another_language_is_not_taken(content: Content) -> None:
    back = answer(went_out(content, Format.PO), {"vraag-een#text": "Do 250 things."})
    back.write_text(back.read_text().replace("Language: en", "Language: de_AT"))
    taken, problems = take(content, back)
    assert not taken and [(each.code, each.args["said"]) for each in problems] == [("SP854", "de_AT")]


@pytest.mark.skipif(shutil.which("msgfmt") is None, reason="the programs of gettext are not installed")
def test_gettext_accepts_and_merges_the_po_file_that_goes_out(content: Content) -> None:
    path = answer(
        went_out(content, Format.PO), {"vraag-een#text": "Do 250 things.", "aanhef#text": "With {{ hub }}."}
    )
    subprocess.run(["msgfmt", "--check", "-o", str(path.with_suffix(".mo")), path], check=True)
    filled = path.rename(path.with_name("ingevuld.po"))
    template, merged = went_out(content, Format.PO), path.with_name("samen.po")
    subprocess.run(["msgmerge", "-q", "-o", merged, filled, template], check=True)
    taken, problems = take(content, merged)
    assert not problems and fates(taken) == {"vraag-een#text": Fate.TAKEN, "aanhef#text": Fate.TAKEN}


def test_the_translate_toolkit_finds_nothing_broken_in_the_po_file_that_goes_out(content: Content) -> None:
    pytest.importorskip("translate", reason="translate-toolkit is not installed")
    path = answer(
        went_out(content, Format.PO),
        {"vraag-een#text": "Do 250 things.", "aanhef#text": "We work with {{ hub }}."},
    )
    found, program = path.with_name("pofilter.po"), Path(sys.executable).with_name("pofilter")
    tests = ["variables", "numbers", "newlines", "urls", "escapes", "xmltags", "brackets"]
    chosen = [f"--test={name}" for name in tests]
    subprocess.run([program, "--progress=none", *chosen, path, found], check=True)
    assert not found.exists()
    answer(path, {"vraag-een#text": "Do 520 things."})
    subprocess.run([program, "--progress=none", *chosen, path, found], check=True)
    assert "vraag-een#text" in found.read_text()


def test_the_translate_toolkit_reads_our_xliff_and_writes_it_back_whole(content: Content) -> None:
    xliff = pytest.importorskip("translate.storage.xliff", reason="translate-toolkit is not installed")
    dutch = 'Doe **nog** [iets](https://x.nl/?a=1&b=2) met {{ hub }} < 5 "&" ½ €.'
    english = 'Do **even** [more](https://x.nl/?a=1&b=2) with {{ hub }} < 5 "&" ½ €.'
    chapter = CHAPTER.replace("Doe nog iets.", f"'{dutch}'")
    (content.root / "shared/2031/werken.yaml").write_text(chapter)
    path = went_out(content)
    store = xliff.xlifffile.parsefile(str(path))
    units = {unit.xmlelement.get("resname"): unit for unit in store.units}
    assert len(units) == 18 and not [unit for unit in store.units if unit.istranslated()]
    assert str(units["vraag-twee#text"].source) == dutch
    units["vraag-twee#text"].target = english
    store.savefile(str(path))
    taken, problems = take(content, path)
    assert not problems and fates(taken) == {"vraag-twee#text": Fate.TAKEN}
    assert entry(content, "vraag-twee#text").text == english
    path = went_out(content)
    before = returned(path)
    xliff.xlifffile.parsefile(str(path)).savefile(str(path))
    assert returned(path) == before
    assert english in [each.text for each in before]


def returned(path: Path) -> list[Returned]:
    """Every text of a file, wherever it stands in it."""
    came, problems = returned_of(path.read_bytes(), path.name, ("nl", "en"))
    assert not problems
    return [
        replace(text, place=Place(""))
        for part in came
        if isinstance(part, ReturnedFile)
        for text in part.texts
    ]
