"""The script of a change report: keys, filters, folding, two sides, and links that always lead somewhere."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from flows.documents.elements import (
    Element,
    anchor_of,
    attributes_of,
    name_of,
    walk,
)
from tests.documents.change_report.report_sample import report
from tests.press.reading import letters
from tests.press.report_pages import expected, sample
from tests.press.web import test_html

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


def played(script: str, folder: Path) -> Any:
    """What a script tells after it used the page as a reader would."""
    file = folder / "played.html"
    run = (
        f"{test_html.TELL}<script>{PLAY}addEventListener('load', async () => {{ {script} }});</script></body>"
    )
    file.write_text(sample().replace("</body>", run), encoding="utf-8")
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
    frame = f"""<!DOCTYPE html><meta charset=utf-8><body><iframe src="report.html?{query}#nieuw-figuur"></iframe>{test_html.TELL}<script>
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
