"""The boxes and tables of a Word file: lists begin where their box does, and small tables stay together."""

from collections.abc import Iterator

from lxml import etree

from flows.press.word.boxes import TWIPS_PER_MM, panel_name, style_id
from flows.press.word.reference import WORD
from flows.press.word.styles import ASK, ASK_INDENT

W = f"{{{WORD}}}"
_STEP = 284
"""Indent of a list level inside a box, in twentieths of a point."""
_SMALL_TABLE = 16
"""Rows of a table that fits on any page."""
_SMALL_PANEL = 900
"""Letters of a panel that stays on one page; a longer one may go on, with its title, between two items."""
_CARD = style_id(panel_name("Contact"))
_PANEL = "Kader"
"""How the ids of the panels' table styles end."""
_ORDER = (
    *(
        "pStyle",
        "keepNext",
        "keepLines",
        "pageBreakBefore",
        "framePr",
        "widowControl",
        "numPr",
        "pBdr",
        "shd",
    ),
    *("tabs", "spacing", "ind", "contextualSpacing", "jc", "outlineLvl", "rPr", "sectPr"),
)
"""Paragraph properties in the order that the schema asks for, as far as they occur here."""


def set_tables(body: etree._Element) -> None:
    """Finish panels and tables with data, and keep those together that fit on a page."""
    for table in body.iter(f"{W}tbl"):
        panel = _style_of_table(table).endswith(_PANEL)
        _set_panel(table) if panel else _set_data(table)
        if _fits(table, panel):
            _keep_whole(table)


def keep_cards(body: etree._Element) -> None:
    """Keep contact cards together, and with what stands above them: none begins a page of its own."""
    for table in body.iter(f"{W}tbl"):
        if _style_of_table(table) == _CARD:
            above = table.getprevious()
            while above is not None and not _is_text(above):
                _keep_with_next(above)
                above = above.getprevious()
            if above is not None:
                _keep_with_next(above)


def _is_text(element: etree._Element) -> bool:
    """True for a paragraph with words, and for a panel of another kind."""
    return any(True for _ in element.iter(f"{W}t")) and _style_of_table(element) != _CARD


def _keep_with_next(element: etree._Element) -> None:
    for paragraph in element.iter(f"{W}p"):
        put(paragraph, "<w:keepNext/>")


def _fits(table: etree._Element, panel: bool) -> bool:
    if panel:
        return sum(len(text.text or "") for text in table.iter(f"{W}t")) <= _SMALL_PANEL
    return len(table.findall(f"{W}tr")) <= _SMALL_TABLE


def _keep_whole(table: etree._Element) -> None:
    for row in table.findall(f"{W}tr")[:-1]:
        _keep_with_next(row)


def _set_panel(table: etree._Element) -> None:
    for cell in table.iter(f"{W}tc"):
        _close(cell)
    for paragraph in table.iter(f"{W}p"):
        level = paragraph.find(f"{W}pPr/{W}numPr/{W}ilvl")
        if level is not None:
            left = _indent_of(paragraph) + _STEP * (int(level.get(f"{W}val") or 0) + 1)
            put(paragraph, f'<w:ind w:left="{left}" w:hanging="{_STEP}"/>')


def _indent_of(paragraph: etree._Element) -> int:
    """How far in a list begins: below the words of an ask, not below its number."""
    return round(ASK_INDENT * TWIPS_PER_MM) if style_of(paragraph).startswith(style_id(ASK)) else 0


def _close(cell: etree._Element) -> None:
    """End a cell with a paragraph, as Word wants it: bookmarks go inside."""
    ends: list[etree._Element] = []
    while len(cell) and cell[-1].tag == f"{W}bookmarkEnd":
        ends.insert(0, cell[-1])
        cell.remove(cell[-1])
    if not len(cell) or cell[-1].tag != f"{W}p":
        etree.SubElement(cell, f"{W}p")
    cell[-1].extend(ends)


def _set_data(table: etree._Element) -> None:
    for row in table.findall(f"{W}tr"):
        properties = properties_of(row, "trPr")
        heads = properties.find(f"{W}tblHeader") is not None
        properties.insert(0, etree.Element(f"{W}cantSplit"))
        for paragraph in row.iter(f"{W}p"):
            if style_of(paragraph) in ("Compact", "BodyText", "FirstParagraph"):
                set_style(paragraph, "Tabelkop" if heads else "Tabeltekst")


def _style_of_table(table: etree._Element) -> str:
    style = table.find(f"{W}tblPr/{W}tblStyle")
    return style.get(f"{W}val") or "" if style is not None else ""


def put(paragraph: etree._Element, properties: str) -> None:
    """Give a paragraph properties of its own, in place of those it has, in the schema's order."""
    own = properties_of(paragraph, "pPr")
    for new in parsed("pPr", properties):
        old = own.find(new.tag)
        if old is not None:
            own.remove(old)
        own.append(new)
    own[:] = sorted(own, key=_rank)


def properties_of(element: etree._Element, name: str) -> etree._Element:
    """The properties of a paragraph (``pPr``) or row (``trPr``), in front; made where there are none."""
    own = element.find(f"{W}{name}")
    if own is None:
        own = etree.Element(f"{W}{name}")
        element.insert(0, own)
    return own


def _rank(element: etree._Element) -> int:
    name = etree.QName(element).localname
    return _ORDER.index(name) if name in _ORDER else len(_ORDER)


def parsed(name: str, inner: str) -> Iterator[etree._Element]:
    """The elements of a piece of Word's XML."""
    yield from list(etree.fromstring(f'<w:{name} xmlns:w="{WORD}">{inner}</w:{name}>'))


def style_of(paragraph: etree._Element) -> str:
    """The id of a paragraph's style, or nothing where it names none."""
    style = paragraph.find(f"{W}pPr/{W}pStyle")
    return style.get(f"{W}val") or "" if style is not None else ""


def set_style(paragraph: etree._Element, name: str) -> None:
    """Give a paragraph a style, by the style's name."""
    put(paragraph, f'<w:pStyle w:val="{style_id(name)}"/>')
