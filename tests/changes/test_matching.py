"""Which unit is which, and what stays in its place; both are soon found."""

from collections import Counter
from dataclasses import replace
from time import process_time

from flows.changes.compare import compare
from flows.changes.increasing import heaviest_increasing
from flows.changes.records import Op
from tests.changes.readings_made import reading, unit


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
