"""How every province stands: overrides to read, slots to fill, facts to confirm, languages to publish."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from flows.desk.opening.editions import OpenEdition, language_names
from flows.desk.opening.provincial import Provincial
from flows.desk.translating.publishable import Translations
from flows.problems.records import Severity, has_errors

STALE, UNSTAMPED, REDUNDANT = ("SP401", "SP402"), ("SP404",), ("SP403",)
EMPTY, TO_CONFIRM, RENAMED = ("SP603", "SP604"), ("SP601", "SP602"), ("SP304",)


class Publication(StrEnum):
    """Whether a province can be published in a language; a draft is not translated enough to be final."""

    READY = "ready"
    DRAFT = "draft"
    BROKEN = "broken"
    UNTRANSLATED = "untranslated"


@dataclass(frozen=True, slots=True)
class Standing:
    """The state of one province; every number counts things to do.

    Attributes:
        errors: Problems that stop it from being built.
        stale: Overrides whose national text changed.
        unstamped: Overrides that nobody accepted yet.
        redundant: Overrides that say what the national text says.
        renamed: Overrides under an old name.
        empty: Slots without content.
        to_confirm: Own facts and figures without a source, a date or numbers.
        languages: Whether it can be published, by language.
        approved: Share of approved and fresh words in percents, by language other than the edition's own.
    """

    province: str
    errors: int
    stale: int
    unstamped: int
    redundant: int
    renamed: int
    empty: int
    to_confirm: int
    languages: dict[str, Publication]
    approved: dict[str, int]


def status(
    opened: OpenEdition, translations: Translations, languages: Sequence[str] = ()
) -> tuple[Standing, ...]:
    """The state of every province that was opened, in some languages or (none named) in all of its own.

    Raises:
        UnknownName: None of these provinces publishes in a language.
    """
    chosen = language_names(languages, [code for one in opened.provinces for code in one.languages])
    return tuple(_standing(opened, translations, one, chosen) for one in opened.provinces)


def _standing(
    opened: OpenEdition, translations: Translations, one: Provincial, languages: Sequence[str]
) -> Standing:
    codes = Counter(each.code for each in one.problems)
    mine = [code for code in one.languages if code in languages]

    def count(group: tuple[str, ...]) -> int:
        return sum(codes[code] for code in group)

    return Standing(
        province=one.slug,
        errors=sum(each.severity is Severity.ERROR for each in one.problems),
        stale=count(STALE),
        unstamped=count(UNSTAMPED),
        redundant=count(REDUNDANT),
        renamed=count(RENAMED),
        empty=count(EMPTY),
        to_confirm=count(TO_CONFIRM),
        languages={code: _publication(opened, translations, one, code) for code in mine},
        approved={
            code: translations.versions[one.slug, code].percent
            for code in mine
            if (one.slug, code) in translations.versions
        },
    )


def _publication(
    opened: OpenEdition, translations: Translations, one: Provincial, language: str
) -> Publication:
    edition = opened.national.edition
    if edition is None or one.position is None or has_errors(one.problems):
        return Publication.BROKEN
    if language == edition.language:
        return Publication.READY
    version = translations.versions[one.slug, language]
    if version.position is None:
        return Publication.BROKEN
    if not version.is_translated:
        return Publication.UNTRANSLATED
    return Publication.READY if version.is_enough else Publication.DRAFT
