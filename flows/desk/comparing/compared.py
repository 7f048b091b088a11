"""Opens two texts side by side, and makes the change report of the nation or of a province."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from flows.changes.compare import compare
from flows.changes.readings import Reading
from flows.changes.records import Comparison, Ruling
from flows.desk.comparing.consequences import Owned, owned
from flows.desk.comparing.outdated import Languages, outdated_translations
from flows.desk.comparing.references import Reference, contents, parse, refuse_errors
from flows.desk.opening.caches import cache_of
from flows.desk.opening.editions import OpenEdition, UnknownName, Wanted, open_beside, province_names
from flows.desk.opening.languages import open_language
from flows.desk.opening.looks import open_looks
from flows.desk.opening.provincial import Provincial
from flows.desk.opening.rulings import open_rulings
from flows.documents.change_report.report import NATIONAL
from flows.documents.change_report.sentences import CHANGE_WORDS
from flows.documents.readings import read
from flows.overrides.merge import unmerged
from flows.positions.editions import Edition
from flows.positions.merged import Position
from flows.press.looks import Looks, fingerprint
from flows.problems.codes import problem
from flows.problems.records import Place, Problem, has_errors
from flows.sources.content import Content
from flows.translation.languages import Language
from flows.translation.values import values, values_anywhere


@dataclass(frozen=True, slots=True)
class Side:
    """One of the two texts.

    Attributes:
        national: Its national text, as a position of no province.
        provinces: Its provinces that could be opened, by slug.
        owned: What each of them does with the national blocks.
    """

    reference: Reference
    opened: OpenEdition
    edition: Edition
    national: Position
    provinces: Mapping[str, Provincial]
    owned: Mapping[str, Owned]


@dataclass(frozen=True)
class Compared:
    """Two texts, ready to report on.

    Attributes:
        problems: What keeps reports from being made.
        subjects: What a report can be made of: ``national``, and the slugs of provinces.
        looks: The brand.
        looks_key: Digest of brand, fonts, templates, code and tools.
        rulings: What editors decided, by subject, with the place of each.
        outdated: What is translated from older Dutch than the newer text, by province; None for the
            national text.
    """

    problems: tuple[Problem, ...]
    subjects: tuple[str, ...]
    old: Side
    new: Side
    language: Language
    speaks: str
    looks: Looks
    looks_key: str
    rulings: Mapping[str, Mapping[Ruling, Place]]
    outdated: Mapping[str | None, Languages]

    @cached_property
    def nationally(self) -> Comparison:
        """The changes of the national text, and the provinces whose own text they touch."""
        touched: dict[str, list[str]] = {}
        for slug, mine in self.new.owned.items():
            for block in mine.verbs:
                touched.setdefault(block, []).append(slug)
        overridden = {block: tuple(slugs) for block, slugs in touched.items()}
        old, new = (self.reading(side, NATIONAL) for side in (self.old, self.new))
        return self._compared(old, new, NATIONAL, overridden)

    def reading(self, side: Side, subject: str) -> Reading:
        """The text about a subject on one side."""
        whole = subject == NATIONAL
        position = side.national if whole else position_of(side, subject)
        known = values_anywhere(position, self.language) if whole else values(position, self.language)
        name = side.reference.name
        return read(position, self.language, side.opened.trees, known, name=name, whole=whole)

    @cached_property
    def _known(self) -> dict[str, Comparison]:
        return {}

    def of(self, subject: str) -> Comparison:
        """The changes that the report about a subject shows."""
        if subject not in self._known:
            self._known[subject] = self._of(subject)
        return self._known[subject]

    def _of(self, subject: str) -> Comparison:
        if subject == NATIONAL:
            return self.nationally
        old, new = (self.reading(side, subject) for side in (self.old, self.new))
        return self._compared(old, new, subject, {})

    def _compared(
        self, old: Reading, new: Reading, subject: str, overridden: Mapping[str, tuple[str, ...]]
    ) -> Comparison:
        own = {} if subject == NATIONAL else self.outdated.get(self.new.reference.province or subject, {})
        return compare(
            old,
            new,
            language=self.language.code,
            overridden=overridden,
            untranslated={**self.outdated.get(None, {}), **own},
            rulings=tuple(self.rulings[subject]),
        )


def position_of(side: Side, subject: str) -> Position:
    """The text of a subject; a reference that names a province has that province's."""
    found = side.provinces[side.reference.province or subject].position
    if found is None:
        raise ValueError(subject)
    return found


def open_comparison(
    content: Content, old: str, new: str, provinces: Sequence[str], *, language: str, speaks: str
) -> Compared:
    """Open two texts.

    Args:
        content: The content root.
        old: ``EDITION``, ``EDITION@REVISION``, ``EDITION/PROVINCE`` or ``EDITION/PROVINCE@REVISION``.
        new: The same.
        provinces: The provinces to report on; with none, all of them and the national text. Names of
            provinces in `old` and `new` come first.
        language: Code of the language of the text; that of the newer edition where it is empty.
        speaks: Language of the report's own words: ``nl`` or ``en``.

    Raises:
        UnknownName: There is no such text, or it has errors.
        PressError: Pandoc could not parse the texts, or git failed.
    """
    asked = _filled(parse(old), parse(new))
    with contents(content, *asked) as roots:
        slugs = _slugs(roots, asked, provinces)
        wanted = [_wanted(root, each, slugs) for root, each in zip(roots, asked, strict=True)]
        opened = open_beside(*wanted)
        sides = (_side(opened[0], asked[0]), _side(opened[1], asked[1]))
        outdated = outdated_translations(opened[1])
    own_language = sides[1].edition.language
    if language not in ("", own_language):
        raise UnknownName(problem("SP914", None, language=language, known=own_language))
    looks, problems = open_looks(content)
    spoken, found = open_language(content, own_language)
    problems += found
    if looks is None or spoken is None:
        raise UnknownName(problems[0])
    problems += [each for side in sides for each in side.opened.errors]
    subjects = tuple(_subjects(sides, slugs, asked, provinces))
    rulings, found = _rulings(content, sides, {*subjects, NATIONAL})
    refused = {each.province or NATIONAL for each in found if has_errors([each])}
    return Compared(
        problems=(*problems, *found),
        subjects=tuple(each for each in subjects if each not in refused),
        old=sides[0],
        new=sides[1],
        language=spoken,
        speaks=speaks if speaks in CHANGE_WORDS else "en",
        looks=looks,
        looks_key=fingerprint(content.root, looks, cache_of(content)),
        rulings=rulings,
        outdated=outdated,
    )


def _filled(old: Reference, new: Reference) -> tuple[Reference, Reference]:
    """Both references; where one names a province and the other none, both mean that province."""
    if bool(old.province) == bool(new.province):
        return old, new
    province = old.province or new.province
    return replace(old, province=province), replace(new, province=province)


def _slugs(
    roots: tuple[Content, Content], asked: tuple[Reference, Reference], provinces: Sequence[str]
) -> tuple[str, ...]:
    """The provinces to open: for the national text too, since it says what a change means for each."""
    if asked[0].province:
        return tuple(dict.fromkeys(each.province for each in asked))
    if provinces:
        return tuple(dict.fromkeys(slug for root in roots for slug in province_names(root, provinces)))
    before = roots[0].provinces()
    return tuple(slug for slug in roots[1].provinces() if slug in before)


def _wanted(root: Content, reference: Reference, slugs: Sequence[str]) -> Wanted:
    return Wanted(root, reference.edition, [slug for slug in slugs if slug in root.provinces()])


def _side(opened: OpenEdition, reference: Reference) -> Side:
    edition = opened.national.edition
    if edition is None or not opened.national.sound:
        refuse_errors(replace(opened, provinces=()), reference)
    assert edition is not None
    usable = {one.slug: one for one in opened.provinces if one.position is not None}
    if reference.province and reference.province not in usable:
        refuse_errors(opened, reference)
    mine_now = {slug: owned(one, opened.national.targets) for slug, one in usable.items()}
    return Side(reference, opened, edition, unmerged(edition), usable, mine_now)


def _subjects(
    sides: Sequence[Side], slugs: Sequence[str], asked: Sequence[Reference], provinces: Sequence[str]
) -> Iterator[str]:
    if asked[1].province:
        yield asked[1].province
        return
    if not provinces:
        yield NATIONAL
    yield from (slug for slug in slugs if all(slug in side.provinces for side in sides))


def _rulings(
    content: Content, sides: Sequence[Side], subjects: Collection[str]
) -> tuple[dict[str, Mapping[Ruling, Place]], list[Problem]]:
    """The rulings about each subject, none where its file has an error, and what is wrong with the files.

    Nobody rules about two provinces beside each other.
    """
    if sides[0].reference.province != sides[1].reference.province:
        return {subject: {} for subject in subjects}, []
    rulings: dict[str, Mapping[Ruling, Place]] = {}
    problems: list[Problem] = []
    old, new = (side.edition.name for side in sides)
    for subject in sorted(subjects):
        province = None if subject == NATIONAL else subject
        rulings[subject], wrong = open_rulings(content, old, new, province or "")
        problems += (replace(each, province=province) for each in wrong)
    return rulings, problems
