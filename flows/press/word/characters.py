"""Character styles of a Word file, in place of the properties that Pandoc's writer gives single runs."""

import re

from lxml import etree

from flows.press.word.reference import WORD
from flows.press.word.tables import style_of

_W = f"{{{WORD}}}"
_STYLES = {"b": "Strong", "i": "Emphasis"}
_ASK = re.compile("(Vraag[0-9]+)")


def set_character_styles(body: etree._Element) -> None:
    """Name a style for every run in bold or italics, and for links on a coloured ground."""
    for properties in body.iter(f"{_W}rPr"):
        if etree.QName(properties.getparent()).localname == "r":
            _name_style(properties)
    for paragraph in body.iter(f"{_W}p"):
        link = _link_style(style_of(paragraph))
        if link:
            for style in paragraph.iter(f"{_W}rStyle"):
                if style.get(f"{_W}val") == "Hyperlink":
                    style.set(f"{_W}val", link)


def _link_style(paragraph: str) -> str:
    ask = _ASK.match(paragraph)
    return f"{ask[1]}Koppeling" if ask else {"Toc1": "InhoudKoppeling"}.get(paragraph, "")


def _name_style(properties: etree._Element) -> None:
    for tag, style in _STYLES.items():
        own = properties.find(f"{_W}{tag}")
        if own is not None and not own.attrib and properties.find(f"{_W}rStyle") is None:
            for name in (tag, f"{tag}Cs"):
                for element in properties.findall(f"{_W}{name}"):
                    properties.remove(element)
            properties.insert(0, etree.Element(f"{_W}rStyle", {f"{_W}val": style}))
