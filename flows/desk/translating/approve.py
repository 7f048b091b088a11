"""Approves translations that a person has read: they belong to today's Dutch and are no longer fuzzy."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from flows.desk.checking.translations import draft_errors
from flows.desk.opening.catalogues import OpenCatalogue, Shelf, open_shelf, save
from flows.desk.opening.editions import UnknownName, province_names, unknown_language
from flows.problems.codes import problem
from flows.problems.records import Problem, has_errors
from flows.sources.content import Content
from flows.sources.po_places import written_texts
from flows.sources.term_files import read_terms
from flows.translation.approval import approved
from flows.translation.entries import Catalogue
from flows.translation.states import State, state_of
from flows.wording.names import nearest


@dataclass(frozen=True, slots=True)
class Approval:
    """What somebody approves.

    Attributes:
        language: The language.
        province: The province whose own text it is; None for the national text.
        contexts: The texts; every text that is translated and not yet approved where none is named.
        as_is: Whether an old translation may stand beside new Dutch; only for texts that are named.
        by: Who approves, or nothing.
    """

    language: str
    province: str | None = None
    contexts: tuple[str, ...] = ()
    as_is: bool = False
    by: str = ""


@dataclass(frozen=True, slots=True)
class Approved:
    """What was approved.

    Attributes:
        file: The file with the translations.
        contexts: The texts that were not approved before.
        problems: Why other texts were not approved.
    """

    file: str
    contexts: tuple[str, ...]
    problems: tuple[Problem, ...]


def approve(content: Content, edition: str, wanted: Approval) -> Approved:
    """Approve translations; what cannot be approved is refused, and all else is approved.

    Raises:
        UnknownName: There is no such province, or it does not publish in this language.
        PressError: Pandoc could not parse the texts.
        OSError: The file cannot be written.
    """
    shelf = open_shelf(content, edition)
    opened = _wanted(content, shelf, wanted)
    if opened is None:
        return Approved("", (), shelf.problems_of(wanted.province))
    _, found = read_terms(content.root)
    if has_errors(found):
        return Approved(opened.file, (), tuple(found))
    dutch = {unit.context: unit.text for unit in opened.units}
    contexts = tuple(dict.fromkeys(wanted.contexts or _waiting(opened)))
    refused = [each for name in contexts if (each := _refusal(opened, dutch, name, as_is=wanted.as_is))]
    entries, closed = opened.catalogue.entries, {each.args["context"] for each in refused}
    read = {name: approved(entries[name], dutch[name], wanted.by) for name in contexts if name not in closed}
    # Checked as they would be from now on: an old translation is not compared with new Dutch before.
    draft = replace(opened, catalogue=Catalogue(opened.language, read))
    wrong = {name: found for (_, name), found in draft_errors(content, [draft]).items()}
    refused += [_wrong(name, found) for name, found in wrong.items()]
    changed = {name: each for name, each in read.items() if name not in wrong and each != entries[name]}
    if changed:
        save(content, opened, replace(opened.catalogue, entries={**entries, **changed}))
    return Approved(opened.file, tuple(changed), tuple(_placed(content, opened, refused)))


def _wanted(content: Content, shelf: Shelf, wanted: Approval) -> OpenCatalogue | None:
    """The catalogue that is meant, or None where an error keeps it closed."""
    if wanted.province is not None:
        province_names(content, (wanted.province,))
    opened = shelf.find(wanted.language, wanted.province)
    if opened is None and not shelf.problems_of(wanted.province):
        mine = dict.fromkeys(each.language for each in shelf.catalogues if each.province == wanted.province)
        raise UnknownName(unknown_language(wanted.language, tuple(mine)))
    return opened


def _waiting(opened: OpenCatalogue) -> Iterator[str]:
    """The texts that are translated and not yet approved."""
    for unit in opened.units:
        state = state_of(opened.catalogue.entries.get(unit.context), unit.text)
        if state not in (State.MISSING, State.APPROVED):
            yield unit.context


def _refusal(opened: OpenCatalogue, dutch: Mapping[str, str], context: str, *, as_is: bool) -> Problem | None:
    """Why a text cannot be approved, whatever it says; or None."""
    if context not in dutch:
        return problem("SP873", None, context=context, file=opened.file, nearest=nearest(context, dutch))
    state = state_of(opened.catalogue.entries.get(context), dutch[context])
    if state is State.MISSING:
        return problem("SP874", None, context=context)
    return problem("SP875", None, context=context) if state is State.STALE and not as_is else None


def _wrong(context: str, found: Sequence[Problem]) -> Problem:
    codes = dict.fromkeys(each.code for each in found)
    return problem("SP876", None, context=context, codes=", ".join(codes))


def _placed(content: Content, opened: OpenCatalogue, refused: Sequence[Problem]) -> Iterator[Problem]:
    """Each refusal at its text, in the file as it is now."""
    path = content.root / opened.file
    written = written_texts(path.read_bytes(), opened.file) if refused and path.exists() else {}
    for each in refused:
        text = written.get(str(each.args["context"]))
        place = text.locate("") if text is not None else None
        yield replace(each, place=place, province=opened.province)
