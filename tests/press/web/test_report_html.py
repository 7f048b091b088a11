"""A change report as a page: complete without its script, and for everyone."""

import re
from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from flows.documents.change_report.page_words import WORDS
from flows.documents.change_report.report import ADDED, Report
from flows.documents.elements import (
    div,
    header,
    inlines,
    name_of,
    para,
)
from tests.documents.change_report.report_sample import edited, report, row, rows_table, span
from tests.press.reading import letters
from tests.press.report_pages import expected, page_of, sample, with_rows
from tests.press.web import test_html

axe = test_html.axe
SCHEMES = test_html.SCHEMES
MARKUP = (
    "</script><script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "/* style */",
    "$title$",
    "\"'>",
)


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
    assert not re.search(
        r"<(link|base|iframe|object|embed|form action)\b|@import|url\((?!data:font/woff2;base64,[\w+/=]+\))|\bsrc=",
        page,
    )
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
