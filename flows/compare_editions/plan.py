"""Which reports have to be made: every report's key against what the manifest says was made."""

import os
from collections.abc import Callable, Iterable, Iterator
from dataclasses import asdict, dataclass
from pathlib import Path

from flows.compare_editions.requests import Plan, Request, Row, State
from flows.compare_editions.summaries import notes
from flows.compare_editions.tallies import Tally, tally
from flows.desk.change_reports import lapsed, make_report, report_key
from flows.desk.comparing import Compared, open_comparison
from flows.engine.chunks import build_chunk
from flows.engine.timestamps import timestamp_of
from flows.engine.work import BuildChunk, Outcome, Task, Work, chunked
from flows.press.jobs import Job
from flows.press.manifest import Manifest
from flows.problems.records import Problem, Severity, has_errors
from flows.sources.content import Content


@dataclass(frozen=True, slots=True)
class Bench:
    """What the reports in one language share.

    Attributes:
        pair: Both names as they stand in a path.
        timestamp: The date that files state, in seconds since 1970.
    """

    compared: Compared
    request: Request
    manifest: Manifest
    pair: str
    timestamp: int

    @property
    def language(self) -> str:
        """Code of the language of the text."""
        return self.compared.language.code


def plan(request: Request) -> Plan:
    """Read both texts and find out which reports are not what they should be.

    Raises:
        UnknownName: The request names a text or a province that does not exist or has errors.
        PressError: Pandoc could not parse the texts, or git failed.
    """
    benches = [_bench(request, code) for code in request.languages or ("",)]
    rows: list[Row] = []
    tasks: list[Task] = []
    for bench in benches:
        for subject in bench.compared.subjects:
            row, task = _row(bench, subject)
            rows.append(row)
            tasks += [task] if task is not None else []
        rows += _broken(bench)
    problems = _without_doubles(found for bench in benches for found in _problems(bench.compared))
    return Plan(
        request=request,
        pair=benches[0].pair,
        jobs=tuple(tasks),
        rows=tuple(rows),
        problems=problems,
        warnings=sum(each.severity is Severity.WARNING for each in problems),
        looks=benches[0].compared.looks,
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


def _bench(request: Request, language: str) -> Bench:
    compared = open_comparison(
        Content(Path(request.root)),
        request.old,
        request.new,
        request.provinces,
        language=language,
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
    name = f"{bench.pair} {subject} {bench.language}"
    row = Row(subject, bench.language, State.FRESH, name, report_key(compared, subject))
    formats = bench.request.chosen_formats
    if not bench.request.force:
        formats = bench.manifest.stale(row.record, row.key, formats)
    known = _counted(bench.manifest, row)
    if not formats and known is not None:
        return _with(row, State.FRESH, known), None
    report = make_report(compared, subject)
    counted = tally(report)
    bench.manifest.write(_counts(row), {"key": row.key, "tally": asdict(counted)})
    if not formats:
        return _with(row, State.FRESH, counted), None
    job = Job(report, formats, compared.looks, bench.timestamp)
    return _with(row, State.TO_MAKE, counted), Task(job, row.key, name, row.record)


def _counted(manifest: Manifest, row: Row) -> Tally | None:
    """What was counted when a report was made; None where it was another, or nobody remembers."""
    stored = manifest.read(_counts(row))
    return Tally.read(stored["tally"]) if stored.get("key") == row.key else None


def _counts(row: Row) -> str:
    return f"tallies/{row.record}"


def _with(row: Row, state: State, counted: Tally) -> Row:
    return Row(row.subject, row.language, state, row.name, row.key, counted)


def _broken(bench: Bench) -> Iterator[Row]:
    """A row for every province that cannot be reported on because of its errors."""
    for slug in dict.fromkeys(each.province for each in _errors(bench.compared.problems)):
        if slug is not None and slug not in bench.compared.subjects:
            yield Row(slug, bench.language, State.BROKEN)


def _problems(compared: Compared) -> Iterator[Problem]:
    yield from compared.problems
    for subject in compared.subjects:
        yield from lapsed(compared, subject)


def _without_doubles(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """Every problem once: the texts are the same, whatever the language of the report."""
    found: list[Problem] = []
    for each in problems:
        if each not in found:
            found.append(each)
    return tuple(found)


def _errors(problems: tuple[Problem, ...]) -> Iterator[Problem]:
    return (each for each in problems if has_errors([each]))
