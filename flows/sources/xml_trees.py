"""XML from strangers as a small tree that knows where everything stands.

Expat and not lxml: it gives the line and column of every element, and it stops at a document type that
declares anything itself, so that there is nothing to expand. One that only names a file declares nothing:
this parser fetches no file, and stops at the first entity that only such a file could explain.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from xml.parsers import expat

from flows.problems.codes import problem
from flows.problems.records import Place, Problem
from flows.sources.file_bytes import not_utf8

DEEPEST = 100
"""Elements inside each other; an exchange file of any tool has fewer than twenty."""
MOST_ELEMENTS = 150_000
"""An edition has about a thousand texts, of which no tool makes more than twenty elements each."""

XML_NAMESPACE = "http://www.w3.org/XML/1998/namespace"

_DECLARED = re.compile(r"<\?xml[^>]{0,100}?encoding\s*=\s*[\"']([\w.:-]{1,40})")
_UNICODE = re.compile(r"utf|ucs", re.I)


@dataclass(frozen=True, slots=True)
class Element:
    """An element.

    Attributes:
        name: Its own name; with ``namespace `` before it where that is not the one of the root.
        attributes: By ``name``, or ``namespace name`` where they have a namespace.
        place: Where its tag begins.
        children: Texts and elements in the order of the file.
    """

    name: str
    attributes: Mapping[str, str]
    place: Place
    children: list["Element | str"] = field(default_factory=list)

    def elements(self, name: str) -> Iterator["Element"]:
        """The children with one name."""
        return (child for child in self.children if isinstance(child, Element) and child.name == name)

    def first(self, name: str) -> "Element | None":
        """The first child with a name."""
        return next(self.elements(name), None)

    def descendants(self, name: str) -> Iterator["Element"]:
        """Everything inside with one name, at any depth, in the order of the file."""
        for child in self.children:
            if isinstance(child, Element):
                if child.name == name:
                    yield child
                yield from child.descendants(name)


def tree_of(content: bytes, file: str) -> tuple[Element | None, list[Problem]]:
    """The root element of an XML file, or the one problem that keeps it from being read."""
    said = _declared(content)
    if wrong := _misnamed(content, file, said):
        return None, [wrong]
    reading = _Reading(file)
    try:
        reading.parser.Parse(content, True)
    except _RefusedError as refused:
        return None, [refused.problem]
    except (LookupError, ValueError):
        return None, [problem("SP840", reading.place, said=said)]
    except expat.ExpatError as error:
        if error.code in _ENCODING_ERRORS:
            return None, [problem("SP840", reading.place, said=said)]
        return None, [_not_text(content, file) or problem("SP890", reading.place)]
    return reading.root, []


_ENCODING_ERRORS = frozenset(
    expat.errors.codes[each]
    for each in (expat.errors.XML_ERROR_INCORRECT_ENCODING, expat.errors.XML_ERROR_UNKNOWN_ENCODING)
)


class _RefusedError(Exception):
    """Stops the parser at something that nobody needs in an exchange file."""

    def __init__(self, found: Problem) -> None:
        super().__init__(found.code)
        self.problem = found


class _Reading:
    """One run of the parser: the elements that are open, the root first."""

    def __init__(self, file: str) -> None:
        self.file = file
        self.root: Element | None = None
        self.vocabulary = ""
        self.open: list[Element] = []
        self.taken = 0
        self.parser = expat.ParserCreate(namespace_separator=" ")
        self.parser.buffer_text = True
        self.parser.StartDoctypeDeclHandler = self._doctype
        self.parser.SkippedEntityHandler = self._entity
        self.parser.StartElementHandler = self._start
        self.parser.EndElementHandler = self._end
        self.parser.CharacterDataHandler = self._text

    @property
    def place(self) -> Place:
        """Where the parser is."""
        return Place(self.file, self.parser.CurrentLineNumber, self.parser.CurrentColumnNumber + 1)

    def _doctype(self, _name: str, _system: str | None, _public: str | None, has_internal: bool) -> None:
        if has_internal:
            raise _RefusedError(problem("SP891", self.place))

    def _entity(self, _name: str, _is_parameter: bool) -> None:
        raise _RefusedError(problem("SP891", self.place))

    def _start(self, name: str, attributes: Mapping[str, str]) -> None:
        if self.root is None:
            self.vocabulary = name.rpartition(" ")[0]
        element = Element(name.removeprefix(f"{self.vocabulary} "), attributes, self.place)
        if len(self.open) >= DEEPEST:
            raise _RefusedError(problem("SP107", element.place, most=DEEPEST))
        self.taken += 1
        if self.taken > MOST_ELEMENTS:
            raise _RefusedError(problem("SP138", element.place, most=MOST_ELEMENTS, construct="elements"))
        if self.open:
            self.open[-1].children.append(element)
        else:
            self.root = element
        self.open.append(element)

    def _end(self, _name: str) -> None:
        self.open.pop()

    def _text(self, text: str) -> None:
        self.open[-1].children.append(text)


def _declared(content: bytes) -> str:
    """The encoding that a file names; empty where it names none."""
    found = _DECLARED.search(content[:400].replace(b"\x00", b"").decode("latin-1"))
    return found[1] if found else ""


def _misnamed(content: bytes, file: str, said: str) -> Problem | None:
    """A file that names an encoding of one byte a character but is UTF-8: its accents would be lost."""
    if not said or _UNICODE.search(said) or content.isascii():
        return None
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return None
    before = re.match(r"[\x00-\x7f]*", text)
    end = before.end() if before else 0
    place = Place(file, text.count("\n", 0, end) + 1, end - text.rfind("\n", 0, end))
    return problem("SP840", place, said=said)


def _not_text(content: bytes, file: str) -> Problem | None:
    """The byte for which a file that says it is UTF-8, or says nothing, cannot be that."""
    declared = content[:100].lower()
    if content[:2] in (b"\xff\xfe", b"\xfe\xff") or (b"encoding" in declared and b"utf-8" not in declared):
        return None
    try:
        content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        return not_utf8(error, file)
    return None
