import threading
from pathlib import Path
from typing import Any

import pytest

from flows.engine.chunks import Outcome
from flows.engine.documents import Documents
from flows.engine.failure import EngineFailed
from flows.engine.server.embedded import Server
from flows.problems.codes import problem
from flows.publish.requests import Request
from tests.content_tree import write_tree
from tests.engine.fakes import Listener, Press, pairs, work_of
from tests.engine.servers import artifacts, newest_run


def build(*names: str, request: Request | None = None, **options: Any) -> tuple[Outcome, ...]:
    from flows.engine.flow.runners import threads
    from flows.engine.flow.runs import run_as_flow
    from flows.publish.flow import publish

    asked = request or Request(root=".")
    work = work_of(*names, **options)
    run_as_flow(publish, asked.parameters, Documents(work, 2), threads(2))
    return work.outcomes()


def test_a_build_is_one_run_with_the_parameters_of_its_request(client: Any) -> None:
    listener = Listener()
    outcomes = build(
        *"abcde",
        request=Request(root=".", edition="2031", provinces=("oost", "west")),
        on_outcome=listener,
    )
    assert [outcome.name for outcome in outcomes] == list("abcde")
    assert sorted(listener.heard) == list("abcde")
    assert listener.threads == {threading.current_thread().name}
    run = newest_run(client)
    assert run.name == "2031 oost west"
    assert (run.state.name, run.state.message) == ("Completed", "5 documents built")
    assert run.parameters == {
        "edition": "2031",
        "provinces": ["oost", "west"],
        "languages": None,
        "formats": None,
        "final": False,
        "force": False,
        "prune": False,
        "cards": False,
        "root": ".",
        "out": None,
    }


def test_a_run_shows_its_progress_its_documents_and_a_summary(client: Any) -> None:
    build(*"abcdefgh")
    shown = artifacts(client)
    assert {key: artifact.type for key, artifact in shown.items()} == {
        "publish-2031-progress": "progress",
        "publish-2031-documents": "table",
        "publish-2031-summary": "markdown",
    }
    assert shown["publish-2031-progress"].data == 100.0
    assert "8 documents built" in shown["publish-2031-summary"].data


def test_one_bad_document_costs_the_others_nothing_and_fails_the_run(client: Any) -> None:
    outcomes = build(*"abcd", build=Press(bad=frozenset("b")))
    assert [outcome.name for outcome in outcomes if outcome.problems] == ["b"]
    state = newest_run(client).state
    assert (state.name, state.message) == ("Failed", "1 of 4 documents failed: b")


def test_a_chunk_that_breaks_is_tried_again_and_then_given_up_alone(client: Any) -> None:
    listener, press = Listener(), Press(broken=frozenset("a"))
    outcomes = build(*"abcd", build=press, on_outcome=listener)
    assert [len(outcome.problems) for outcome in outcomes] == [1, 1, 0, 0]
    assert outcomes[0].problems[0].args == {"document": "a", "said": "the press is on fire"}
    assert sorted(press.tried) == ["a", "a", "c"]
    assert sorted(listener.heard) == list("abcd")


def test_an_error_of_planning_fails_the_run_though_every_document_was_built(client: Any) -> None:
    outcomes = build("a", problems=(problem("SP301", None),))
    assert not outcomes[0].problems
    assert newest_run(client).state.is_failed()


def test_a_run_that_stops_halfway_is_a_failure_of_the_engine(server: Server) -> None:
    def deaf(outcome: Outcome) -> None:
        raise RuntimeError("nobody listens")

    with pytest.raises(EngineFailed, match="nobody listens"):
        build(*"ab", on_outcome=deaf)


def test_an_artifact_that_cannot_be_sent_costs_nobody_a_document(
    server: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise ConnectionError("gone")

    for name in ("create_progress_artifact", "create_markdown_artifact", "create_table_artifact"):
        monkeypatch.setattr(f"flows.engine.flow.artifacts.{name}", refuse)
    assert len(build(*"abc")) == 3


def test_the_flow_plans_by_itself_where_nobody_has(client: Any, tmp_path: Path) -> None:
    from flows.publish.flow import publish

    write_tree(tmp_path)
    state = publish(root=str(tmp_path), edition=2031, provinces=["oost"], formats=["html"], return_state=True)
    assert (state.name, state.message) == ("Completed", "1 document built")
    made = [path.name for path in (tmp_path / "outputs").rglob("*.html")]
    assert "oost-2031-nl.html" in made
    again = publish(root=str(tmp_path), provinces=["oost"], formats=["html"], return_state=True)
    assert again.message == "0 documents built"


def test_an_edition_that_does_not_exist_fails_the_run_with_a_sentence(server: Server, tmp_path: Path) -> None:
    from flows.publish.flow import publish

    write_tree(tmp_path)
    state = publish(root=str(tmp_path), edition="2099", return_state=True)
    assert state.is_failed()
    assert state.message is not None
    assert state.message.startswith("There is no edition '2099'")


def test_a_chunk_is_carried_without_being_looked_into() -> None:
    from prefect.utilities.collections import visit_collection

    from flows.engine.flow.tasks import Sealed

    seen: list[object] = []
    (chunk,) = pairs("a", "b")
    visit_collection({"sealed": Sealed(chunk)}, visit_fn=seen.append, return_data=False)
    assert chunk not in seen
    assert chunk.jobs not in seen


def test_dask_that_is_missing_is_told_with_the_line_that_installs_it(monkeypatch: pytest.MonkeyPatch) -> None:
    from flows.engine.flow.runners import dask

    monkeypatch.setitem(__import__("sys").modules, "prefect_dask", None)
    with pytest.raises(EngineFailed, match=r"pip install 'standpunt\[dask\]'"):
        dask(2)
