"""What a copied text says of another province is told; a neighbour that is named on purpose is not."""

from pathlib import Path

import pytest

from flows.desk.accept import accept
from flows.desk.check import check
from flows.desk.opening.editions import open_edition
from flows.problems.records import Problem
from tests.content_tree import CHAPTER, EDITION, OWN, PROVINCE, own, write_tree

CITY = (
    PROVINCE.replace("oost", "west").replace("capital: Ooststad", "capital: West")
).replace("{name: Oost, in: in Oost, of: van Oost, adjective: Oosts}", "{name: West, in: in de provincie West, of: van de provincie West, adjective: Wests}")  # fmt: skip


def told(tmp_path: Path, text: str, *codes: str, **files: str) -> list[Problem]:
    changed = {name.replace("__", "/").replace("_yaml", ".yaml"): value for name, value in files.items()}
    entry = f"  - append: toelichting-een\n    text: |\n      {text}\n"
    content = write_tree(tmp_path, {**own(entry), **changed})
    return [each for each in check(content, None)[2] if each.code in codes]


def test_another_name_without_the_own_one_is_told_at_its_place(tmp_path: Path) -> None:
    (one,) = told(tmp_path, "De bedrijven in West doen mee.", "SP610")
    assert str(one.place) == "provinces/oost/2031.yaml:10:23"
    assert (one.province, one.args["id"], one.args["name"], one.args["others"]) == (
        "oost",
        "toelichting-een",
        "West",
        ("West",),
    )


@pytest.mark.parametrize(
    "text",
    [
        "Samen met West maakt Oost dingen.",
        "Net als in West wil men {{ province.in }} vooruit.",
        "De Oostse bedrijven leren van West.",
        "In West Noord is een haven.",
        "Het West-Indisch huis staat er nog.",
        "Een westers bedrijf in westelijk gebied.",
        "Zie https://west.example.org voor meer.",
    ],
)
def test_a_neighbour_beside_the_own_name_or_a_part_of_another_name_is_no_mistake(
    text: str, tmp_path: Path
) -> None:
    assert told(tmp_path, text, "SP610") == []


def test_a_city_with_the_name_of_its_province_is_not_the_province(tmp_path: Path) -> None:
    files = {"provinces__west__province_yaml": CITY}
    assert told(tmp_path / "a", "De trein naar West rijdt weer.", "SP610", **files) == []
    (one,) = told(tmp_path / "b", "Provincie West wil vooruit.", "SP610", **files)
    assert one.args["name"] == "Provincie West"


def test_a_name_in_a_source_is_a_source(tmp_path: Path) -> None:
    entry = "  - insert: feit-eigen\n    after: vraag-een\n    kind: fact\n    text: Het is zo.\n    source: Provincie {}, jaarverslag\n    as_of: 2030\n"
    content = write_tree(tmp_path, own(entry.format("West")))
    assert not [each for each in check(content, None)[2] if each.code == "SP610"]


def test_the_name_of_another_province_in_a_value_is_told_at_the_value(tmp_path: Path) -> None:
    content = write_tree(tmp_path, {"provinces/oost/2031.yaml": OWN.replace("Hub Oost", "Hub van West")})
    (one,) = [each for each in check(content, None)[2] if each.code == "SP610"]
    assert str(one.place) == "provinces/oost/2031.yaml:4:16"
    assert one.args["id"] == "hub"


def test_a_value_that_only_another_province_has_is_told(tmp_path: Path) -> None:
    lab = {"provinces__west__2031_yaml": own("")["provinces/oost/2031.yaml"].replace("oost", "west").replace("Hub Oost", "Hub Plaza\n  labs: [Metalia, staal]")}  # fmt: skip
    (one,) = told(tmp_path / "a", "Wij in Oost werken met Metalia en staal.", "SP611", **lab)
    assert (one.args["name"], one.args["others"]) == ("Metalia", ("West",))
    assert told(tmp_path / "b", "Wij in Oost leren van Metalia in West.", "SP611", **lab) == []
    assert told(tmp_path / "c", "Wij in Oost noemen Metaliast en hub plaza.", "SP611", **lab) == []
    nationally = {"shared__2031__werken_yaml": CHAPTER.replace("Doe nog iets.", "Steun Metalia.")}
    assert told(tmp_path / "d", "Wij in Oost werken met Metalia.", "SP611", **lab, **nationally) == []


def test_what_the_province_has_too_is_its_own(tmp_path: Path) -> None:
    lab = {"provinces__west__2031_yaml": own("")["provinces/oost/2031.yaml"].replace("oost", "west")}
    assert told(tmp_path, "Wij in Oost werken met Hub Oost.", "SP611", **lab) == []


def test_two_provinces_with_one_name_or_code_are_both_told(tmp_path: Path) -> None:
    west = PROVINCE.replace("province: oost", "province: west")
    content = write_tree(tmp_path, {"provinces/west/province.yaml": west})
    found = [each for each in check(content, None)[2] if each.code == "SP210"]
    assert [(each.province, str(each.place), each.args["others"]) for each in found] == [
        ("oost", "provinces/oost/province.yaml:5:14", ("west",)),
        ("west", "provinces/west/province.yaml:5:14", ("oost",)),
    ]


def test_a_shared_code_is_told_and_a_shared_capital_is_not(tmp_path: Path) -> None:
    both = {
        f"provinces/{slug}/province.yaml": PROVINCE.replace("province: oost", f"province: {slug}\ncodes: {{iso: NL-OO, cbs: {slug}}}").replace("name: Oost", f"name: {slug}")
        for slug in ("oost", "west")
    }  # fmt: skip
    found = [each for each in check(write_tree(tmp_path, both), None)[2] if each.code == "SP210"]
    assert [str(each.place) for each in found] == [
        "provinces/oost/province.yaml:2:14",
        "provinces/west/province.yaml:2:14",
    ]


def test_an_older_edition_that_is_not_named_is_told(tmp_path: Path) -> None:
    older = {
        "shared/2027/edition.yaml": EDITION.replace("2031", "2027"),
        "shared/2027/werken.yaml": CHAPTER,
    }
    content = write_tree(tmp_path, older)
    assert [each.args["known"] for each in check(content, "2031")[2] if each.code == "SP212"] == ["2027"]
    assert not [each for each in check(content, "2027")[2] if each.code == "SP212"]


def test_a_deleted_block_that_a_province_wrote_beside_is_told_as_deleted(tmp_path: Path) -> None:
    entries = "  - replace: vraag-vroeger\n    text: Eigen.\n  - remove: vraag-vier\n"
    content = write_tree(tmp_path, own(entries))
    accept(open_edition(content, None, ("oost",)), "oost", ("vraag-een",))
    gone = CHAPTER.replace(
        "      - ask: vraag-een\n        text: Doe 250 dingen.\n        aliases: [vraag-vroeger]\n", ""
    )
    (tmp_path / "shared/2031/werken.yaml").write_text(gone)
    edition = EDITION.replace(", replaced_by: vraag-een", "")
    (tmp_path / "shared/2031/edition.yaml").write_text(edition)
    found = {
        each.code: each.args["id"] for each in check(content, None)[2] if each.code in ("SP211", "SP301")
    }
    assert found == {"SP211": "vraag-een", "SP301": "vraag-vier"}


def test_a_typing_error_in_the_id_of_a_stamped_entry_is_a_typing_error(tmp_path: Path) -> None:
    content = write_tree(tmp_path, own("  - replace: vraag-een\n    text: Eigen.\n"))
    accept(open_edition(content, None, ("oost",)), "oost", ("vraag-een",))
    file = tmp_path / "provinces/oost/2031.yaml"
    file.write_text(file.read_text().replace("vraag-een", "vraag-en"))
    codes = {each.code for each in check(content, None)[2]}
    assert "SP301" in codes and "SP211" not in codes


def test_a_deleted_block_of_the_previous_edition_is_told_under_every_name(tmp_path: Path) -> None:
    older = {
        "shared/2027/edition.yaml": EDITION.replace("2031", "2027"),
        "shared/2027/werken.yaml": CHAPTER,
        "shared/2031/edition.yaml": EDITION.replace("language: nl", 'language: nl\nprevious: "2027"'),
    }
    content = write_tree(tmp_path, older)
    assert not [each for each in check(content, "2031")[2] if each.code == "SP203"]
    gone = CHAPTER.replace("fact: feit-een", "fact: feit-nieuw")
    (tmp_path / "shared/2031/werken.yaml").write_text(gone)
    assert [each.args["id"] for each in check(content, "2031")[2] if each.code == "SP203"] == ["feit-een"]
    (tmp_path / "shared/2031/werken.yaml").write_text(
        gone.replace("fact: feit-nieuw\n", "fact: feit-nieuw\n        aliases: [feit-een]\n")
    )
    assert not [each for each in check(content, "2031")[2] if each.code == "SP203"]


@pytest.mark.parametrize(("words", "is_told"), [(29, False), (30, True), (90, True)])
def test_a_text_of_three_times_the_words_that_are_asked_for(
    words: int, is_told: bool, tmp_path: Path
) -> None:
    note = CHAPTER.replace("required: true", "required: true\n        note: In ongeveer tien woorden.")
    text = own("")["provinces/oost/2031.yaml"].replace(
        "Ons eigen verhaal.", "woord " * (words - 1) + "{{ hub }}"
    )
    content = write_tree(tmp_path, {"shared/2031/werken.yaml": note, "provinces/oost/2031.yaml": text})
    found = [each for each in check(content, None)[2] if each.code == "SP612"]
    assert [(each.args["found"], each.args["asked"], str(each.place)) for each in found] == (
        [(words, 10, "provinces/oost/2031.yaml:7:11")] if is_told else []
    )


@pytest.mark.parametrize(
    ("name", "code", "better"),
    [("waterstof", "NL-OS", "os-waterstof"), ("os-waterstof", "NL-OS", ""), ("oost-waterstof", "NL-OS", ""),
     ("osmose", "NL-OS", "os-osmose"), ("waterstof", "", "")],
)  # fmt: skip
def test_an_inserted_id_begins_with_the_letters_or_the_name_of_its_province(
    name: str, code: str, better: str, tmp_path: Path
) -> None:
    entry = f"  - insert: {name}\n    after: vraag-een\n    kind: ask\n    text: Doe mee.\n"
    codes = PROVINCE + (f"codes: {{iso: {code}}}\n" if code else "")
    content = write_tree(tmp_path, {**own(entry), "provinces/oost/province.yaml": codes})
    found = [each.args["better"] for each in check(content, None)[2] if each.code == "SP613"]
    assert found == ([better] if better else [])
