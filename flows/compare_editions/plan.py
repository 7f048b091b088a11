"""Which reports have to be made: every report's key against what the manifest says was made."""

import os
from collections.abc import Callable, Iterator
from dataclasses import asdict, dataclass, replace
from pathlib import Path

from flows.compare_editions.requests import Plan, Request, Row, State
from flows.compare_editions.summaries import notes
from flows.compare_editions.tallies import Tally, tally
from flows.desk.comparing.compared import Compared, open_comparison
from flows.desk.comparing.reports import lapsed, make_report, report_key
from flows.engine.building import build_chunk
from flows.engine.chunks import BuildChunk, Outcome, Task, Work, chunked
from flows.engine.timestamps import timestamp_of
from flows.press.jobs import Job
from flows.press.store.manifest import Manifest
from flows.problems.records import Problem, Severity, has_errors
from flows.sources.content import Content


@dataclass(frozen=True, slots=True)
class Bench:
    """What the reports of one run share.

    Attributes:
        pair: Both names as they stand in a path.
        timestamp: The date that files state, in seconds since 1970.
    """

    compared: Compared
    request: Request
    manifest: Manifest
    pair: str
    timestamp: int


def plan(request: Request) -> Plan:
    """Read both texts and find out which reports are not what they should be.

    Raises:
        UnknownName: The request names a text or a province that does not exist or has errors.
        PressError: Pandoc could not parse the texts, or git failed.
    """
    bench = _bench(request)
    rows: list[Row] = []
    tasks: list[Task] = []
    for subject in bench.compared.subjects:
        row, task = _row(bench, subject)
        rows.append(row)
        tasks += [task] if task is not None else []
    problems = tuple(_problems(bench.compared))
    return Plan(
        request=request,
        pair=bench.pair,
        jobs=tuple(tasks),
        rows=(*rows, *_broken(bench.compared)),
        problems=problems,
        warnings=sum(each.severity is Severity.WARNING for each in problems),
        looks=bench.compared.looks,
    )


def work_of(
    plan: Plan, workers: int, on_outcome: Callable[[Outcome], None], build: BuildChunk = build_chunk
) -> Work:
    """The work that a plan asks for, in chunks for a number of workers."""
    root, out = plan.request.root, str(plan.request.output_folder)
    return Work(
        stem=f"compare-{plan.pair}",
        heading=f"From {plan.request.old} to {plan.request.new}",
        chunks=chunked(plan.jobs, root, out, workers),
        problems=plan.problems,
        build=build,
        on_outcome=on_outcome,
        notes=notes(plan.rows),
    )


def _bench(request: Request) -> Bench:
    compared = open_comparison(
        Content(Path(request.root)),
        request.old,
        request.new,
        request.provinces,
        language=request.language or "",
        speaks=request.speaks,
    )
    return Bench(
        compared=compared,
        request=request,
        manifest=Manifest(request.output_folder),
        pair=f"{compared.old.reference.folder}-{compared.new.reference.folder}",
        timestamp=timestamp_of(compared.new.edition, os.environ.get("SOURCE_DATE_EPOCH")),
    )


def _row(bench: Bench, subject: str) -> tuple[Row, Task | None]:
    """How a report stands, and what is left to do: the formats that are not there as they should be."""
    compared = bench.compared
    name = f"{bench.pair} {subject} {compared.language.code}"
    row = Row(subject, compared.language.code, State.FRESH, name, report_key(compared, subject))
    formats = bench.request.chosen_formats
    if not bench.request.force:
        formats = bench.manifest.stale(row.record, row.key, formats)
    known = _counted(bench.manifest, row)
    if not formats and known is not None:
        return replace(row, tally=known), None
    report = make_report(compared, subject)
    counted = tally(report)
    bench.manifest.write(_counts(row), {"key": row.key, "tally": asdict(counted)})
    if not formats:
        return replace(row, tally=counted), None
    job = Job(report, formats, compared.looks, bench.timestamp)
    return replace(row, state=State.TO_MAKE, tally=counted), Task(job, row.key, name, row.record)


def _counted(manifest: Manifest, row: Row) -> Tally | None:
    """What was counted when a report was made; None where it was another, or nobody remembers."""
    stored = manifest.read(_counts(row))
    return Tally.read(stored["tally"]) if stored.get("key") == row.key else None


def _counts(row: Row) -> str:
    return f"tallies/{row.record}"


def _broken(compared: Compared) -> Iterator[Row]:
    """A row for every province that cannot be reported on because of its errors."""
    named = (each.province for each in compared.problems if has_errors([each]))
    for slug in dict.fromkeys(named):
        if slug is not None and slug not in compared.subjects:
            yield Row(slug, compared.language.code, State.BROKEN)


def _problems(compared: Compared) -> Iterator[Problem]:
    yield from compared.problems
    for subject in compared.subjects:
        yield from lapsed(compared, subject)
