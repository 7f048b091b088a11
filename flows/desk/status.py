"""How every province stands: overrides to read, slots to fill, facts to confirm, languages to publish."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from flows.desk.opening.editions import OpenEdition, language_names
from flows.desk.opening.provincial import Provincial
from flows.desk.releases import Publication, Releases, releases
from flows.desk.translating.publishable import Translations
from flows.problems.records import Severity
from flows.sources.review_files import read_remarks, review_file

STALE, UNSTAMPED, REDUNDANT = ("SP401", "SP402"), ("SP404",), ("SP403",)
EMPTY, TO_CONFIRM, RENAMED = ("SP603", "SP604"), ("SP601", "SP602"), ("SP304",)


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
        remarks: What people said beside its text that nobody settled.
        languages: How far it can be published, by language.
        reasons: The codes of what keeps it from being final, by language.
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
    remarks: int
    languages: dict[str, Publication]
    reasons: dict[str, tuple[str, ...]]
    approved: dict[str, int]


def status(
    opened: OpenEdition, translations: Translations, languages: Sequence[str] = ()
) -> tuple[Standing, ...]:
    """The state of every province that was opened, in some languages or (none named) in all of its own.

    Raises:
        UnknownName: None of these provinces publishes in a language.
    """
    chosen = language_names(languages, [code for one in opened.provinces for code in one.languages])
    asked = releases(opened, translations)
    remarks = {one.slug: _open_remarks(opened, one.slug) for one in opened.provinces}
    return tuple(_standing(asked, translations, one, chosen, remarks[one.slug]) for one in opened.provinces)


def _open_remarks(opened: OpenEdition, slug: str) -> int:
    kept, _ = read_remarks(opened.content.root, review_file(opened.national.name, slug))
    return sum(each.settled is None for each in kept)


def _standing(
    asked: Releases, translations: Translations, one: Provincial, languages: Sequence[str], remarks: int
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
        remarks=remarks,
        languages={code: asked.of[one.slug, code].publication for code in mine},
        reasons={code: asked.of[one.slug, code].codes for code in mine},
        approved={
            code: translations.versions[one.slug, code].percent
            for code in mine
            if (one.slug, code) in translations.versions
        },
    )
