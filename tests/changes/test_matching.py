"""Which unit is which: on the prose of this repository no two texts are taken for each other."""

from collections import Counter
from dataclasses import replace
from pathlib import Path
from time import process_time

from flows.changes.compare import compare
from flows.changes.increasing import heaviest_increasing
from flows.changes.likeness import likeness, unit_words
from flows.changes.matching import RENAMED, matches
from flows.changes.readings import Reading, Unit
from flows.changes.records import Op
from flows.desk.editions import open_edition
from flows.positions.bodies import texts
from flows.sources.content import Content
from tests.changes.readings_made import reading, unit
from tests.changes.trees import para


def real(edition: str) -> Reading:
    """The national prose of an edition; the kind of a block is that of its body."""
    opened = open_edition(Content(Path(__file__).parents[2]), edition).national.edition
    assert opened is not None
    units = [
        Unit(block.id, type(block.body).__name__, (), [para(text) for _, text in texts(block.body)])
        for block in opened.blocks()
        if block.body is not None
    ]
    return Reading(edition, tuple(units))


OLD, NEW = real("2023"), real("2027")


def test_no_two_blocks_of_both_editions_are_taken_for_each_other() -> None:
    proposed = {(match.old.id, match.new.id) for match in matches(OLD, NEW) if not match.declared}
    assert proposed <= {("ondernemersklimaat-woningbouw", "ondernemersklimaat-wonen-en-werken")}
    words = {each.id: unit_words(each) for each in OLD.units}
    wrong = [
        likeness(words[was.id], unit_words(now))
        for was in OLD.units
        for now in NEW.units
        if was.id != now.id and was.kind == now.kind and (was.id, now.id) not in proposed
    ]
    assert max(wrong) < RENAMED - 0.15


def test_blocks_with_other_ids_find_each_other_again() -> None:
    renamed = replace(NEW, units=tuple(replace(each, id=f"x-{each.id}") for each in NEW.units))
    pairs = [(match.old.id, match.new.id) for match in matches(NEW, renamed)]
    assert all(now == f"x-{was}" for was, now in pairs)
    assert len(pairs) == len(NEW.units)


def test_a_third_of_the_words_may_differ() -> None:
    old = [each for each in NEW.units if len(unit_words(each)) >= 20]
    new = []
    for each in old:
        text = [f"anders{place}" if place % 3 == 0 else word for place, word in enumerate(unit_words(each))]
        new.append(replace(each, id=f"x-{each.id}", blocks=[para(" ".join(text))]))
    pairs = [(match.old.id, match.new.id) for match in matches(reading("a", *old), reading("b", *new))]
    assert pairs == [(each.id, f"x-{each.id}") for each in old]


def test_a_thousand_other_ids_are_found_in_little_time() -> None:
    old = [
        unit(f"a{number}", " ".join(f"w{number * 7919 * place % 997}" for place in range(1, 40)))
        for number in range(1000)
    ]
    new = [replace(each, id=f"b{each.id}") for each in old]
    started = process_time()
    compared = compare(reading("a", *old), reading("b", *new))
    assert Counter(each.op for each in compared.changes()) == {Op.RENAMED: 1000}
    assert process_time() - started < 5


def test_what_is_heaviest_stays() -> None:
    assert heaviest_increasing([3, 1, 2], [1, 1, 1]) == [1, 2]
    assert heaviest_increasing([3, 1, 2], [5, 1, 1]) == [0]
    assert heaviest_increasing([], []) == []
