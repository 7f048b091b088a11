"""Everything in a PDF that has a colour, found with another library than the one that separates."""

from collections.abc import Iterator
from typing import Any

from pypdf import PdfReader
from pypdf.generic import ArrayObject, ContentStream, DictionaryObject, StreamObject

OPERATORS = {b"g", b"G", b"rg", b"RG", b"k", b"K", b"cs", b"CS", b"sc", b"SC", b"scn", b"SCN"}
"""What sets a colour in a content stream."""


def operations(reader: PdfReader) -> Iterator[tuple[bytes, list[Any]]]:
    """Every operator with its operands, of pages and of all that they draw with."""
    for stream in _streams(reader):
        for operands, operator in ContentStream(stream, reader).operations:
            yield operator, operands


def dictionaries(reader: PdfReader) -> Iterator[DictionaryObject]:
    """Every dictionary and stream that pages and the catalogue lead to, each once."""
    yield from _within(reader.trailer["/Root"], set())


def spaces(reader: PdfReader) -> set[str]:
    """The names of the colour spaces that resources, pictures, shadings and groups use."""
    found = set()
    for one in dictionaries(reader):
        for key in ("/ColorSpace", "/CS"):
            named = one.get(key)
            of = named.get_object() if named is not None else None
            each = of.values() if isinstance(of, DictionaryObject) else [of] if of is not None else []
            found |= {_name(space.get_object()) for space in each}
    return found


def _name(space: Any) -> str:
    return " ".join(str(part) for part in space[:3]) if isinstance(space, ArrayObject) else str(space)


def _streams(reader: PdfReader) -> Iterator[Any]:
    for page in reader.pages:
        yield page.get_contents()
    for one in dictionaries(reader):
        drawn = one.get("/Subtype") == "/Form" or one.get("/PatternType") == 1
        if isinstance(one, StreamObject) and drawn:
            yield one


def _within(value: Any, seen: set[int]) -> Iterator[DictionaryObject]:
    value = value.get_object()
    if id(value) in seen:
        return
    seen.add(id(value))
    if isinstance(value, DictionaryObject):
        yield value
    inside = value.values() if isinstance(value, DictionaryObject) else value
    if isinstance(value, DictionaryObject | ArrayObject):
        for each in inside:
            yield from _within(each, seen)
