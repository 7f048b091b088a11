"""The names under which Word shows styles: Dutch, but for its own, which it translates itself."""

from collections.abc import Mapping

from lxml import etree

from flows.press.word.reference import WORD

_W = f"{{{WORD}}}"
_PANDOC: Mapping[str, str] = {
    "FirstParagraph": "Eerste alinea",
    "Compact": "Korte alinea",
    "VerbatimChar": "Letterlijk",
    "Table": "Cijfertabel",
}
"""Styles that Pandoc looks up by an English name; once it has written, only their ids count."""


def set_names(styles: etree._Element, body: etree._Element) -> None:
    """Rename Pandoc's styles, and drop those for the code of programs that no text here uses."""
    used = {one.get(f"{_W}val") for tag in ("pStyle", "rStyle") for one in body.iter(f"{_W}{tag}")}
    for style in list(styles.iter(f"{_W}style")):
        anchor = style.get(f"{_W}styleId") or ""
        if anchor in _PANDOC:
            style[0].set(f"{_W}val", _PANDOC[anchor])
        elif _is_for_code(anchor) and anchor not in used:
            styles.remove(style)


def _is_for_code(anchor: str) -> bool:
    return anchor == "SourceCode" or anchor.endswith("Tok")
