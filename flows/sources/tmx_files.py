"""TMX, the form in which translation memories travel: 1.4b as we write it, any version as we read it."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from flows.problems.codes import problem
from flows.problems.records import Problem
from flows.sources.inline_reading import reading_of
from flows.sources.inline_xml import UNWRITABLE_TYPE, inline_xml, tag
from flows.sources.xml_trees import XML_NAMESPACE, Element
from flows.translation.exchange import Suggestion, without_region
from flows.translation.foreign_codes import plain
from flows.translation.inline_codes import Code, Kind, pieces

MOST_VARIANTS = 6
"""Variants of a language that a sentence names."""

_LANGUAGE = f"{XML_NAMESPACE} lang"
_TYPES = {Kind.VARIABLE: "variable", Kind.ADDRESS: "link", Kind.UNWRITABLE: UNWRITABLE_TYPE}


def tmx_bytes(languages: tuple[str, str], pairs: Iterable[tuple[str, str]]) -> bytes:
    """A translation memory: the same pairs in any order always give the same bytes.

    Args:
        languages: Codes of the source language and of the target language.
        pairs: Texts and their translations.
    """
    about = {
        "creationtool": "Standpunt",
        "creationtoolversion": "1",
        "datatype": "x-markdown",
        "segtype": "paragraph",
        "adminlang": languages[0],
        "srclang": languages[0],
        "o-tmf": "Standpunt",
    }
    lines = [
        '<?xml version="1.0" encoding="UTF-8"?>',
        '<tmx version="1.4">',
        f" <{tag('header', about)}/>",
        " <body>",
        *(line for pair in sorted(set(pairs)) for line in _unit_lines(languages, pair)),
        " </body>",
        "</tmx>",
    ]
    return ("\n".join(lines) + "\n").encode()


def _unit_lines(languages: tuple[str, str], pair: tuple[str, str]) -> Iterator[str]:
    dutch = pieces(pair[0])
    yield "  <tu>"
    for language, found in zip(languages, (dutch, pieces(pair[1], dutch)), strict=True):
        yield f"   <{tag('tuv', {'xml:lang': language})}><seg>{inline_xml(found, _attributes)}</seg></tuv>"
    yield "  </tu>"


def _attributes(code: Code) -> dict[str, str]:
    number = str(code.number)
    if code.kind in _TYPES:
        return {"x": number, "type": _TYPES[code.kind]}
    return {"i": number, "x": number} if code.kind is Kind.OPENING else {"i": number}


def suggestions(root: Element, languages: tuple[str, str]) -> tuple[tuple[Suggestion, ...], list[Problem]]:
    """The pairs of a translation memory in two languages, whatever regions they name.

    Of several variants of a language in one unit, the one with exactly its code counts, or else the one that
    stands first in the memory; a warning says which.

    Args:
        root: Its root element.
        languages: Codes of the source language and of the target language.
    """
    found: list[Suggestion] = []
    known: dict[str, int] = {}
    told: dict[str, Problem] = {}
    for unit in root.descendants("tu"):
        variants = dict(_variants(unit))
        for said in variants:
            known.setdefault(said, len(known))
        chosen = [_chosen(variants, language, known) for language in languages]
        for language, one in zip(languages, chosen, strict=True):
            if len(one) > 1:
                told.setdefault(language, _several(one, unit))
        if all(chosen):
            found.append(_suggestion(unit, variants[chosen[0][0]], variants[chosen[1][0]]))
    if found or not known:
        return tuple(found), [*told.values()]
    return (), [
        problem(
            "SP894", root.place, said=", ".join(sorted(known)), source=languages[0], language=languages[1]
        )
    ]


def _variants(unit: Element) -> Iterator[tuple[str, Element]]:
    for variant in unit.elements("tuv"):
        said = variant.attributes.get(_LANGUAGE) or variant.attributes.get("lang", "")
        segment = variant.first("seg")
        if segment is not None:
            yield said.replace("_", "-").lower(), segment


def _chosen(variants: Mapping[str, Element], language: str, known: Mapping[str, int]) -> list[str]:
    """The variants of a language in a unit, the one that counts first."""
    mine = (said for said in variants if without_region(said) == language)
    return sorted(mine, key=lambda said: (said != language, known[said]))


def _several(chosen: Sequence[str], unit: Element) -> Problem:
    names = tuple(_shown(each) for each in chosen[:MOST_VARIANTS])
    return problem("SP846", unit.place, variants=names, taken=names[0])


def _shown(said: str) -> str:
    language, _, region = said.partition("-")
    return f"{language}-{region.upper()}" if region else language


def _suggestion(unit: Element, source: Element, target: Element) -> Suggestion:
    dutch, text = reading_of(source), reading_of(target)
    return Suggestion(plain(dutch), plain(text, dutch), unit.place, (dutch, text))
