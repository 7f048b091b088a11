"""TMX 1.4b, the form in which translation memories travel."""

from collections.abc import Iterable, Iterator

from flows.problems.codes import problem
from flows.problems.records import Problem
from flows.sources.inline_xml import UNWRITABLE_TYPE, inline_text, inline_xml, tag
from flows.sources.xml_trees import XML_NAMESPACE, Element
from flows.translation.exchange import Suggestion, without_region
from flows.translation.inline_codes import Code, Kind, pieces

ROOT = "tmx"
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

    Args:
        root: Its root element, named `ROOT`.
        languages: Codes of the source language and of the target language.
    """
    found: list[Suggestion] = []
    known: set[str] = set()
    for unit in root.descendants("tu"):
        texts = dict(_texts(unit))
        known.update(texts)
        if texts.keys() >= set(languages):
            found.append(Suggestion(texts[languages[0]], texts[languages[1]], unit.place))
    if found or not known:
        return tuple(found), []
    said = ", ".join(sorted(known))
    return (), [problem("SP894", root.place, said=said, source=languages[0], language=languages[1])]


def _texts(unit: Element) -> Iterator[tuple[str, str]]:
    for variant in unit.elements("tuv"):
        said = variant.attributes.get(_LANGUAGE) or variant.attributes.get("lang", "")
        segment = variant.first("seg")
        if segment is not None:
            yield without_region(said), inline_text(segment, {})
