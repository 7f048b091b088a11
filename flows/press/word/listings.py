"""The listings of a Word file: which parts it has, of what type, and which part needs which."""

from collections.abc import Mapping

from lxml import etree

PACKAGES = "http://schemas.openxmlformats.org/package/2006"
TYPES = "[Content_Types].xml"
EMPTY = f'<Relationships xmlns="{PACKAGES}/relationships"/>'.encode()
"""The relations of a part that needs no other."""


def with_entry(listing: bytes, name: str, attributes: Mapping[str, str]) -> bytes:
    """A listing with one entry more."""
    root = etree.fromstring(listing)
    space = etree.QName(root).namespace
    etree.SubElement(root, f"{{{space}}}{name}", dict(attributes))
    data: bytes = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
    return data
