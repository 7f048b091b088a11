"""The cover of a Word file: one page of colour, made of a single cell as large as the paper."""

from lxml import etree

from flows.documents.brand import Brand
from flows.press.reference import PAGE_HEIGHT, PAGE_WIDTH, WORD, page_setup, style_id
from flows.press.transforms.docx import COVER_STYLES, LOGO_STYLE

_W = f"{{{WORD}}}"
_STYLES = frozenset(style_id(style) for style in (LOGO_STYLE, *COVER_STYLES.values()))
_TOP = 1247
"""Height above the first line, in twentieths of a point."""
_LEFT_OVER = 60
"""Height that stays free for the paragraph that ends the section, in twentieths of a point."""


def set_cover(body: etree._Element, brand: Brand) -> None:
    """Put the lines of the cover, which stand first in the body, on a page of their own."""
    lines = []
    for element in body:
        style = element.find(f"{_W}pPr/{_W}pStyle")
        if style is None or style.get(f"{_W}val") not in _STYLES:
            break
        lines.append(element)
    if lines:
        table = _parsed(_cell(brand.colour(brand.cover.ground)[1:]))
        body.insert(0, table)
        body.insert(1, _parsed(_SECTION_END))
        cell = table.find(f".//{_W}tc")
        assert cell is not None
        cell.extend(lines)


def _cell(ground: str) -> str:
    no_margins = '<w:left w:w="0" w:type="dxa"/><w:right w:w="0" w:type="dxa"/>'
    return (
        f'<w:tbl xmlns:w="{WORD}"><w:tblPr><w:tblW w:w="{PAGE_WIDTH}" w:type="dxa"/>'
        '<w:tblInd w:w="0" w:type="dxa"/><w:tblLayout w:type="fixed"/>'
        f'<w:tblCellMar>{no_margins}</w:tblCellMar><w:tblLook w:val="0000"/></w:tblPr>'
        f'<w:tblGrid><w:gridCol w:w="{PAGE_WIDTH}"/></w:tblGrid>'
        f'<w:tr><w:trPr><w:cantSplit/><w:trHeight w:val="{PAGE_HEIGHT - _LEFT_OVER}" w:hRule="exact"/>'
        f'</w:trPr><w:tc><w:tcPr><w:tcW w:w="{PAGE_WIDTH}" w:type="dxa"/>'
        f'<w:shd w:val="clear" w:color="auto" w:fill="{ground}"/>'
        f'<w:tcMar><w:top w:w="{_TOP}" w:type="dxa"/></w:tcMar></w:tcPr></w:tc></w:tr></w:tbl>'
    )


_SECTION_END = (
    f'<w:p xmlns:w="{WORD}"><w:pPr><w:spacing w:before="0" w:after="0" w:line="20" w:lineRule="exact"/>'
    f'<w:rPr><w:sz w:val="2"/></w:rPr>{page_setup(0)}</w:pPr></w:p>'
)


def _parsed(xml: str) -> etree._Element:
    return etree.fromstring(xml)
