"""What a table and a page of Prefect tell of a report, counted from the report itself."""

from flows.compare_editions.requests import Row, State
from flows.compare_editions.summaries import SHOWN, notes
from flows.compare_editions.tallies import Tally, tally
from tests.documents.change_report.report_sample import report
from tests.documents.change_report.test_change_report import PIECES, WHOLE, reported, unit

COUNTED = tally(
    reported(
        [
            unit("aanhef", "Beste lezer."),
            unit("cijfer", "Er werken 15.000 mensen.", "fact"),
            unit("oud", "Dit vervalt.", "ask"),
            WHOLE,
        ],
        [*PIECES, unit("aanhef", "Beste lezer."), unit("cijfer", "Er werken 18.000 mensen.", "fact")],
    )
)


def row(counted: Tally, name: str = "2023-2027 zeeland nl") -> Row:
    return Row("zeeland", "nl", State.FRESH, name, "", counted)


def test_every_change_is_counted_once_also_one_that_moved_and_one_that_was_cut_up() -> None:
    assert COUNTED.ops == {"unchanged": 2, "edited": 1, "removed": 1, "split": 4}
    assert list(COUNTED.ops) == ["unchanged", "edited", "removed", "split"]
    assert COUNTED.changed == 6


def test_flags_are_counted_in_one_fixed_order() -> None:
    assert list(COUNTED.flags) == ["getal", "vraag-vervallen"]
    assert COUNTED.flags["vraag-vervallen"] == 1


def test_decisions_are_told_as_a_reader_sees_them() -> None:
    assert tally(report()).decisions == (
        "vraag-nieuw is nieuw: neem een besluit. Typ dan: standpunt accept zeeland vraag-nieuw",
    )


def test_notes_hold_a_line_for_each_report_and_its_decisions() -> None:
    said = notes([row(COUNTED)])
    assert "| 2023-2027 zeeland nl | 6 | 1 edited, 1 removed, 4 split | " in said
    (decision,) = COUNTED.decisions
    assert f"\n### To decide: 2023-2027 zeeland nl\n\n- {decision}\n" in said
    assert notes([Row("oost", "nl", State.BROKEN)]) == ""


def test_a_long_list_of_decisions_is_cut_and_says_so() -> None:
    said = notes([row(Tally(decisions=tuple(f"besluit *{n}*" for n in range(SHOWN + 3))))])
    assert f"- besluit \\*{SHOWN - 1}\\*\n- … 3 more\n" in said
