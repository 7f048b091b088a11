"""`standpunt compare` as a board member sees it: a table, where the files are, and the right exit code."""

from pathlib import Path

import pytest

from flows.cli.builds import exit_code
from flows.cli.commands.compare import show
from flows.cli.main import run
from flows.cli.session import Session
from flows.compare_editions.requests import Plan, Request, Row, State
from flows.compare_editions.tallies import Tally
from flows.engine.builds import Build
from flows.engine.chunks import Outcome
from flows.engine.engines import Engine
from flows.problems.codes import problem
from flows.problems.records import Problem
from flows.problems.sentences import Ui
from flows.sources.content import Content
from tests.compare_editions.two_editions import write_editions


def done(*rows: Row, problems: tuple[Problem, ...] = (), outcomes: tuple[Outcome, ...] = ()) -> Build[Plan]:
    plan = Plan(Request(root=".", old="2027", new="2031"), "2027-2031", (), rows, problems)
    return Build(plan, outcomes, Engine.LOCAL)


def row(subject: str, state: State = State.FRESH) -> Row:
    counted = Tally({"unchanged": 4, "edited": 2, "removed": 1}, {}, ("Besluit.",))
    return Row(subject, "nl", state, f"2027-2031 {subject} nl", "", counted)


def outcome(subject: str, code: str = "") -> Outcome:
    values = {"document": subject, "said": "geen inkt", "path": "x"}
    return Outcome(f"2027-2031 {subject} nl", (), (problem(code, None, **values),) if code else (), 0.1)


@pytest.mark.parametrize(
    ("answer", "code"),
    [
        (done(), 0),
        (done(problems=(problem("SP601", None),)), 0),
        (done(problems=(problem("SP301", None),)), 1),
        (done(outcomes=(outcome("oost", "SP803"),)), 3),
        (done(outcomes=(outcome("oost", "SP803"),), problems=(problem("SP301", None),)), 1),
    ],
)
def test_the_exit_code_says_whether_the_content_or_a_tool_is_at_fault(answer: Build[Plan], code: int) -> None:
    assert exit_code(answer) == code


@pytest.mark.parametrize(
    ("ui", "headings"),
    [
        ("nl", ["rapport", "gewijzigd", "vervallen", "te beslissen", "staat"]),
        ("en", ["report", "changed", "gone", "to decide", "state"]),
    ],
)
def test_the_table_has_a_column_for_each_thing_that_happened(
    ui: Ui, headings: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    show(done(row("national"), row("oost")), Session(Content(tmp_path), ui), 0.1)
    first, _, *lines = [line for line in capsys.readouterr().out.splitlines() if line.strip()]
    assert [each for each in headings if each in first] == headings
    assert "nieuw" not in first and "new" not in first
    assert lines[0].split()[:6] == ["2027-2031", "national", "nl", "2", "1", "1"]


def test_what_was_made_what_failed_and_what_was_left_out_are_told_apart(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    answer = done(
        row("national", State.TO_MAKE),
        row("oost", State.TO_MAKE),
        row("zuid"),
        Row("west", "nl", State.BROKEN),
        outcomes=(outcome("national"), outcome("oost", "SP803")),
    )
    show(answer, Session(Content(tmp_path), "nl"), 1.24)
    said = capsys.readouterr()
    assert "1 rapport gemaakt in 1.2 s; al klaar: 1." in said.out
    assert "1 rapport niet gemaakt." in said.out
    assert "Niet gemaakt wegens fouten: west." in said.out
    assert "mislukt" in said.out and "was al klaar" in said.out
    assert "SP803" in said.err and "geen inkt" in said.err


def test_a_long_table_is_cut_and_says_so(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    show(done(*(row(f"p{number}") for number in range(70))), Session(Content(tmp_path), "nl"), 0.1)
    said = capsys.readouterr().out
    assert "p59" in said and "p60" not in said
    assert "En nog 10." in said


def test_the_command_takes_a_format_that_only_reports_have(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    root = str(write_editions(tmp_path))
    asked = ["compare", "2027", "2031", "--province", "oost", "--root", root]
    assert run([*asked, "--format", "json", "--out", str(tmp_path / "elders")], "nl") == 0
    assert (tmp_path / "elders/compare/2027-2031/oost/nl/report.json").is_file()
    assert run([*asked, "--format", "odt"], "nl") == 2
    assert "kies uit docx, html, json, pdf" in capsys.readouterr().err
