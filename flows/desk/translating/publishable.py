"""Every province in the other languages it publishes: its texts, and whether that is enough to publish."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from flows.desk.checking.translations import checked_catalogues, without_broken
from flows.desk.opening.editions import OpenEdition
from flows.desk.opening.provincial import Provincial
from flows.positions.merged import Layer, Position
from flows.problems.codes import problem
from flows.problems.records import Place, Problem
from flows.sources.po_files import language_of, national_catalogue_file, own_catalogue_file
from flows.translation.application import Showing
from flows.translation.completeness import ENOUGH, STRICT, Completeness, completeness
from flows.translation.states import State

LISTED = 5
"""Texts in each state that a problem names."""
_WHOLE = 100


@dataclass(frozen=True, slots=True)
class Version:
    """A province in another language than the edition's own.

    Attributes:
        position: Its position in that language, as far as it is translated; None where a catalogue is broken.
        showings: How every text stands.
        errors: Texts with an error in their translation, which stand in Dutch.
    """

    position: Position | None
    showings: tuple[Showing, ...] = ()
    errors: int = 0

    @property
    def is_translated(self) -> bool:
        """Whether anything in it is translated at all, however it stands."""
        return any(each.state is not State.MISSING for each in self.showings)

    @property
    def completeness(self) -> Completeness:
        """How many of its words are approved and fresh."""
        return completeness(self.showings)

    @property
    def is_enough(self) -> bool:
        """Whether a final edition can be published in it."""
        return self.position is not None and not self.errors and self.completeness.is_enough

    @property
    def percent(self) -> int:
        """The approved and fresh share of its Dutch words, rounded down."""
        counted = self.completeness
        return _WHOLE * counted.approved // counted.words if counted.words else _WHOLE


@dataclass(frozen=True, slots=True)
class Translations:
    """The translations of an edition.

    Attributes:
        versions: By province and language; the edition's own language is not among them.
        problems: What is wrong with catalogues and terms, weighed as in a draft; it costs a language, never a
            province.
        broken: The contexts of translations with an error, by catalogue.
    """

    versions: Mapping[tuple[str, str], Version]
    problems: tuple[Problem, ...]
    broken: Mapping[str, frozenset[str]]

    def problems_of(self, wanted: Collection[tuple[str, str]]) -> list[Problem]:
        """The problems that concern some of the versions."""
        languages = {language for _, language in wanted}

        def concerns(found: Problem) -> bool:
            language = language_of(found.place.file) if found.place is not None else ""
            both = (found.province, language)
            return not language or (language in languages if found.province is None else both in wanted)

        return [each for each in self.problems if concerns(each)]


def translations_of(opened: OpenEdition, *, final: bool = False) -> Translations:
    """Every province of an edition in the languages it publishes.

    Args:
        opened: The edition, opened with its catalogues.
        final: True where only approved and fresh text may show.

    Raises:
        PressError: Pandoc could not parse the texts.
    """
    edition, shelf = opened.national.edition, opened.shelf
    if edition is None or shelf is None:
        return Translations({}, (), {})
    checked, problems = checked_catalogues(opened.content, shelf.catalogues, opened.trees)
    problems += shelf.unreadable
    errors = {(each.opened.language, each.opened.province): len(each.broken) for each in checked}
    for each in checked:
        if each.broken:
            found = problem("SP808", Place(each.opened.file), count=len(each.broken))
            problems.append(replace(found, province=each.opened.province))
    sound = without_broken(shelf, checked)
    versions: dict[tuple[str, str], Version] = {}
    for one, language in _others(opened.provinces, edition.language):
        if one.position is None or sound.find(language) is None or sound.find(language, one.slug) is None:
            versions[one.slug, language] = Version(None)
            continue
        made = sound.translated(one.position, language, final=final)
        wrong = errors.get((language, None), 0) + errors.get((language, one.slug), 0)
        versions[one.slug, language] = Version(made.position, made.showings, wrong)
    return Translations(versions, tuple(problems), {each.opened.file: each.broken for each in checked})


def not_enough(version: Version, province: str, language: str, edition: str) -> Problem:
    """Why a final edition cannot be published in a language: the counts, and the texts to be done."""
    counted = version.completeness
    left = _left(version.showings)
    found = problem(
        "SP809",
        Place(_files(province, language, edition)[left[0].unit.layer]) if left else None,
        language=language,
        strict=counted.strict_words - counted.strict_approved,
        percent=_WHOLE * counted.other_approved // counted.other_words if counted.other_words else _WHOLE,
        needed=round(_WHOLE * ENOUGH),
        errors=str(version.errors or ""),
        excerpts=tuple(_to_do(left, _files(province, language, edition))),
    )
    return replace(found, province=province)


def _files(province: str, language: str, edition: str) -> Mapping[Layer, str]:
    """The catalogues in which the texts of a province stand."""
    return {
        Layer.NATIONAL: national_catalogue_file(edition, language),
        Layer.PROVINCE: own_catalogue_file(province, edition, language),
    }


def _left(showings: Iterable[Showing]) -> list[Showing]:
    """The texts that are not approved and fresh, the strictest first."""
    left = [each for each in showings if each.state is not State.APPROVED]
    return sorted(left, key=lambda each: each.unit.part not in STRICT)


def _to_do(left: Sequence[Showing], files: Mapping[Layer, str]) -> Iterator[tuple[str, str]]:
    """The same by state; of many texts in one state, the first."""
    for state in State:
        found = [f"{files[each.unit.layer]}: {each.unit.context}" for each in left if each.state is state]
        if found:
            more = ["…"] if len(found) > LISTED else []
            yield f"translation-{state}", "\n".join([*found[:LISTED], *more])


def _others(provinces: Iterable[Provincial], own: str) -> Iterator[tuple[Provincial, str]]:
    return ((one, language) for one in provinces for language in one.languages if language != own)
