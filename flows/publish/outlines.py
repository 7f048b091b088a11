"""From an edition as it was opened to what its portal tells."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace

from flows.desk.opening.editions import OpenEdition
from flows.desk.opening.languages import open_language
from flows.desk.opening.provincial import Provincial
from flows.desk.releases import Publication, Release, Releases
from flows.desk.status import EMPTY, STALE, TO_CONFIRM, UNSTAMPED, Standing, status
from flows.desk.translating.publishable import Translations
from flows.documents.brochure import election_line
from flows.documents.components import Filling
from flows.documents.elements import printable
from flows.documents.portal.outline import Availability, Entry, Outline, Version
from flows.positions.editions import Edition, Election
from flows.positions.placeholders import placeholders
from flows.problems.records import Problem, Severity
from flows.publish.requests import Row, State
from flows.translation.languages import Language

_AVAILABLE = {
    Publication.READY: Availability.READY,
    Publication.DRAFT: Availability.READY,
    Publication.BROKEN: Availability.BROKEN,
    Publication.UNTRANSLATED: Availability.UNTRANSLATED,
}
"""What each publication is to a reader of the portal."""
_KINDS = {"portal_stale": (*STALE, *UNSTAMPED), "portal_empty": EMPTY, "portal_to_confirm": TO_CONFIRM}
"""The codes of each kind of thing to do."""
_BESIDE = "en"
"""The language that stands beside the fixed texts of the portal."""


def outline(
    whole: OpenEdition,
    edition: Edition,
    asked: Releases,
    translations: Translations,
    rows: Sequence[Row],
    *,
    problems: Sequence[Problem],
    final: bool,
) -> Outline:
    """What the portal tells of an edition.

    Args:
        whole: The edition with all of its provinces.
        edition: Its national layer.
        asked: What can be published of it.
        translations: The provinces in other languages.
        rows: What the build is about; of everything else only the files are known.
        problems: Everything that is wrong with the edition; each is counted once.
        final: Whether final documents were asked for; what is refused then is not offered as a draft.
    """
    language = asked.languages[edition.language]
    known = {(row.province, row.language): row for row in rows if row.key or row.state is State.INCOMPLETE}
    of_province = _by_province(problems)
    codes = {edition.language, _BESIDE, *(code for one in whole.provinces for code in one.languages)}
    opened = {code: open_language(whole.content, code)[0] for code in sorted(codes)}
    return Outline(
        edition=edition.name,
        title=_without_variables(edition.title, edition.organisation),
        organisation=_without_variables(edition.organisation, ""),
        election=_election(edition.election, language),
        draft=edition.is_draft,
        language=language,
        languages={code: one for code, one in opened.items() if one is not None},
        entries=tuple(
            _entry(one, standing, known, asked, _todo(of_province.get(one.slug, ())), final=final)
            for one, standing in zip(whole.provinces, status(whole, translations), strict=True)
        ),
        todo=_todo(of_province.get("", ())),
    )


def _election(election: Election, language: Language) -> str:
    """The election and its day, as the covers of its brochures say it."""
    filling = Filling(language, {}, {})
    return election_line(replace(election, name=_without_variables(election.name, "")), filling)


def _by_province(problems: Sequence[Problem]) -> dict[str, list[Problem]]:
    """Problems by the province that they are in; those of the national texts have none."""
    found: dict[str, list[Problem]] = {}
    for each in problems:
        found.setdefault(each.province or "", []).append(each)
    return found


def _todo(problems: Sequence[Problem]) -> dict[str, int]:
    """How many problems of each kind there are."""
    return Counter(_kind(each) for each in problems)


def _kind(found: Problem) -> str:
    if found.severity is Severity.ERROR:
        return "portal_errors"
    return next((kind for kind, codes in _KINDS.items() if found.code in codes), "portal_other")


def _entry(
    one: Provincial,
    standing: Standing,
    known: Mapping[tuple[str, str], Row],
    asked: Releases,
    todo: Mapping[str, int],
    *,
    final: bool,
) -> Entry:
    """A province in the portal."""
    names = one.province.names if one.province is not None else {}
    return Entry(
        slug=one.slug,
        names={code: printable(forms.name) for code, forms in names.items()},
        capital=printable(one.province.capital) if one.province is not None else "",
        tile=one.province.tile if one.province is not None else None,
        versions=tuple(
            _version(standing, code, known.get((one.slug, code)), asked.of[one.slug, code], final=final)
            for code in standing.languages
        ),
        todo=todo,
    )


def _version(standing: Standing, code: str, row: Row | None, release: Release, *, final: bool) -> Version:
    """A province in one language; `row` is what this build knows of it, if anything."""
    refused = final and not release.lacks_only_translation
    found = Availability.BROKEN if refused else _AVAILABLE[release.publication]
    if row is not None:
        found = Availability.READY if row.key else Availability.INCOMPLETE
    return Version(
        language=code,
        availability=found,
        document=row.document if row is not None else "",
        key=row.key if row is not None else "",
        approved=standing.approved.get(code),
        is_draft=release.lacks_translation,
    )


def _without_variables(text: str, instead: str) -> str:
    """A text as the edition has it; one that every province says in its own way is no text of the edition."""
    return instead if placeholders(text) else printable(text)
