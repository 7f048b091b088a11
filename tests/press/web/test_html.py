"""A web page for everyone: in light and dark, on a narrow screen, on paper and to a screen reader."""

import json
import re
import shutil
import subprocess
import tarfile
from collections.abc import Mapping
from dataclasses import replace
from functools import cache
from html import unescape
from pathlib import Path
from typing import Any

import pytest

from flows.documents.brand import Brand, contrast
from flows.documents.elements import anchor_of, name_of, walk
from flows.positions.bodies import Ask
from flows.press.web.stylesheet import dark_page, dark_tone, stylesheet
from tests.documents.samples import HOSTILE, block, chapter, position
from tests.press.printing import document, neutral_looks, own_looks, printed
from tests.press.repository import published
from tests.press.test_covers import pictured_in

AXE = "axe-core@4.14.1"
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
SCHEMES = {"dark": 0, "light": 1}
"""What Chromium calls the colour schemes that a reader can prefer."""
CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
needs_chromium = pytest.mark.skipif(CHROMIUM is None, reason="no Chromium is installed")


@pytest.fixture(scope="module")
def brochures(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    return published(tmp_path_factory.mktemp("brochures"), "html")


@pytest.fixture(scope="module")
def axe(tmp_path_factory: pytest.TempPathFactory) -> str:
    """The script of axe-core, from the npm registry."""
    folder = tmp_path_factory.mktemp("axe")
    npm = shutil.which("npm")
    if npm is None:
        pytest.skip("npm, which brings axe-core, is not installed")
    packed = subprocess.run(
        [npm, "pack", "--silent", AXE], cwd=folder, capture_output=True, timeout=120, check=False
    )
    archives = [*folder.glob("*.tgz")]
    if packed.returncode or not archives:
        pytest.skip(f"npm could not bring {AXE}")
    with tarfile.open(archives[0]) as archive:
        script = archive.extractfile("package/axe.min.js")
        assert script is not None
        return script.read().decode()


def chromium(page: Path, *options: str) -> str:
    """Open a page in Chromium; the answer is what the page became."""
    quiet = ("--disable-background-networking", "--no-first-run", "--disable-sync", "--hide-scrollbars")
    profile = page.with_name(f"{page.stem}-profile")
    command = [
        str(CHROMIUM),
        "--headless",
        "--no-sandbox",
        "--disable-gpu",
        *quiet,
        f"--user-data-dir={profile}",
    ]
    done = subprocess.run(
        [*command, *options, page.as_uri()], capture_output=True, text=True, timeout=180, check=True
    )
    return done.stdout


def told(page: Path, *options: str) -> Any:
    """What the script of a page leaves in ``<pre id=told>``."""
    became = chromium(page, "--virtual-time-budget=20000", "--dump-dom", *options)
    found = re.search(r'<pre id="told">(.*?)</pre>', became, re.DOTALL)
    assert found is not None, became[:2000]
    return json.loads(unescape(found[1]))


TELL = """<script>
function tell(what) {
  const place = document.createElement("pre");
  place.id = "told"; place.textContent = JSON.stringify(what); document.body.append(place);
}
</script>"""


@needs_chromium
@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("number", [0, 1])
def test_axe_finds_nothing(number: int, scheme: str, brochures: list[Path], axe: str, tmp_path: Path) -> None:
    answer = examined(brochures[number].read_text(encoding="utf-8"), axe, scheme, tmp_path)
    assert answer["violations"] == []
    assert answer["passed"] > 25
    assert answer["dark"] == (scheme == "dark")


@needs_chromium
@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("composition", ["shapes", "bands"])
def test_axe_finds_nothing_about_a_photo_either(
    composition: str, scheme: str, axe: str, tmp_path: Path
) -> None:
    page = pictured_in(tmp_path, composition, ["html"])["html"].read_text(encoding="utf-8")
    answer = examined(page, axe, scheme, tmp_path)
    assert answer["violations"] == []
    assert answer["dark"] == (scheme == "dark")
    assert all(wider(page, width, tmp_path)[:2] == [width, 0] for width in (320, 1280))


@needs_chromium
def test_axe_would_find_something(brochures: list[Path], axe: str, tmp_path: Path) -> None:
    page = brochures[0].read_text(encoding="utf-8")
    pale = page.replace("</style>", ".prose p { color: #999; background: #fff; }</style>").replace(
        '<html lang="nl">', "<html>"
    )
    found = examined(pale, axe, "light", tmp_path)["violations"]
    assert {one[0] for one in found} == {"color-contrast", "html-has-lang"}


def examined(page: str, axe: str, scheme: str, folder: Path) -> Mapping[str, Any]:
    """What axe says of a page: the rules that are broken, with a place, and how many are kept."""
    rules = json.dumps({"runOnly": {"type": "tag", "values": RULES}})
    run = f"""{TELL}<script>{axe}</script><script>
axe.run(document, {rules}).then((found) => tell({{
  violations: found.violations.map((one) => [one.id, one.nodes[0].html.slice(0, 200), one.nodes[0].failureSummary]),
  passed: found.passes.length, dark: matchMedia("(prefers-color-scheme: dark)").matches,
}}));
</script></body>"""
    file = folder / "examined.html"
    file.write_text(page.replace("</body>", run), encoding="utf-8")
    answer: Mapping[str, Any] = told(
        file, f"--blink-settings=preferredColorScheme={SCHEMES[scheme]}", "--window-size=1280,900"
    )
    return answer


@needs_chromium
@pytest.mark.parametrize("number", [0, 1])
@pytest.mark.parametrize("width", [320, 360, 768, 1280])
def test_nothing_is_wider_than_the_screen(
    width: int, number: int, brochures: list[Path], tmp_path: Path
) -> None:
    assert wider(brochures[number].read_text(encoding="utf-8"), width, tmp_path) == [width, 0, []]


@needs_chromium
def test_a_long_word_does_not_widen_a_narrow_screen_either(tmp_path: Path) -> None:
    word = "Arbeidsmarktdiscriminatiebestrijdingsmaatregelenpakket"
    blocks = [block("een", Ask(f"{word} `{word}{word}`"))]
    one = document(position([chapter("a", word, blocks, [("thema", word, blocks_of(word))])], title=word))
    page = printed(one, tmp_path, formats=["html"])["html"].read_text(encoding="utf-8")
    assert wider(page, 320, tmp_path) == [320, 0, []]


def blocks_of(word: str) -> list[Any]:
    return [block("twee", Ask(f"| {word} | {word} |\n|---|---|\n| 1 | 2 |"))]


def wider(page: str, width: int, folder: Path) -> list[Any]:
    """Width of the screen, by how much the page is wider, and what sticks out of it."""
    shown = json.dumps(page).replace("</", "<\\/")
    script = f"""<script>
const frame = document.querySelector("iframe");
frame.onload = () => {{
  const page = frame.contentDocument, root = page.documentElement, out = [...page.body.querySelectorAll("*")]
    .filter((one) => !one.closest("svg, .table") && one.getBoundingClientRect().right > root.clientWidth + 1);
  tell([root.clientWidth, root.scrollWidth - root.clientWidth, out.map((one) => one.outerHTML.slice(0, 80))]);
}};
frame.srcdoc = {shown};
</script>"""
    file = folder / "narrow.html"
    frame = f'<iframe style="width:{width}px;height:700px;border:0"></iframe>'
    file.write_text(
        f"<!DOCTYPE html><meta charset=utf-8><body>{frame}{TELL}{script}</body>", encoding="utf-8"
    )
    answer: list[Any] = told(file, "--window-size=1400,900")
    return answer


@needs_chromium
def test_on_paper_it_is_a4_with_a_cover_of_its_own(brochures: list[Path], tmp_path: Path) -> None:
    from pypdf import PdfReader

    file = tmp_path / "page.html"
    shutil.copyfile(brochures[0], file)
    chromium(file, "--no-pdf-header-footer", f"--print-to-pdf={tmp_path / 'page.pdf'}")
    pages = PdfReader(str(tmp_path / "page.pdf")).pages
    assert {(round(page.mediabox.width), round(page.mediabox.height)) for page in pages} == {(595, 842)}
    texts = [page.extract_text() for page in pages]
    assert "Waardevolle" in texts[0] and "Inhoud" not in texts[0]
    assert "Inhoud" in texts[1]
    assert all(len(text) > 100 for text in texts[1:])
    assert not [text for text in texts if "Direct naar de inhoud" in text]


def test_every_ask_has_a_link_to_itself_with_a_name_of_its_own(tmp_path: Path) -> None:
    one = document()
    page = printed(one, tmp_path, formats=["html"])["html"].read_text(encoding="utf-8")
    asks = [anchor_of(element) for element in walk(one.blocks) if name_of(element) == "ask"]
    links = re.findall(r'<a class="anchor" href="#([^"]+)" aria-label="([^"]+)"></a>', page)
    assert [target for target, _ in links] == asks != []
    assert len({name for _, name in links}) == len(asks)
    assert all(f'id="{anchor}"' in page for anchor in asks)
    assert links[0][1].startswith("nl asks: Doe eerst dit.")


def test_the_name_of_a_link_is_text_whatever_the_ask_says(tmp_path: Path) -> None:
    one = document(position([chapter("a", "A", [block("een", Ask('Doe \\"dit\\" \\<b\\> & dat.'))])]))
    page = printed(one, tmp_path, formats=["html"])["html"].read_text(encoding="utf-8")
    assert "Doe “dit” &lt;b&gt; &amp; dat." in page


def test_a_draft_says_so_on_every_screen_and_an_adopted_edition_does_not(tmp_path: Path) -> None:
    draft = printed(document(draft=True), tmp_path, formats=["html"])["html"].read_text(encoding="utf-8")
    assert '<body data-draft="nl draft">' in draft
    final = printed(document(draft=False), tmp_path, formats=["html"])["html"].read_text(encoding="utf-8")
    assert "<body>" in final
    hostile = replace(document(), labels={**document().labels, "draft": HOSTILE})
    page = printed(hostile, tmp_path, formats=["html"])["html"].read_text(encoding="utf-8")
    assert not re.search(r"<(f|b)>", page)


def test_a_table_with_numbers_has_headings_for_its_rows(tmp_path: Path) -> None:
    one = document()
    page = printed(one, tmp_path, formats=["html"])["html"].read_text(encoding="utf-8")
    for row in one.charts[0].rows:
        assert re.search(
            f"<th[^>]*>{re.escape(row.label)}</th>\\s*<td[^>]*>{re.escape(row.shown)}</td>", page
        )


@cache
def brands() -> dict[str, Brand]:
    return {"neutral": neutral_looks().brand, "own": own_looks().brand}


@pytest.mark.parametrize("name", ["neutral", "own"])
def test_dark_colours_can_be_read_on_every_ground_they_meet(name: str) -> None:
    brand = brands()[name]
    page = dark_page(brand)
    assert contrast(page["paper"], "#ffffff") > 16
    for number in range(len(brand.chapters) + 1):
        tone = dark_tone(brand, number)
        assert contrast(tone["on"], tone["band"]) >= 4.5
        for ground in (page["paper"], tone["tint"]):
            for text in (page["ink"], page["muted"], page["link"], tone["solid"]):
                assert contrast(text, ground) >= 4.5


def test_a_brand_that_is_dark_already_stays_as_it_is() -> None:
    brand = brands()["neutral"]
    night = replace(brand, page=replace(brand.page, ink=brand.page.paper, paper=brand.page.ink))
    assert dark_page(night) == {}
    assert dark_tone(night, 1)["solid"] == night.tone(1)[0]


def test_dark_colours_are_for_screens_only() -> None:
    css = stylesheet(brands()["own"], "")
    light, dark = css.split("@media screen and (prefers-color-scheme: dark)")
    assert f"--paper: {brands()['own'].colour('white')}" in light
    assert f"--paper: {dark_page(brands()['own'])['paper']}" in dark
