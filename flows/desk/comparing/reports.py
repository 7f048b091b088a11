"""Change reports: what is in them, and what decides whether they are up to date."""

import hashlib
from collections.abc import Iterator

from flows.changes.compare import lapsed_rulings
from flows.desk.comparing.compared import Compared, position_of
from flows.desk.comparing.consequences import consequences
from flows.desk.opening.rulings import lapsed_problems
from flows.documents.change_report.composing import change_report
from flows.documents.change_report.report import NATIONAL, Report, report_folder
from flows.documents.change_report.sentences import CHANGE_WORDS
from flows.documents.change_report.story import Consequence, Member, Story
from flows.positions.digests import reading_digest
from flows.problems.records import Problem


def lapsed(compared: Compared, subject: str) -> tuple[Problem, ...]:
    """A warning for every ruling about a subject whose change is no longer there."""
    placed = compared.rulings[subject]
    gone = lapsed_rulings(compared.of(subject), tuple(placed)) if placed else ()
    return tuple(lapsed_problems(placed, gone))


def report_key(compared: Compared, subject: str) -> str:
    """SHA-256 of everything that decides what the files of a report hold."""
    language = compared.language
    style = (language.code, language.locale, language.labels, language.months, compared.speaks)
    outdated = compared.outdated
    spoken = {language.code, compared.speaks}
    told = [compared.looks_key, subject, repr(style), repr(list(compared.rulings[subject]))]
    told += [repr(outdated.get(None)), repr(outdated.get(compared.new.reference.province or subject))]
    for side in (compared.old, compared.new):
        names = [(block.id, block.aliases, block.slot, block.required) for block in side.edition.blocks()]
        told += [side.reference.name, reading_digest(side.national, spoken, names, side.edition.retired)]
        for slug in side.provinces:
            if subject in (NATIONAL, slug) or side.reference.province:
                late = sorted(side.owned[slug].outdated)
                told += [slug, reading_digest(position_of(side, slug), spoken, late)]
                told.append(repr(sorted(side.owned[slug].verbs.items())))
    return hashlib.sha256("\0".join(told).encode("utf-8", "surrogatepass")).hexdigest()


def make_report(compared: Compared, subject: str) -> Report:
    """The change report about the national text or a province."""
    old, new = compared.old.reference, compared.new.reference
    members = tuple(_members(compared, subject))
    return change_report(
        Story(
            subject=subject,
            subject_name=_name(compared, subject),
            old=old.name,
            new=new.name,
            folder=report_folder(f"{old.folder}-{new.folder}", subject, compared.language.code),
            organisation=compared.new.edition.organisation,
            language=compared.language,
            speaks=compared.speaks,
            comparison=compared.of(subject),
            members=members,
            consequences={each.slug: _consequences(compared, subject, each.slug) for each in members},
        )
    )


def _members(compared: Compared, subject: str) -> Iterator[Member]:
    """The provinces that a report speaks of; none where two provinces are compared with each other."""
    if compared.old.reference.province != compared.new.reference.province:
        return
    for slug, one in compared.new.provinces.items():
        if subject in (NATIONAL, slug) and slug in compared.old.provinces and one.province is not None:
            letters = one.province.codes.get("iso", slug[:2].upper()).rpartition("-")[2]
            yield Member(slug, _province_name(compared, slug), letters)


def _consequences(compared: Compared, subject: str, slug: str) -> tuple[Consequence, ...]:
    """What the national changes mean for a province: for its own texts alone where the report is its own."""
    old, new = compared.old.owned[slug], compared.new.owned[slug]
    if subject == NATIONAL:
        return tuple(consequences(compared.nationally, old, new))
    if not old.verbs and not new.verbs:
        return ()
    return tuple(each for each in consequences(compared.nationally, old, new) if each.verb)


def _name(compared: Compared, subject: str) -> str:
    words = CHANGE_WORDS[compared.speaks]
    if subject == NATIONAL:
        return words["national"]
    names = [
        _province_name(compared, side.reference.province or subject) for side in (compared.old, compared.new)
    ]
    return f" {words['and']} ".join(dict.fromkeys(names))


def _province_name(compared: Compared, slug: str) -> str:
    for side in (compared.new, compared.old):
        province = side.provinces[slug].province if slug in side.provinces else None
        if province is not None:
            names = province.names.get(compared.speaks) or province.names.get(compared.language.code)
            return names.name if names is not None else slug
    return slug
