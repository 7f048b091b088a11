"""XML from strangers as a small tree that knows where everything stands.

Expat and not lxml: it gives the line and column of every element, and it stops at a document type before any
entity is declared, so that there is nothing to expand and nothing to fetch.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from xml.parsers import expat

from flows.problems.codes import problem
from flows.problems.records import Place, Problem
from flows.sources.file_bytes import not_utf8

DEEPEST = 100
"""Elements inside each other; an exchange file of any tool has fewer than twenty."""

XML_NAMESPACE = "http://www.w3.org/XML/1998/namespace"


@dataclass(frozen=True, slots=True)
class Element:
    """An element.

    Attributes:
        name: ``namespace name``, or ``name`` without a namespace.
        attributes: By the same kind of name.
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
    reading = _Reading(file)
    try:
        reading.parser.Parse(content, True)
    except _RefusedError as refused:
        return None, [refused.problem]
    except (expat.ExpatError, LookupError, ValueError):
        return None, [_not_text(content, file) or problem("SP890", reading.place)]
    return reading.root, []


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
        self.open: list[Element] = []
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

    def _doctype(self, _name: str, system: str | None, _public: str | None, has_internal: bool) -> None:
        # The standards of TMX tell writers to name their DTD; naming it declares nothing by itself.
        if has_internal or (system is not None and not system.lower().endswith(("tmx14.dtd", "xliff.dtd"))):
            raise _RefusedError(problem("SP891", self.place))

    def _entity(self, _name: str, _is_parameter: bool) -> None:
        raise _RefusedError(problem("SP891", self.place))

    def _start(self, name: str, attributes: Mapping[str, str]) -> None:
        element = Element(name, attributes, self.place)
        if len(self.open) >= DEEPEST:
            raise _RefusedError(problem("SP107", element.place, most=DEEPEST))
        if self.open:
            self.open[-1].children.append(element)
        else:
            self.root = element
        self.open.append(element)

    def _end(self, _name: str) -> None:
        self.open.pop()

    def _text(self, text: str) -> None:
        self.open[-1].children.append(text)


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
