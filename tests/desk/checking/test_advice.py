"""Advice stands beside the errors, at its place, and never stops anything."""

from pathlib import Path

from flows.desk.checking.advice import Mention, near_duplicates
from flows.desk.checking.edition import problems_of
from flows.desk.opening.editions import open_edition
from flows.positions.places import Span
from flows.problems.records import Place
from tests.content_tree import CHAPTER, OWN, PROVINCE, write_tree


def test_two_spellings_of_a_shared_partner_are_reported_at_the_rarer_one(tmp_path: Path) -> None:
    changes = {
        "provinces/oost/2031.yaml": OWN.replace("Hub Oost", "Smart Industry Hub"),
        "provinces/west/2031.yaml": OWN.replace("oost", "west").replace("Hub Oost", "Smart Industrie Hub"),
        "provinces/zuid/province.yaml": PROVINCE.replace("oost", "zuid").replace("Oost", "Zuid"),
        "provinces/zuid/2031.yaml": OWN.replace("oost", "zuid").replace("Hub Oost", "Smart Industry Hub"),
    }
    opened = open_edition(write_tree(tmp_path, changes), None)
    found = [each for each in problems_of(opened) if each.code == "SP606"]
    assert [str(each.place) for each in found] == ["provinces/west/2031.yaml:4:8"]
    assert found[0].args["other"] == "Smart Industry Hub"
    assert opened.broken == ()


def test_plain_language_is_advice_about_both_layers(tmp_path: Path) -> None:
    changes = {
        "shared/2031/werken.yaml": CHAPTER.replace("Doe nog iets.", "Help het MKB met 6.7 procent."),
        "provinces/oost/2031.yaml": OWN.replace("Ons eigen verhaal.", "Bel 06-12345678."),
    }
    opened = open_edition(write_tree(tmp_path, changes), None)
    found = {(each.code, str(each.place)) for each in problems_of(opened) if each.code.startswith("SP65")}
    assert found == {
        ("SP653", "shared/2031/werken.yaml:18:24"),
        ("SP654", "shared/2031/werken.yaml:18:32"),
        ("SP655", "provinces/oost/2031.yaml:7:15"),
    }
    assert opened.broken == ()


def test_the_rarer_spelling_is_reported_with_the_commoner_one() -> None:
    def mention(name: str, province: str) -> Mention:
        return Mention(name, province, Span(Place(f"provinces/{province}/2027.yaml")))

    mentions = [mention("Enexsis", "drenthe"), mention("Enexis", "limburg"), mention("Enexis", "groningen")]
    assert [(rare.province, common.name) for rare, common in near_duplicates(mentions)] == [
        ("drenthe", "Enexis")
    ]
