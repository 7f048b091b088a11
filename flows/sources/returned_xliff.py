"""XLIFF that comes back, 1.0 to 1.2 and 2.0 to 2.2, whichever program wrote it."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from flows.problems.codes import problem
from flows.problems.records import Place, Problem
from flows.sources.inline_reading import Told, pieces_of, reading_of
from flows.sources.sentences import Sentence, sentences_of, together
from flows.sources.xliff_files import OURS
from flows.sources.xliff_states import Stage, Standing, standing
from flows.sources.xml_trees import Element
from flows.translation.entries import sha
from flows.translation.exchange import Returned, ReturnedFile, without_region
from flows.translation.foreign_codes import Reading, plain, unescaped, with_contents

_SDL = "http://sdl.com/FileTypes/SdlXliff/1.0"
_PHRASE = "http://www.memsource.com/mxlf/2.0"
_MEMOQ = "MQXliff"
_ORDER = re.compile(r"[0-9]{1,8}")


@dataclass(frozen=True, slots=True)
class _Texts:
    """What a unit of any version says.

    Attributes:
        dutch: The Dutch.
        source: The same cut into sentences, where the file does that.
        target: The translation cut into sentences.
        standing: How the translation stands.
        place: Where the translation is.
    """

    dutch: Reading
    source: tuple[Sentence, ...]
    target: tuple[Sentence, ...]
    standing: Standing
    place: Place


def returned_xliff(
    root: Element, languages: tuple[str, str]
) -> tuple[tuple[ReturnedFile, ...], list[Problem]]:
    """What an XLIFF file says; nothing where one of its parts cannot be taken as it is.

    Args:
        root: Its root element.
        languages: Codes of the source language and of the target language that it has to have.
    """
    is_second = root.attributes.get("version", "").startswith("2")
    files: list[ReturnedFile] = []
    problems: list[Problem] = []
    if root.first("file") is None:
        return (), [problem("SP106", root.place)]
    if is_second:
        problems += _wrong_languages(root, ("srcLang", "trgLang"), languages)
    for part in root.elements("file"):
        if not is_second:
            problems += _wrong_languages(part, ("source-language", "target-language"), languages)
        units = [*_units(part, "unit" if is_second else "trans-unit")]
        problems += _repeated(units)
        told = _told(part)
        found = ((each, _second(each) if is_second else _first(each, told)) for each in units)
        texts = tuple(_returned(unit, said) for unit, said in found if said is not None)
        files.append(ReturnedFile(part.attributes.get("original", ""), part.place, texts))
    return (() if problems else tuple(files)), problems


def _wrong_languages(part: Element, names: tuple[str, str], languages: tuple[str, str]) -> Iterator[Problem]:
    """A region does not matter (``en-GB``), and a part that names no language is believed."""
    for name, language in zip(names, languages, strict=True):
        said = part.attributes.get(name, language)
        if without_region(said) != language:
            yield problem("SP894", part.place, said=said, source=languages[0], language=languages[1])


def _units(inside: Element, name: str, *, wanted: bool = True) -> Iterator[Element]:
    """The units that are to be translated; what a group says counts for all in it that say nothing."""
    for child in inside.children:
        if isinstance(child, Element):
            said = child.attributes.get("translate", "")
            here = said != "no" if said else wanted
            if child.name != name:
                yield from _units(child, name, wanted=here)
            elif here:
                yield child


def _repeated(units: Iterable[Element]) -> Iterator[Problem]:
    """Names of ours that stand twice; what a stranger counts twice is no business of ours."""
    first: dict[str, Place] = {}
    for unit in units:
        context = _context(unit)
        known = first.setdefault(context, unit.place)
        if known is not unit.place and "#" in context:
            yield problem("SP895", unit.place, context=context, related=(("first", known),))


def _context(unit: Element) -> str:
    """The key of a unit: some tools number the ids anew, others write a name of their own."""
    names = [unit.attributes.get(key, "") for key in ("resname", "name", "id")]
    return next((name for name in names if "#" in name), next(filter(None, names), ""))


def _returned(unit: Element, said: _Texts) -> Returned:
    context = _context(unit)
    whole = together(said.source, said.target, said.place, context)
    dutch, text = plain(said.dutch), plain(whole.reading, said.dutch)
    extra = dict(word.split("=", 1) for word in unit.attributes.get("extradata", "").split() if "=" in word)
    # Programs prefill what nobody translated yet with the Dutch.
    is_copy = said.standing.stage is Stage.OPEN and sha(dutch) == sha(text)
    # What went out as a program's work and came back otherwise, a person changed.
    is_edited = extra.get("seen", "") not in ("", sha(""), sha(text))
    return Returned(
        context=context,
        dutch=dutch,
        text="" if is_copy else text,
        place=said.place,
        is_read=said.standing.stage >= Stage.READ,
        is_approved=said.standing.stage is Stage.FINAL,
        origin="" if is_edited else said.standing.origin,
        said=extra.get("nl-sha", ""),
        seen=extra.get("seen", ""),
        comments=tuple(_comments(unit)),
        readings=() if is_copy else (said.dutch, whole.reading),
        refusals=whole.problems,
    )


def _comments(unit: Element) -> Iterator[str]:
    """What the translator wrote beside a text."""
    for note in (
        *unit.elements("note"),
        *(each for some in unit.elements("notes") for each in some.elements("note")),
    ):
        if OURS not in (note.attributes.get("from"), note.attributes.get("category")):
            yield from (line.strip() for line in plain(reading_of(note)).split("\n") if line.strip())


def _first(unit: Element, told: Told) -> _Texts | None:
    """A unit of XLIFF 1."""
    source, target = unit.first("source"), unit.first("target")
    if source is None:
        return None
    contents = _contents(unit)
    cut = sentences_of(pieces_of(unit.first("seg-source") or source, told))
    parts = sentences_of(pieces_of(target, told)) if target is not None else ()
    about = target.attributes if target is not None else {}
    confirmed = unit.attributes.get(f"{_PHRASE} confirmed", "")
    memoq = unit.attributes.get(f"{_MEMOQ} status", "")
    segments = [*unit.descendants(f"{_SDL} seg")]
    states = [
        about.get("state", ""),
        memoq,
        "translated" if confirmed == "1" else "",
        *(each.attributes.get("conf", "Unspecified") for each in segments),
    ]
    sources = [about.get("state-qualifier", ""), memoq, unit.attributes.get(f"{_PHRASE} trans-origin", "")]
    sources += [each.attributes.get("origin", "") for each in segments]
    return _Texts(
        _filled(reading_of(source, told), contents),
        tuple(Sentence(each.name, _filled(each.reading, contents)) for each in cut),
        tuple(Sentence(each.name, _filled(each.reading, contents)) for each in parts),
        standing(states, sources, is_approved=unit.attributes.get("approved") == "yes"),
        target.place if target is not None else unit.place,
    )


def _told(part: Element) -> Told:
    """What the codes of Trados hold, which it tells at the beginning of a file."""
    told: dict[tuple[str, str], str] = {}
    for each in part.descendants(f"{_SDL} tag"):
        for child in each.children:
            if isinstance(child, Element):
                kind = child.name.rpartition(" ")[2]
                told[kind, each.attributes.get("id", "")] = plain(reading_of(child))
    return told


def _contents(unit: Element) -> Mapping[str, str]:
    """What the codes of Phrase hold, which it tells behind a text."""
    marks = (
        each
        for some in unit.elements(f"{_PHRASE} tunit-metadata")
        for each in some.elements(f"{_PHRASE} mark")
    )
    return {
        mark.attributes.get("id", ""): unescaped(plain(reading_of(content)))
        for mark in marks
        if (content := mark.first(f"{_PHRASE} content")) is not None
    }


def _filled(reading: Reading, contents: Mapping[str, str]) -> Reading:
    if not contents:
        return reading
    filled = (with_contents(each, contents) if isinstance(each, str) else (each,) for each in reading)
    return tuple(piece for some in filled for piece in some)


def _second(unit: Element) -> _Texts | None:
    """A unit of XLIFF 2, whose segments are sentences."""
    told = {
        ("data", each.attributes.get("id", "")): plain(reading_of(each))
        for some in unit.elements("originalData")
        for each in some.elements("data")
    }
    parts = [
        each for each in unit.children if isinstance(each, Element) and each.name in ("segment", "ignorable")
    ]
    segments = [each for each in parts if each.name == "segment"]
    if not segments:
        return None
    targets = [each.first("target") for each in segments]
    given = [each for each in targets if each is not None]
    words = [each.attributes.get("subState", "").rpartition(":")[2] for each in segments]
    states = [each.attributes.get("state", "") for each in segments]
    source = tuple(_sentence(each, "source", told, at) for at, each in enumerate(parts))
    return _Texts(
        tuple(piece for each in source for piece in each.reading),
        source,
        tuple(_ordered(parts, told)) if given else (),
        standing(states, words),
        given[0].place if given else unit.place,
    )


def _sentence(part: Element, name: str, told: Told, at: int) -> Sentence:
    text = part.first(name)
    if text is None and part.name == "ignorable":
        text = part.first("source")
    return Sentence(
        str(at + 1) if part.name == "segment" else "", reading_of(text, told) if text is not None else ()
    )


def _ordered(parts: list[Element], told: Told) -> Iterator[Sentence]:
    """The translations in the order that they have, where that is not the order of the Dutch."""

    def place(at: int) -> tuple[int, int]:
        target = parts[at].first("target")
        said = target.attributes.get("order", "") if target is not None else ""
        return int(said) if _ORDER.fullmatch(said) else at + 1, at

    for at in sorted(range(len(parts)), key=place):
        yield _sentence(parts[at], "target", told, at)
