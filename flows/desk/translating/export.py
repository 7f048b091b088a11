"""What a translator or an agency gets: the texts of a catalogue that need work, or all that is approved."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from flows.desk.opening.catalogues import OpenCatalogue, Shelf, open_shelf
from flows.desk.opening.editions import UnknownName, province_names, unknown_language
from flows.desk.opening.languages import DUTCH
from flows.problems.records import Problem
from flows.problems.sentences import Ui, term
from flows.sources.content import Content
from flows.sources.po_files import catalogue_bytes
from flows.sources.returned_files import ORIGINAL
from flows.sources.term_files import read_terms
from flows.sources.tmx_files import tmx_bytes
from flows.sources.xliff_files import xliff_bytes
from flows.translation.outgoing import Sent, entry_of, sent, sent_catalogue
from flows.translation.states import State, state_of
from flows.translation.terms import Term


class Format(StrEnum):
    """The form of a file that goes out."""

    PO = "po"
    XLIFF = "xliff"
    TMX = "tmx"


ENDINGS: Mapping[Format, str] = {Format.PO: "po", Format.XLIFF: "xlf", Format.TMX: "tmx"}


@dataclass(frozen=True, slots=True)
class HandedOut:
    """A file for a translator.

    Attributes:
        name: What it is called if nobody says otherwise.
        content: Its bytes.
        texts: The number of texts in it.
        words: The number of Dutch words in them.
    """

    name: str
    content: bytes
    texts: int
    words: int


def hand_out(
    content: Content,
    shelf: Shelf,
    language: str,
    *,
    province: str | None,
    form: Format,
    states: Collection[State],
    ui: Ui,
) -> HandedOut:
    """The texts of one catalogue in some states.

    Args:
        content: The content root.
        shelf: The catalogues of an edition.
        language: The language to translate into.
        province: The province whose own text it is, or None for the national text.
        form: PO or XLIFF.
        states: The states that are wanted.
        ui: The language of the notes.

    Raises:
        UnknownName: There is no such catalogue, or it cannot be read.
    """
    opened = find_catalogue(content, shelf, language, province)
    terms, _ = read_terms(content.root)
    notes = {unit.context: tuple(_notes(unit.part, unit.text, language, terms, ui)) for unit in opened.units}
    texts = sent(opened.catalogue, opened.units, states, notes)
    name = f"standpunt-{shelf.edition}-{province or term('national', ui)}-{language}.{ENDINGS[form]}"
    written = _po(opened, texts) if form is Format.PO else xliff_bytes(opened.file, (DUTCH, language), texts)
    return HandedOut(name, written, len(texts), sum(each.unit.words for each in texts))


def hand_out_memory(content: Content, language: str) -> tuple[HandedOut, tuple[Problem, ...]]:
    """Every approved translation of every edition as a TMX file, and what could not be read.

    Raises:
        UnknownName: No edition has a catalogue in this language.
    """
    shelves = [open_shelf(content, edition) for edition in content.editions()]
    mine = [each for shelf in shelves for each in shelf.catalogues if each.language == language]
    if not mine:
        known = dict.fromkeys(each.language for shelf in shelves for each in shelf.catalogues)
        raise UnknownName(unknown_language(language, tuple(known)))
    pairs = {pair: words for opened in mine for pair, words in _approved(opened)}
    written = tmx_bytes((DUTCH, language), pairs)
    told = HandedOut(f"standpunt-{language}.tmx", written, len(pairs), sum(pairs.values()))
    return told, tuple(each for shelf in shelves for each in shelf.problems)


def find_catalogue(content: Content, shelf: Shelf, language: str, province: str | None) -> OpenCatalogue:
    """A catalogue of an edition.

    Raises:
        UnknownName: There is no such catalogue, or it cannot be read: the first problem says why.
    """
    if province is not None:
        province_names(content, (province,))
    found = shelf.find(language, province)
    if found is not None:
        return found
    problems = shelf.problems_of(province)
    if problems:
        raise UnknownName(problems[0])
    known = dict.fromkeys(each.language for each in shelf.catalogues if each.province == province)
    raise UnknownName(unknown_language(language, tuple(known)))


def _po(opened: OpenCatalogue, texts: Sequence[Sent]) -> bytes:
    catalogue = sent_catalogue(opened.catalogue, texts)
    return catalogue_bytes(replace(catalogue, metadata={ORIGINAL: opened.file}))


def _approved(opened: OpenCatalogue) -> Iterator[tuple[tuple[str, str], int]]:
    for unit in opened.units:
        entry = entry_of(opened.catalogue, unit)
        if entry is not None and state_of(entry, unit.text) is State.APPROVED:
            yield (unit.source, entry.text), unit.words


def _notes(part: str, dutch: str, language: str, terms: Sequence[Term], ui: Ui) -> Iterator[str]:
    """What a text is, and the agreed words for its terms."""
    yield term(part, ui)
    low = dutch.casefold()
    for each in terms:
        told = _agreed(each, language, ui) if each.dutch.casefold() in low else ""
        if told:
            yield f"{each.dutch} → {told}"


def _agreed(agreed: Term, language: str, ui: Ui) -> str:
    preferred = (agreed.dutch,) if agreed.protected else agreed.preferred.get(language, ())
    forbidden = ", ".join(agreed.forbidden.get(language, ()))
    told = (", ".join(preferred), f"{term('not', ui)}: {forbidden}" if forbidden else "", agreed.note)
    return "; ".join(filter(None, told)) if preferred or forbidden else ""
