"""What is wrong or odd in the translations of an edition, at its place in the PO files."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from types import MappingProxyType

from flows.desk.opening.caches import cache_of
from flows.desk.opening.catalogues import OpenCatalogue, Shelf
from flows.desk.opening.editions import UnknownName, unknown_language
from flows.desk.opening.looks import open_looks
from flows.desk.opening.markdown_texts import Trees, text_findings
from flows.desk.opening.printable import missing_glyphs, unprintable
from flows.documents.glyphs import Printed
from flows.documents.outlines import outline
from flows.positions.places import Span
from flows.press.doors.parsing import parse_texts
from flows.problems.codes import CODES
from flows.problems.reading import reading_order
from flows.problems.records import Place, Problem, has_errors
from flows.sources.content import Content
from flows.sources.po_files import catalogue_bytes
from flows.sources.po_places import WrittenText, written_texts
from flows.sources.term_files import read_terms
from flows.translation.checking.findings import Finding, Pair, findings
from flows.translation.checking.outlines import Outline
from flows.translation.entries import Catalogue, Entry
from flows.translation.extraction import Part, Unit
from flows.translation.terms import Term

_NONE: Trees = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Checked:
    """One catalogue with what is wrong or odd in it.

    Attributes:
        opened: The catalogue.
        problems: Every error and warning by the context of its text.
    """

    opened: OpenCatalogue
    problems: Mapping[str, tuple[Problem, ...]]

    @property
    def broken(self) -> frozenset[str]:
        """The contexts of texts with an error, which no document may show."""
        return frozenset(context for context, found in self.problems.items() if has_errors(found))


def checked_catalogues(
    content: Content, catalogues: Iterable[OpenCatalogue], known: Trees = _NONE
) -> tuple[tuple[Checked, ...], list[Problem]]:
    """Compare every translated text of catalogues with its Dutch.

    Args:
        content: The content root.
        catalogues: The catalogues.
        known: Trees that are there already.

    Returns:
        The catalogues that hold something, and what is wrong with the terms.

    Raises:
        PressError: Pandoc could not parse the texts.
    """
    terms, problems = read_terms(content.root)
    chosen = [each for each in catalogues if each.catalogue.entries]
    pairs = {each.file: list(_translated(each)) for each in chosen}
    markdown = [
        text
        for found in pairs.values()
        for unit, entry in found
        if unit.is_markdown
        for text in (unit.text, entry.text)
    ]
    trees = parse_texts(tuple(dict.fromkeys(markdown)), cache_of(content), known)
    missing = _missing(content, pairs, trees)
    outlines = {text: outline(tree) for text, tree in trees.items()}
    checked = []
    for each in chosen:
        unfit = _unfit(content, each, pairs[each.file], trees, missing)
        checked.append(_checked(each, pairs[each.file], outlines, terms, unfit))
    return tuple(checked), problems


def check_translations(content: Content, shelf: Shelf, languages: Sequence[str] = ()) -> tuple[Problem, ...]:
    """Every problem of the translations of an edition in reading order, those of unreadable catalogues too.

    Raises:
        UnknownName: A language in which no province of the edition publishes.
        PressError: Pandoc could not parse the texts.
    """
    known = tuple(dict.fromkeys(each.language for each in shelf.catalogues))
    for language in languages:
        if language not in known and not shelf.problems:
            raise UnknownName(unknown_language(language, known))
    chosen = (each for each in shelf.catalogues if each.language in (languages or known))
    checked, found = checked_catalogues(content, chosen)
    found += [each for one in checked for problems in one.problems.values() for each in problems]
    return tuple(sorted((*shelf.problems, *found), key=reading_order))


def draft_errors(
    content: Content, drafts: Iterable[OpenCatalogue]
) -> Mapping[tuple[str, str], tuple[Problem, ...]]:
    """The errors of translations that are in no file yet, by catalogue and context.

    Args:
        content: The content root.
        drafts: Catalogues with nothing but these translations in them.

    Raises:
        PressError: Pandoc could not parse the texts.
    """
    written = (replace(each, content=catalogue_bytes(each.catalogue)) for each in drafts)
    checked, _ = checked_catalogues(content, written)
    return {
        (one.opened.file, context): errors
        for one in checked
        for context, found in one.problems.items()
        if (errors := tuple(each for each in found if has_errors([each])))
    }


def without_broken(shelf: Shelf, checked: Sequence[Checked]) -> Shelf:
    """The same catalogues without the texts that have an error: a document shows their Dutch."""
    broken = {each.opened.file: each.broken for each in checked}
    catalogues = (
        replace(each, catalogue=_without(each.catalogue, broken.get(each.file, frozenset())))
        for each in shelf.catalogues
    )
    return replace(shelf, catalogues=tuple(catalogues))


def _without(catalogue: Catalogue, contexts: frozenset[str]) -> Catalogue:
    kept = {name: entry for name, entry in catalogue.entries.items() if name not in contexts}
    return replace(catalogue, entries=kept)


def _translated(opened: OpenCatalogue) -> Iterator[tuple[Unit, Entry]]:
    for unit in opened.units:
        entry = opened.catalogue.entries.get(unit.context)
        if entry is not None and entry.is_translated:
            yield unit, entry


def _checked(
    opened: OpenCatalogue,
    pairs: Sequence[tuple[Unit, Entry]],
    outlines: Mapping[str, Outline],
    terms: Sequence[Term],
    unfit: Mapping[str, Sequence[Problem]],
) -> Checked:
    found = {}
    for unit, entry in pairs:
        here, there = (
            outlines[text] if unit.is_markdown else Outline(text) for text in (unit.text, entry.text)
        )
        may_stay = unit.part is Part.SOURCE
        found[unit.context] = findings(Pair(entry, unit.text, here, there, opened.language, terms, may_stay))
    return Checked(opened, _placed(opened, {name: each for name, each in found.items() if each}, unfit))


def _missing(
    content: Content, pairs: Mapping[str, Sequence[tuple[Unit, Entry]]], trees: Trees
) -> frozenset[str]:
    """What the font of the brand cannot show of translated texts."""
    looks, _ = open_looks(content)
    printed = (_printed(unit, entry, trees) for found in pairs.values() for unit, entry in found)
    return missing_glyphs(content, looks, printed) if looks is not None else frozenset()


def _printed(unit: Unit, entry: Entry, trees: Trees) -> Printed:
    return entry.text, trees[entry.text] if unit.is_markdown else None, Span(Place(""))


def _unfit(
    content: Content,
    opened: OpenCatalogue,
    pairs: Sequence[tuple[Unit, Entry]],
    trees: Trees,
    missing: frozenset[str],
) -> Mapping[str, Sequence[Problem]]:
    """What no document can hold, in fresh and stale translations alike: no exception lets it pass."""
    found: dict[str, list[Problem]] = {}
    for unit, entry in pairs:
        text, tree, span = _printed(unit, entry, trees)
        problems = (
            list(text_findings(content, [(text, span)], trees, opened.anchors)) if tree is not None else []
        )
        problems += unprintable([(text, tree, span)], missing)
        if problems:
            found[unit.context] = problems
    return found


def _placed(
    opened: OpenCatalogue, found: Mapping[str, Sequence[Finding]], unfit: Mapping[str, Sequence[Problem]]
) -> Mapping[str, tuple[Problem, ...]]:
    """Findings as problems; the file is read for its places only where there is something to say."""
    written = written_texts(opened.content, opened.file) if found or unfit else {}
    placed = {}
    for context in dict.fromkeys([*found, *unfit]):
        problems = [_problem(one, context, written[context]) for one in found.get(context, ())]
        if not has_errors(problems):
            place = written[context].locate("")
            problems += [replace(one, place=place) for one in unfit.get(context, ())]
        placed[context] = tuple(replace(one, province=opened.province) for one in problems)
    return placed


def _problem(found: Finding, context: str, text: WrittenText) -> Problem:
    return Problem(
        found.code,
        text.locate(found.needle),
        CODES[found.code][0],
        {"context": context, **found.args},
        excerpts=(("allow", found.allow),) if found.allow else (),
    )
