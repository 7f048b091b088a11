"""What has to be built: every document's key against what the manifest says was built."""

import os
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

from flows.desk.checking.edition import problems_of
from flows.desk.opening.caches import cache_of
from flows.desk.opening.editions import OpenEdition, open_edition, province_names, unknown_language
from flows.desk.opening.provincial import Provincial
from flows.desk.releases import Release, language_problems, releases
from flows.desk.translating.publishable import Translations, translations_of
from flows.documents.brochure import brochure
from flows.documents.document import Version, document_name, document_path
from flows.documents.findings import images
from flows.documents.marks import UNMARKED, Marks, marks_of
from flows.documents.share_cards import card_files
from flows.engine.building import build_chunk
from flows.engine.chunks import BuildChunk, Outcome, Task, Work, chunked
from flows.engine.timestamps import timestamp_of
from flows.positions.merged import Position
from flows.press.jobs import Job
from flows.press.looks import fingerprint
from flows.press.portal.printing import PortalJob
from flows.press.store.manifest import Manifest
from flows.problems.codes import in_final, problem
from flows.problems.records import Problem, Severity
from flows.publish.keys import Bench, key_of
from flows.publish.leftovers import leftovers, withheld
from flows.publish.outlines import outline
from flows.publish.requests import Plan, Request, Row, State
from flows.sources.content import Content
from flows.translation.languages import Language


def plan(request: Request) -> Plan:
    """Read the content and find out which documents are not what they should be.

    Raises:
        UnknownName: The request names an edition or a province that does not exist.
        PressError: Pandoc could not parse the texts.
    """
    content = Content(Path(request.root))
    whole = open_edition(content, request.edition, translations=True)  # the portal lists every province
    chosen = province_names(content, request.provinces)
    opened = replace(whole, provinces=tuple(one for one in whole.provinces if one.slug in chosen))
    problems = list(problems_of(opened, final=request.final))
    looks = whole.looks
    problems += [*whole.brand_problems, *language_problems(opened)]
    edition = opened.national.edition
    translations = translations_of(whole, final=request.final)
    asked = releases(whole, translations)
    if edition is None or looks is None or edition.language not in asked.languages:
        rows = [row for one in opened.provinces for row in _broken(one, request)]
        return _plan(request, opened.national.name, [], rows, problems)
    bench = Bench(
        content=content,
        opened=opened,
        edition=edition,
        looks=looks,
        looks_key=fingerprint(content.root, looks, cache_of(content)),
        translations=translations,
        releases=asked,
        request=request,
        manifest=Manifest(request.output_folder),
        timestamp=timestamp_of(edition, os.environ.get("SOURCE_DATE_EPOCH")),
        pictures={text: images(tree) for text, tree in opened.trees.items()},
    )
    rows, tasks = _tasks(bench)
    problems += [*_about_translations(bench, rows), *_not_published(bench, rows)]
    made = _plan(request, edition.name, tasks, rows, problems)
    told = outline(
        whole,
        edition,
        asked,
        translations,
        rows,
        problems=_of_all(whole, translations, request),
        final=request.final,
    )
    left = leftovers(request, edition.name, rows)
    told = replace(told, withheld=withheld(left, edition.name))
    return replace(made, portal=PortalJob(told, looks), leftovers=left)


def _of_all(whole: OpenEdition, translations: Translations, request: Request) -> list[Problem]:
    """What a build of everything would say, for the portal tells of everything whatever a build is about."""
    versions = {(one.slug, code) for one in whole.provinces for code in one.languages}
    found = translations.problems_of(versions)
    of_texts = list(problems_of(whole, final=request.final))
    of_texts += [*whole.brand_problems, *language_problems(whole)]
    return [*of_texts, *(map(in_final, found) if request.final else found)]


def work_of(
    plan: Plan, workers: int, on_outcome: Callable[[Outcome], None], build: BuildChunk = build_chunk
) -> Work:
    """The work that a plan asks for, in chunks for a number of workers."""
    root, out = plan.request.root, str(plan.request.output_folder)
    return Work(
        stem=f"publish-{plan.edition}",
        heading=f"Edition {plan.edition}",
        chunks=chunked(plan.jobs, root, out, workers),
        problems=plan.problems,
        build=build,
        on_outcome=on_outcome,
    )


def _plan(
    request: Request, edition: str, tasks: list[Task], rows: list[Row], problems: list[Problem]
) -> Plan:
    warnings = sum(each.severity is Severity.WARNING for each in problems)
    return Plan(request, edition, tuple(tasks), tuple(rows), tuple(problems), warnings)


def _tasks(bench: Bench) -> tuple[list[Row], list[Task]]:
    rows: list[Row] = []
    tasks: list[Task] = []
    for one in bench.opened.provinces:
        if one.position is None:
            rows += _broken(one, bench.request)
            continue
        for code in _wanted(one, bench.request):
            row, task = _in_language(bench, one.slug, one.position, code)
            rows.append(row)
            tasks += [task] if task is not None else []
    return rows, tasks


def _in_language(bench: Bench, slug: str, position: Position, code: str) -> tuple[Row, Task | None]:
    """A province in one of its languages."""
    state = _state(bench.releases.of[slug, code], final=bench.request.final)
    if code == bench.edition.language:
        if state is not State.TO_MAKE:
            return Row(slug, code, state), None
        return _row(bench, slug, position, bench.releases.languages[code])
    version = bench.translations.versions[slug, code]
    row = Row(slug, code, state, approved=version.percent)
    if state is not State.TO_MAKE or version.position is None:
        return row, None
    own = bench.releases.languages[bench.edition.language]
    marks = marks_of(version.showings, own, final=bench.request.final)
    row, task = _row(bench, slug, version.position, bench.releases.languages[code], marks)
    return replace(row, approved=version.percent), task


def _state(release: Release, *, final: bool) -> State:
    if release.in_draft or (final and not release.lacks_only_translation):
        return State.BROKEN
    if not release.is_begun:
        return State.UNTRANSLATED
    return State.INCOMPLETE if final and release.in_final else State.TO_MAKE


def _row(
    bench: Bench, slug: str, position: Position, language: Language, marks: Marks = UNMARKED
) -> tuple[Row, Task | None]:
    """How a document stands, and what is left to do: the formats that are not there as they should be."""
    others = tuple(_others(bench, slug, language.code))
    name = document_name(slug, bench.edition.name, language.code)
    cards = card_files(position)
    formats = _formats(bench, name, cards)
    has_cards = bench.looks.brand.site is not None and any(each in formats for each in cards)
    key = key_of(bench, position, language, marks, others, has_cards=has_cards)
    if not bench.request.force:
        formats = bench.manifest.stale(name, key, formats)
    if not formats:
        return Row(slug, language.code, State.FRESH, name, key, cards=cards), None
    document = brochure(position, language, bench.opened.trees, draft=bench.edition.is_draft, marks=marks)
    document = replace(document, others=others, has_cards=has_cards)
    task = Task(Job(document, formats, bench.looks, bench.timestamp), key, name, record=name)
    return Row(slug, language.code, State.TO_MAKE, name, key, cards=cards), task


def _formats(bench: Bench, name: str, cards: tuple[str, ...]) -> tuple[str, ...]:
    """The files of a document to keep true: those that are asked for, and what was made beside them before.

    What somebody once had made for a printer or a web site would else go on saying what it said then.
    """
    asked = bench.request.files_of(cards)
    if bench.request.formats:
        return asked
    made = bench.manifest.made(name)
    extra = [each for group in Request.EXTRA.values() for each in group if each in made]
    pictures = cards if any(each in made for each in cards) else ()
    return tuple(dict.fromkeys((*asked, *extra, *pictures)))


def _others(bench: Bench, slug: str, code: str) -> Iterator[Version]:
    """The other languages that a whole build makes of a document, whatever this build is about."""
    provincial = next(one for one in bench.opened.provinces if one.slug == slug)
    for other in provincial.languages:
        is_made = _state(bench.releases.of[slug, other], final=bench.request.final) is State.TO_MAKE
        if other != code and is_made:
            language, edition = bench.releases.languages[other], bench.edition.name
            spoken = language.labels["language_name"]
            file = document_path(edition, slug, other, "html")
            yield Version(other, spoken, language.locale, file)


def _wanted(one: Provincial, request: Request) -> tuple[str, ...]:
    return tuple(code for code in one.languages if not request.languages or code in request.languages)


def _broken(one: Provincial, request: Request) -> Iterator[Row]:
    for code in _wanted(one, request) or ("",):
        yield Row(one.slug, code, State.BROKEN)


def _about_translations(bench: Bench, rows: list[Row]) -> list[Problem]:
    """What is wrong with the translations that were asked for, and what keeps anything from being final."""
    wanted = {(row.province, row.language): None for row in rows}
    found = bench.translations.problems_of(wanted)
    if not bench.request.final:
        return found
    refusals = bench.releases.refusals(wanted)
    return [*refusals, *(each for each in map(in_final, found) if each not in refusals)]


def _not_published(bench: Bench, rows: list[Row]) -> Iterator[Problem]:
    """Every language that was asked for and that nobody gets."""
    for code in bench.request.languages:
        mine = [row for row in rows if row.language == code]
        if mine and all(row.state is State.UNTRANSLATED for row in mine):
            yield problem("SP804", None, language=code, edition=bench.edition.name)
        if not mine:
            known = sorted({code for one in bench.opened.provinces for code in one.languages})
            yield unknown_language(code, known)
