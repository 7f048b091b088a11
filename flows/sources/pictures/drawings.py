"""An SVG as a flat list of elements: read without entities, and no deeper or longer than any real drawing."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from xml.parsers import expat

from flows.positions import limits
from flows.problems.records import type_of_argument

Flaw = tuple[str, Mapping[str, type_of_argument]]
"""What is wrong with a picture: a code and arguments, without path and place."""


@dataclass(frozen=True, slots=True)
class Node:
    """An element of a drawing.

    Attributes:
        name: ``namespace name``, or ``name`` without a namespace.
        attributes: By the same kind of name.
        line: Where its tag begins.
        parent: Its number in the list, -1 for the root.
        children: The numbers of the elements inside.
        texts: The characters inside.
    """

    name: str
    attributes: Mapping[str, str]
    line: int
    parent: int
    children: list[int] = field(default_factory=list)
    texts: list[str] = field(default_factory=list)


class NotADrawingError(Exception):
    """A file that is no whole XML, or more than a drawing is; carries the flaw."""

    def __init__(self, code: str, args: Mapping[str, type_of_argument]) -> None:
        super().__init__(code)
        self.flaw: Flaw = code, args


def nodes_of(content: bytes) -> list[Node]:
    """The elements of a drawing, the root first.

    Raises:
        NotADrawingError: SP710 where it is no whole XML in UTF-8, SP714 for a document type, an entity or an
            instruction to another program, SP715 for too many elements or too many inside each other.
    """
    reading = _Reading()
    try:
        content.decode("utf-8-sig")
        reading.parser.Parse(content, True)
    except (expat.ExpatError, LookupError, ValueError) as error:
        raise NotADrawingError("SP710", {"said": "SVG"}) from error
    return reading.nodes


class _Reading:
    """One run of the parser: the elements so far, and the numbers of those that are open."""

    def __init__(self) -> None:
        self.nodes: list[Node] = []
        self.open: list[int] = []
        # A file that declares another encoding is read as UTF-8 all the same, as a browser would not.
        self.parser = expat.ParserCreate("utf-8", namespace_separator=" ")
        self.parser.buffer_text = True
        self.parser.XmlDeclHandler = self._declaration
        self.parser.StartDoctypeDeclHandler = self._doctype
        self.parser.SkippedEntityHandler = self._entity
        self.parser.ProcessingInstructionHandler = self._instruction
        self.parser.StartElementHandler = self._start
        self.parser.EndElementHandler = self._end
        self.parser.CharacterDataHandler = self._text

    def _refused(self, name: str) -> NotADrawingError:
        return NotADrawingError("SP714", {"line": self.parser.CurrentLineNumber, "name": name})

    def _declaration(self, _version: str, encoding: str | None, _standalone: int) -> None:
        if (encoding or "utf-8").lower() not in ("utf-8", "utf8", "us-ascii", "ascii"):
            raise self._refused(f'encoding="{encoding}"')

    def _doctype(self, *_: object) -> None:
        raise self._refused("<!DOCTYPE>")

    def _entity(self, name: str, _is_parameter: bool) -> None:
        raise self._refused(f"&{name};")

    def _instruction(self, target: str, _data: str) -> None:
        raise self._refused(f"<?{target}?>")

    def _start(self, name: str, attributes: Mapping[str, str]) -> None:
        if len(self.open) >= limits.DRAWING_DEPTH:
            raise too_much("nested-elements", limits.DRAWING_DEPTH)
        if len(self.nodes) >= limits.DRAWING_ELEMENTS:
            raise too_much("elements", limits.DRAWING_ELEMENTS)
        number, parent = len(self.nodes), self.open[-1] if self.open else -1
        self.nodes.append(Node(name, attributes, self.parser.CurrentLineNumber, parent))
        if self.open:
            self.nodes[parent].children.append(number)
        self.open.append(number)

    def _end(self, _name: str) -> None:
        self.open.pop()

    def _text(self, text: str) -> None:
        self.nodes[self.open[-1]].texts.append(text)


def too_much(construct: str, most: int) -> NotADrawingError:
    """More of something than a drawing has: `construct` is the term that names it."""
    return NotADrawingError("SP715", {"construct": construct, "most": most})
