"""What a table and a page of Prefect tell of a report, counted from the report itself."""

from flows.compare_editions.requests import Row, State
from flows.compare_editions.summaries import SHOWN, notes
from flows.compare_editions.tallies import Tally, tally
from tests.documents.report_sample import report

COUNTED = tally(report())


def row(counted: Tally, name: str = "2023-2027 zeeland nl") -> Row:
    return Row("zeeland", "nl", State.FRESH, name, "", counted)


def test_every_unit_is_counted_once_also_one_that_moved_and_one_that_is_gone() -> None:
    assert COUNTED.ops == {
        "unchanged": 3,
        "edited": 4,
        "added": 1,
        "removed": 2,
        "moved+edited": 1,
    }
    assert list(COUNTED.ops) == ["unchanged", "edited", "added", "removed", "moved+edited"]
    assert COUNTED.changed == 8


def test_flags_are_counted_in_one_fixed_order() -> None:
    assert list(COUNTED.flags.items()) == [
        ("getal", 3),
        ("modaliteit", 1),
        ("vraag-nieuw", 1),
        ("vraag-vervallen", 1),
        ("link", 1),
    ]


def test_decisions_are_told_as_a_reader_sees_them() -> None:
    assert COUNTED.decisions == ("vraag-nieuw is nieuw: neem een besluit.",)


def test_notes_hold_a_line_for_each_report_and_its_decisions() -> None:
    said = notes([row(COUNTED)])
    line = "| 2023-2027 zeeland nl | 8 | 4 edited, 1 added, 2 removed, 1 moved+edited | 3 getal,"
    assert line in said
    assert "\n### To decide: 2023-2027 zeeland nl\n\n- vraag-nieuw is nieuw: neem een besluit.\n" in said
    assert notes([Row("oost", "nl", State.BROKEN)]) == ""


def test_a_long_list_of_decisions_is_cut_and_says_so() -> None:
    said = notes([row(Tally(decisions=tuple(f"besluit *{n}*" for n in range(SHOWN + 3))))])
    assert f"- besluit \\*{SHOWN - 1}\\*\n- … 3 more\n" in said
