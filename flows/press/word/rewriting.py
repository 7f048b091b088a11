"""The last step of every Word file: what Pandoc's writer cannot say, put into its XML."""

from collections.abc import Callable
from threading import Lock

from lxml import etree

from flows.press.store.packages import package, parts_of
from flows.press.word.characters import set_character_styles
from flows.press.word.names import set_names
from flows.press.word.properties import Properties, as_bytes, set_properties
from flows.press.word.tables import set_tables

_PARSER = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=True)
_ALT = "descr"

_TURN = Lock()
"""lxml starts up once a thread, and two that do so together spoil each other's memory.

About one cold build in a hundred ended in XML that nobody wrote, or in a crash. The step takes milliseconds.
"""


Parts = dict[str, bytes]
"""The files of a Word file by name: ``word/document.xml``."""


def rewritten(data: bytes, about: Properties, change: Callable[[Parts, etree._Element], None]) -> bytes:
    """A Word file as Pandoc wrote it, with styles for what is bold or in a table, changes and properties.

    Its bytes depend on nothing else: not on the clock, the names of folders or the order of work.

    Args:
        data: The file.
        about: What it says about itself.
        change: Changes the other parts, and the body of the document.
    """
    with _TURN:
        parts = parts_of(data)
        root = etree.fromstring(parts["word/document.xml"], _PARSER)
        set_tables(root[0])
        set_character_styles(root[0])
        _name_pictures(root[0])
        change(parts, root[0])
        styles = etree.fromstring(parts["word/styles.xml"], _PARSER)
        set_names(styles, root[0])
        parts["word/styles.xml"] = as_bytes(styles)
        parts["word/document.xml"] = as_bytes(root)
        set_properties(parts, about)
        return package(parts)


def _name_pictures(body: etree._Element) -> None:
    """Number the pictures: Pandoc names each after its file, where only its alternative text belongs."""
    for number, inline in enumerate(body.iter("{*}inline"), 1):
        for part in (*inline.iter("{*}docPr"), *inline.iter("{*}cNvPr")):
            part.set("name", f"Picture {number}")
        for part in inline.iter("{*}cNvPr"):
            part.attrib.pop(_ALT, "")
