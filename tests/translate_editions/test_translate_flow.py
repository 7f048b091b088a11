"""The flow `translate` on a real server: what it retries, records and shows, and what it never shows."""

import json
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from flows.engine.engines import Engine as RunsOn
from flows.engine.failure import EngineFailed
from flows.press.failures import tool_failed
from flows.sources.content import Content
from flows.translate_editions.plan import planned
from flows.translate_editions.requests import Done, Request, Work
from flows.translate_editions.run import run
from flows.translate_editions.texts import Texts
from tests.engine.servers import artifacts, newest_run
from tests.translated_tree import NATIONAL, OOST, catalogue, write_translated_tree
from tests.translators.stand_in import KEY, StandIn, stand_in


@pytest.fixture
def content(tmp_path: Path) -> Content:
    return write_translated_tree(tmp_path / "root", {})


@pytest.fixture
def there(monkeypatch: pytest.MonkeyPatch) -> Iterator[StandIn]:
    monkeypatch.setenv("NO_PROXY", "127.0.0.1,localhost")
    with stand_in() as described:
        yield described


def tasks_of(client: Any) -> list[Any]:
    from prefect.client.schemas.filters import FlowRunFilter, FlowRunFilterId

    mine = FlowRunFilter(id=FlowRunFilterId(any_=[newest_run(client).id]))
    deadline = time.monotonic() + 20
    while time.monotonic() < deadline:  # the server hears of tasks by events, a little later
        found = list(client.read_task_runs(flow_run_filter=mine))
        if found and all(task.state is not None and task.state.is_final() for task in found):
            return found
        time.sleep(0.2)
    raise AssertionError("the tasks of the run did not end")


def as_flow(request: Request, there: StandIn) -> Work:
    from flows.engine.flow.runs import run_as_flow
    from flows.translate_editions.flow import translate

    with planned(request, there.environment, lambda _: None) as work:
        run_as_flow(translate, request.parameters, Texts(work))
    return work


def locally(content: Content, **wanted: Any) -> Done:
    request = Request(str(content.root), ("2031",), ("en",), **wanted)
    return run(request, RunsOn.AUTO, environment={}, on_plan=lambda _: None, on_batch=lambda _: None)


def test_one_run_records_what_was_asked_and_shows_every_catalogue(
    client: Any, content: Content, there: StandIn
) -> None:
    work = as_flow(Request(str(content.root), ("2031",), ("en",), engine="libretranslate"), there)
    found = newest_run(client)
    assert found.name == "libretranslate 2031 en"
    assert (found.state.name, found.state.message) == (
        "Completed",
        f"{work.texts} of {work.texts} texts filled in by libretranslate",
    )
    assert found.parameters["engine"] == "libretranslate" and found.parameters["limit"] is None
    shown = artifacts(client)
    rows = json.loads(shown["translate-2031-catalogues"].data)
    assert [row["catalogue"] for row in rows] == [NATIONAL, OOST]
    assert sum(row["filled"] for row in rows) == work.texts
    assert "| 2031 | en |" in shown["translate-2031-summary"].data
    assert all(entry.is_machine for entry in catalogue(content, NATIONAL).entries.values())
    tasks = tasks_of(client)
    assert sorted(task.name for task in tasks) == ["2031 en: 1 of 2", "2031 en: 2 of 2"]
    assert all("standpunt-libretranslate" in task.tags for task in tasks)


def test_too_many_questions_are_retried_and_a_refused_key_is_not(
    client: Any, content: Content, there: StandIn
) -> None:
    there.troubles = [429]
    request = Request(str(content.root), ("2031",), ("en",), ("oost",), engine="deepl")
    as_flow(request, there)
    assert [task.run_count for task in tasks_of(client)] == [2]
    assert newest_run(client).state.is_completed()
    there.troubles = [403, 403]
    work = as_flow(Request(str(content.root), ("2031",), ("en",), engine="deepl"), there)
    assert [task.run_count for task in tasks_of(client)] == [1]
    assert there.troubles == [403]
    assert newest_run(client).state.is_failed()
    assert [found.code for filled in work.filled for found in filled.problems] == ["SP883"]


def test_the_key_is_nowhere_on_the_server(
    client: Any, content: Content, there: StandIn, capfd: pytest.CaptureFixture[str]
) -> None:
    from prefect.client.schemas.filters import LogFilter, LogFilterFlowRunId

    there.troubles = [403]
    as_flow(Request(str(content.root), ("2031",), ("en",), engine="deepl"), there)
    found = newest_run(client)
    logs = client.read_logs(LogFilter(flow_run_id=LogFilterFlowRunId(any_=[found.id])))
    told = [found.model_dump_json(), *(task.model_dump_json() for task in tasks_of(client))]
    told += [
        json.dumps([each.data for each in artifacts(client).values()]),
        *(log.message for log in logs),
        *capfd.readouterr(),
    ]
    assert "SP883" in "".join(told) or "refuses the key" in "".join(told)
    assert not [each for each in told if KEY in each or there.address in each]


def test_a_run_that_nobody_planned_plans_by_itself(client: Any, content: Content) -> None:
    from flows.translate_editions.flow import translate

    state = translate(editions=[2031], engine="pseudo", limit=2, root=str(content.root), return_state=True)
    assert state.message == "2 of 2 texts filled in by pseudo"
    state = translate(engine="pseudo", dry_run=True, root=str(content.root), return_state=True)
    assert state.message is not None and state.message.endswith("texts to translate; nothing was written")
    assert len([each for each in catalogue(content, NATIONAL).entries.values() if each.text]) == 2


def test_a_question_without_an_answer_fails_in_one_sentence(client: Any, content: Content) -> None:
    from flows.translate_editions.flow import translate

    state = translate(editions=["1999"], root=str(content.root), return_state=True)
    assert state.is_failed() and "1999" in (state.message or "")
    state = translate(engine="argos", root=str(content.root), return_state=True)
    assert state.is_failed() and "standpunt[argos]" in (state.message or "")


def test_small_work_without_a_service_needs_no_prefect(
    content: Content, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("PREFECT_API_URL", raising=False)
    done = locally(content, engine="pseudo")
    assert done.runs_on is RunsOn.LOCAL
    assert sum(file.filled for filled in done.filled for file in filled.files) > 5
    assert locally(content, engine="pseudo").runs_on is None


def test_a_dry_run_writes_nothing_and_needs_no_key(content: Content) -> None:
    before = {path: path.read_bytes() for path in content.root.rglob("*.po")}
    done = locally(content, engine="deepl", dry_run=True)
    ((cost,),) = done.expected
    assert cost.characters > 100 and cost.euros is not None and cost.euros > 0
    assert {path: path.read_bytes() for path in content.root.rglob("*.po")} == before
    assert done.filled == ()


def test_a_limit_holds_for_all_editions_together(content: Content) -> None:
    request = Request(str(content.root), ("2031", "2031"), ("en",), engine="pseudo", limit=3)
    with planned(request, {}, lambda _: None) as work:
        assert (work.editions, work.texts) == (("2031",), 3)


def test_a_tool_that_fails_is_told_in_a_sentence(
    client: Any, content: Content, there: StandIn, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object) -> None:
        raise tool_failed("pandoc", "boom")

    monkeypatch.setattr("flows.desk.translating.propose.draft_errors", broken)
    with pytest.raises(EngineFailed, match="The tool pandoc failed: boom"):
        as_flow(Request(str(content.root), ("2031",), ("en",), engine="libretranslate"), there)
