"""The translations of the association itself: whole, in step with the Dutch, sound, and approved by nobody yet."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from flows.desk.checking.translations import check_translations
from flows.desk.opening.catalogues import Shelf, open_shelf
from flows.desk.opening.editions import open_edition
from flows.desk.opening.languages import open_language
from flows.desk.translating.status import progress
from flows.desk.translating.sync import previous_catalogue
from flows.sources.content import Content
from flows.sources.po_files import catalogue_bytes
from flows.translation.states import State
from flows.translation.sync import synced
from tests.processes import standpunt

CONTENT = Content(Path(__file__).parents[2])
LANGUAGES = ("en", "de", "fy")
CATALOGUES = sorted([*CONTENT.root.glob("shared/20*/*.po"), *CONTENT.root.glob("provinces/*/20*.po")])
GERMAN = {"groningen", "drenthe", "overijssel", "gelderland", "limburg"}
POFILTER = ("variables", "newlines", "escapes", "xmltags", "urls", "emails", "blank")
"""Not its ``numbers``: to it 180.000 and 180,000 differ. `check_translations` reads them as each language does."""


@pytest.fixture(scope="module", params=CONTENT.editions())
def shelf(request: pytest.FixtureRequest) -> Shelf:
    return open_shelf(CONTENT, request.param)


def test_every_province_has_english_fryslan_frisian_and_the_border_german() -> None:
    for slug, languages in ((one.slug, one.languages) for one in open_edition(CONTENT, None).provinces):
        own = {"fy"} if slug == "fryslan" else {"de"} if slug in GERMAN else set()
        assert set(languages) == {"nl", "en", *own}, slug


def test_a_sync_would_change_no_byte(shelf: Shelf) -> None:
    assert shelf.problems == ()
    for opened in shelf.catalogues:
        previous, problems = previous_catalogue(CONTENT, shelf, opened)
        assert not problems
        after = synced(opened.catalogue, opened.units, previous).catalogue
        assert catalogue_bytes(after) == (CONTENT.root / opened.file).read_bytes(), opened.file


def test_everything_is_translated_and_nothing_is_approved(shelf: Shelf) -> None:
    for row in progress(shelf, {}):
        assert row.texts[State.MACHINE] == sum(row.texts.values()) > 0, row.file
        assert row.obsolete == 0, row.file


def test_the_checks_find_nothing(shelf: Shelf) -> None:
    assert check_translations(CONTENT, shelf) == ()


@pytest.mark.skipif(shutil.which("msgfmt") is None, reason="the programs of gettext are not installed")
def test_gettext_accepts_every_catalogue(tmp_path: Path) -> None:
    assert len(CATALOGUES) == 42
    for path in CATALOGUES:
        made = subprocess.run(["msgfmt", "--check", "-o", tmp_path / "x.mo", path], check=False)
        assert made.returncode == 0, path


def test_the_translate_toolkit_finds_nothing_broken(tmp_path: Path) -> None:
    pytest.importorskip("translate", reason="translate-toolkit is not installed")
    chosen = [f"--test={name}" for name in POFILTER]
    for path in CATALOGUES:
        found = tmp_path / f"{path.parent.name}-{path.name}"
        shutil.copyfile(path, tmp_path / "in.po")
        program = Path(sys.executable).with_name("pofilter")
        subprocess.run([program, "--progress=none", *chosen, tmp_path / "in.po", found], check=True)
        assert not found.exists(), found.read_text()


@pytest.mark.parametrize(("province", "language"), [("limburg", "de"), ("fryslan", "fy"), ("zeeland", "en")])
def test_a_document_holds_no_dutch_label(province: str, language: str, tmp_path: Path) -> None:
    from lxml import html

    for folder in ("shared", "provinces"):
        shutil.copytree(CONTENT.root / folder, tmp_path / folder)
    chosen = ["--province", province, "--lang", language, "--format", "html", "--engine", "local"]
    assert standpunt(tmp_path, "publish", "2027", *chosen).returncode == 0
    page = html.fromstring(
        (tmp_path / f"outputs/2027/{province}/{language}/{province}-2027-{language}.html").read_bytes()
    )
    shown = {text.strip().lower() for text in page.itertext() if text.strip()}
    shown |= {value.strip().lower() for element in page.iter() for value in element.attrib.values()}
    dutch, own = (open_language(CONTENT, code)[0] for code in ("nl", language))
    assert dutch is not None and own is not None
    words = {name: word for name, word in dutch.labels.items() if name != "language_name"}  # it leads there
    other = {word.lower() for name, word in words.items() if own.labels[name].lower() != word.lower()}
    assert shown.isdisjoint(other - {word.lower() for word in own.labels.values()})
    assert own.labels["contents"].lower() in shown and dutch.labels["contents"].lower() not in shown
