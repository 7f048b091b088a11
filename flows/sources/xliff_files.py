"""XLIFF 1.2, the form in which texts go to translation agencies."""

from collections.abc import Iterable, Iterator, Sequence

from flows.sources.inline_xml import UNWRITABLE_TYPE, inline_xml, shown, tag, text_xml
from flows.translation.inline_codes import Code, Kind, Piece, pieces
from flows.translation.outgoing import Sent
from flows.translation.states import State

NAMESPACE = "urn:oasis:names:tc:xliff:document:1.2"
OURS = "standpunt"
"""Who wrote a note that is not the translator's."""

_STATES = {
    State.MISSING: "needs-translation",
    State.STALE: "needs-translation",
    State.MACHINE: "needs-review-translation",
    State.REVIEW: "translated",
    State.APPROVED: "final",
}
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
