from pathlib import Path
from typing import Any

import pytest

from flows.compare_editions.requests import Request
from flows.engine.documents import Documents
from flows.engine.server.embedded import Server
from tests.compare_editions.two_editions import reports, write_editions
from tests.engine.fakes import Press, work_of
from tests.engine.servers import artifacts, newest_run
from tests.processes import standpunt


def test_planned_work_is_one_run_with_the_parameters_of_its_request(client: Any) -> None:
    from flows.compare_editions.flow import compare
    from flows.engine.flow.runs import run_as_flow

    asked = Request(root=".", old="2027", new="2031@HEAD~1", provinces=("oost", "west"), speaks="en")
    work = work_of(*"abc", build=Press(bad=frozenset("b")))
    run_as_flow(compare, asked.parameters, Documents(work, 2))
    assert [outcome.name for outcome in work.outcomes() if outcome.problems] == ["b"]
    run = newest_run(client)
    assert run.name == "2027-2031@HEAD~1 oost west"
    assert (run.state.name, run.state.message) == ("Failed", "1 of 3 documents failed: b")
    assert run.parameters == {
        "old": "2027",
        "new": "2031@HEAD~1",
        "provinces": ["oost", "west"],
        "language": None,
        "formats": None,
        "speaks": "en",
        "force": False,
        "root": ".",
        "out": None,
    }


def test_the_flow_plans_by_itself_and_shows_what_changed(client: Any, tmp_path: Path) -> None:
    from flows.compare_editions.flow import compare

    root = str(write_editions(tmp_path))
    state = compare(old=2027, new=2031, root=root, formats=["json"], return_state=True)
    assert (state.name, state.message) == ("Completed", "3 documents built")
    assert set(reports(tmp_path)) == {
        f"2027-2031/{subject}/nl/report.json" for subject in ("national", "oost", "west")
    }
    told = artifacts(client)
    assert set(told) == {f"compare-2027-2031-{each}" for each in ("progress", "documents", "summary")}
    summary = told["compare-2027-2031-summary"].data
    assert "# From 2027 to 2031\n\n3 documents built." in summary
    assert "| 2027-2031 national nl | 3 | 3 edited |" in summary
    again = compare(old="2027", new="2031", root=root, formats=["json"], return_state=True)
    assert again.message == "0 documents built"


def test_the_deployed_flow_links_its_reports_in_the_portal(server: Server, tmp_path: Path) -> None:
    from flows.compare_editions.flow import compare

    standpunt(write_editions(tmp_path), "publish", "--format", "html", "--engine", "local")
    compare(old="2027", new="2031", root=str(tmp_path), formats=["html"], provinces=["west"])
    page = (tmp_path / "outputs/2031/index.html").read_text("utf-8")
    assert 'href="../compare/2027-2031/west/nl/report.html"' in page


@pytest.mark.parametrize(
    ("old", "said"), [("2099", "There is no edition '2099'"), ("", "''"), ("2031", "2031")]
)
def test_a_question_that_nobody_can_answer_fails_the_run_with_a_sentence(
    old: str, said: str, server: Server, tmp_path: Path
) -> None:
    from flows.compare_editions.flow import compare

    write_editions(tmp_path)
    state = compare(old=old, new="2031", root=str(tmp_path), return_state=True)
    assert state.is_failed()
    assert state.message is not None
    assert said in state.message
