"""Bad input of content.md: each case is a file, gives its code at its place, and stops only its own province."""

from pathlib import Path

import pytest

from flows.desk.check import check
from flows.desk.checking.edition import problems_of
from flows.desk.opening.editions import open_edition
from flows.problems.records import Severity
from flows.problems.sentences import sentence
from tests.content_tree import CHAPTER, EDITION, OWN, PROVINCE, own, write_tree

OOST = "provinces/oost/2031.yaml"
OOST_PROVINCE = "provinces/oost/province.yaml"
WERKEN = "shared/2031/werken.yaml"
EDITION_FILE = "shared/2031/edition.yaml"

PROVINCIAL = {
    "broken yaml": ({OOST: OWN + "  - replace vraag-een\n    text: x\n"}, "SP126", f"{OOST}:8:5"),
    "unclosed quote": ({OOST: OWN.replace("Hub Oost", "'Hub Oost")}, "SP127", f"{OOST}:4:8"),
    "two documents": ({OOST: OWN + "---\nx: 1\n"}, "SP101", f"{OOST}:8:1"),
    "duplicate key": ({OOST: OWN.replace("variables:", "variables: {}\nvariables:")}, "SP102", f"{OOST}:4:1"),
    "tab": ({OOST: OWN.replace("  hub", "\thub")}, "SP115", f"{OOST}:4:1"),
    "anchor": ({OOST: OWN.replace("Hub Oost", "&hub Hub Oost")}, "SP103", f"{OOST}:4:8"),
    "anchor bomb": (
        {OOST: "a: &a [x, x]\n" + "".join(f"b{n}: &b{n} [*a, *a]\n" for n in range(50))},
        "SP103",
        f"{OOST}:1:4",
    ),
    "python tag": ({OOST: OWN.replace("Hub Oost", "!!python/name:os.system x")}, "SP103", f"{OOST}:4:8"),
    "merge key": ({OOST: OWN + "<<: {province: west}\n"}, "SP103", f"{OOST}:8:1"),
    "deep nesting": ({OOST: "a: " + "[" * 100_000}, "SP107", f"{OOST}:1:23"),
    "file of 50 MB": ({OOST: b"#" * 50_000_000}, "SP105", f"{OOST}:1:1"),
    "invalid utf-8": ({OOST: OWN.encode() + b"# caf\xe9\n"}, "SP104", f"{OOST}:8:6"),
    "control character": ({OOST: OWN + "# \x07\n"}, "SP120", f"{OOST}:8:3"),
    "empty file": ({OOST: ""}, "SP106", f"{OOST}:1:1"),
    "only comments": ({OOST: "# nog niets\n"}, "SP106", f"{OOST}:1:1"),
    "list as file": ({OOST: "- a\n"}, "SP112", f"{OOST}:1:1"),
    "missing edition file": ({OOST: None}, "SP217", f"{OOST}:1:1"),
    "wrong type": ({OOST: OWN.replace("Ons eigen verhaal.", "[a, b]")}, "SP112", f"{OOST}:7:11"),
    "text is a mapping": ({OOST: OWN.replace("Ons eigen verhaal.", "{a: b}")}, "SP112", f"{OOST}:7:11"),
    "empty text": ({OOST: OWN.replace("Ons eigen verhaal.", "")}, "SP110", f"{OOST}:7:5"),
    "overrides is a mapping": ({OOST: OWN.replace("  - fill", "    fill")}, "SP112", f"{OOST}:6:5"),
    "unknown key": ({OOST: OWN + "    txt: x\n"}, "SP111", f"{OOST}:8:5"),
    "unknown top key": ({OOST: OWN + "override: []\n"}, "SP111", f"{OOST}:8:1"),
    "two verbs": (own("    remove: vraag-een\n"), "SP116", f"{OOST}:8:5"),
    "no verb": (own("  - text: x\n"), "SP116", f"{OOST}:8:5"),
    "other province": ({OOST: OWN.replace("province: oost", "province: west")}, "SP117", f"{OOST}:1:11"),
    "other edition": ({OOST: OWN.replace('"2031"', '"2027"')}, "SP117", f"{OOST}:2:10"),
    "id with capitals": (own("  - remove: Vraag-Een\n"), "SP114", f"{OOST}:8:13"),
    "unknown target": (own("  - remove: vraag-en\n"), "SP301", f"{OOST}:8:13"),
    "unknown variable": ({OOST: OWN.replace("hub:", "hup:")}, "SP505", f"{OOST}:4:3"),
    "variable of another type": ({OOST: OWN.replace("Hub Oost", "[Hub Oost]")}, "SP503", f"{OOST}:4:8"),
    "required variable missing": ({OOST: OWN.replace("  hub: Hub Oost\n", "")}, "SP502", f"{OOST}:3:1"),
    "undeclared variable in text": (
        {OOST: OWN.replace("Ons eigen", "Ons {{ hubb }} eigen")},
        "SP501",
        f"{OOST}:7:15",
    ),
    "logic in a variable": (
        {OOST: OWN.replace("Ons eigen", "Ons {{ hub | upper }} eigen")},
        "SP507",
        f"{OOST}:7:11",
    ),
    "variable without a value": (
        {OOST: OWN.replace("Ons eigen", "Ons {{ labs }} eigen")},
        "SP506",
        f"{OOST}:7:15",
    ),
    "raw html": ({OOST: OWN.replace("Ons eigen", "Ons <b>eigen</b>")}, "SP701", f"{OOST}:7:15"),
    "raw html block": (
        own("  - append: vraag-een\n    text: |\n      a\n\n      <script>x</script>\n"),
        "SP701",
        f"{OOST}:12:7",
    ),
    "raw typst": (own("  - append: vraag-een\n    text: 'a `#x`{=typst}'\n"), "SP701", f"{OOST}:9:15"),
    "raw ooxml": (
        own("  - append: vraag-een\n    text: |\n      ```{=openxml}\n      <w:p/>\n      ```\n"),
        "SP701",
        f"{OOST}:11:7",
    ),
    "javascript link": (
        own("  - append: vraag-een\n    text: '[klik](javascript:alert(1))'\n"),
        "SP702",
        f"{OOST}:9:19",
    ),
    "image outside the root": (
        own("  - append: vraag-een\n    text: '![kaart](../../etc/kaart.png)'\n"),
        "SP703",
        f"{OOST}:9:21",
    ),
    "absolute image": (
        own("  - append: vraag-een\n    text: '![kaart](/kaart.png)'\n"),
        "SP703",
        f"{OOST}:9:21",
    ),
    "image that is not there": (
        own("  - append: vraag-een\n    text: '![kaart](provinces/oost/kaart.png)'\n"),
        "SP704",
        f"{OOST}:9:21",
    ),
    "heading in a block": (
        own("  - append: vraag-een\n    text: |\n      # Kop\n"),
        "SP705",
        f"{OOST}:10:9",
    ),
    "folder without a province file": ({OOST_PROVINCE: None}, "SP108", f"{OOST_PROVINCE}:1:1"),
    "province without names": (
        {OOST_PROVINCE: PROVINCE.replace("in: in Oost, ", "")},
        "SP110",
        f"{OOST_PROVINCE}:5:3",
    ),
    "language without names": (
        {OOST_PROVINCE: PROVINCE.replace("[nl]", "[nl, fy]")},
        "SP508",
        f"{OOST_PROVINCE}:4:1",
    ),
}

NATIONAL = {
    "missing chapter": (
        {EDITION_FILE: EDITION.replace("[werken]", "[werken, wonen]")},
        "SP108",
        f"{EDITION_FILE}:8:20",
    ),
    "edition in the folder of another": (
        {EDITION_FILE: EDITION.replace('"2031"', '">031"')},
        "SP117",
        f"{EDITION_FILE}:1:10",
    ),
    "missing key": ({EDITION_FILE: EDITION.replace("title: Samen\n", "")}, "SP110", f"{EDITION_FILE}:1:1"),
    "not one of": ({EDITION_FILE: EDITION.replace("concept", "klaar")}, "SP113", f"{EDITION_FILE}:5:9"),
    "month that does not exist": (
        {WERKEN: CHAPTER.replace("as_of: 2030-05", "as_of: 2030-13")},
        "SP114",
        f"{WERKEN}:26:16",
    ),
    "day that does not exist": (
        {EDITION_FILE: EDITION.replace("2031-03-19", "2031-02-30")},
        "SP114",
        f"{EDITION_FILE}:7:44",
    ),
    "wrong date": (
        {EDITION_FILE: EDITION.replace("2031-03-19", "19 maart")},
        "SP114",
        f"{EDITION_FILE}:7:44",
    ),
    "unknown variable type": (
        {EDITION_FILE: EDITION.replace("type: list", "type: lijst")},
        "SP113",
        f"{EDITION_FILE}:11:16",
    ),
    "previous edition missing": (
        {EDITION_FILE: EDITION + 'previous: "2027"\n'},
        "SP207",
        f"{EDITION_FILE}:15:11",
    ),
    "retired id in use": (
        {EDITION_FILE: EDITION.replace("id: vraag-oud", "id: vraag-twee")},
        "SP205",
        f"{EDITION_FILE}:13:10",
    ),
    "replacement unknown": (
        {EDITION_FILE: EDITION.replace("replaced_by: vraag-een", "replaced_by: vraag-eeen")},
        "SP206",
        f"{EDITION_FILE}:13:54",
    ),
    "circle of replacements": (
        {EDITION_FILE: EDITION.replace("replaced_by: vraag-een", "replaced_by: vraag-oud")},
        "SP208",
        f"{EDITION_FILE}:13:10",
    ),
    "no kind": ({WERKEN: CHAPTER.replace("prose: aanhef", "id: aanhef")}, "SP116", f"{WERKEN}:4:5"),
    "kind in Dutch": ({WERKEN: CHAPTER.replace("prose: aanhef", "proza: aanhef")}, "SP111", f"{WERKEN}:4:5"),
    "duplicate id": (
        {WERKEN: CHAPTER.replace("ask: vraag-twee", "ask: vraag-een")},
        "SP201",
        f"{WERKEN}:17:14",
    ),
    "alias of a living block": (
        {WERKEN: CHAPTER.replace("[vraag-vroeger]", "[vraag-twee]")},
        "SP202",
        f"{WERKEN}:16:19",
    ),
    "cyclic aliases": (
        {
            WERKEN: CHAPTER.replace("[vraag-vroeger]", "[vraag-twee]").replace(
                "override: append", "aliases: [vraag-een]"
            )
        },
        "SP208",
        f"{WERKEN}:16:19",
    ),
    "edition in an id": ({WERKEN: CHAPTER.replace("feit-een", "feit-2031")}, "SP204", f"{WERKEN}:23:15"),
    "province in an id": ({WERKEN: CHAPTER.replace("feit-een", "feit-oost")}, "SP204", f"{WERKEN}:23:15"),
    "value is no number": ({WERKEN: CHAPTER.replace("60.5", "zestig")}, "SP112", f"{WERKEN}:35:32"),
    "fact without source": (
        {WERKEN: CHAPTER.replace("        source: Bureau\n        as_of: 2030-05\n", "")},
        "SP110",
        f"{WERKEN}:23:9",
    ),
    "raw html": (
        {WERKEN: CHAPTER.replace("Doe nog iets.", "Doe <i>nog</i> iets.")},
        "SP701",
        f"{WERKEN}:18:19",
    ),
    "undeclared variable in a title": (
        {WERKEN: CHAPTER.replace("Werken {{ province.in }}", "Werken {{ province.naam }}")},
        "SP501",
        f"{WERKEN}:2:15",
    ),
}


@pytest.mark.parametrize("case", PROVINCIAL)
def test_bad_province_file_is_reported_at_its_place_and_leaves_the_other_province_built(
    case: str, tmp_path: Path
) -> None:
    changes, code, place = PROVINCIAL[case]
    opened = open_edition(write_tree(tmp_path, changes), "2031")
    found = [(each.code, str(each.place)) for each in problems_of(opened) if each.severity is Severity.ERROR]
    assert (code, place) in found
    assert opened.broken == ("oost",)


@pytest.mark.parametrize("case", NATIONAL)
def test_bad_national_file_is_reported_at_its_place_and_stops_every_province(
    case: str, tmp_path: Path
) -> None:
    changes, code, place = NATIONAL[case]
    opened = open_edition(write_tree(tmp_path, changes), "2031")
    found = [(each.code, str(each.place)) for each in problems_of(opened) if each.severity is Severity.ERROR]
    assert (code, place) in found
    assert opened.broken == ("oost", "west")


@pytest.mark.parametrize("case", [*PROVINCIAL, *NATIONAL])
def test_every_problem_has_a_finished_sentence_in_both_languages(case: str, tmp_path: Path) -> None:
    changes = {**PROVINCIAL, **NATIONAL}[case][0]
    for problem in problems_of(open_edition(write_tree(tmp_path, changes), "2031")):
        for ui in ("nl", "en"):
            said = sentence(problem, ui)
            assert said.endswith((".", "?", ")")) or "standpunt accept" in said
            assert "''" not in said
            assert "@" not in said


def test_all_problems_of_a_file_come_at_once(tmp_path: Path) -> None:
    entries = (
        "  - remove: vraag-en\n  - append: vraag-drie\n    text: a\n    txt: b\n  - replace: vraag-twee\n"
    )
    opened = open_edition(write_tree(tmp_path, own(entries)), "2031")
    codes = {each.code for each in problems_of(opened)}
    assert {"SP301", "SP111", "SP110"} <= codes


def test_a_folder_without_content_is_one_clear_question(tmp_path: Path) -> None:
    from flows.desk.opening.editions import UnknownName
    from flows.sources.content import Content

    with pytest.raises(UnknownName) as caught:
        open_edition(Content(tmp_path), None)
    assert caught.value.problem.code == "SP904"


def test_a_language_that_nobody_knows_is_told_where_the_province_names_it(tmp_path: Path) -> None:
    content = write_tree(tmp_path, {OOST_PROVINCE: PROVINCE.replace("[nl]", "[nl, xq]")})
    (found,) = [each for each in check(content, None)[2] if each.code == "SP509"]
    assert str(found.place) == f"{OOST_PROVINCE}:3:17"
    assert "de, en, fy of nl" in sentence(found, "nl")
