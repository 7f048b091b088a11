"""Takes translations over from files that came back from a translator."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from flows.desk.checking.translations import draft_errors
from flows.desk.opening.catalogues import OpenCatalogue, Shelf, open_shelf, save
from flows.desk.opening.crowds import told
from flows.desk.opening.languages import DUTCH
from flows.desk.translating.export import find_catalogue
from flows.desk.translating.memories import Matches, matches
from flows.desk.translating.strangers import foreign, strangers
from flows.problems.codes import problem
from flows.problems.records import Problem, has_errors, sort_key
from flows.sources.content import Content
from flows.sources.returned_files import read_returned
from flows.sources.term_files import read_terms
from flows.translation.entries import Catalogue
from flows.translation.exchange import (
    WRITTEN,
    Arrival,
    Fate,
    Returned,
    ReturnedFile,
    Suggestion,
    Wishes,
    arrivals,
    with_arrivals,
)

_TOLD = {Fate.CONFLICT: "SP898", Fate.OLDER: "SP899"}


@dataclass(frozen=True, slots=True)
class Question:
    """What is asked.

    Attributes:
        edition: The name of the edition.
        language: The language of the translations.
        province: Whose own text it is, where a file does not say it; None for the national text.
        wishes: What may be replaced and approved.
        dry_run: True where nothing may be written.
    """

    edition: str
    language: str
    province: str | None = None
    wishes: Wishes = field(default_factory=Wishes)
    dry_run: bool = False


@dataclass(frozen=True, slots=True)
class TakenFile:
    """What became of the texts for one catalogue.

    Attributes:
        file: The catalogue.
        written: Whether it changed, or would change.
        arrivals: Every text that came back for it.
    """

    file: str
    written: bool
    arrivals: tuple[Arrival, ...]


@dataclass(frozen=True, slots=True)
class Imported:
    """What became of files that came back.

    Attributes:
        files: The catalogues that texts came for.
        problems: Every problem: of files, and of texts that were left or refused.
        strange: The number of pairs in memories that stand beside no Dutch of ours.
    """

    files: tuple[TakenFile, ...]
    problems: tuple[Problem, ...]
    strange: int = 0


@dataclass(frozen=True, slots=True)
class _Batch:
    """Texts for one catalogue, and whether they are a memory's."""

    opened: OpenCatalogue
    texts: tuple[Returned, ...]
    is_memory: bool = False


def take_over(content: Content, question: Question, files: Sequence[Path]) -> Imported:
    """Take translations over from files; nothing at all where one of them cannot be read.

    Raises:
        UnknownName: There is no such catalogue, or it cannot be read.
        PressError: Pandoc could not parse the texts.
        OSError: A catalogue cannot be written; it stays as it was.
    """
    shelf = open_shelf(content, question.edition)
    find_catalogue(content, shelf, question.language, question.province)
    batches, memories, problems = _batches(content, shelf, question, files)
    problems += read_terms(content.root)[1]
    if has_errors(problems):
        return Imported((), tuple(told(problems)))
    problems += [each for memory in memories for each in _foreign(memory)]
    now = {batch.opened.file: batch.opened for batch in batches}
    found: dict[str, list[Arrival]] = {}
    by_file: dict[str, list[tuple[Arrival, str]]] = {}
    for batch in batches:
        opened = now[batch.opened.file]
        wishes = replace(question.wishes, fills=batch.is_memory)
        came = arrivals(opened.catalogue, opened.units, batch.texts, wishes)
        came, refusals = _without_errors(content, opened, came)
        problems += [*refusals, *_told(came, opened)]
        catalogue = with_arrivals(opened.catalogue, came)
        now[opened.file] = replace(opened, catalogue=catalogue)
        found.setdefault(opened.file, []).extend(came)
        for each in came:
            by_file.setdefault(each.returned.place.file, []).append((each, opened.file))
    problems += [each for texts in by_file.values() for each in strangers(texts)]
    taken = [_write(content, now[file], tuple(each), question) for file, each in found.items()]
    return Imported(
        tuple(taken), tuple(sorted(told(problems), key=sort_key)), sum(len(each.strange) for each in memories)
    )


def _write(
    content: Content, opened: OpenCatalogue, came: tuple[Arrival, ...], question: Question
) -> TakenFile:
    changes = any(each.fate in WRITTEN for each in came)
    if changes and not question.dry_run:
        changes = save(content, opened, opened.catalogue)
    return TakenFile(opened.file, changes, came)


def _batches(
    content: Content, shelf: Shelf, question: Question, files: Iterable[Path]
) -> tuple[list[_Batch], list[Matches], list[Problem]]:
    """The texts of every file by catalogue, what memories hold, and what keeps a file from being read."""
    batches: list[_Batch] = []
    memories: list[Matches] = []
    problems: list[Problem] = []
    for path in files:
        came, found = read_returned(path, _name(content, path), (DUTCH, question.language))
        problems += found
        if memory := tuple(each for each in came if isinstance(each, Suggestion)):
            memories.append(matches(_wanted(shelf, question), memory))
            batches += [_Batch(opened, texts, is_memory=True) for opened, texts in memories[-1].texts]
        for part in came:
            if isinstance(part, ReturnedFile):
                opened = _catalogue_for(shelf, question, part)
                if opened is not None:
                    batches.append(_Batch(opened, part.texts))
                else:
                    problems.append(_not_ours(part, question))
    return batches, memories, problems


def _foreign(memory: Matches) -> Iterator[Problem]:
    if not memory.texts:
        yield foreign(memory.strange[0].place, [each.dutch for each in memory.strange])


def _wanted(shelf: Shelf, question: Question) -> Iterator[OpenCatalogue]:
    """The catalogues that a memory is looked up for."""
    for each in shelf.catalogues:
        if each.language == question.language and question.province in (None, each.province):
            yield each


def _not_ours(part: ReturnedFile, question: Question) -> Problem:
    asked = question.edition, question.language
    return problem("SP896", part.place, original=part.original, edition=asked[0], language=asked[1])


def _name(content: Content, path: Path) -> str:
    """How problems name a file: below the content root where it is there."""
    whole = path.resolve()
    inside = whole.is_relative_to(content.root)
    return (whole.relative_to(content.root) if inside else whole).as_posix()


def _catalogue_for(shelf: Shelf, question: Question, part: ReturnedFile) -> OpenCatalogue | None:
    """The catalogue that a file was made from; a name that is not ours, some tool gave it."""
    if not (part.original.startswith(("shared/", "provinces/")) and part.original.endswith(".po")):
        return shelf.find(question.language, question.province)
    mine = (each for each in shelf.catalogues if each.file == part.original)
    found = next((each for each in mine if each.language == question.language), None)
    is_other = found is not None and question.province not in (None, found.province)
    return None if is_other else found


def _told(came: Iterable[Arrival], opened: OpenCatalogue) -> Iterator[Problem]:
    for each in came:
        yield from each.problems
        if each.fate in _TOLD:
            context = each.returned.context
            yield problem(_TOLD[each.fate], each.returned.place, context=context, file=opened.file)


def _without_errors(
    content: Content, opened: OpenCatalogue, came: Sequence[Arrival]
) -> tuple[tuple[Arrival, ...], list[Problem]]:
    """The same with every text refused that has an error beside the Dutch it was made from."""
    taken = [(each.entry, each.returned) for each in came if each.entry is not None]
    dutch = {entry.context: returned.dutch for entry, returned in taken}
    draft = replace(
        opened,
        units=tuple(replace(unit, text=dutch.get(unit.context, unit.text)) for unit in opened.units),
        catalogue=Catalogue(opened.language, {entry.context: entry for entry, _ in taken}),
    )
    errors = {name: found for (_, name), found in draft_errors(content, [draft]).items()}
    places = {entry.context: returned.place for entry, returned in taken}
    refused = tuple(
        replace(each, fate=Fate.REFUSED, entry=None)
        if each.entry is not None and each.entry.context in errors
        else each
        for each in came
    )
    return refused, [
        replace(one, place=places[name], excerpts=()) for name, found in errors.items() for one in found
    ]
