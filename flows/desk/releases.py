"""Whether each province can be published in each of its languages, as a draft and as final, and why not.

The one answer that `check`, `status` and `publish` give: none of them decides for itself.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

from flows.desk.opening.editions import OpenEdition
from flows.desk.opening.languages import open_language
from flows.desk.opening.provincial import Provincial
from flows.desk.translating.publishable import Translations, not_enough
from flows.positions.editions import Edition
from flows.problems.codes import in_final, problem
from flows.problems.records import Problem, Severity
from flows.translation.languages import Language

OF_TRANSLATIONS = ("SP808", "SP809")
"""What a final edition asks of a translation; a draft shows Dutch instead."""
OF_FINAL = ("SP822", *OF_TRANSLATIONS)
"""What nobody hears who does not want a final edition, or hears as a warning."""


class Publication(StrEnum):
    """How far a province can be published in a language: as final, as a draft only, or not."""

    READY = "ready"
    DRAFT = "draft"
    BROKEN = "broken"
    UNTRANSLATED = "untranslated"


@dataclass(frozen=True, slots=True)
class Release:
    """A province in one of its languages.

    Attributes:
        in_draft: The errors for which not even a draft is made.
        in_final: Those for which no final document is made.
        is_begun: Whether there is anything in that language to make a document of.
    """

    in_draft: tuple[Problem, ...]
    in_final: tuple[Problem, ...]
    is_begun: bool = True

    @property
    def publication(self) -> Publication:
        """The most that can be made of it."""
        if self.in_draft:
            return Publication.BROKEN
        if not self.is_begun:
            return Publication.UNTRANSLATED
        return Publication.DRAFT if self.in_final else Publication.READY

    @property
    def lacks_only_translation(self) -> bool:
        """Whether nothing keeps it from being final but its translation."""
        return all(each.code in OF_TRANSLATIONS for each in self.in_final)

    @property
    def lacks_translation(self) -> bool:
        """Whether its translation keeps it from being final, alone or with something else."""
        return any(each.code in OF_TRANSLATIONS for each in self.in_final)

    @property
    def codes(self) -> tuple[str, ...]:
        """Why it cannot be final, as codes."""
        return tuple(sorted({each.code for each in self.in_final}))


@dataclass(frozen=True, slots=True)
class Releases:
    """An edition as publishing sees it.

    Attributes:
        languages: Every language of it that can be read, by code.
        of: Every province in every language that it publishes in; a province whose own file cannot be read
            publishes in none.
    """

    languages: Mapping[str, Language]
    of: Mapping[tuple[str, str], Release]

    def refusals(self, wanted: Iterable[tuple[str, str]]) -> tuple[Problem, ...]:
        """What `--final` says about some of them that a draft does not hear, each thing once."""
        found = [each for key in wanted if key in self.of for each in self.of[key].in_final]
        return _once(each for each in found if each.code in OF_FINAL)


def releases(opened: OpenEdition, translations: Translations) -> Releases:
    """Every province of an edition in every language that it publishes in.

    Args:
        opened: The edition with all of its provinces, opened with its catalogues.
        translations: Its translations.
    """
    files = _languages(opened)
    maker = _Maker(opened, translations, {code: tuple(found) for code, (_, found) in files.items()})
    return Releases(
        {code: language for code, (language, _) in files.items() if language is not None},
        {(one.slug, code): maker.release(one, code) for one in opened.provinces for code in one.languages},
    )


def language_problems(opened: OpenEdition) -> list[Problem]:
    """What is wrong with the files of the languages that an edition is written and published in."""
    return [each for _, found in _languages(opened).values() for each in found]


def _languages(opened: OpenEdition) -> Mapping[str, tuple[Language | None, list[Problem]]]:
    edition = opened.national.edition
    if edition is None:
        return {}
    asked = {edition.language: edition.places[("language",)].place}
    for one in opened.provinces:
        for at, code in enumerate(one.languages):
            if one.province is not None:
                asked.setdefault(code, one.province.places[("languages", at)].place)
    return {code: open_language(opened.content, code, place) for code, place in asked.items()}


@dataclass(frozen=True, slots=True)
class _Maker:
    """What all releases of an edition are made from; `files` is what is wrong with files of languages."""

    opened: OpenEdition
    translations: Translations
    files: Mapping[str, tuple[Problem, ...]]

    def release(self, one: Provincial, code: str) -> Release:
        edition = self.opened.national.edition
        shared = [*self.opened.brand_problems, *self.opened.national.problems, *one.problems]
        if edition is None:
            return Release(_errors(shared), _errors(shared))
        shared += [each for file in dict.fromkeys([edition.language, code]) for each in self.files[file]]
        strict = [*map(in_final, shared), *_of_status(edition)]
        if code == edition.language:
            return Release(_errors(shared), _errors(strict))
        return self._translated(one, code, edition, shared, strict)

    def _translated(
        self, one: Provincial, code: str, edition: Edition, shared: list[Problem], strict: list[Problem]
    ) -> Release:
        version = self.translations.versions[one.slug, code]
        mine = self.translations.problems_of({(one.slug, code)})
        begun = version.is_translated
        if begun and not version.completeness.is_enough:
            strict.append(not_enough(version, one.slug, code, edition.name))
        strict += map(in_final, mine)
        loose = mine if version.position is None else []
        if not begun and version.errors:  # nothing is left that a draft could show
            loose = [in_final(each) for each in mine]
        return Release(_errors([*shared, *loose]), _errors(strict), begun)


def _of_status(edition: Edition) -> Iterator[Problem]:
    """What keeps a draft edition from being final, whatever it says."""
    if edition.is_draft:
        yield problem("SP822", edition.places[("status",)].place, edition=edition.name)


def _errors(found: Iterable[Problem]) -> tuple[Problem, ...]:
    return tuple(each for each in found if each.severity is Severity.ERROR)


def _once(found: Iterable[Problem]) -> tuple[Problem, ...]:
    """The same problems in the same order, none of them twice; problems are data, and some hold mappings."""
    kept: list[Problem] = []
    for each in found:
        if each not in kept:
            kept.append(each)
    return tuple(kept)
