"""Ids that would share their keys in a catalogue with texts that belong to no block."""

from collections.abc import Mapping
from pathlib import Path

import pytest

from flows.desk.checking.edition import problems_of
from flows.desk.opening.editions import open_edition
from flows.positions.integrity import RESERVED
from flows.positions.merged import Layer
from flows.translation.extraction import units_of
from tests.content_tree import CHAPTER, own, write_tree

WERKEN = "shared/2031/werken.yaml"
OOST = "provinces/oost/2031.yaml"
INSERTED = "  - insert: {}\n    after: aanhef\n    kind: prose\n    text: Nieuw.\n"


def test_whatever_owns_a_text_without_being_part_of_it_is_reserved(tmp_path: Path) -> None:
    position = open_edition(write_tree(tmp_path), "2031", ["oost"]).provinces[0].position
    assert position is not None
    titled = {part.chapter.id for part in position.chapters}
    titled |= {each.theme.id for part in position.chapters for each in part.themes}
    units = [unit for layer in Layer for unit in units_of(position, layer)]
    assert {unit.owner for unit in units if unit.block is None} - titled == set(RESERVED)


@pytest.mark.parametrize(
    ("changes", "place"),
    [
        ({WERKEN: CHAPTER.replace("id: hoofdstuk-werken", "id: edition")}, f"{WERKEN}:1:5"),
        ({WERKEN: CHAPTER.replace("id: thema-een", "id: election")}, f"{WERKEN}:7:9"),
        ({WERKEN: CHAPTER.replace("figure: figuur-een", "figure: variables")}, f"{WERKEN}:27:17"),
        ({WERKEN: CHAPTER.replace("[vraag-vroeger]", "[edition]")}, f"{WERKEN}:16:19"),
        (own(INSERTED.format("variables")), f"{OOST}:8:13"),
    ],
)
def test_a_reserved_id_is_refused_where_it_stands(
    changes: Mapping[str, str], place: str, tmp_path: Path
) -> None:
    problems = problems_of(open_edition(write_tree(tmp_path, changes), "2031", ["oost"]))
    assert ("SP209", place) in [(each.code, str(each.place)) for each in problems]
