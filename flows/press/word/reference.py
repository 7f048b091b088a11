"""The reference document of the Word writer, built from the brand: every style that a document uses."""

from collections.abc import Mapping

from flows.documents.brand import Brand
from flows.press.store.packages import package
from flows.press.word.boxes import (
    MARGIN,
    PAGE_HEIGHT,
    PAGE_WIDTH,
    TWIPS_PER_MM,
    style_id,
    table_styles,
)
from flows.press.word.styles import (
    ASK,
    ASK_INDENT,
    DEFAULT_CHARACTERS,
    Look,
    character_styles,
    paragraph_styles,
)

WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGES = "http://schemas.openxmlformats.org/package/2006"
_WORD_PART = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'


_ASKS = 1
"""Id of the numbering of the asks."""
_NUMBER = 26
"""Size of their numbers in half points."""


def reference_document(brand: Brand) -> bytes:
    """The reference document of brochures: equal bytes for equal brands."""
    return styled_document(brand, paragraph_styles(brand), character_styles(brand), table_styles(brand))


def styled_document(
    brand: Brand, paragraphs: Mapping[str, Look], characters: Mapping[str, Look], tables: str
) -> bytes:
    """An empty Word file with styles of paragraphs and characters by name, and of tables as Word's XML."""
    return package(
        {
            "[Content_Types].xml": _content_types(),
            "_rels/.rels": _relations([("officeDocument", "word/document.xml")]),
            "word/document.xml": _document(),
            "word/_rels/document.xml.rels": _relations(
                [(name, f"{name}.xml") for name in ("styles", "settings", "fontTable", "numbering")]
            ),
            "word/styles.xml": _styles(brand, paragraphs, characters, tables),
            "word/settings.xml": _settings(),
            "word/fontTable.xml": _fonts(brand),
            "word/numbering.xml": _numbering(),
        }
    )


def page_setup(margin: int = MARGIN, extra: str = "", top: int | None = None) -> str:
    """The section properties of a page with `margin` twentieths of a point on all sides; `top` may differ."""
    return (
        f'<w:sectPr>{extra}<w:pgSz w:w="{PAGE_WIDTH}" w:h="{PAGE_HEIGHT}"/>'
        f'<w:pgMar w:top="{margin if top is None else top}" w:right="{margin}" w:bottom="{margin}" '
        f'w:left="{margin}" '
        f'w:header="{min(margin, 624)}" w:footer="{min(margin, 624)}" w:gutter="0"/></w:sectPr>'
    )


def _content_types() -> str:
    parts = [
        ("document", "document.main"),
        ("styles", "styles"),
        ("settings", "settings"),
        ("fontTable", "fontTable"),
        ("numbering", "numbering"),
    ]
    overrides = "".join(
        f'<Override PartName="/word/{name}.xml" ContentType="{_WORD_PART}.{kind}+xml"/>'
        for name, kind in parts
    )
    return (
        f'{_HEAD}<Types xmlns="{_PACKAGES}/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{overrides}</Types>'
    )


def _relations(targets: list[tuple[str, str]]) -> str:
    lines = "".join(
        f'<Relationship Id="rId{number}" Type="{RELATIONS}/{kind}" Target="{target}"/>'
        for number, (kind, target) in enumerate(targets, 1)
    )
    return f'{_HEAD}<Relationships xmlns="{_PACKAGES}/relationships">{lines}</Relationships>'


def _document() -> str:
    return f'{_HEAD}<w:document xmlns:w="{WORD}"><w:body><w:p/>{page_setup()}</w:body></w:document>'


def _settings() -> str:
    return (
        f'{_HEAD}<w:settings xmlns:w="{WORD}"><w:zoom w:percent="100"/><w:defaultTabStop w:val="720"/>'
        '<w:autoHyphenation w:val="0"/>'
        '<w:characterSpacingControl w:val="doNotCompress"/><w:compat>'
        '<w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" '
        'w:val="15"/></w:compat></w:settings>'
    )


def _numbering() -> str:
    """The one numbering of the asks, large and bold, in the colour of each ask; Pandoc's begin at 990."""
    indent = _twips(ASK_INDENT)
    return (
        f'{_HEAD}<w:numbering xmlns:w="{WORD}"><w:abstractNum w:abstractNumId="{_ASKS}">'
        '<w:multiLevelType w:val="singleLevel"/><w:name w:val="Vragen"/>'
        '<w:lvl w:ilvl="0"><w:start w:val="1"/>'
        f'<w:numFmt w:val="decimal"/><w:pStyle w:val="{style_id(ASK)}"/><w:lvlText w:val="%1"/>'
        f'<w:lvlJc w:val="left"/><w:pPr><w:tabs><w:tab w:val="num" w:pos="{indent}"/></w:tabs>'
        f'<w:ind w:left="{indent}" w:hanging="{indent}"/></w:pPr>'
        f'<w:rPr><w:b/><w:sz w:val="{_NUMBER}"/></w:rPr></w:lvl></w:abstractNum>'
        f'<w:num w:numId="{_ASKS}"><w:abstractNumId w:val="{_ASKS}"/></w:num></w:numbering>'
    )


def _fonts(brand: Brand) -> str:
    instead = ",".join(brand.fonts.instead)
    other = f'<w:altName w:val="{instead}"/>' if instead else ""
    return (
        f'{_HEAD}<w:fonts xmlns:w="{WORD}"><w:font w:name="{brand.fonts.family}">{other}</w:font></w:fonts>'
    )


def _styles(brand: Brand, paragraphs: Mapping[str, Look], characters: Mapping[str, Look], tables: str) -> str:
    font = brand.fonts.family
    styles = "".join(
        (
            *(_paragraph_style(name, look) for name, look in paragraphs.items()),
            *(_character_style(name, look) for name, look in characters.items()),
            tables,
        )
    )
    return (
        f'{_HEAD}<w:styles xmlns:w="{WORD}"><w:docDefaults><w:rPrDefault><w:rPr>'
        f'<w:rFonts w:ascii="{font}" w:hAnsi="{font}" w:cs="{font}" w:eastAsia="{font}"/>'
        '<w:lang w:val="nl-NL" w:eastAsia="nl-NL" w:bidi="ar-SA"/></w:rPr></w:rPrDefault>'
        "<w:pPrDefault><w:pPr><w:widowControl/></w:pPr></w:pPrDefault></w:docDefaults>"
        f"{styles}</w:styles>"
    )


def _character_style(name: str, look: Look) -> str:
    based = f'<w:basedOn w:val="{style_id(look.based_on)}"/>' if look.based_on else ""
    default = ' w:default="1"' if name == DEFAULT_CHARACTERS else ""
    shown = "<w:semiHidden/>" if default else "<w:qFormat/>"
    return (
        f'<w:style w:type="character"{default} w:styleId="{style_id(name)}"><w:name w:val="{name}"/>{based}'
        f"{shown}<w:rPr>{run_properties(look)}</w:rPr></w:style>"
    )


def _paragraph_style(name: str, look: Look) -> str:
    default = ' w:default="1"' if name == "Normal" else ""
    based = f'<w:basedOn w:val="{style_id(look.based_on)}"/>' if look.based_on else ""
    follows = '<w:next w:val="BodyText"/>' if look.level is not None else ""
    return (
        f'<w:style w:type="paragraph"{default} w:styleId="{style_id(name)}"><w:name w:val="{name}"/>{based}'
        f"{follows}<w:qFormat/><w:pPr>{paragraph_properties(look)}</w:pPr><w:rPr>{run_properties(look)}</w:rPr></w:style>"
    )


def paragraph_properties(look: Look) -> str:
    """Paragraph properties, in the order that the schema asks for."""
    return "".join(
        (
            "<w:keepNext/>" if look.keep else "",
            "<w:keepLines/>" if look.whole else "",
            f'<w:numPr><w:numId w:val="{_ASKS}"/></w:numPr>' if look.counted else "",
            _borders(look),
            f'<w:shd w:val="clear" w:color="auto" w:fill="{look.ground[1:]}"/>' if look.ground else "",
            _tab(look),
            _spacing(look),
            f'<w:ind w:left="{_twips(look.left)}" w:right="{_twips(look.right)}"/>'
            if look.left or look.right
            else "",
            f'<w:outlineLvl w:val="{look.level}"/>' if look.level is not None else "",
        )
    )


def _borders(look: Look) -> str:
    sides = dict.fromkeys(_SIDES[:4], (look.frame, 8, 6)) if look.frame else {}
    if look.edge:
        sides["left"] = (look.edge, 24, 8)
    if look.roof:
        sides["top"] = (look.roof, 4, 4)
    if look.floor:
        sides["bottom"] = sides["between"] = (look.floor, 4, 4)
    rules = "".join(_rule(side, *sides[side]) for side in _SIDES if side in sides)
    return f"<w:pBdr>{rules}</w:pBdr>" if rules else ""


_SIDES = ("top", "left", "bottom", "right", "between")


def _rule(side: str, colour: str, size: int, space: int) -> str:
    """A rule of `size` eighths of a point, `space` points from the text."""
    return f'<w:{side} w:val="single" w:sz="{size}" w:space="{space}" w:color="{colour[1:]}"/>'


def _tab(look: Look) -> str:
    if not look.tab:
        return ""
    return f'<w:tabs><w:tab w:val="right" w:leader="dot" w:pos="{_twips(look.tab)}"/></w:tabs>'


def _spacing(look: Look) -> str:
    stated = {"before": (look.before, 20), "after": (look.after, 20), "line": (look.line, 240)}
    numbers = [
        f' w:{name}="{round(value * unit)}"' for name, (value, unit) in stated.items() if value is not None
    ]
    rule = ' w:lineRule="auto"' if look.line is not None else ""
    if look.height:
        numbers, rule = [*numbers, f' w:line="{round(look.height * 20)}"'], ' w:lineRule="exact"'
    return f"<w:spacing{''.join(numbers)}{rule}/>" if numbers else ""


def run_properties(look: Look) -> str:
    """Run properties, in the order that the schema asks for."""
    size = (
        f'<w:sz w:val="{round(look.size * 2)}"/><w:szCs w:val="{round(look.size * 2)}"/>' if look.size else ""
    )
    return "".join(
        (
            "<w:b/><w:bCs/>" if look.bold else "",
            "<w:i/><w:iCs/>" if look.italic else "",
            "<w:strike/>" if look.struck else "",
            f'<w:color w:val="{look.colour[1:]}"/>' if look.colour else "",
            size,
            f'<w:u w:val="{look.underline}"/>' if look.underline else "",
        )
    )


def _twips(millimetres: float) -> int:
    return round(millimetres * TWIPS_PER_MM)
