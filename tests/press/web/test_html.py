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
from urllib.parse import parse_qs, urlsplit

import pytest

from flows.documents.brand import Brand
from flows.documents.charts import says_all
from flows.documents.contrasts import contrast
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
    look = """
  const out = [...page.body.querySelectorAll("*")]
    .filter((one) => !one.closest("svg, .table") && one.getBoundingClientRect().right > root.clientWidth + 1);
  tell([root.clientWidth, root.scrollWidth - root.clientWidth, out.map((one) => one.outerHTML.slice(0, 80))]);"""
    return seen(page, width, look, folder)


def seen(page: str, width: int, look: str, folder: Path) -> list[Any]:
    """What a script tells of a page on a screen as wide as this."""
    shown = json.dumps(page).replace("</", "<\\/")
    script = f"""<script>
const frame = document.querySelector("iframe");
frame.onload = () => {{ const page = frame.contentDocument, root = page.documentElement; {look} }};
frame.srcdoc = {shown};
</script>"""
    file = folder / "narrow.html"
    frame = f'<iframe style="width:{width}px;height:700px;border:0"></iframe>'
    file.write_text(
        f"<!DOCTYPE html><meta charset=utf-8><body>{frame}{TELL}{script}</body>", encoding="utf-8"
    )
    answer: list[Any] = told(file, "--window-size=1700,900")
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
    assert "Waardevolle" in texts[0]
    assert all(len(text) > 300 for text in texts[1:])
    assert [text.split()[0] for text in texts[1:]] == [str(at + 2) for at in range(len(texts) - 1)]
    of_screens = ("Direct naar de inhoud", "Inhoud", "Ook als", "Deel deze vraag", "Cijfers in een tabel")
    assert not [words for words in of_screens for text in texts if words in text]
    site = re.search(
        r'<a href="(https?://[^"]+)">', file.read_text(encoding="utf-8").split('class="contact')[0]
    )
    assert site is not None and "".join(texts).replace("\n", "").count(f"({site[1]})") == 1


def test_every_ask_has_a_link_to_itself_with_a_name_of_its_own(tmp_path: Path) -> None:
    one = document()
    page = printed(one, tmp_path, formats=["html"])["html"].read_text(encoding="utf-8")
    asks = [anchor_of(element) for element in walk(one.blocks) if name_of(element) == "ask"]
    links = re.findall(r'<a class="anchor" href="#([^"]+)" aria-label="([^"]+)"></a>', page)
    shared = re.findall(
        r'<a class="share" href="([^"]+)" data-address="" aria-label="([^"]+)">([^<]+)</a>', page
    )
    assert [target for target, *_ in shared] == [f"#{anchor}" for anchor in asks]
    assert all(label.startswith(f"{words}: ") and words == "nl share ask" for _, label, words in shared)
    assert [target for target, _ in links] == asks != []
    assert len({name for _, name in links}) == len(asks)
    assert all(f'id="{anchor}"' in page for anchor in asks)
    assert links[0][1].startswith("nl asks: Doe eerst dit.")


def test_an_ask_is_shared_by_mail_where_the_page_knows_its_address(tmp_path: Path) -> None:
    looks = neutral_looks()
    known = replace(looks, brand=replace(looks.brand, site="https://voorbeeld.nl/x"))
    one = document(position([chapter("a", "A", [block("een", Ask('Doe & "zo" <b> ?x=1#2'))])]))
    page = printed(one, tmp_path, known, ["html"])["html"].read_text(encoding="utf-8")
    (leads, address) = re.findall(r'<a class="share" href="([^"]+)" data-address="([^"]+)"', page)[0]
    assert address == f"https://voorbeeld.nl/x/{one.folder}/{one.name}.html#een"
    fields = parse_qs(urlsplit(unescape(leads)).query)
    assert fields["subject"] == [one.full_title]
    assert fields["body"] == [f"Doe & “zo” <b> ?x=1#2\n\n{address}"]


@pytest.mark.parametrize(("kind", "is_open"), [("bar", False), ("line", True)])
def test_the_table_of_a_chart_is_folded_where_the_chart_says_all(
    kind: str, is_open: bool, tmp_path: Path
) -> None:
    one = document()
    (chart, *_) = one.charts
    row = chart.rows[0]
    rows = tuple(replace(row, label=f"{row.label} {at}") for at in range(40))
    many = replace(one, charts=(replace(chart, kind=kind, rows=rows), *one.charts[1:]))
    assert says_all(many.charts[0]) is not is_open
    page = printed(many, tmp_path, formats=["html"])["html"].read_text(encoding="utf-8")
    opening = '<details class="numbers" open>' if is_open else '<details class="numbers">'
    assert f"{opening}<summary>nl data table</summary>" in page.replace("\n", "")


@needs_chromium
def test_words_of_a_cover_cross_no_circle_on_a_narrow_screen(brochures: list[Path], tmp_path: Path) -> None:
    page = brochures[0].read_text(encoding="utf-8")
    look = """
      const of = (one) => one.getBoundingClientRect(), name = page.querySelector(".organisation");
      const above = page.querySelector(".organisation p"), below = page.querySelector(".subtitle p");
      const drawn = ["::before", "::after"].map((one) => frame.contentWindow.getComputedStyle(page.querySelector(".cover"), one).display);
      tell([of(above).bottom < of(name).bottom - 200, of(below).top >= of(name).bottom, drawn]);"""
    assert seen(page, 360, look, tmp_path) == [True, True, ["none", "none"]]


@needs_chromium
def test_a_band_reaches_from_edge_to_edge_and_the_contents_stay_beside_the_text(
    brochures: list[Path], tmp_path: Path
) -> None:
    look = """
      const of = (name) => page.querySelector(name).getBoundingClientRect();
      const band = of(".chapter > h2"), contents = of("nav.contents"), text = of(".intro .prose");
      tell([band.left, band.right - root.clientWidth, contents.right < text.left]);"""
    for width in (1200, 1280, 1600):
        shown = seen(brochures[0].read_text(encoding="utf-8"), width, look, tmp_path)
        assert shown == [0, 0, True], width


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
