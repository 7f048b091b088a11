"""The portal as a page: whole, accessible, of one file, and safe from what people write."""

import json
import re
import shutil
import subprocess
from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest

from flows.documents.portal.cards import portal
from flows.documents.portal.outline import Outline
from flows.positions.provinces import Tile
from flows.press.failures import PressError
from flows.press.portal.page import page_of
from flows.press.portal.printing import PortalJob, files_of, is_current, print_portal
from flows.press.store.manifest import Manifest
from tests.documents.portal.test_portal import BROKEN, READY, UNTRANSLATED, Version, entry, outline
from tests.press.printing import REPOSITORY, neutral_looks, own_looks

HOSTILE = """"'><script>alert(1)</script>&amp; $title ${title}"""
CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")


def sample() -> Outline:
    return outline(
        entry("oost", tile=Tile(2, 1), todo={"portal_empty": 3}),
        entry("west", tile=Tile(1, 1), versions=(Version("nl", BROKEN), Version("en", UNTRANSLATED))),
        entry("midden", names={}, versions=()),
    )


def write_files(out: Path, *languages: str) -> None:
    for language in languages:
        for form in ("pdf", "docx", "html"):
            path = out / f"2031/oost/{language}/oost-2031-{language}.{form}"
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(b"x" * 2000)


def html(one: Outline | None = None, **found: int) -> str:
    return page_of(portal(one or sample(), found), neutral_looks(), Path())


class Reader(HTMLParser):
    """Keeps every element with its attributes, and complains of one that is not closed in its turn."""

    VOID = frozenset({"meta", "input", "img", "br"})

    def __init__(self, page: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.text: list[str] = []
        self._open: list[str] = []
        self.feed(page)
        assert self._open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))
        self._open += [] if tag in self.VOID else [tag]

    def handle_endtag(self, tag: str) -> None:
        assert self._open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.text.append(data)

    def all(self, tag: str) -> list[dict[str, str | None]]:
        return [attributes for name, attributes in self.elements if name == tag]


def test_the_page_has_landmarks_one_title_names_for_all_and_no_outside_address() -> None:
    page = html()
    read = Reader(page)
    assert [len(read.all(tag)) for tag in ("h1", "main", "nav", "header")] == [1, 1, 1, 4]
    assert read.all("html")[0]["lang"] == "nl"
    assert read.all("nav")[0]["aria-label"] == "nl portal map"
    assert read.all("a")[0]["href"] == f"#{read.all('main')[0]['id']}"
    ids = [attributes["id"] for _, attributes in read.elements if "id" in attributes]
    assert len(ids) == len({*ids})
    named = [each["aria-labelledby"] for _, each in read.elements if "aria-labelledby" in each]
    assert {*named} <= {*ids}
    assert {each["href"] for each in read.all("a") if str(each["href"]).startswith("#")} <= {
        f"#{one}" for one in ids
    }
    assert read.all("label")[0]["for"] == read.all("input")[0]["id"]
    assert not re.search(r"https?:|//[a-z]|url\(", page)
    assert not [each for _, each in read.elements if "src" in each]


def test_without_script_there_is_no_search_field_and_everything_else() -> None:
    read = Reader(html())
    assert "hidden" in read.all("form")[0]
    assert not [name for name, each in read.elements if "hidden" in each and name != "form"]


def test_tiles_stand_where_the_sources_say_and_read_row_by_row() -> None:
    tiles = [each for each in Reader(html()).all("li") if "data-of" in each]
    assert [(each["data-of"], each["style"]) for each in tiles] == [
        ("west", "--column:1;--row:1"),
        ("oost", "--column:2;--row:1"),
        ("midden", "--column:1;--row:2"),
    ]
    plain = Reader(html(outline(entry("oost"), entry("west"))))
    assert [each["style"] for each in plain.all("li") if "style" in each] == []


def test_a_state_is_said_in_words_for_everyone() -> None:
    words = " ".join("".join(Reader(html(outline(entry()))).text).split())
    assert "nl portal to make" in words and "nl portal untranslated" in words
    assert ", nl language name nl portal to make" in words


def test_the_mark_of_a_draft_is_there_until_it_is_adopted() -> None:
    assert 'class="draft"' in html()
    assert "nl draft" in html().split("</title>")[0]
    adopted = html(replace(sample(), draft=False))
    assert "nl draft" not in adopted


def test_hostile_names_and_titles_survive_as_text() -> None:
    one = entry(names={"nl": HOSTILE}, capital=HOSTILE, versions=(Version("nl", READY),))
    told = replace(outline(one), title=HOSTILE, organisation=HOSTILE, election=HOSTILE)
    page = html(told)
    read = Reader(page)
    assert len(read.all("script")) == 1
    assert "".join(read.text).count(HOSTILE) >= 6
    assert HOSTILE in str(read.all("article")[0]["data-search"])


def test_the_page_has_the_colours_of_the_brand() -> None:
    page = page_of(portal(sample(), {}), own_looks(), Path())
    assert own_looks().brand.colour(own_looks().brand.cover.ground) in page


def test_printing_again_writes_nothing_and_a_new_file_is_listed(tmp_path: Path) -> None:
    job = PortalJob(sample(), neutral_looks())
    write_files(tmp_path, "nl")
    path = print_portal(job, tmp_path, tmp_path, "a")
    assert path == tmp_path / "2031/index.html"
    first, stamp = path.read_bytes(), path.stat().st_mtime_ns
    assert first.count(b"oost-2031-nl") == 3
    print_portal(job, tmp_path, tmp_path, "b")
    assert (path.read_bytes(), path.stat().st_mtime_ns) == (first, stamp)
    write_files(tmp_path, "en")
    print_portal(job, tmp_path, tmp_path, "b")
    assert path.read_bytes().count(b"oost-2031-en") == 3
    assert not [one for one in (tmp_path / ".standpunt/scratch").iterdir() if one.is_dir()]


def test_every_link_leads_to_a_file(tmp_path: Path) -> None:
    write_files(tmp_path, "nl", "en")
    report = tmp_path / "compare/2027-2031/national/nl/report.html"
    report.parent.mkdir(parents=True)
    report.write_text("x")
    path = print_portal(PortalJob(sample(), neutral_looks()), tmp_path, tmp_path, "a")
    links = [str(each["href"]) for each in Reader(path.read_text()).all("a")]
    files = [link for link in links if not link.startswith("#")]
    assert len(files) == 7  # three in two languages, and the report about the national text
    assert all((path.parent / link).is_file() for link in files)


def test_a_card_links_to_what_changed_for_its_province_up_to_this_edition(tmp_path: Path) -> None:
    for folder in ("2027-2031/oost", "2023-2031/oost", "2023-2027/oost", "2027-2031/west"):
        report = tmp_path / f"compare/{folder}/nl/report.html"
        report.parent.mkdir(parents=True)
        report.write_text("x")
    page = print_portal(PortalJob(sample(), neutral_looks()), tmp_path, tmp_path, "a").read_text()
    cards = page.split("<article")[1:]
    linked = {one.split('id="')[1].split('"')[0]: re.findall(r'href="([^"]+)"', one) for one in cards[:-1]}
    assert linked["oost"] == ["../compare/2027-2031/oost/nl/report.html"]
    assert "nl portal compared" in cards[1]


def test_what_is_no_single_provinces_is_counted_and_told_once() -> None:
    page = html(replace(sample(), todo={"portal_to_confirm": 4, "portal_other": 0}))
    assert "<dd>7</dd>" in page  # with three empty slots of a province
    (national,) = re.findall(r'<div class="national">.*', page)
    assert "<strong>4</strong> <span>nl portal to confirm" in national and "other" not in national
    assert 'class="national"' not in html()


def test_a_portal_is_current_until_it_its_files_or_its_sources_change(tmp_path: Path) -> None:
    write_files(tmp_path, "nl")
    assert not is_current(tmp_path, "2031", "a")
    path = print_portal(PortalJob(sample(), neutral_looks()), tmp_path, tmp_path, "a")
    assert is_current(tmp_path, "2031", "a")
    assert not is_current(tmp_path, "2031", "b")
    page = path.read_bytes()
    path.write_bytes(page + b" ")
    assert not is_current(tmp_path, "2031", "a")
    path.write_bytes(page)
    write_files(tmp_path, "en")
    assert not is_current(tmp_path, "2031", "a")
    shutil.rmtree(tmp_path / "2031/oost/en")
    assert is_current(tmp_path, "2031", "a")
    path.unlink()
    assert not is_current(tmp_path, "2031", "a")


def test_a_file_of_earlier_texts_is_marked_by_what_the_manifest_knows(tmp_path: Path) -> None:
    write_files(tmp_path, "nl")
    pdf = "2031/oost/nl/oost-2031-nl.pdf"
    manifest = Manifest(tmp_path)
    manifest.keep("oost-2031-nl", "key", {"pdf": (pdf, "")})
    job = PortalJob(outline(entry(versions=(Version("nl", READY, "oost-2031-nl", "key"),))), neutral_looks())
    page = Reader(print_portal(job, tmp_path, tmp_path, "a").read_text())
    links = {str(each["href"]): each.get("class") for each in page.all("a") if "hreflang" in each}
    assert {link[-4:]: kind for link, kind in links.items()} == {
        ".pdf": None,
        "docx": "outdated",
        "html": "outdated",
    }


def test_half_written_and_hidden_files_are_not_listed(tmp_path: Path) -> None:
    write_files(tmp_path, "nl")
    for name in (".oost-2031-nl.pdf", "oost-2031-nl.pdf.tmp"):
        (tmp_path / "2031/oost/nl" / name).write_text("x")
    (tmp_path / "2031/oost/nl/folder.pdf").mkdir()
    assert len(files_of(tmp_path, "2031")) == 3


def test_a_portal_that_cannot_be_written_is_a_problem_with_its_path(tmp_path: Path) -> None:
    (tmp_path / "2031").write_text("a file where a folder must be")
    with pytest.raises(PressError) as failed:
        print_portal(PortalJob(sample(), neutral_looks()), tmp_path, tmp_path, "a")
    assert failed.value.problem.code == "SP802"


NAMES = ("Noord-Holland", "Gelderland", "Groningen", "Overijssel", "Zuid-Holland", "Limburg")


@pytest.mark.skipif(CHROMIUM is None, reason="no Chromium")
@pytest.mark.parametrize("width", [360, 768, 1280])
def test_no_name_breaks_inside_a_word(width: int, tmp_path: Path) -> None:
    told = outline(
        *(
            entry(name.lower(), names={"nl": name}, tile=Tile(at % 4 + 1, at // 4 + 1))
            for at, name in enumerate(NAMES)
        )
    )
    path = print_portal(PortalJob(told, own_looks()), REPOSITORY, tmp_path, "a")
    look = """
      const lines = (name) => { const range = document.createRange(), text = name.firstChild, tops = [];
        for (let at = 0; at < text.length; at++) { range.setStart(text, at); range.setEnd(text, at + 1);
          const top = Math.round(range.getBoundingClientRect().top);
          if (top !== tops.at(-1)?.[0]) tops.push([top, ""]); tops.at(-1)[1] += text.data[at]; }
        return tops.map((one) => one[1].trim()); };
      frame.contentDocument.fonts.ready.then(() => document.title = JSON.stringify(
        [...frame.contentDocument.querySelectorAll(".name")].map(lines)));"""
    shown = looked_at(path, width, look)
    whole = [re.split("(?<=-)", name) for name in NAMES]
    assert all(found in ([name], parts) for found, name, parts in zip(shown, NAMES, whole, strict=True)), (
        shown
    )


@pytest.mark.skipif(CHROMIUM is None, reason="no Chromium")
def test_in_a_browser_it_fits_a_narrow_screen_and_the_search_leaves_what_matches(tmp_path: Path) -> None:
    write_files(tmp_path, "nl", "en")
    path = print_portal(PortalJob(sample(), neutral_looks()), tmp_path, tmp_path, "a")
    look = (
        "const page = frame.contentDocument, field = page.querySelector('input');"
        "const shown = page.documentElement, wide = shown.scrollWidth - shown.clientWidth; field.value = 'öost'; field.dispatchEvent(new Event('input'));"
        "const left = [...page.querySelectorAll('.card:not([hidden])')].map((card) => card.id);"
        "const away = page.querySelectorAll('.away').length;"
        "const said = page.querySelector('[role=status]').textContent;"
        "document.title = JSON.stringify({wide, left, away, said, form: page.forms[0].hidden});"
    )
    assert looked_at(path, 320, look) == {
        "wide": 0,
        "left": ["oost"],
        "away": 2,
        "said": "nl portal found",
        "form": False,
    }


def looked_at(path: Path, width: int, look: str) -> Any:
    """What a script finds, as JSON in the title, in a page as wide as this many pixels."""
    page = re.sub(r"<meta http-equiv=[^\n]+", "", path.read_text(encoding="utf-8"))
    shown = json.dumps(page).replace("</", "<\\/")
    start = f"const frame = document.querySelector('iframe'); frame.onload = () => {{ {look} }}; frame.srcdoc = {shown};"
    frame = path.with_name("frame.html")
    frame.write_text(
        f"<meta charset=utf-8><title></title><iframe style='width:{width}px;border:0'></iframe><script>{start}</script>",
        encoding="utf-8",
    )
    quiet = [
        "--disable-background-networking",
        "--no-first-run",
        "--disable-sync",
        "--virtual-time-budget=4000",
    ]
    done = subprocess.run(
        [str(CHROMIUM), "--headless", "--no-sandbox", "--disable-gpu", *quiet, "--dump-dom", frame.as_uri()],
        capture_output=True,
        text=True,
        timeout=120,
        check=True,
    )
    told = re.search(r"<title>(.+?)</title>", done.stdout)
    assert told is not None
    return json.loads(told[1])
