"""A change report as a page: complete without its script, quick with it, and for everyone."""

import re
from collections.abc import Mapping
from dataclasses import replace
from functools import cache
from html.parser import HTMLParser
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest

from flows.documents.elements import (
    Element,
    Tree,
    anchor_of,
    attributes_of,
    div,
    header,
    inlines,
    inner,
    name_of,
    para,
    rebuilt,
    text_of,
    walk,
)
from flows.documents.report import ADDED, REMOVED, Report
from flows.documents.report_words import WORDS
from flows.press.jobs import Job, print_documents
from tests.documents.report_sample import edited, report, row, rows_table, span
from tests.press import test_html
from tests.press.printing import TIMESTAMP, files_of, own_looks
from tests.press.reading import letters

axe = test_html.axe
SCHEMES, TELL = test_html.SCHEMES, test_html.TELL
MARKUP = (
    "</script><script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "/* style */",
    "$title$",
    "\"'>",
)
_FOLDER = TemporaryDirectory()


def page_of(one: Report, folder: Path) -> str:
    (folder / "shared").symlink_to(Path(__file__).parents[2] / "shared")
    job = Job(one, ("html",), own_looks(), TIMESTAMP)
    (answer,) = print_documents([job], folder, folder / "outputs")
    return files_of(answer, folder)["html"].read_text(encoding="utf-8")


@cache
def sample() -> str:
    return page_of(report(), Path(_FOLDER.name))


class Sides(HTMLParser):
    """The text of each row of a redline: of both sides, without what went, and without what came."""

    VOID = frozenset({"meta", "input", "img", "br"})

    def __init__(self, page: str) -> None:
        super().__init__()
        self.texts: dict[str, dict[str, str]] = {}
        self._open: list[tuple[str, str]] = []
        self._row = ""
        self.feed(page)
        assert self._open == []

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        given = dict(attributes)
        if given.get("class") == "change":
            self._row = str(given["id"])
        if tag not in self.VOID:
            self._open.append((tag, str(given.get("class", ""))))

    def handle_endtag(self, tag: str) -> None:
        assert self._open.pop()[0] == tag

    def handle_data(self, data: str) -> None:
        tags = {tag for tag, _ in self._open}
        if "text" not in {name for _, name in self._open}:
            return
        sides = self.texts.setdefault(self._row, {"new": "", "old": ""})
        sides["new"] += "" if "del" in tags else data
        sides["old"] += "" if "ins" in tags else data


def expected(one: Report) -> dict[str, dict[str, str]]:
    """What each row says on each side, from the tree itself."""
    found = {}
    for change in (element for element in walk(one.blocks) if name_of(element) == "change"):
        parts = {name_of(part): inner(part) for part in inner(change)}
        text = parts.get("inline") or parts["text"]
        found[anchor_of(change)] = {"new": kept(text, REMOVED), "old": kept(text, ADDED)}
    return found


def kept(blocks: Tree, gone: str) -> str:
    def change(element: Element) -> Tree:
        marked = element["t"] in ("Span", "Div") and element["c"][0][1] == [gone]
        return [] if marked else [element]

    trimmed = rebuilt(blocks, change)
    for table in (one for one in walk(trimmed) if one["t"] == "Table"):
        for body in table["c"][4]:
            body[3] = [line for line in body[3] if line[0][1] != [gone]]
    return text_of(trimmed)


def test_each_side_is_complete_when_the_marks_of_the_other_are_left_out() -> None:
    found, wanted = Sides(sample()).texts, expected(report())
    assert found.keys() == wanted.keys()
    for anchor, sides in wanted.items():
        for side, text in sides.items():
            assert letters(found[anchor][side]) == letters(text), (anchor, side)
    assert found["nieuw-toelichting"]["new"].split() != found["nieuw-toelichting"]["old"].split()


def test_a_row_that_came_or_went_is_marked_once_in_each_of_its_cells() -> None:
    (gone,) = re.findall(r'<tr class="removed">(.*?)</tr>', sample(), re.DOTALL)
    assert re.findall(r"<t[hd][^>]*>(.*?)</t[hd]>", gone) == ["<del>nee</del>", "<del>39,5%</del>"]
    unmarked = div("data", [rows_table([(ADDED, [inlines("twee woorden")])])])
    one = with_rows(row("figuur", "figure", "edited", "both", [unmarked], head="Cijfers"))
    with TemporaryDirectory() as folder:
        assert re.search(r"<th[^>]*><ins>twee woorden</ins></th>", page_of(one, Path(folder)))


def with_rows(*rows: Element, **changes: Any) -> Report:
    one = report()
    redline = div("redline", [header(1, "Tekst", "redline"), *rows])
    return replace(one, blocks=[*one.blocks[:-1], redline], **changes)


def test_without_its_script_the_page_is_a_whole_redline() -> None:
    body = sample().split("<body>")[1]
    assert re.findall(r"<(\w+)[^>]* hidden", body) == ["aside", "button"]
    assert body.count('class="change"') == len(expected(report())) == 12
    assert "<dialog aria-labelledby" in body and "<dialog open" not in body
    assert [*re.findall(r"<section class=\"([^\"]+)", body)] == [
        "decisions",
        "summary",
        "variables",
        "matrix",
        "effects",
        "redline",
    ]


def test_it_asks_nobody_for_anything() -> None:
    page = sample()
    assert not re.search(r"<(link|base|iframe|object|embed|form action)\b|@import|url\(|\bsrc=", page)
    assert "default-src 'none'" in page


def test_links_inside_the_page_lead_somewhere() -> None:
    page = sample()
    ids = re.findall(r'\bid="([^"]+)"', page)
    assert len(ids) == len({*ids})
    assert {*re.findall(r'href="#([^"]+)"', page)} <= {*ids}
    assert {*re.findall(r'aria-labelledby="([^"]+)"', page)} <= {*ids}


def test_markup_in_a_text_stays_text(tmp_path: Path) -> None:
    said = " ".join(MARKUP)
    rows = [
        row("een", "prose", "edited", "both", [para(edited("-" + said, "+" + said))], head=said, flags=said),
        row("twee", "ask", "added", "new", [div(ADDED, [para([span(ADDED, said)])])], head=said),
    ]
    page = page_of(with_rows(*rows, title=said, subtitle=said, organisation=said), tmp_path)
    assert page.count("<script") == 2 and "<img" not in page
    assert letters(Sides(page).texts["nieuw-een"]["new"]) == letters(said)
    assert page.count(":root {") == sample().count(":root {")


def test_a_text_in_another_language_says_so(tmp_path: Path) -> None:
    (tmp_path / "one").mkdir()
    page = page_of(replace(report(), language="fy", locale="fy_NL"), tmp_path / "one")
    assert '<html lang="nl">' in page
    assert page.count('<div class="text" lang="fy">') == 12
    assert 'class="text" lang' not in sample()


def test_the_page_is_the_same_again(tmp_path: Path) -> None:
    assert page_of(report(), tmp_path) == sample()


def test_both_languages_have_the_same_words_and_the_page_speaks_its_own(tmp_path: Path) -> None:
    assert WORDS["nl"].keys() == WORDS["en"].keys()
    assert all(text.count("{}") == WORDS["en"][name].count("{}") for name, text in WORDS["nl"].items())
    english = page_of(report("en"), tmp_path)
    assert "Changes only" in english and "Alleen wijzigingen" not in english


OPEN_ALL = """<script>addEventListener("load", () => {
  document.querySelector("[data-do=side]").click();
  document.querySelectorAll("details").forEach((one) => { one.open = true; });
  document.querySelector(".chip").click();
  document.querySelector(".fold")?.click();
});</script></body>"""


@test_html.needs_chromium
@pytest.mark.parametrize("opened", ["", OPEN_ALL], ids=["plain", "opened"])
@pytest.mark.parametrize("scheme", SCHEMES)
def test_axe_finds_nothing_in_a_report(scheme: str, opened: str, axe: str, tmp_path: Path) -> None:
    page = sample().replace("</body>", opened or "</body>")
    answer = test_html.examined(page, axe, scheme, tmp_path)
    assert answer["violations"] == []
    assert answer["passed"] > 25
    assert answer["dark"] == (scheme == "dark")


@test_html.needs_chromium
@pytest.mark.parametrize("width", [320, 768, 1280])
@pytest.mark.parametrize("opened", ["</body>", OPEN_ALL], ids=["plain", "opened"])
def test_no_part_of_a_report_is_wider_than_the_screen(width: int, opened: str, tmp_path: Path) -> None:
    page = page_of(with_much(), tmp_path).replace("</body>", opened)
    screen, wider, out = test_html.wider(page, width, tmp_path)
    assert (screen, wider) == (width, 0)
    # What is folded away has no place of its own yet.
    assert out == [] or "details" not in opened


def with_much() -> Report:
    """A report with a matrix of twelve provinces and words as long as Dutch has them."""
    word = "Arbeidsmarktdiscriminatiebestrijdingsmaatregelenpakket"
    state = {"t": "Span", "c": [["", ["state"], [["name", "stale"], ["title", word]]], inlines("!")]}
    heads = ("Thema", *(f"P{number}" for number in range(12)))
    cells = [("", [inlines(head) for head in heads]), ("", [inlines(word), *[[state]] * 12])]
    fields = [rows_table([("", [inlines("alt"), inlines(word), inlines(word)])])]
    text = [para(edited("Zie ", f"-{word}", f"+{word}")), div("data", fields)]
    one = with_rows(row("een", "prose", "edited", "both", text, head=word, fields=fields))
    matrix = div("matrix", [header(1, "Matrix", "matrix"), rows_table(cells)])
    return replace(one, blocks=[matrix if name_of(block) == "matrix" else block for block in one.blocks])


def test_a_state_is_told_in_words_too(tmp_path: Path) -> None:
    told = re.findall(r'<span class="state"[^>]*>(.*?</span>)</span>', page_of(with_much(), tmp_path))
    assert len(told) == 12
    assert re.fullmatch(r'<span aria-hidden="true">!</span><span class="unseen">Arbeids\w+</span>', told[0])


PLAY = """
const press = (key, more = {}) => (document.activeElement || document.body).dispatchEvent(
  new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true, ...more }));
const one = (selector) => document.querySelector(selector), all = (selector) => [...document.querySelectorAll(selector)];
const rows = () => all(".change").filter((row) => !row.hidden).map((row) => row.id);
const current = () => one("[aria-current]")?.id;
const chip = (name) => all(".chip").find((chip) => chip.textContent.startsWith(name));
const counts = () => Object.fromEntries(all(".chip").map((chip) => chip.textContent.split(/ (?=\\d)/)));
const said = () => one(".shown [role=status]").textContent;
"""


def played(script: str, folder: Path, page: str = "") -> Any:
    """What a script tells after it used the page as a reader would."""
    file = folder / "played.html"
    run = f"{TELL}<script>{PLAY}addEventListener('load', async () => {{ {script} }});</script></body>"
    file.write_text((page or sample()).replace("</body>", run), encoding="utf-8")
    return test_html.told(file, "--window-size=1280,900")


@test_html.needs_chromium
def test_keys_go_from_change_to_change_and_round(tmp_path: Path) -> None:
    answer = played(
        """const went = [], where = () => [current(), document.activeElement.id, one(".position").textContent];
        for (const key of ["n", "j", "p", "k", "k"]) { press(key); went.push(where()); }
        tell(went);""",
        tmp_path,
    )
    steps = [(1, "hoofdstuk-een"), (2, "toelichting"), (1, "hoofdstuk-een"), (8, "verplaatst"), (7, "")]
    for (number, block), (marked, focused, position) in zip(steps, answer, strict=True):
        assert marked == focused
        assert marked == (f"nieuw-{block}" if block else "oud-thema-oud")
        assert position == f"Wijziging {number} van 8"


@test_html.needs_chromium
def test_keys_leave_fields_modifiers_and_who_does_not_want_them_alone(tmp_path: Path) -> None:
    answer = played(
        """const field = document.createElement("input"); document.body.append(field); field.focus(); press("n");
        const found = [current()]; field.remove();
        for (const held of ["ctrlKey", "metaKey", "altKey"]) { press("n", { [held]: true }); found.push(current()); }
        press("?"); found.push(one("dialog").open); press("n"); found.push(current());
        one("dialog input").click(); one("dialog button").click(); found.push(one("dialog").open);
        press("n"); found.push(current());
        press("?"); one("[data-do=keys]").click(); one("dialog input").click(); one("dialog button").click();
        press("n"); found.push(current()); tell(found.map((one) => one ?? null));""",
        tmp_path,
    )
    assert answer == [None, None, None, None, True, None, False, None, "nieuw-hoofdstuk-een"]


@test_html.needs_chromium
def test_filters_count_combine_and_fold_away_the_rest(tmp_path: Path) -> None:
    answer = played(
        """const found = { start: [counts(), said(), rows().length] };
        chip("getal").click(); found.number = [rows(), said(), counts().Gewijzigd, chip("getal").ariaPressed];
        chip("Nieuw").click(); found.both = [rows(), said(), one(".chosen").textContent];
        chip("figuur").click(); found.none = [rows(), said()];
        one("[data-do=clear]").click(); found.cleared = [rows().length, said(), one("[data-do=clear]").hidden];
        tell(found);""",
        tmp_path,
    )
    start, said, shown = answer["start"]
    assert (said, shown) == ("8 van 8 wijzigingen", 12)
    wanted = {"Gewijzigd": "4", "Vervallen": "2", "getal": "3", "vraag": "2", "Verplaatst en gewijzigd": "1"}
    assert wanted.items() <= start.items()
    rows, said, edits, pressed = answer["number"]
    assert rows == ["nieuw-hoofdstuk-een", "nieuw-vraag-nieuw", "nieuw-feit", "nieuw-figuur"]
    assert (said, edits, pressed) == ("3 van 8 wijzigingen", "2", "true")
    assert answer["both"] == [["nieuw-hoofdstuk-een", "nieuw-vraag-nieuw"], "1 van 8 wijzigingen", "(2)"]
    assert answer["none"] == [[], "Geen wijziging past bij deze filters."]
    assert answer["cleared"] == [12, "8 van 8 wijzigingen", True]


@test_html.needs_chromium
def test_what_is_unchanged_folds_away_and_can_be_opened_where_it_stood(tmp_path: Path) -> None:
    answer = played(
        """press("u"); const folded = rows().length, folds = all(".fold").map((one) => one.textContent);
        one(".fold").click(); const opened = [rows().includes("nieuw-ongewijzigd"), document.activeElement.id];
        press("u"); tell({ folded, folds, opened, whole: rows().length, left: all(".fold").length });""",
        tmp_path,
    )
    assert answer == {
        "folded": 9,
        "folds": ["Toon 1 verborgen onderdeel"] * 3,
        "opened": [True, "nieuw-ongewijzigd"],
        "whole": 12,
        "left": 0,
    }


@test_html.needs_chromium
def test_side_by_side_each_half_holds_its_own_text(tmp_path: Path) -> None:
    answer = played(
        """press("s"); const halves = {};
        for (const row of all(".change:has(.halves)")) halves[row.id] =
          [...row.querySelectorAll(".half")].map((half) => [half.ariaLabel, half.querySelector(".said")?.textContent ?? ""]);
        const shown = (name) => all(name).some((one) => one.checkVisibility());
        const seen = [shown("[data-op=edited] .text"), shown(".halves"), shown("[data-op=unchanged] .text")];
        const ids = all("[id]").map((one) => one.id);
        press("s"); tell({ halves, seen, twice: ids.length - new Set(ids).size, back: shown(".halves") });""",
        tmp_path,
    )
    assert answer["seen"] == [False, True, True]
    assert (answer["twice"], answer["back"]) == (0, False)
    wanted = expected(report())
    changed = {
        anchor_of(one)
        for one in walk(report().blocks)
        if attributes_of_change(one).get("op", "unchanged") != "unchanged"
    }
    assert answer["halves"].keys() == changed
    for anchor, ((old_name, old), (new_name, new)) in answer["halves"].items():
        assert (old_name, new_name) == ("Oud", "Nieuw")
        assert letters(old) == letters(wanted[anchor]["old"]), anchor
        assert letters(new) == letters(wanted[anchor]["new"]), anchor


def attributes_of_change(element: Element) -> Mapping[str, str]:
    return attributes_of(element) if name_of(element) == "change" else {}


@test_html.needs_chromium
def test_a_link_to_what_filters_hide_wins(tmp_path: Path) -> None:
    answer = played(
        """const later = () => new Promise((done) => setTimeout(done, 50));
        chip("getal").click(); press("u");
        one(".decision a").click(); await later();
        const kept = [current(), said()];
        location.hash = "#oud-vraag-oud"; await later(); const changed = [current(), said(), rows().includes("nieuw-citaat")];
        location.hash = "#nieuw-citaat"; await later(); const unchanged = [current(), said(), rows().includes("nieuw-ongewijzigd")];
        location.hash = "#%E0"; await later(); tell({ kept, changed, unchanged, still: current() });""",
        tmp_path,
    )
    assert answer["kept"] == ["nieuw-vraag-nieuw", "3 van 8 wijzigingen"]
    assert answer["changed"] == ["oud-vraag-oud", "8 van 8 wijzigingen", False]
    assert answer["unchanged"] == ["nieuw-citaat", "8 van 8 wijzigingen", False]
    assert answer["still"] == "nieuw-citaat"


@test_html.needs_chromium
def test_what_is_chosen_stands_in_the_address_and_an_address_chooses(tmp_path: Path) -> None:
    (tmp_path / "report.html").write_text(sample(), encoding="utf-8")
    query = "op=edited,removed&flag=getal,niet-bestaand&only=1&side=1"
    frame = f"""<!DOCTYPE html><meta charset=utf-8><body><iframe src="report.html?{query}#nieuw-figuur"></iframe>{TELL}<script>
    document.querySelector("iframe").onload = (event) => {{
      const page = event.target.contentDocument, all = (selector) => [...page.querySelectorAll(selector)];
      const pressed = () => all("[aria-pressed=true]").map((one) => one.textContent);
      const before = [pressed(), all(".change:not([hidden])").map((row) => row.id), page.querySelector("[aria-current]").id];
      page.querySelector("[data-do=clear]").click();
      page.querySelector("[data-do=only]").click();
      tell([...before, page.location.search + page.location.hash]);
    }};</script></body>"""
    file = tmp_path / "frame.html"
    file.write_text(frame, encoding="utf-8")
    pressed, rows, current, address = test_html.told(file, "--allow-file-access-from-files")
    assert pressed == ["Alleen wijzigingen", "Naast elkaar", "Gewijzigd 2", "Vervallen 0", "getal 2"]
    assert rows == ["nieuw-hoofdstuk-een", "nieuw-feit", "nieuw-figuur"]
    assert current == "nieuw-figuur"
    assert address == "?side=1#nieuw-figuur"
