"""The table "Stale overrides" and the conflicts of content.md, each row on files."""

from pathlib import Path

import pytest

from flows.desk.accept import accept, acceptable
from flows.desk.checking.edition import problems_of
from flows.desk.opening.editions import OpenEdition, UnknownName, open_edition
from flows.overrides.staleness import State
from flows.problems.records import Severity
from tests.content_tree import CHAPTER, EDITION, own, write_tree

OOST = "provinces/oost/2031.yaml"
WERKEN = "shared/2031/werken.yaml"
REPLACE = "  - replace: vraag-een\n    text: Doe onze dingen.\n"
APPEND = "  - append: vraag-twee\n    text: En dit ook.\n"
REMOVE = "  - remove: vraag-een\n"


def opened(root: Path) -> OpenEdition:
    from flows.sources.content import Content

    return open_edition(Content(root), "2031", ("oost",))


def codes(root: Path, *, final: bool = False) -> dict[str, str]:
    """Each code that concerns an override of Oost with its weight."""
    found = problems_of(opened(root), final=final)
    return {
        each.code: each.severity.value for each in found if each.province == "oost" and each.code != "SP603"
    }


def change(root: Path, old: str, new: str, file: str = WERKEN) -> None:
    text = (root / file).read_text()
    assert old in text
    (root / file).write_text(text.replace(old, new))


def stamp_all(root: Path) -> None:
    edition = opened(root)
    accept(edition, "oost", acceptable(edition.provinces[0], edition.national.targets))


@pytest.mark.parametrize("entry", [REPLACE, APPEND, REMOVE])
def test_an_override_that_nobody_accepted_is_unstamped(entry: str, tmp_path: Path) -> None:
    write_tree(tmp_path, own(entry))
    assert codes(tmp_path) == {"SP404": "warning"}
    assert codes(tmp_path, final=True) == {"SP404": "error"}


@pytest.mark.parametrize("entry", [REPLACE, APPEND, REMOVE])
def test_an_accepted_override_is_clean(entry: str, tmp_path: Path) -> None:
    write_tree(tmp_path, own(entry))
    stamp_all(tmp_path)
    assert codes(tmp_path, final=True) == {}
    assert [each.state for each in opened(tmp_path).provinces[0].standings] == [State.CLEAN]


@pytest.mark.parametrize(
    ("entry", "code", "final"), [(REPLACE, "SP401", "error"), (REMOVE, "SP401", "error")]
)
def test_a_changed_national_text_makes_replace_and_remove_stale(
    entry: str, code: str, final: str, tmp_path: Path
) -> None:
    write_tree(tmp_path, own(entry))
    stamp_all(tmp_path)
    change(tmp_path, "Doe 250 dingen.", "Doe 300 dingen.")
    assert codes(tmp_path) == {code: "warning"}
    assert codes(tmp_path, final=True) == {code: final}


def test_a_changed_national_text_makes_an_append_stale_and_never_blocks_it(tmp_path: Path) -> None:
    write_tree(tmp_path, own(APPEND))
    stamp_all(tmp_path)
    change(tmp_path, "Doe nog iets.", "Doe nog meer.")
    assert codes(tmp_path, final=True) == {"SP402": "warning"}


def test_a_stale_override_shows_the_old_and_new_national_text_and_its_own(tmp_path: Path) -> None:
    write_tree(tmp_path, own(REPLACE))
    stamp_all(tmp_path)
    change(tmp_path, "Doe 250 dingen.", "Doe 300 dingen.")
    stale = next(each for each in problems_of(opened(tmp_path)) if each.code == "SP401")
    assert dict(stale.excerpts) == {
        "was": "Doe 250 dingen.",
        "now": "Doe 300 dingen.",
        "own": "Doe onze dingen.",
    }
    assert stale.args["fields"] == ("text",)
    assert dict(stale.related)["national"].line == 14


def test_accept_settles_it_and_a_second_accept_changes_nothing(tmp_path: Path) -> None:
    write_tree(tmp_path, own(REPLACE))
    stamp_all(tmp_path)
    change(tmp_path, "Doe 250 dingen.", "Doe 300 dingen.")
    assert accept(opened(tmp_path), "oost", ["vraag-een"]).files
    assert codes(tmp_path, final=True) == {}
    assert accept(opened(tmp_path), "oost", ["vraag-een"]).files == ()


def test_accept_fills_in_a_stamp_that_somebody_left_empty(tmp_path: Path) -> None:
    entry = "  - replace: vraag-een\n    text: Doe 300 dingen.\n    written_against:\n"
    write_tree(tmp_path, own(entry))
    assert accept(opened(tmp_path), "oost", ["vraag-een"]).files
    assert accept(opened(tmp_path), "oost", ["vraag-een"]).files == ()
    assert not [each for each in opened(tmp_path).provinces[0].problems if each.code == "SP404"]


def test_reading_and_building_never_stamp(tmp_path: Path) -> None:
    write_tree(tmp_path, own(REPLACE))
    before = {path: path.read_bytes() for path in tmp_path.rglob("*.yaml")}
    problems_of(opened(tmp_path), final=True)
    assert {path: path.read_bytes() for path in tmp_path.rglob("*.yaml")} == before


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("          Een eerste zin over werk.\n          Nog een zin.\n", "          Een eerste zin\n          over werk. Nog een zin.   \n"),
        ("        override: append\n", "        override: any\n        note: alleen voor collega's\n"),
        ("Nog een zin.\n", "Nog een zin.\n\n\n"),
    ],
)  # fmt: skip
def test_what_a_reader_does_not_see_makes_nothing_stale(old: str, new: str, tmp_path: Path) -> None:
    write_tree(tmp_path, own("  - append: toelichting-een\n    text: Meer.\n" + APPEND))
    stamp_all(tmp_path)
    change(tmp_path, old, new)
    assert codes(tmp_path) == {}


def test_an_override_that_says_what_the_national_text_says_is_redundant(tmp_path: Path) -> None:
    write_tree(tmp_path, own(REPLACE.replace("Doe onze dingen.", "Doe 250\n      dingen.")))
    assert codes(tmp_path, final=True) == {"SP403": "warning"}


def test_an_override_under_an_old_name_is_followed(tmp_path: Path) -> None:
    write_tree(tmp_path, own(REPLACE.replace("vraag-een", "vraag-vroeger")))
    assert codes(tmp_path) == {"SP304": "warning", "SP404": "warning"}
    stamp_all(tmp_path)
    assert codes(tmp_path, final=True) == {"SP304": "warning"}
    position = opened(tmp_path).provinces[0].position
    assert position is not None
    merged = next(each for each in position.blocks() if each.block.id == "vraag-een")
    assert merged.origin.verb == "replace"


def test_an_override_of_a_retired_block_is_an_orphan_that_names_the_successor(tmp_path: Path) -> None:
    write_tree(tmp_path, own(REPLACE.replace("vraag-een", "vraag-oud")))
    assert codes(tmp_path) == {"SP302": "error"}
    orphan = next(each for each in problems_of(opened(tmp_path)) if each.code == "SP302")
    assert orphan.args["replaced_by"] == "vraag-een"


def test_a_remove_of_a_retired_block_is_satisfied_already(tmp_path: Path) -> None:
    write_tree(tmp_path, own("  - remove: vraag-oud\n"))
    assert codes(tmp_path, final=True) == {"SP303": "warning"}


def test_an_unknown_target_names_the_nearest_ids(tmp_path: Path) -> None:
    write_tree(tmp_path, own("  - remove: vraag-tweee\n"))
    unknown = next(each for each in problems_of(opened(tmp_path)) if each.code == "SP301")
    assert unknown.args["nearest"][0] == "vraag-twee"
    assert unknown.severity is Severity.ERROR


def test_empty_slots_are_reported_and_only_required_ones_block_a_final_edition(tmp_path: Path) -> None:
    write_tree(tmp_path, {OOST: 'province: oost\nedition: "2031"\nvariables: {hub: Hub Oost}\n'})
    found = [(each.code, each.args["id"]) for each in problems_of(opened(tmp_path)) if each.province]
    assert sorted(found) == [("SP603", "eigen-vraag"), ("SP604", "eigen-verhaal")]
    final = {each.code: each.severity.value for each in problems_of(opened(tmp_path), final=True)}
    assert final == {"SP603": "warning", "SP604": "error"}


def test_a_lost_base_text_still_shows_what_there_is(tmp_path: Path) -> None:
    write_tree(tmp_path, own(REPLACE))
    stamp_all(tmp_path)
    (tmp_path / "provinces/oost/2031.base.yaml").unlink()
    change(tmp_path, "Doe 250 dingen.", "Doe 300 dingen.")
    assert codes(tmp_path) == {"SP401": "warning", "SP405": "warning"}


def test_a_base_text_that_somebody_edited_is_not_shown_as_the_old_text(tmp_path: Path) -> None:
    write_tree(tmp_path, own(REPLACE))
    stamp_all(tmp_path)
    change(tmp_path, "250", "900", "provinces/oost/2031.base.yaml")
    change(tmp_path, "Doe 250 dingen.", "Doe 300 dingen.")
    stale = next(each for each in problems_of(opened(tmp_path)) if each.code == "SP401")
    assert "was" not in dict(stale.excerpts)


CONFLICTS = {
    "replace twice": (REPLACE + REPLACE, "SP305"),
    "replace and remove": (REPLACE + REMOVE, "SP305"),
    "replace under two names": (REPLACE + REPLACE.replace("vraag-een", "vraag-vroeger"), "SP305"),
    "fill twice": ("  - fill: eigen-verhaal\n    text: Twee.\n", "SP305"),
    "append and remove": ("  - append: vraag-een\n    text: x\n" + REMOVE, "SP306"),
    "locked block": ("  - append: vraag-drie\n    text: x\n", "SP307"),
    "only append allowed": ("  - replace: vraag-twee\n    text: x\n", "SP307"),
    "other kind": ("  - replace: vraag-een\n    kind: prose\n    text: x\n", "SP308"),
    "fill of a text": ("  - fill: vraag-een\n    text: x\n", "SP309"),
    "replace of a slot": ("  - replace: eigen-vraag\n    text: x\n", "SP310"),
    "inserted id is national": ("  - insert: vraag-twee\n    after: vraag-een\n    kind: ask\n    text: x\n", "SP311"),
    "inserted twice": (2 * "  - insert: oost-a\n    after: vraag-een\n    kind: ask\n    text: x\n", "SP311"),
    "anchor of the same file": (
        "  - insert: oost-a\n    after: vraag-een\n    kind: ask\n    text: x\n"
        "  - insert: oost-b\n    after: oost-a\n    kind: ask\n    text: x\n",
        "SP312",
    ),
    "no anchor": ("  - insert: oost-a\n    kind: ask\n    text: x\n", "SP313"),
    "two anchors": ("  - insert: oost-a\n    after: vraag-een\n    before: vraag-twee\n    kind: ask\n    text: x\n", "SP313"),
    "append to a figure": ("  - append: figuur-een\n    text: x\n", "SP314"),
    "remove of a required slot": ("  - remove: eigen-verhaal\n", "SP315"),
}  # fmt: skip


@pytest.mark.parametrize("case", CONFLICTS)
def test_conflicts_are_errors(case: str, tmp_path: Path) -> None:
    entries, code = CONFLICTS[case]
    write_tree(tmp_path, own(entries))
    assert codes(tmp_path)[code] == "error"
    assert opened(tmp_path).broken == ("oost",)


def test_a_required_slot_cannot_be_left_out(tmp_path: Path) -> None:
    text = 'province: oost\nedition: "2031"\nvariables: {hub: Hub}\noverrides:\n  - remove: eigen-verhaal\n'
    write_tree(tmp_path, {OOST: text})
    assert codes(tmp_path)["SP315"] == "error"


def test_an_id_that_disappears_between_editions_is_an_error(tmp_path: Path) -> None:
    next_edition = EDITION.replace('"2031"', '"2035"') + 'previous: "2031"\n'
    without = (
        CHAPTER[: CHAPTER.index("      - ask: vraag-twee")]
        + CHAPTER[CHAPTER.index("      - ask: vraag-drie") :]
    )
    write_tree(tmp_path, {"shared/2035/edition.yaml": next_edition, "shared/2035/werken.yaml": without})
    from flows.sources.content import Content

    found = [each for each in problems_of(open_edition(Content(tmp_path), "2035")) if each.code == "SP203"]
    assert [each.args["id"] for each in found] == ["vraag-twee"]


def test_accept_of_something_else_writes_nothing(tmp_path: Path) -> None:
    write_tree(tmp_path, own(REPLACE))
    before = (tmp_path / OOST).read_bytes()
    for block in ("vraag-tweee", "vraag-twee", "eigen-verhaal"):
        with pytest.raises(UnknownName):
            accept(opened(tmp_path), "oost", ["vraag-een", block])
    assert (tmp_path / OOST).read_bytes() == before
    assert not (tmp_path / "provinces/oost/2031.base.yaml").exists()


def test_a_changed_figure_names_its_fields_and_shows_its_numbers(tmp_path: Path) -> None:
    figure = (
        "  - replace: figuur-een\n    chart: donut\n    title: Eigen verdeling\n    alt: Een ring\n    unit: procent\n"
        "    source: Provincie\n    as_of: 2030\n    data: [{label: ja, value: 70}, {label: nee, value: 30}]\n"
    )
    write_tree(tmp_path, own(figure))
    stamp_all(tmp_path)
    assert codes(tmp_path, final=True) == {}
    change(tmp_path, "value: 60.5", "value: 61.5")
    change(tmp_path, "        as_of: 2030\n        data", "        as_of: 2031\n        data")
    stale = next(each for each in problems_of(opened(tmp_path)) if each.code == "SP401")
    assert stale.args["fields"] == ("data", "as_of")
    assert "ja: 60.5\nnee: 39.5" in dict(stale.excerpts)["was"]
    assert "ja: 61.5" in dict(stale.excerpts)["now"]
    assert "ja: 70" in dict(stale.excerpts)["own"]
