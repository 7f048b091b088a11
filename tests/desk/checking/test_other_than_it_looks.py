"""What a person would swear says one thing and a reader takes for another is told at its place."""

from pathlib import Path

import pytest

from flows.desk.accept import accept
from flows.desk.check import check
from flows.desk.opening.editions import open_edition
from flows.engine.engines import Engine
from flows.problems.sentences import sentence
from flows.publish.requests import Request
from flows.publish.run import run
from tests.content_tree import CHAPTER, EDITION, OWN, own, write_tree

ASK = "shared/2031/werken.yaml"
OOST = "provinces/oost/2031.yaml"


def told(root: Path, changes: dict[str, str]) -> list[tuple[str, str]]:
    _, _, found = check(write_tree(root, changes), None)
    return [(each.code, str(each.place)) for each in found]


@pytest.mark.parametrize(
    ("changes", "code", "place"),
    [
        ({ASK: CHAPTER.replace("value: 60.5", "value: 1.500")}, "SP133", f"{ASK}:35:32"),
        ({ASK: CHAPTER.replace("value: 60.5", "value: 12.345")}, "SP133", f"{ASK}:35:32"),
        ({OOST: OWN.replace("Hub Oost", "Impuls #1 van Oost")}, "SP131", f"{OOST}:4:15"),
        ({OOST: OWN.replace("text: Ons eigen verhaal.", "text: >\n      Wij vragen:\n\n      - ruimte\n      - stroom")}, "SP132", f"{OOST}:11:7"),
        ({OOST: OWN.replace("text: Ons eigen verhaal.", "text: >-\n      1. ruimte\n      2. stroom")}, "SP132", f"{OOST}:9:7"),
        ({OOST: OWN + "    teskt:\n"}, "SP111", f"{OOST}:8:5"),
        ({OOST: OWN + "    teskt: ~\n"}, "SP111", f"{OOST}:8:5"),
        ({OOST: OWN + "overides:\n"}, "SP111", f"{OOST}:8:1"),
        ({ASK: CHAPTER.replace("alt: Twee staven", "alt: Twee staven\n        bon:")}, "SP111", f"{ASK}:31:9"),
        ({"shared/2031/edition.yaml": EDITION + "ondertitel:\n"}, "SP111", "shared/2031/edition.yaml:15:1"),
        ({ASK: CHAPTER.replace("text: Doe nog iets.", "text: Het kost 20%~30% en later 100~200 euro.")}, "SP707", f"{ASK}:18:28"),
        ({ASK: CHAPTER.replace("text: Doe nog iets.", "text: Van 10^6 naar 10^9 watt.")}, "SP707", f"{ASK}:18:22"),
        ({ASK: CHAPTER.replace("text: Doe nog iets.", 'text: "Betaal \\u202e12\\u202c euro."')}, "SP731", f"{ASK}:18:15"),
        ({ASK: CHAPTER.replace("title: Eerste thema", "title: Eerste \u200fthema")}, "SP731", f"{ASK}:8:19"),
        ({OOST: OWN.replace("Hub Oost", "Hub \u2066Oost")}, "SP731", f"{OOST}:4:12"),
        ({"provinces/oost/2031.yml": OWN}, "SP136", "provinces/oost/2031.yml:1:1"),
        ({"provinces/oost/2031-LAPTOP-7Q2.yaml": OWN}, "SP136", "provinces/oost/2031-LAPTOP-7Q2.yaml:1:1"),
        ({"provinces/oost/2031.en (1).po": ""}, "SP136", "provinces/oost/2031.en (1).po:1:1"),
        ({"shared/2031/werken - kopie.yaml": CHAPTER}, "SP136", "shared/2031/werken - kopie.yaml:1:1"),
    ],
)  # fmt: skip
def test_it_is_told_at_its_place(tmp_path: Path, changes: dict[str, str], code: str, place: str) -> None:
    assert (code, place) in told(tmp_path, changes)


@pytest.mark.parametrize(
    "changes",
    [
        {},
        {ASK: CHAPTER.replace("value: 60.5", "value: 60.500").replace("value: 39.5", "value: 0.125")},
        {OOST: OWN.replace("Hub Oost", "Hub Oost  # te bevestigen")},
        {OOST: OWN.replace("Hub Oost", '"Impuls #1 van Oost"')},
        {OOST: OWN.replace("text: Ons eigen verhaal.", "text: |\n      Wij vragen:\n\n      - ruimte\n      - stroom")},
        {OOST: OWN.replace("text: Ons eigen verhaal.", "text: >\n      Een lange zin\n      over twee regels.")},
        {OOST: OWN + "    reason:\n"},
        {ASK: CHAPTER.replace("text: Doe nog iets.", "text: CO~2~ en m^2^ en ~5 uur.")},
        {"provinces/oost/2031.yaml.bak": OWN, "provinces/oost/~$2031.yaml": "", "provinces/oost/brief.docx": ""},
    ],
)  # fmt: skip
def test_what_is_as_it_looks_is_left_alone(tmp_path: Path, changes: dict[str, str]) -> None:
    odd = {"SP111", "SP133", "SP131", "SP132", "SP136", "SP707", "SP731"}
    found = {code for code, _ in told(tmp_path, changes)} & odd
    assert found == ({"SP133"} if "60.500" in str(changes) else set())


def test_a_number_that_may_be_thousands_shows_both_spellings(tmp_path: Path) -> None:
    changes = {ASK: CHAPTER.replace("value: 60.5", "value: 1.500")}
    _, _, found = check(write_tree(tmp_path, changes), None)
    (one,) = [each for each in found if each.code == "SP133"]
    assert sentence(one, "nl") == (
        "'1.500' kan twee getallen zijn. Bedoelt u 1500, schrijf dan 1500. Bedoelt u 1,5, schrijf dan 1.5."
    )


def test_signs_that_swallow_a_clause_are_printed_as_they_stand(tmp_path: Path) -> None:
    changes = {
        ASK: CHAPTER.replace("text: Doe nog iets.", "text: Het kost 20%~30% en later 100~200 euro, CO~2~.")
    }
    write_tree(tmp_path, changes)
    request = Request(root=str(tmp_path), formats=("html",), provinces=("oost",))
    assert run(request, Engine.LOCAL, 1, on_plan=lambda _: None, on_outcome=lambda _: None).went_well
    (page,) = (tmp_path / "outputs").rglob("oost-2031-nl.html")
    assert "20%~30% en later 100~200\u00a0euro, CO<sub>2</sub>." in page.read_text(encoding="utf-8")


def test_an_empty_stamp_is_filled_in(tmp_path: Path) -> None:
    content = write_tree(
        tmp_path, own("  - replace: vraag-een\n    text: Doe 300 dingen.\n    written_against:\n")
    )
    accept(open_edition(content, "2031", ["oost"]), "oost", ["vraag-een"])
    written = (tmp_path / OOST).read_text()
    assert written.count("written_against:") == 1
    assert len(written.rpartition("written_against: ")[2].strip()) == 12
