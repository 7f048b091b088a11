"""A working copy as a Word file: the same bytes for the same copy."""

from xml.sax.saxutils import escape, quoteattr

from flows.documents.brand import Brand
from flows.documents.working_copy.record import record
from flows.documents.working_copy.sheet import Sheet
from flows.press.store.packages import package, parts_of
from flows.press.word.properties import Properties, set_properties
from flows.press.word.reference import RELATIONS, WORD, page_setup, styled_document
from flows.press.word.working_copy.paragraphs import (
    FIRST_COUNTED,
    POINTS,
    Writing,
    comments_part,
    relation_of,
)
from flows.press.word.working_copy.styles import character_styles, paragraph_styles
from flows.press.word.working_copy.theme import theme_part
from flows.returns.copies import WorkingCopy

_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_ITEM = "customXml/item1.xml"
_CUSTOM = "http://schemas.openxmlformats.org/officeDocument/2006/custom-properties"
_TYPES = "http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes"
_DATA = "http://schemas.openxmlformats.org/officeDocument/2006/customXml"
_PACKAGES = "http://schemas.openxmlformats.org/package/2006"
_FORMAT = "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}"
"""The set that custom properties belong to, as Office asks for it."""
_RECORD = "{5B0D7C62-6E0B-4E0A-9F43-9A1C7A3B2F11}"
"""The name of our data among that of other programs."""
_DEPTH, _STEP = 9, 425
"""Levels of a list, and the twentieths of a point by which each stands deeper."""


def working_copy(sheet: Sheet, brand: Brand, about: Properties) -> bytes:
    """The Word file of a working copy.

    Args:
        sheet: Its rows.
        brand: The colours and fonts of the association.
        about: What the file says of itself to a reader.
    """
    parts = parts_of(styled_document(brand, paragraph_styles(brand), character_styles(brand), ""))
    writing = Writing()
    body = writing.body(sheet)
    spaces = f'xmlns:w="{WORD}" xmlns:r="{RELATIONS}"'
    document = f"{_HEAD}<w:document {spaces}><w:body>{body}{page_setup()}</w:body></w:document>"
    parts["word/document.xml"] = document.encode()
    parts["word/numbering.xml"] = _numbering(writing.counted).encode()
    links = "".join(relation_of(number, each) for number, each in enumerate(writing.links, 1))
    parts["word/theme/theme1.xml"] = (_HEAD + theme_part(brand)).encode()
    item = _relation("rIdTheme", f"{RELATIONS}/theme", "theme/theme1.xml")
    item += _relation("rIdRecord", f"{RELATIONS}/customXml", f"../{_ITEM}")
    if writing.comments:
        parts["word/comments.xml"] = (_HEAD + comments_part(writing.comments)).encode()
        item += _relation("rIdComments", f"{RELATIONS}/comments", "comments.xml")
    relations = "word/_rels/document.xml.rels"
    parts[relations] = _with(parts[relations], links + item, "</Relationships>")
    set_properties(parts, about)
    _add_record(parts, sheet.copy, writing.givens)
    _list_comments(parts)
    return package(parts)


def _add_record(parts: dict[str, bytes], copy: WorkingCopy, givens: dict[str, str]) -> None:
    """What the file says of itself, as data and once more as properties: some programs keep only one."""
    parts[_ITEM] = record(copy, givens)
    about = f'<ds:datastoreItem xmlns:ds="{_DATA}" ds:itemID="{_RECORD}"><ds:schemaRefs/></ds:datastoreItem>'
    parts["customXml/itemProps1.xml"] = (_HEAD + about).encode()
    own = _relation("rId1", f"{RELATIONS}/customXmlProps", "itemProps1.xml")
    relations = f'{_HEAD}<Relationships xmlns="{_PACKAGES}/relationships">{own}</Relationships>'
    parts["customXml/_rels/item1.xml.rels"] = relations.encode()
    parts["docProps/custom.xml"] = _custom(copy).encode()
    core = f"{_PACKAGES}/relationships/metadata/core-properties"
    top = (
        _relation("rIdCore", core, "docProps/core.xml")
        + _relation("rIdApp", f"{RELATIONS}/extended-properties", "docProps/app.xml")
        + _relation("rIdCustom", f"{RELATIONS}/custom-properties", "docProps/custom.xml")
    )
    parts["_rels/.rels"] = _with(parts["_rels/.rels"], top, "</Relationships>")
    office = "application/vnd.openxmlformats-officedocument"
    types = "".join(
        f'<Override PartName="/{name}" ContentType="{kind}"/>'
        for name, kind in (
            ("word/theme/theme1.xml", f"{office}.theme+xml"),
            ("docProps/core.xml", "application/vnd.openxmlformats-package.core-properties+xml"),
            ("docProps/app.xml", f"{office}.extended-properties+xml"),
            ("docProps/custom.xml", f"{office}.custom-properties+xml"),
            ("customXml/itemProps1.xml", f"{office}.customXmlProperties+xml"),
        )
    )
    parts["[Content_Types].xml"] = _with(parts["[Content_Types].xml"], types, "</Types>")


def _list_comments(parts: dict[str, bytes]) -> None:
    if "word/comments.xml" in parts:
        kind = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"
        entry = f'<Override PartName="/word/comments.xml" ContentType="{kind}"/>'
        parts["[Content_Types].xml"] = _with(parts["[Content_Types].xml"], entry, "</Types>")


def _custom(copy: WorkingCopy) -> str:
    said = {
        "standpunt.format": str(copy.format),
        "standpunt.edition": copy.edition,
        "standpunt.province": copy.province,
        "standpunt.language": copy.language,
        **{f"standpunt.{one.bookmark}": f"{one.block} {one.field}" for one in copy.passages},
    }
    lines = "".join(
        f'<property fmtid="{_FORMAT}" pid="{number}" name={quoteattr(name)}>'
        f"<vt:lpwstr>{escape(value)}</vt:lpwstr></property>"
        for number, (name, value) in enumerate(said.items(), 2)
    )
    return f'{_HEAD}<Properties xmlns="{_CUSTOM}" xmlns:vt="{_TYPES}">{lines}</Properties>'


def _relation(anchor: str, kind: str, target: str) -> str:
    return f'<Relationship Id="{anchor}" Type="{kind}" Target="{target}"/>'


def _with(listing: bytes, entries: str, end: str) -> bytes:
    """A listing with more entries before its end."""
    text = listing.decode()
    at = text.rindex(end)
    return (text[:at] + entries + text[at:]).encode()


def _numbering(counted: int) -> str:
    """The list with points, and a list of its own for each that counts, so that each begins at one."""
    lists = [_levels(POINTS, "bullet"), _levels(FIRST_COUNTED, "decimal")]
    numbers = [f'<w:num w:numId="{POINTS}"><w:abstractNumId w:val="{POINTS}"/></w:num>']
    numbers += [
        f'<w:num w:numId="{FIRST_COUNTED + number}"><w:abstractNumId w:val="{FIRST_COUNTED}"/>'
        '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>'
        for number in range(counted)
    ]
    return f'{_HEAD}<w:numbering xmlns:w="{WORD}">{"".join(lists)}{"".join(numbers)}</w:numbering>'


def _levels(number: int, kind: str) -> str:
    levels = "".join(
        f'<w:lvl w:ilvl="{level}"><w:start w:val="1"/><w:numFmt w:val="{kind}"/>'
        f'<w:lvlText w:val="{chr(0x2022) if kind == "bullet" else f"%{level + 1}."}"/><w:lvlJc w:val="left"/>'
        f'<w:pPr><w:ind w:left="{_STEP * (level + 1)}" w:hanging="{_STEP}"/></w:pPr></w:lvl>'
        for level in range(_DEPTH)
    )
    return (
        f'<w:abstractNum w:abstractNumId="{number}"><w:multiLevelType w:val="hybridMultilevel"/>'
        f"{levels}</w:abstractNum>"
    )
