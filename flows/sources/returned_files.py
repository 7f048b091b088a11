"""Files that come back from a translator: PO, XLIFF or TMX, told apart by what is in them."""

from pathlib import Path

from flows.problems.codes import problem
from flows.problems.records import Place, Problem
from flows.sources.file_bytes import read_bytes
from flows.sources.po_files import LARGEST_FILE, returned_catalogue
from flows.sources.po_places import written_texts
from flows.sources.returned_xliff import returned_xliff
from flows.sources.tmx_files import suggestions
from flows.sources.xml_trees import tree_of
from flows.translation.entries import Entry
from flows.translation.exchange import Returned, ReturnedFile, Suggestion
from flows.translation.outgoing import SEEN
from flows.translation.states import State, state_of

ORIGINAL = "X-Standpunt-File"
"""Header field of an exported PO file with the catalogue that it was made from."""

_PACKED = (b"PK\x03\x04", b"PK\x05\x06", b"\x1f\x8b", b"7z\xbc\xaf", b"Rar!", b"BZh", b"\xfd7zXZ")
_MARKS = (b"<", b"\xef\xbb\xbf<", b"\xff\xfe<\x00", b"\xfe\xff\x00<", b"\x00<\x00")
"""How an XML file begins in UTF-8 and UTF-16."""

Came = tuple[ReturnedFile, ...] | tuple[Suggestion, ...]
"""Translations of texts of ours, or a memory with translations of any text."""


def read_returned(path: Path, file: str, languages: tuple[str, str]) -> tuple[Came, list[Problem]]:
    """Read a file that came back; nothing of it where a part cannot be read.

    Args:
        path: Where it is.
        file: How problems name it.
        languages: Codes of the source language and of the target language that it has to have.
    """
    content, problems = read_bytes(path, file, LARGEST_FILE)
    return returned_of(content, file, languages) if content is not None else ((), problems)


def returned_of(content: bytes, file: str, languages: tuple[str, str]) -> tuple[Came, list[Problem]]:
    """The pure twin of `read_returned`: the same for bytes that are named `file`."""
    if not content.strip():
        return (), [problem("SP106", Place(file))]
    if content.startswith(_PACKED):
        return (), [problem("SP892", Place(file))]
    if content.lstrip().startswith(_MARKS):
        return _from_xml(content, file, languages)
    return _from_po(content, file, languages[1])


def _from_xml(content: bytes, file: str, languages: tuple[str, str]) -> tuple[Came, list[Problem]]:
    root, problems = tree_of(content, file)
    if root is None:
        return (), problems
    name, version = root.name.rpartition(" ")[2], root.attributes.get("version", "")
    if name == "xliff" and version.startswith(("1.", "2.")):
        return returned_xliff(root, languages)
    if name == "tmx" and version.startswith("1."):
        return suggestions(root, languages)
    return (), [problem("SP893", root.place, found=f"{name} {version}".strip())]


def _from_po(content: bytes, file: str, language: str) -> tuple[Came, list[Problem]]:
    catalogue, strangers, problems = returned_catalogue(content, file, language)
    if catalogue is None:
        return (), problems
    places = written_texts(content, file)
    texts = [
        _returned(entry, places[name].locate("") if name in places else Place(file))
        for name, entry in catalogue.entries.items()
    ]
    texts += [_returned(entry, place) for place, entry in strangers]
    return (ReturnedFile(catalogue.metadata.get(ORIGINAL, ""), Place(file), tuple(texts)),), []


def _returned(entry: Entry, place: Place) -> Returned:
    """An entry; taking its mark away in a PO editor says that somebody read it, as in our own files."""
    seen = (note.partition(": ")[2] for note in entry.notes if note.startswith(f"{SEEN}: "))
    return Returned(
        context=entry.context,
        dutch=entry.source,
        text=entry.text,
        place=place,
        is_read=not entry.fuzzy,
        is_approved=state_of(entry, entry.source) is State.APPROVED,
        origin=entry.origin if entry.is_machine else "",
        seen=next(seen, ""),
        comments=entry.comments,
    )
