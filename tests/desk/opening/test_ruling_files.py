"""Rulings on the flags of changes: from their file to the comparison, and everything that can be wrong in it."""

import json
from pathlib import Path

import pytest

from flows.changes.records import Flag, Ruling
from flows.desk.check import check
from flows.desk.checking.edition import problems_of
from flows.desk.opening.editions import open_edition
from flows.desk.opening.rulings import lapsed_problems, open_rulings
from flows.desk.schema import write_schemas
from flows.problems.records import Place, Severity
from flows.problems.sentences import sentence
from tests.compare_editions.two_editions import OLD
from tests.content_tree import write_tree

NATIONAL = "shared/2031/since-2027.yaml"
PROVINCIAL = "provinces/oost/2031.since-2027.yaml"
FIRST = """\
# yaml-language-server: $schema=../../.standpunt/schema/rulings.json
rulings:
  - block: feit-een
    change: 3f9a1c2e
    drop: [getal]
    add: [redactioneel, opmaak]
    reason: Alleen de notatie is anders.
    by: Redactie
"""
SECOND = """\
  - block: _omslag
    change: 00000012
    add: [link]
    reason: Nieuw adres.
"""
RULINGS = (
    Ruling(
        "feit-een",
        "3f9a1c2e",
        (Flag.GETAL,),
        (Flag.REDACTIONEEL, Flag.OPMAAK),
        "Alleen de notatie is anders.",
        "Redactie",
    ),
    Ruling("_omslag", "00000012", (), (Flag.LINK,), "Nieuw adres."),
)

WRONG = {
    "unknown flag": (FIRST.replace("getal]", "cijfer]"), "SP113", "5:12"),
    "no reason": (FIRST.replace("    reason: Alleen de notatie is anders.\n", ""), "SP110", "3:5"),
    "empty reason": (FIRST.replace("Alleen de notatie is anders.", ""), "SP110", "7:5"),
    "no block": (FIRST.replace("block: feit-een\n    ", ""), "SP110", "3:5"),
    "no flag": (FIRST.replace("    drop: [getal]\n    add: [redactioneel, opmaak]\n", ""), "SP118", "3:12"),
    "flag under both": (FIRST.replace("opmaak", "getal"), "SP118", "6:10"),
    "twice": (FIRST + FIRST.partition("rulings:\n")[2], "SP119", "9:12"),
    "wrong form of the change": (FIRST.replace("3f9a1c2e", "3F9A"), "SP114", "4:13"),
    "wrong form of the block": (FIRST.replace("feit-een", "Feit een"), "SP114", "3:12"),
    "unknown key": (FIRST + "    datum: nu\n", "SP111", "9:5"),
    "flag without a list": (FIRST.replace("[getal]", "getal"), "SP112", "5:11"),
    "no list of rulings": ("rulings: nee\n", "SP112", "1:10"),
    "empty file": ("", "SP106", "1:1"),
    "broken yaml": ("rulings: [\n", "SP101", "1:10"),
}


def test_rulings_come_out_as_they_were_written_with_their_places(tmp_path: Path) -> None:
    content = write_tree(tmp_path, {NATIONAL: FIRST + SECOND, PROVINCIAL: FIRST})
    placed, problems = open_rulings(content, "2027", "2031")
    assert problems == []
    assert tuple(placed) == RULINGS
    assert [str(place) for place in placed.values()] == [f"{NATIONAL}:3:12", f"{NATIONAL}:9:12"]
    placed, _ = open_rulings(content, "2027", "2031", "oost")
    assert list(placed.items()) == [(RULINGS[0], Place(PROVINCIAL, 3, 12))]


def test_without_a_file_nobody_has_ruled(tmp_path: Path) -> None:
    assert open_rulings(write_tree(tmp_path), "2027", "2031", "oost") == ({}, [])


@pytest.mark.parametrize(("text", "code", "where"), WRONG.values(), ids=WRONG)
def test_what_is_wrong_is_said_at_its_place(tmp_path: Path, text: str, code: str, where: str) -> None:
    placed, problems = open_rulings(write_tree(tmp_path, {NATIONAL: text}), "2027", "2031")
    assert [(each.code, str(each.place)) for each in problems] == [(code, f"{NATIONAL}:{where}")]
    assert placed == {}


def test_an_unknown_flag_names_all_that_exist(tmp_path: Path) -> None:
    _, problems = open_rulings(write_tree(tmp_path, {NATIONAL: WRONG["unknown flag"][0]}), "2027", "2031")
    said = sentence(problems[0], "nl")
    assert "'cijfer'" in said
    assert all(flag in said for flag in Flag)


def test_a_flag_under_both_is_named(tmp_path: Path) -> None:
    _, problems = open_rulings(write_tree(tmp_path, {NATIONAL: WRONG["flag under both"][0]}), "2027", "2031")
    assert sentence(problems[0], "nl").endswith("een vlag, en 'getal' niet bij allebei.")


def test_all_problems_come_at_once(tmp_path: Path) -> None:
    text = FIRST.replace("getal", "cijfer").replace("3f9a1c2e", "x") + SECOND.replace("reason", "reden")
    _, problems = open_rulings(write_tree(tmp_path, {NATIONAL: text}), "2027", "2031")
    assert sorted(each.code for each in problems) == ["SP111", "SP113", "SP114"]


def test_a_ruling_whose_change_is_gone_is_a_warning_at_its_place(tmp_path: Path) -> None:
    placed, _ = open_rulings(write_tree(tmp_path, {NATIONAL: FIRST + SECOND}), "2027", "2031")
    (found,) = lapsed_problems(placed, [RULINGS[1]])
    assert (found.severity, str(found.place)) == (Severity.WARNING, f"{NATIONAL}:9:12")
    assert "wijziging 00000012" in sentence(found, "nl")


def test_a_check_names_every_file_of_rulings_that_is_wrong(tmp_path: Path) -> None:
    files = {NATIONAL: "rulings: nee\n", PROVINCIAL: "kapot: [", **OLD}
    _, _, problems = check(write_tree(tmp_path, files), "2031")
    assert [
        (each.code, str(each.place), each.province) for each in problems if "since" in str(each.place)
    ] == [
        ("SP101", f"{PROVINCIAL}:1:8", "oost"),
        ("SP112", f"{NATIONAL}:1:10", None),
    ]


def test_rulings_are_no_edition_no_province_and_no_text(tmp_path: Path) -> None:
    plain = write_tree(tmp_path / "zonder")
    ruled = write_tree(tmp_path / "met", {NATIONAL: FIRST, PROVINCIAL: "kapot: ["})
    assert ruled.editions() == plain.editions()
    assert ruled.provinces() == plain.provinces()
    opened, other = open_edition(ruled, "2031"), open_edition(plain, "2031")
    assert problems_of(opened) == problems_of(other)
    assert [one.position for one in opened.provinces] == [one.position for one in other.provinces]


def test_editors_get_a_schema_that_knows_the_flags(tmp_path: Path) -> None:
    content = write_tree(tmp_path)
    assert ".standpunt/schema/rulings.json" in write_schemas(content)
    schema = json.loads((content.work_folder / "schema" / "rulings.json").read_text())
    entry = schema["$defs"]["RulingEntry"]
    assert set(entry["required"]) == {"block", "change", "reason"}
    assert entry["additionalProperties"] is False
    assert schema["$defs"]["Flag"]["enum"] == list(Flag)
