"""A chunk as it is made, with a press that has something to complain about."""

from dataclasses import replace
from pathlib import Path

from flows.desk.opening.looks import open_looks
from flows.documents.elements import para
from flows.engine.building import build_chunk
from flows.engine.chunks import Chunk, Task
from flows.press.jobs import Job
from flows.press.store.manifest import Manifest
from flows.sources.content import Content
from tests.documents.change_report.report_sample import report


def test_a_problem_names_a_report_as_people_know_it_and_costs_the_others_nothing(tmp_path: Path) -> None:
    looks, _ = open_looks(Content(tmp_path))
    assert looks is not None
    good = replace(report(), folder="compare/2023-2027/utrecht/nl")
    bad = replace(report(), blocks=[para([{"t": "Onbekend"}]), *report().blocks])
    tasks = [
        Task(Job(each, ("html",), looks, 0), "key", f"2023-2027 {name} nl", f"reports/{name}")
        for each, name in ((bad, "zeeland"), (good, "utrecht"))
    ]
    failed, made = build_chunk(Chunk(0, tuple(tasks), str(tmp_path), str(tmp_path / "out")))
    assert [each.args["document"] for each in failed.problems] == ["2023-2027 zeeland nl"]
    assert (made.problems, made.files) == ((), ("compare/2023-2027/utrecht/nl/report.html",))
    manifest = Manifest(tmp_path / "out")
    assert manifest.stale("reports/utrecht", "key", ("html",)) == ()
    assert manifest.stale("reports/zeeland", "key", ("html",)) == ("html",)
