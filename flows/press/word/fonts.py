"""Fonts inside a Word file, so that it looks the same where nobody has installed them."""

from collections.abc import Mapping
from itertools import cycle
from uuid import NAMESPACE_OID, uuid5

from lxml import etree

from flows.press.word.listings import EMPTY, TYPES, with_entry
from flows.press.word.properties import as_bytes
from flows.press.word.reference import RELATIONS, WORD

_W = f"{{{WORD}}}"
_CONTENT_TYPE = "application/vnd.openxmlformats-officedocument.obfuscatedFont"
_HIDDEN = 32
"""Bytes at the start of a font that the format wants mixed with its key."""


def set_fonts(parts: dict[str, bytes], faces: Mapping[str, bytes]) -> None:
    """Put the faces of the one font that a file names into it.

    Args:
        parts: The parts of the package.
        faces: Fonts by name of the face: ``Regular``, ``Bold``, ``Italic``, ``BoldItalic``.
    """
    if not faces:
        return
    table, relations = etree.fromstring(parts["word/fontTable.xml"]), EMPTY
    for name, data in faces.items():
        key = uuid5(NAMESPACE_OID, data.hex())
        file, anchor = f"fonts/{name}.odttf", f"rId{name}"
        parts[f"word/{file}"] = mixed(data, key.bytes)
        etree.SubElement(
            table[0],
            f"{_W}embed{name}",
            {f"{{{RELATIONS}}}id": anchor, f"{_W}fontKey": f"{{{str(key).upper()}}}"},
        )
        relations = with_entry(
            relations, "Relationship", {"Id": anchor, "Type": f"{RELATIONS}/font", "Target": file}
        )
    parts["word/fontTable.xml"] = as_bytes(table)
    parts["word/_rels/fontTable.xml.rels"] = relations
    parts[TYPES] = with_entry(parts[TYPES], "Default", {"Extension": "odttf", "ContentType": _CONTENT_TYPE})
    parts["word/settings.xml"] = _keeping_them(parts["word/settings.xml"])


def mixed(data: bytes, key: bytes) -> bytes:
    """A font whose start is mixed with its key, read from the last byte on; doing so twice undoes it."""
    start = bytes(one ^ other for one, other in zip(data[:_HIDDEN], cycle(reversed(key)), strict=False))
    return start + data[_HIDDEN:]


def _keeping_them(settings: bytes) -> bytes:
    """Settings by which Word keeps the fonts, and only their used characters, when it saves the file."""
    root = etree.fromstring(settings)
    for old in root.findall(f"{_W}embedSystemFonts"):
        root.remove(old)
    zoom = root.find(f"{_W}zoom")
    at = 0 if zoom is None else root.index(zoom) + 1
    for number, name in enumerate(("embedTrueTypeFonts", "saveSubsetFonts")):
        root.insert(at + number, etree.Element(f"{_W}{name}"))
    return as_bytes(root)
