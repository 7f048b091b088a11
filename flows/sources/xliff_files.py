"""XLIFF 1.2, the form in which translation agencies take and return texts."""

from collections.abc import Iterable, Iterator, Sequence

from flows.problems.codes import problem
from flows.problems.records import Place, Problem
from flows.sources.inline_xml import UNWRITABLE_TYPE, codes_of, inline_text, inline_xml, shown, tag, text_xml
from flows.sources.xml_trees import Element
from flows.translation.exchange import Returned, ReturnedFile, without_region
from flows.translation.inline_codes import Code, Kind, Piece, pieces
from flows.translation.outgoing import Sent
from flows.translation.states import State

NAMESPACE = "urn:oasis:names:tc:xliff:document:1.2"
ROOT = f"{NAMESPACE} xliff"
OURS = "standpunt"
"""Who wrote a note that is not the translator's."""

_STATES = {
    State.MISSING: "needs-translation",
    State.STALE: "needs-translation",
    State.MACHINE: "needs-review-translation",
    State.REVIEW: "translated",
    State.APPROVED: "final",
}
_FINAL = frozenset({"final", "signed-off"})
_READ = _FINAL | {"translated"}
_MACHINE = frozenset({"mt-suggestion", "leveraged-mt"})
_TYPES = {Kind.VARIABLE: "x-variable", Kind.ADDRESS: "x-link", Kind.UNWRITABLE: UNWRITABLE_TYPE}
_PAIRED = {"*": "italic", "**": "bold", "[": "link"}


def xliff_bytes(original: str, languages: tuple[str, str], texts: Iterable[Sent]) -> bytes:
    """Texts of one catalogue as an XLIFF file: the same texts always give the same bytes.

    Args:
        original: The catalogue, as in ``shared/2027/en.po``.
        languages: Codes of the source language and of the target language.
        texts: The texts in reading order.
    """
    about = {"original": original, "source-language": languages[0], "target-language": languages[1]}
    lines = [
        '<?xml version="1.0" encoding="UTF-8"?>',
        f'<xliff version="1.2" xmlns="{NAMESPACE}">',
        f" <{tag('file', about | {'datatype': 'x-markdown'})}>",
        "  <body>",
        *(line for text in texts for line in _unit_lines(text)),
        "  </body>",
        " </file>",
        "</xliff>",
    ]
    return ("\n".join(lines) + "\n").encode()


def _unit_lines(text: Sent) -> Iterator[str]:
    dutch = pieces(text.unit.source)
    state = {"state": _STATES[text.state]}
    if text.state is State.MACHINE:
        state["state-qualifier"] = "mt-suggestion" if text.entry.origin.startswith("mt:") else "fuzzy-match"
    about = {
        "id": text.unit.context,
        "resname": text.unit.context,
        "approved": "yes" if text.state is State.APPROVED else "no",
        "xml:space": "preserve",
        "extradata": f"nl-sha={text.nl_sha} seen={text.seen}",
    }
    yield f"   <{tag('trans-unit', about)}>"
    yield f"    <source>{_xml(dutch)}</source>"
    yield f"    <{tag('target', state)}>{_xml(pieces(text.entry.text, dutch))}</target>"
    for note in text.notes:
        yield f'    <note from="{OURS}">{text_xml(note)}</note>'
    if text.state is State.STALE and text.previous:
        old = pieces(text.previous)
        yield '    <alt-trans alttranstype="previous-version">'
        yield f"     <source>{_xml(old)}</source>"
        yield f"     <target>{_xml(pieces(text.entry.text, old))}</target>"
        yield "    </alt-trans>"
    yield "   </trans-unit>"


def _xml(found: Sequence[Piece]) -> str:
    opening = {
        each.number: each.text for each in found if isinstance(each, Code) and each.kind is Kind.OPENING
    }

    def attributes(code: Code) -> dict[str, str]:
        paired = _PAIRED.get(opening.get(code.number, ""), "x-markdown")
        number = str(code.number)
        if code.kind in _TYPES:
            return {"id": number, "ctype": _TYPES[code.kind], "equiv-text": shown(code)}
        if code.kind is Kind.CLOSING:
            return {"id": number, "rid": number}
        return {"id": number, "rid": number, "ctype": paired}

    return inline_xml(found, attributes)


def returned_xliff(
    root: Element, languages: tuple[str, str]
) -> tuple[tuple[ReturnedFile, ...], list[Problem]]:
    """What an XLIFF file of any tool says; nothing where one of its parts cannot be taken as it is.

    Args:
        root: Its root element, named `ROOT`.
        languages: Codes of the source language and of the target language that it has to have.
    """
    files: list[ReturnedFile] = []
    problems: list[Problem] = []
    for part in root.elements(f"{NAMESPACE} file"):
        problems += _wrong_languages(part, languages)
        units = [
            each
            for each in part.descendants(f"{NAMESPACE} trans-unit")
            if each.attributes.get("translate") != "no"
        ]
        problems += _repeated(units)
        texts = tuple(text for each in units if (text := _returned(each)) is not None)
        files.append(ReturnedFile(part.attributes.get("original", ""), part.place, texts))
    return (() if problems else tuple(files)), problems


def _wrong_languages(part: Element, languages: tuple[str, str]) -> Iterator[Problem]:
    """A region does not matter (``en-GB``), and a part that names no language is believed."""
    for name, language in zip(("source-language", "target-language"), languages, strict=True):
        said = part.attributes.get(name, language)
        if without_region(said) != language:
            yield problem("SP894", part.place, said=said, source=languages[0], language=languages[1])


def _repeated(units: Iterable[Element]) -> Iterator[Problem]:
    first: dict[str, Place] = {}
    for unit in units:
        known = first.setdefault(_context(unit), unit.place)
        if known is not unit.place:
            yield problem("SP895", unit.place, context=_context(unit), related=(("first", known),))


def _context(unit: Element) -> str:
    """The key of a unit: some tools number the ids anew, others write a name of their own."""
    names = [unit.attributes.get(key, "") for key in ("resname", "id")]
    return next((name for name in names if "#" in name), names[0] or names[1])


def _returned(unit: Element) -> Returned | None:
    source, target = unit.first(f"{NAMESPACE} source"), unit.first(f"{NAMESPACE} target")
    if source is None:
        return None
    codes = codes_of(source)
    told = target.attributes if target is not None else {}
    is_approved = unit.attributes.get("approved") == "yes" or told.get("state") in _FINAL
    is_read = is_approved or told.get("state") in _READ
    is_machine = not is_read and told.get("state-qualifier") in _MACHINE
    extra = dict(word.split("=", 1) for word in unit.attributes.get("extradata", "").split() if "=" in word)
    return Returned(
        context=_context(unit),
        dutch=inline_text(source, codes),
        text=inline_text(target, codes) if target is not None else "",
        place=target.place if target is not None else unit.place,
        is_read=is_read,
        is_approved=is_approved,
        origin="mt:xliff" if is_machine else "",
        said=extra.get("nl-sha", ""),
        seen=extra.get("seen", ""),
        comments=tuple(_comments(unit)),
    )


def _comments(unit: Element) -> Iterator[str]:
    """What the translator wrote beside a text."""
    for note in unit.elements(f"{NAMESPACE} note"):
        if note.attributes.get("from") != OURS:
            yield from (line.strip() for line in inline_text(note, {}).split("\n") if line.strip())
