"""Which block is which: in the association's own prose no two texts are taken for each other."""

from dataclasses import replace
from pathlib import Path

import pytest

from flows.changes.likeness import likeness, unit_words
from flows.changes.matching import RENAMED, matches
from flows.changes.readings import Reading, Unit
from flows.desk.opening.editions import open_edition
from flows.positions.bodies import texts
from flows.sources.content import Content
from tests.changes.trees import para

CONTENT = Content(Path(__file__).parents[2])


def national(edition: str) -> Reading:
    """The national prose of an edition; the kind of a block is that of its body."""
    opened = open_edition(CONTENT, edition).national.edition
    assert opened is not None
    units = [
        Unit(block.id, type(block.body).__name__, (), [para(text) for _, text in texts(block.body)])
        for block in opened.blocks()
        if block.body is not None
    ]
    return Reading(edition, tuple(units))


@pytest.fixture(scope="module")
def old() -> Reading:
    return national("2023")


@pytest.fixture(scope="module")
def new() -> Reading:
    return national("2027")


def test_no_two_blocks_of_both_editions_are_taken_for_each_other(old: Reading, new: Reading) -> None:
    proposed = {(match.old.id, match.new.id) for match in matches(old, new) if not match.declared}
    assert proposed <= {("ondernemersklimaat-woningbouw", "ondernemersklimaat-wonen-en-werken")}
    before, after = ({each.id: unit_words(each) for each in side.units} for side in (old, new))
    wrong = [
        likeness(before[was.id], after[now.id])
        for was in old.units
        for now in new.units
        if was.id != now.id and was.kind == now.kind and (was.id, now.id) not in proposed
    ]
    assert max(wrong) < RENAMED - 0.15


def test_blocks_with_other_ids_find_each_other_again(new: Reading) -> None:
    renamed = replace(new, units=tuple(replace(each, id=f"x-{each.id}") for each in new.units))
    pairs = [(match.old.id, match.new.id) for match in matches(new, renamed)]
    assert pairs == [(each.id, f"x-{each.id}") for each in new.units]


def test_a_third_of_the_words_may_differ(new: Reading) -> None:
    long = [each for each in new.units if len(unit_words(each)) >= 20]
    edited = []
    for each in long:
        text = [f"anders{place}" if place % 3 == 0 else word for place, word in enumerate(unit_words(each))]
        edited.append(replace(each, id=f"x-{each.id}", blocks=[para(" ".join(text))]))
    pairs = matches(replace(new, units=tuple(long)), replace(new, units=tuple(edited)))
    assert [(match.old.id, match.new.id) for match in pairs] == [(each.id, f"x-{each.id}") for each in long]
