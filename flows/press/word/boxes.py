"""The panels of a Word file: asks, facts and contacts in a table, which nothing can pull apart.

A row for the title, which goes along to the next page, and one for each item; contacts side by side.
Paragraphs with borders would come apart where their indents differ; a table stays one box in every word
processor.
"""

from collections.abc import Iterator, Sequence

from flows.documents.brand import Brand

PAGE_WIDTH, PAGE_HEIGHT = 11906, 16838
"""A4 in twentieths of a point."""
MARGIN = 1247
"""22 mm in twentieths of a point."""
TEXT_WIDTH = PAGE_WIDTH - 2 * MARGIN
TWIPS_PER_MM = 56.6929
AFTER = "Na kader"
"""The style of the small paragraph that keeps two boxes apart."""
_SIDES = ("top", "left", "bottom", "right")
_AIR = 60
"""Space above and below an item, in twentieths of a point."""
_ENDS = 150
"""The same above the first and below the last."""


def style_id(name: str) -> str:
    """The id of a style: its name without spaces, as Word itself does it."""
    return "".join(word[:1].upper() + word[1:] for word in name.split())


def panel_name(style: str) -> str:
    """The table style of the panel whose paragraphs have a style: ``Vraag 1 kader``."""
    return f"{style} kader"


def opened(style: str, rows: int, *, titled: bool, columns: int = 1) -> str:
    """The start of a panel of some rows, up to where the first one's text begins."""
    grid = f'<w:gridCol w:w="{TEXT_WIDTH // columns}"/>' * columns
    return (
        f'<w:tbl><w:tblPr><w:tblStyle w:val="{style_id(panel_name(style))}"/>'
        '<w:tblW w:w="5000" w:type="pct"/><w:tblLayout w:type="fixed"/>'
        f'<w:tblLook w:val="{"0020" if titled else "0000"}"/></w:tblPr>'
        f"<w:tblGrid>{grid}</w:tblGrid>{_row(0, rows, heads=titled and rows > 1, columns=columns)}"
    )


def next_row(number: int, rows: int) -> str:
    """The end of a row and the start of the next one."""
    return f"</w:tc></w:tr>{_row(number, rows, heads=False)}"


def next_cell(columns: int) -> str:
    """The end of a cell and the start of the one beside it, in a panel of one row."""
    return f"</w:tc>{_cell(_ENDS, _ENDS, columns)}"


def closed() -> str:
    """The end of a panel, with the space below it."""
    return f"</w:tc></w:tr></w:tbl>{space()}"


def space() -> str:
    """An empty paragraph below a box or table: without one, two of them would become one."""
    return empty(AFTER)


def empty(style: str) -> str:
    """A paragraph of a style without words."""
    return f'<w:p><w:pPr><w:pStyle w:val="{style_id(style)}"/></w:pPr></w:p>'


def _row(number: int, rows: int, *, heads: bool, columns: int = 1) -> str:
    top, bottom = _ENDS if number == 0 else _AIR, _ENDS if number == rows - 1 else _AIR
    repeated = "<w:tblHeader/>" if heads else ""
    return f"<w:tr><w:trPr><w:cantSplit/>{repeated}</w:trPr>{_cell(top, bottom, columns)}"


def _cell(top: int, bottom: int, columns: int) -> str:
    return (
        f'<w:tc><w:tcPr><w:tcW w:w="{TEXT_WIDTH // columns}" w:type="dxa"/><w:tcMar>'
        f'<w:top w:w="{top}" w:type="dxa"/><w:bottom w:w="{bottom}" w:type="dxa"/></w:tcMar></w:tcPr>'
    )


def table_styles(brand: Brand) -> str:
    """The table styles of a document: panels in the colours of each chapter, the contact card, the data."""
    return "".join((data_styles(brand), *_panels(brand)))


def data_styles(brand: Brand) -> str:
    """The table style of data, and Word's own that it is based on."""
    return _NORMAL + _data(brand)


_NORMAL = (
    '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/>'
    '<w:uiPriority w:val="99"/><w:semiHidden/><w:unhideWhenUsed/>'
    '<w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar><w:top w:w="0" w:type="dxa"/>'
    '<w:left w:w="0" w:type="dxa"/><w:bottom w:w="0" w:type="dxa"/><w:right w:w="113" w:type="dxa"/>'
    "</w:tblCellMar></w:tblPr></w:style>"
)


def _data(brand: Brand) -> str:
    line, ink = brand.colour(brand.page.line), brand.colour(brand.page.ink)
    rules = _rule("top", ink, 12) + _rule("bottom", ink, 8) + _rule("insideH", line, 4)
    return (
        '<w:style w:type="table" w:styleId="Table"><w:name w:val="Table"/><w:basedOn w:val="TableNormal"/>'
        f"<w:qFormat/><w:tblPr><w:tblBorders>{rules}</w:tblBorders></w:tblPr>"
        '<w:tblStylePr w:type="firstRow"><w:rPr><w:b/><w:bCs/></w:rPr><w:tcPr><w:tcBorders>'
        f"{_rule('bottom', ink, 8)}</w:tcBorders></w:tcPr></w:tblStylePr></w:style>"
    )


def _panels(brand: Brand) -> Iterator[str]:
    for number in range(len(brand.chapters) + 1):
        solid, tint, _ = brand.tone(number)
        yield _panel(f"Vraag {number}", solid, [])
        yield _panel(f"Feit {number}", tint, [_rule("left", solid, 36)])
    yield _panel("Contact", "", [_rule(side, brand.tone(0)[0], 12) for side in _SIDES])


def _panel(style: str, ground: str, rules: Sequence[str]) -> str:
    name = panel_name(style)
    borders = f"<w:tblBorders>{''.join(rules)}</w:tblBorders>" if rules else ""
    shade = f'<w:tcPr><w:shd w:val="clear" w:color="auto" w:fill="{ground[1:]}"/></w:tcPr>' if ground else ""
    return (
        f'<w:style w:type="table" w:styleId="{style_id(name)}"><w:name w:val="{name}"/>'
        f'<w:basedOn w:val="TableNormal"/><w:qFormat/><w:tblPr>{borders}<w:tblCellMar>'
        '<w:left w:w="227" w:type="dxa"/><w:right w:w="227" w:type="dxa"/></w:tblCellMar></w:tblPr>'
        f"{shade}</w:style>"
    )


def _rule(side: str, colour: str, size: int) -> str:
    return f'<w:{side} w:val="single" w:sz="{size}" w:space="0" w:color="{colour[1:]}"/>'
