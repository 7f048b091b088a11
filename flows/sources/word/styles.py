"""What the styles and lists of a Word file mean, whatever a program called them."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from lxml import etree

WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
W = f"{{{WORD}}}"
VAL = f"{W}val"
_HEADING = re.compile(r"(?:heading|kop) ?([1-9])")
_OFF = ("0", "false", "off", "none")
LABELS = ("standpunt label", "standpunt uitleg")
FIELD_NAME, GIVEN = "veldnaam", "gegeven"
_TEXT = 9
"""The outline level of what is no heading."""
_DEPTH = 20
"""Styles that are based on each other; a longer chain is a circle."""


@dataclass(frozen=True, slots=True)
class Style:
    """A style: its name in small letters, the style it is based on, and what it says itself."""

    name: str
    based_on: str = ""
    bold: bool | None = None
    italic: bool | None = None
    level: int | None = None
    number: tuple[str, int] | None = None


@dataclass(frozen=True, slots=True)
class Styles:
    """The styles and lists of a file by their ids."""

    styles: Mapping[str, Style] = field(default_factory=dict)
    ordered: Mapping[tuple[str, int], bool] = field(default_factory=dict)

    def name(self, identifier: str) -> str:
        """The name of a style in small letters; its id where the file does not say it."""
        style = self.styles.get(identifier)
        return style.name if style is not None else identifier.lower()

    def chain(self, identifier: str) -> list[Style]:
        """A style and what it is based on, nearest first."""
        found: list[Style] = []
        while identifier in self.styles and len(found) < _DEPTH:
            found.append(self.styles[identifier])
            identifier = found[-1].based_on
        return found

    def is_bold(self, identifier: str) -> bool:
        """Whether text in a style is bold by that alone."""
        return next((each.bold for each in self.chain(identifier) if each.bold is not None), False)

    def is_italic(self, identifier: str) -> bool:
        """Whether text in a style is italic by that alone."""
        return next((each.italic for each in self.chain(identifier) if each.italic is not None), False)

    def heading(self, identifier: str) -> int:
        """The level of a heading from 1; 0 for what is none."""
        for style in self.chain(identifier):
            named = _HEADING.fullmatch(style.name)
            if named is not None:
                return int(named[1])
            if style.level is not None:
                return style.level + 1 if style.level < _TEXT else 0
        return 0

    def listed(self, properties: etree._Element | None, identifier: str) -> tuple[int, bool]:
        """The level of a list item from 1, and whether the list counts; 0 for what is no item."""
        own = _number(properties) if properties is not None else None
        number = own or next((each.number for each in self.chain(identifier) if each.number), None)
        if number is None or number[0] == "0":
            return 0, False
        return number[1] + 1, self.ordered.get(number, False)


def read_styles(styles: etree._Element | None, numbering: etree._Element | None) -> Styles:
    """The styles and lists that two parts of a file describe; a part may be missing."""
    found = {}
    for element in styles.iter(f"{W}style") if styles is not None else ():
        found[element.get(f"{W}styleId") or ""] = _style(element)
    return Styles(found, _ordered(numbering) if numbering is not None else {})


def is_on(element: etree._Element | None) -> bool | None:
    """Whether a switch is on; None where it says nothing."""
    return None if element is None else (element.get(VAL) or "1").lower() not in _OFF


def _style(element: etree._Element) -> Style:
    about, looks = element.find(f"{W}pPr"), element.find(f"{W}rPr")
    level = about.find(f"{W}outlineLvl") if about is not None else None
    return Style(
        _value(element, "name").lower(),
        _value(element, "basedOn"),
        is_on(looks.find(f"{W}b")) if looks is not None else None,
        is_on(looks.find(f"{W}i")) if looks is not None else None,
        _whole(level.get(VAL)) if level is not None else None,
        _number(about) if about is not None else None,
    )


def _value(element: etree._Element, name: str) -> str:
    found = element.find(f"{W}{name}")
    return (found.get(VAL) or "") if found is not None else ""


def _number(properties: etree._Element) -> tuple[str, int] | None:
    found = properties.find(f"{W}numPr")
    if found is None or found.find(f"{W}numId") is None:
        return None
    return _value(found, "numId"), _whole(_value(found, "ilvl") or "0") or 0


def _whole(written: str | None) -> int | None:
    return int(written) if written is not None and re.fullmatch(r"\d{1,4}", written) else None


def _ordered(numbering: etree._Element) -> dict[tuple[str, int], bool]:
    """Whether each level of each list counts, by the number of the list and the level from 0."""
    kinds: dict[str, dict[int, bool]] = {}
    for each in numbering.iter(f"{W}abstractNum"):
        levels = {}
        for level in each.iter(f"{W}lvl"):
            levels[_whole(level.get(f"{W}ilvl")) or 0] = _value(level, "numFmt") not in ("bullet", "none", "")
        kinds[each.get(f"{W}abstractNumId") or ""] = levels
    return {
        (each.get(f"{W}numId") or "", level): counts
        for each in numbering.iter(f"{W}num")
        for level, counts in kinds.get(_value(each, "abstractNumId"), {}).items()
    }
