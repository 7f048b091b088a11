"""A digest changes with what a reader sees, and with nothing else."""

from pathlib import Path

import pytest

from flows.desk.opening.editions import open_edition
from flows.positions.digests import reading_digest
from tests.content_tree import CHAPTER, EDITION, OWN, PROVINCE, write_tree

WERKEN, OOST = "shared/2031/werken.yaml", "provinces/oost/2031.yaml"


def oost(root: Path, changes: dict[str, str]) -> str:
    opened = open_edition(write_tree(root, changes), None)
    position = next(one.position for one in opened.provinces if one.slug == "oost")
    assert position is not None
    return reading_digest(position, ["nl"])


@pytest.mark.parametrize(
    "changes",
    [
        {WERKEN: "# opmerking\n\n" + CHAPTER},
        {WERKEN: CHAPTER.replace("override: append", "note: voor collega's")},
        {OOST: OWN + "    reason: daarom\n"},
        {"shared/2031/edition.yaml": EDITION.replace("about: naam van de hub", "about: welke hub")},
        {OOST: OWN.replace("Hub Oost", '"Hub Oost"')},
        {OOST: OWN.replace("overrides:", "  labs: [een, twee]\noverrides:")},
        {"provinces/oost/province.yaml": PROVINCE.replace("van Oost", "van het Oosten")},
        {"provinces/oost/province.yaml": PROVINCE.replace("Ooststad", "Oosterstad")},
        {
            "provinces/oost/province.yaml": PROVINCE.replace(
                "contact:", "  en: {name: East, in: in East, of: of East, adjective: Eastern}\ncontact:"
            )
        },
    ],
)
def test_what_no_reader_sees_changes_nothing(changes: dict[str, str], tmp_path: Path) -> None:
    assert oost(tmp_path / "a", {}) == oost(tmp_path / "b", changes)


@pytest.mark.parametrize(
    "changes",
    [
        {WERKEN: CHAPTER.replace("Doe nog iets.", "Doe nog wat.")},
        {WERKEN: CHAPTER.replace("Eerste thema", "Een thema")},
        {WERKEN: CHAPTER.replace("60.5", "60.6")},
        {WERKEN: CHAPTER.replace("as_of: 2030-05", "as_of: 2030-06")},
        {WERKEN: CHAPTER.replace("chart: bar", "chart: donut")},
        {OOST: OWN.replace("Hub Oost", "Hub Noordoost")},
        {OOST: OWN + "  - append: vraag-een\n    text: En meer.\n"},
        {OOST: OWN + "  - remove: vraag-een\n"},
        {"provinces/oost/province.yaml": PROVINCE.replace("in Oost", "in het Oosten")},
        {"provinces/oost/province.yaml": PROVINCE.replace("oost@", "info@")},
        {"shared/2031/edition.yaml": EDITION.replace("2031-03-19", "2031-03-20")},
    ],
)
def test_what_a_reader_sees_changes_the_digest(changes: dict[str, str], tmp_path: Path) -> None:
    assert oost(tmp_path / "a", {}) != oost(tmp_path / "b", changes)


def test_a_national_text_that_the_province_replaced_changes_nothing(tmp_path: Path) -> None:
    own = {OOST: OWN + "  - replace: vraag-een\n    text: Doe onze dingen.\n"}
    changed = {**own, WERKEN: CHAPTER.replace("Doe 250 dingen.", "Doe 300 dingen.")}
    assert oost(tmp_path / "a", own) == oost(tmp_path / "b", changed)
