"""What has to be built: every document's key against what the manifest says was built."""

import hashlib
import os
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from pathlib import Path

from flows.desk.editions import OpenEdition, open_edition, province_names
from flows.desk.languages import open_language
from flows.desk.looks import open_looks
from flows.desk.markdown_texts import cache_of
from flows.desk.provincial import Provincial
from flows.documents.brochure import brochure
from flows.documents.document import document_name
from flows.documents.findings import images
from flows.positions.bodies import MARKDOWN_FIELDS, texts
from flows.positions.digests import reading_digest
from flows.positions.editions import Edition, Status
from flows.positions.merged import Position
from flows.press.jobs import Job
from flows.press.looks import Looks, fingerprint
from flows.press.manifest import Manifest
from flows.press.portal import PortalJob
from flows.problems.codes import problem
from flows.problems.records import Problem, Severity, has_errors
from flows.publish.outlines import outline
from flows.publish.requests import Plan, Request, Row, State, Task
from flows.sources.content import Content
from flows.translation.languages import Language


@dataclass(frozen=True, slots=True)
class Bench:
    """Everything that the documents of one build share.

    Attributes:
        looks_key: Digest of brand, fonts, templates, code and tools.
        timestamp: The date that files state, in seconds since 1970.
        pictures: The image files that each Markdown text asks for.
    """

    content: Content
    opened: OpenEdition
    edition: Edition
    looks: Looks
    looks_key: str
    languages: Mapping[str, Language]
    request: Request
    manifest: Manifest
    timestamp: int
    pictures: Mapping[str, Sequence[str]]


def plan(request: Request) -> Plan:
    """Read the content and find out which documents are not what they should be.

    Raises:
        UnknownName: The request names an edition or a province that does not exist.
        PressError: Pandoc could not parse the texts.
    """
    content = Content(Path(request.root))
    whole = open_edition(content, request.edition)  # the portal lists every province
    chosen = province_names(content, request.provinces)
    opened = replace(whole, provinces=tuple(one for one in whole.provinces if one.slug in chosen))
    problems = list(opened.problems(final=request.final))
    looks, found = open_looks(content)
    problems += found
    edition = opened.national.edition
    languages, found = _languages(content, edition) if edition is not None else ({}, [])
    problems += found
    if edition is None or looks is None or not languages:
        rows = [row for one in opened.provinces for row in _broken(one, request)]
        return _plan(request, opened.national.name, [], rows, problems)
    bench = Bench(
        content=content,
        opened=opened,
        edition=edition,
        looks=looks,
        looks_key=fingerprint(content.root, looks, cache_of(content)),
        languages=languages,
        request=request,
        manifest=Manifest(request.output_folder),
        timestamp=timestamp_of(edition, os.environ.get("SOURCE_DATE_EPOCH")),
        pictures={text: images(tree) for text, tree in opened.trees.items()},
    )
    rows, tasks = _tasks(bench, problems)
    problems += _not_published(bench, rows)
    made = _plan(request, edition.name, tasks, rows, problems)
    final = request.final and chosen == content.provinces()
    told = outline(whole, edition, languages[edition.language], rows, final=final)
    return replace(made, portal=PortalJob(told, looks))


def timestamp_of(edition: Edition, source_date_epoch: str | None) -> int:
    """The date that files state, in seconds since 1970: as the environment says, or that of the election.

    A date of today would make every run write other bytes.
    """
    if source_date_epoch and source_date_epoch.isdigit():
        return int(source_date_epoch)
    day = date.fromisoformat(edition.election.date)
    return int(datetime(day.year, day.month, day.day, tzinfo=UTC).timestamp())


def key_of(bench: Bench, position: Position, language: Language) -> str:
    """SHA-256 of everything that decides what the files of a document hold.

    It is taken of what goes into the document, so that a document that is there need not be put together.
    """
    style = (language.code, language.locale, language.labels, language.months)
    reading = reading_digest(position, style, _is_draft(bench), bench.looks_key, bench.timestamp)
    told = hashlib.sha256(reading.encode())
    for path in dict.fromkeys(path for text in _markdown(position) for path in bench.pictures[text]):
        told.update(hashlib.sha256((bench.content.root / path).read_bytes()).digest())
    return told.hexdigest()


def _markdown(position: Position) -> Iterator[str]:
    """Every Markdown text of a position."""
    for merged in position.blocks():
        if merged.block.body is not None:
            found = texts(merged.block.body)
            yield from (text for path, text in found if path[0] in MARKDOWN_FIELDS)
        yield from (added.text for added in merged.additions)


def _plan(
    request: Request, edition: str, tasks: list[Task], rows: list[Row], problems: list[Problem]
) -> Plan:
    warnings = sum(each.severity is Severity.WARNING for each in problems)
    return Plan(request, edition, tuple(tasks), tuple(rows), tuple(problems), warnings)


def _languages(content: Content, edition: Edition) -> tuple[Mapping[str, Language], list[Problem]]:
    """The languages an edition can be published in: that in which it is written."""
    language, problems = open_language(content, edition.language)
    return ({edition.language: language} if language is not None else {}), problems


def _tasks(bench: Bench, problems: list[Problem]) -> tuple[list[Row], list[Task]]:
    refused = {each.province for each in problems if has_errors([each]) and each.province is not None}
    rows: list[Row] = []
    tasks: list[Task] = []
    for one in bench.opened.provinces:
        if one.slug in refused or one.position is None:
            rows += _broken(one, bench.request)
            continue
        for code in _wanted(one, bench.request):
            if code not in bench.languages:
                rows.append(Row(one.slug, code, State.UNTRANSLATED))
                continue
            row, task = _row(bench, one.slug, one.position, bench.languages[code])
            rows.append(row)
            tasks += [task] if task is not None else []
    return rows, tasks


def _row(bench: Bench, slug: str, position: Position, language: Language) -> tuple[Row, Task | None]:
    """How a document stands, and what is left to do: the formats that are not there as they should be."""
    key = key_of(bench, position, language)
    name = document_name(slug, bench.edition.name, language.code)
    formats = bench.request.chosen_formats
    if not bench.request.force:
        formats = bench.manifest.stale(name, key, formats)
    if not formats:
        return Row(slug, language.code, State.FRESH, name, key), None
    document = brochure(position, language, bench.opened.trees, draft=_is_draft(bench))
    task = Task(Job(document, formats, bench.looks, bench.timestamp), key)
    return Row(slug, language.code, State.TO_MAKE, name, key), task


def _is_draft(bench: Bench) -> bool:
    return bench.edition.status is Status.DRAFT and not bench.request.final


def _wanted(one: Provincial, request: Request) -> tuple[str, ...]:
    return tuple(code for code in one.languages if not request.languages or code in request.languages)


def _broken(one: Provincial, request: Request) -> Iterator[Row]:
    for code in _wanted(one, request) or ("",):
        yield Row(one.slug, code, State.BROKEN)


def _not_published(bench: Bench, rows: list[Row]) -> Iterator[Problem]:
    """A problem for every language that was asked for and that nobody gets."""
    for code in bench.request.languages:
        mine = [row for row in rows if row.language == code]
        if mine and all(row.state is State.UNTRANSLATED for row in mine):
            yield problem("SP804", None, language=code, edition=bench.edition.name)
        if not mine:
            known = sorted({code for one in bench.opened.provinces for code in one.languages})
            yield problem("SP905", None, language=code, known=tuple(known))
