"""What a national change means for a province, row by row."""

import pytest

from flows.changes.compare import compare
from flows.changes.effects import Effect, effect, most_urgent
from flows.changes.records import Change
from tests.changes.readings_made import reading, unit


def change(old: str | None, new: str | None) -> Change:
    sides = [[] if text is None else [unit("blok", text)] for text in (old, new)]
    [found] = compare(reading("2023", *sides[0]), reading("2027", *sides[1])).changes()
    return found


SAME, EDITED, GONE, NEW = change("a", "a"), change("a", "b"), change("a", None), change(None, "b")

TABLE = [
    (SAME, "", "", False, False, Effect.UNTOUCHED),
    (EDITED, "", "", False, False, Effect.INHERITS),
    (NEW, "", "", False, False, Effect.INHERITS),
    (GONE, "", "", False, False, Effect.INHERITS),
    (GONE, "replace", "", False, False, Effect.LOST),
    (GONE, "replace", "replace", True, True, Effect.LOST),
    (EDITED, "replace", "replace", True, False, Effect.STALE),
    (EDITED, "", "append", True, True, Effect.STALE),
    (EDITED, "replace", "", False, False, Effect.DROPPED),
    (SAME, "replace", "", False, False, Effect.DROPPED),
    (SAME, "", "fill", False, True, Effect.NEW_OWN),
    (EDITED, "", "replace", False, True, Effect.NEW_OWN),
    (SAME, "replace", "replace", False, True, Effect.OWN_CHANGED),
    (EDITED, "replace", "replace", False, True, Effect.OWN_CHANGED),
    (SAME, "replace", "append", False, False, Effect.OWN_CHANGED),
    (EDITED, "replace", "replace", False, False, Effect.DECIDED),
    (SAME, "replace", "replace", False, False, Effect.UNTOUCHED),
]


@pytest.mark.parametrize("row", TABLE)
def test_each_case_has_one_effect(row: tuple[Change, str, str, bool, bool, Effect]) -> None:
    national, had, has, stale, own, expected = row
    assert effect(national, had, has, stale=stale, own_text_changed=own) is expected


def test_a_cell_shows_the_most_urgent_effect() -> None:
    assert most_urgent([Effect.INHERITS, Effect.STALE, Effect.UNTOUCHED]) is Effect.STALE
    assert most_urgent([]) is Effect.UNTOUCHED
