"""Opens an edition with its provinces."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import chain

from flows.desk.opening.caches import cache_of
from flows.desk.opening.catalogues import Shelf, shelf_of
from flows.desk.opening.identities import told_apart
from flows.desk.opening.looks import open_looks
from flows.desk.opening.markdown_texts import (
    Trees,
    markdown_of,
    national_findings,
    provincial_findings,
)
from flows.desk.opening.national import National, open_national
from flows.desk.opening.printable import (
    missing_glyphs,
    printed_by,
    printed_nationally,
    unfilled,
    unprintable,
    values_by,
    values_nationally,
)
from flows.desk.opening.provincial import Provincial, open_provincial, with_problems
from flows.positions.editions import Status
from flows.press.doors.parsing import parse_texts
from flows.press.looks import Looks
from flows.problems.codes import problem
from flows.problems.records import Problem, has_errors, sort_key
from flows.sources.content import Content, edition_file
from flows.sources.pen.journal import settle
from flows.sources.yaml_files import read_marked
from flows.wording.names import nearest


class UnknownName(Exception):  # noqa: N818  a question nobody can answer, not a failure
    """The command names something that does not exist; carries the problem to show."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(problem.code)
        self.problem = problem


@dataclass(frozen=True, slots=True)
class OpenEdition:
    """An edition as it was read: the national layer and every province that was asked for.

    Attributes:
        trees: The parsed form of every Markdown text, by the text as written.
        looks: The brand; None where it has an error.
        brand_problems: What is wrong with the brand.
        shelf: Its catalogues, where they were asked for.
    """

    content: Content
    national: National
    provinces: tuple[Provincial, ...]
    trees: Trees
    looks: Looks | None
    brand_problems: tuple[Problem, ...]
    shelf: Shelf | None = None

    @property
    def errors(self) -> tuple[Problem, ...]:
        """What keeps even a draft from being made, in file order; advice to editors never does."""
        found = [*self.national.problems, *(each for one in self.provinces for each in one.problems)]
        return tuple(sorted((each for each in found if has_errors([each])), key=sort_key))

    @property
    def broken(self) -> tuple[str, ...]:
        """The provinces that cannot be built."""
        return tuple(one.slug for one in self.provinces if one.position is None)


def edition_name(content: Content, name: str | None) -> str:
    """The edition that is meant: the one that is named, or the newest that is not in preparation.

    Raises:
        UnknownName: There is no such edition, or no content at all.
    """
    known = content.editions()
    if not known:
        raise UnknownName(problem("SP904", None, root=content.root.as_posix()))
    if name is not None and name not in known:
        close = nearest(name, known)
        raise UnknownName(problem("SP901", None, edition=name, known=known, nearest=close))
    return name or next((each for each in reversed(known) if not is_prepared(content, each)), known[-1])


def is_prepared(content: Content, name: str) -> bool:
    """Whether an edition says of itself that it is still in preparation."""
    file, _ = read_marked(content.root, edition_file(name))
    return file is not None and isinstance(file.data, dict) and file.data.get("status") == Status.PREPARED


def province_names(content: Content, names: Sequence[str]) -> tuple[str, ...]:
    """The provinces that are meant: those that are named, in their own order, or all.

    Raises:
        UnknownName: One of them does not exist.
    """
    known = content.provinces()
    for name in names:
        if name not in known:
            raise UnknownName(problem("SP902", None, province=name, nearest=nearest(name, known) or known))
    return tuple(slug for slug in known if slug in names) if names else known


def language_names(names: Sequence[str], known: Iterable[str]) -> tuple[str, ...]:
    """The languages that are meant: those that are named, or all of the known ones.

    Raises:
        UnknownName: One of them is not known, and others are.
    """
    codes = tuple(dict.fromkeys(known))
    for name in names:
        if codes and name not in codes:
            raise UnknownName(unknown_language(name, codes))
    return tuple(names) or codes


def unknown_language(name: str, known: Sequence[str]) -> Problem:
    """What to say of a language in which nobody who was meant publishes."""
    return problem("SP905", None, language=name, known=tuple(known), nearest=nearest(name, known))


@dataclass(frozen=True, slots=True)
class Wanted:
    """An edition to open.

    Attributes:
        content: The content root.
        name: Its name, or None for the newest.
        provinces: Its provinces, or none for all.
        translations: Whether to open its catalogues too.
    """

    content: Content
    name: str | None
    provinces: Sequence[str] = ()
    translations: bool = False


def open_edition(
    content: Content, name: str | None, provinces: Sequence[str] = (), *, translations: bool = False
) -> OpenEdition:
    """Open an edition with the provinces that are named, or with all.

    Raises:
        UnknownName: There is no such edition or province.
        PressError: Pandoc could not parse the texts.
    """
    (opened,) = _checked([_read(Wanted(content, name, provinces, translations))])
    return opened


def open_beside(old: Wanted, new: Wanted) -> tuple[OpenEdition, OpenEdition]:
    """Open two editions that work in the same folder; what both say is parsed once, and is the same tree.

    Raises:
        UnknownName: There is no such edition or province.
        PressError: Pandoc could not parse the texts.
    """
    before = _read(old)
    opened, other = _checked([before, _read(new, before if old.content == new.content else None)])
    return opened, other


def _read(wanted: Wanted, beside: OpenEdition | None = None) -> OpenEdition:
    """An edition of which no text is parsed yet; `beside` is another of the same folder."""
    content = wanted.content
    settle(content.root)
    edition = edition_name(content, wanted.name)
    slugs = province_names(content, wanted.provinces)
    national = open_national(content, edition, beside.national if beside is not None else None)
    provinces = tuple(open_provincial(content, national, slug) for slug in slugs)
    if slugs == content.provinces():
        provinces = told_apart(provinces)
    wants_shelf = wanted.translations and national.edition is not None
    shelf = shelf_of(content, national, provinces) if wants_shelf else None
    looks, found = (beside.looks, beside.brand_problems) if beside is not None else open_looks(content)
    return OpenEdition(content, national, provinces, {}, looks, tuple(found), shelf)


def _checked(read: Sequence[OpenEdition]) -> list[OpenEdition]:
    """Editions with their texts parsed, all in the same processes, and what is wrong inside those texts."""
    texts = [tuple(dict.fromkeys(_markdown(one))) for one in read]
    together = tuple(dict.fromkeys(text for mine in texts for text in mine))
    trees = parse_texts(together, cache_of(read[0].content)) if together else {}
    return [
        _with_trees(one, {text: trees[text] for text in mine}) for one, mine in zip(read, texts, strict=True)
    ]


def _markdown(read: OpenEdition) -> Iterator[str]:
    if read.national.edition is not None:
        yield from markdown_of(read.national.edition, read.provinces)
    if read.shelf is not None:
        yield from read.shelf.markdown


def _with_trees(read: OpenEdition, trees: Trees) -> OpenEdition:
    content, national = read.content, read.national
    if national.edition is None:
        return read
    nationally = list(printed_nationally(national.edition, trees))
    own = [list(printed_by(one, trees)) for one in read.provinces]
    missing = missing_glyphs(content, read.looks, chain(nationally, *own)) if read.looks else frozenset()
    found = national_findings(content, national.edition, trees, national.targets)
    found += [*unprintable(nationally, missing), *unfilled(values_nationally(national.edition))]
    national = replace(national, problems=(*national.problems, *found))
    provinces = tuple(
        with_problems(
            one,
            [
                *provincial_findings(content, one, trees, national.targets),
                *unprintable(printed, missing),
                *unfilled(values_by(one)),
            ],
        )
        for one, printed in zip(read.provinces, own, strict=True)
    )
    if not national.sound:
        provinces = tuple(replace(one, position=None) for one in provinces)
    return replace(read, national=national, provinces=provinces, trees=trees)
