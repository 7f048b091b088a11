"""YAML in, every value with its place: one pass over the parser's events, no recursion, nothing expanded.

Anchors and aliases are refused: content has no use for them, and a value that stands in two places has no
place of its own. Scalars follow the core schema of YAML 1.2, in which ``no`` and ``ja`` are words.
"""

import re
from dataclasses import dataclass, field, replace
from pathlib import Path as FilePath
from typing import Any

from ruamel.yaml import YAML
from ruamel.yaml.error import YAMLError
from ruamel.yaml.events import (
    AliasEvent,
    DocumentStartEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
)

from flows.positions.marked import Marked
from flows.positions.places import Path, Span
from flows.positions.shaping.misnamed import next_item
from flows.positions.written import WrittenFloat, WrittenInt
from flows.problems.codes import problem
from flows.problems.records import Place, Problem
from flows.sources.file_bytes import read_inside
from flows.sources.text_signs import foreign_signs, text_of
from flows.sources.yaml_doubts import doubts
from flows.wording.characters import tidied

LARGEST_FILE = 4 * 1024 * 1024
"""Bytes; the whole seed brochure is 20 kB, so this is no file that a person wrote."""
MOST_LINES = 50_000
MOST_VALUES = 20_000
"""Keys, values, lists and blocks together; the largest chapter of the seed brochure has some 200."""
DEEPEST = 20
"""Nested collections; the deepest content that means anything has six."""

_INT = re.compile(r"[-+]?[0-9]{1,18}\Z")
_FLOAT = re.compile(r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?\Z")
_CONSTANTS = {
    "": None, "~": None, "null": None, "Null": None, "NULL": None,
    "true": True, "True": True, "TRUE": True, "false": False, "False": False, "FALSE": False,
}  # fmt: skip


def read_marked(root: FilePath, relative: str) -> tuple[Marked | None, list[Problem]]:
    """Read a YAML file below the content root; `relative` has forward slashes.

    Returns:
        What the file says with what is odd about it, or None with the problems that prevent reading it.
    """
    content, problems = read_inside(root, relative, LARGEST_FILE)
    return marked_bytes(content, relative) if content is not None else (None, problems)


def marked_bytes(content: bytes, file: str) -> tuple[Marked | None, list[Problem]]:
    """The pure twin of `read_marked`: the same for bytes that are named `file`."""
    text, problems = text_of(content, file)
    return marked_text(text, file) if text is not None else (None, problems)


def marked_text(text: str, file: str) -> tuple[Marked | None, list[Problem]]:
    """The same for text."""
    if text.count("\n") + text.count("\r") > MOST_LINES * (1 + ("\r\n" in text)):
        return None, [problem("SP138", Place(file), most=MOST_LINES, construct="lines")]
    foreign = foreign_signs(text, file)
    if foreign:
        return None, foreign
    builder = _Builder(text, file)
    try:
        for event in YAML(typ="safe").parse(text):
            if not builder.take(event):
                break
    except YAMLError as error:
        builder.problems = _with_causes(builder.problems, _causes(error, text, file))
    if builder.problems:
        return None, builder.problems
    if not isinstance(builder.data, dict):
        code = "SP106" if builder.data is None else "SP112"
        return None, [problem(code, Place(file), key=file, expected="mapping")]
    return Marked(builder.data, builder.spans, builder.keys, (), tuple(builder.empty)), builder.doubts


@dataclass(slots=True)
class _Open:
    """A collection that is still being read."""

    data: Any
    path: Path
    key: str | None = None
    in_braces: bool = False
    is_item: bool = False
    at: int = 0
    seen: dict[str, Place] = field(default_factory=dict)


class _Builder:
    """Builds plain data from events, and notes where everything stands."""

    def __init__(self, text: str, file: str) -> None:
        self.text = text
        self.file = file
        self.data: Any = None
        self.spans: dict[Path, Span] = {(): Span(Place(file))}
        self.keys: dict[Path, Place] = {}
        self.empty: list[Path] = []
        self.problems: list[Problem] = []
        self.doubts: list[Problem] = []
        self.open: list[_Open] = []
        self.documents = 0
        self.taken = 0

    def take(self, event: Any) -> bool:
        """Take one event; False where reading on makes no sense."""
        self.taken += 1
        if self.taken > MOST_VALUES:  # whatever is wrong before this is no longer what has to be mended
            self.problems = [
                problem("SP138", self._place(event), most=MOST_VALUES, construct="keys-and-values")
            ]
            return False
        match event:
            case DocumentStartEvent():
                return self._start_document(event)
            case MappingStartEvent() | SequenceStartEvent():
                return self._start(event, {} if isinstance(event, MappingStartEvent) else [])
            case MappingEndEvent() | SequenceEndEvent():
                closed = self.open.pop()
                if isinstance(closed.data, list):
                    self._settle(closed.path, tuple(closed.data))
            case ScalarEvent():
                self._scalar(event)
            case AliasEvent():
                self._refuse(event, event.anchor)
                self._put(event, None)
        return True

    def _start_document(self, event: Any) -> bool:
        self.documents += 1
        if self.documents > 1:
            self.problems.append(problem("SP101", self._place(event), why="yaml-documents"))
        return self.documents == 1

    def _start(self, event: Any, data: Any) -> bool:
        self._check_properties(event)
        is_item = bool(self.open) and isinstance(self.open[-1].data, list) and not event.flow_style
        path = self._put(event, data)
        in_braces = bool(event.flow_style) and isinstance(data, dict)
        self.open.append(_Open(data, path, in_braces=in_braces, is_item=is_item, at=event.start_mark.index))
        if len(self.open) > DEEPEST:
            self.problems.append(problem("SP107", self._place(event), most=DEEPEST))
            return False
        return True

    def _scalar(self, event: Any) -> None:
        self._check_properties(event)
        parent = self.open[-1] if self.open else None
        if parent is not None and isinstance(parent.data, dict) and parent.key is None:
            self._key(parent, event)
        else:
            self._put(event, _value(event))

    def _key(self, parent: _Open, event: Any) -> None:
        name = str(event.value)
        place = self._place(event)
        if name == "<<" and not event.style:
            self._refuse(event, name)
        if name in parent.seen:
            self._twice(parent, name, place)
        parent.seen.setdefault(name, place)
        parent.key = name

    def _twice(self, parent: _Open, name: str, place: Place) -> None:
        """A key that is there already: of this item of a list, or of a next one that has no dash."""
        begun = next_item((*parent.seen, name)) if parent.is_item else None
        if begun is None:
            self.problems.append(problem("SP102", place, key=name, related=(("first", parent.seen[name]),)))
            return
        start = place if begun == name else parent.seen[begun]
        dash = max(1, start.column - 2)
        self.problems.append(problem("SP123", replace(start, width=1), found="", column=dash))
        parent.seen = {} if begun == name else {begun: start}

    def _put(self, event: Any, value: Any) -> Path:
        if not self.open:
            self.data = value
            return ()
        parent = self.open[-1]
        if isinstance(parent.data, list):
            path = (*parent.path, len(parent.data))
            parent.data.append(value)
        elif parent.key is None:  # a collection as a key
            self.problems.append(self._collection_as_key(event))
            return parent.path
        else:
            path = (*parent.path, parent.key)
            self.keys.setdefault(path, parent.seen[parent.key])
            if value is not None:
                parent.data[parent.key] = value
            else:  # a key without a value counts as absent: null never means anything
                self.empty.append(path)
                self._check_comma(parent, event)
            parent.key = None
        source = self.text[event.start_mark.index : event.end_mark.index]
        source = source if isinstance(event, ScalarEvent) else ""
        self.spans[path] = span = Span(self._place(event), source, event.start_mark.index)
        if isinstance(event, ScalarEvent):
            self.doubts += doubts(event, self.text, span.place)
        return path

    def _check_comma(self, parent: _Open, event: Any) -> None:
        """A piece of a text or number that a comma between braces made a key of its own."""
        name = str(parent.key)
        at = event.start_mark.index - 1
        while self.text[at].isspace():
            at -= 1
        if not parent.in_braces or self.text[at] == ":" or self._is_variable(parent):
            return
        self.problems.append(problem("SP134", parent.seen[name], text=name))

    def _is_variable(self, inner: _Open) -> bool:
        """Whether braces are those of a variable of ours, in a text that needs quotation marks."""
        return self.text[inner.at - 1 : inner.at + 1] == "{{"

    def _collection_as_key(self, event: Any) -> Problem:
        if self._is_variable(_Open(None, (), at=event.start_mark.index)):
            place = self._place(event)
            return problem("SP128", Place(place.file, place.line, place.column - 1, 2), found="{{")
        return problem("SP101", self._place(event), why="yaml-key")

    def _settle(self, path: Path, value: tuple[Any, ...]) -> None:
        """Put a finished list in its place as a tuple, which nobody can change."""
        if not self.open:
            self.data = value
        elif path:
            self.open[-1].data[path[-1]] = value

    def _check_properties(self, event: Any) -> None:
        if event.anchor:
            self._refuse(event, event.anchor)
        if event.tag and event.tag != "!":
            self._refuse(event, str(event.tag))

    def _refuse(self, event: Any, name: str) -> None:
        self.problems.append(problem("SP103", self._place(event), name=name))

    def _place(self, event: Any) -> Place:
        start, end = event.start_mark, event.end_mark
        width = end.column - start.column if end.line == start.line else 1
        return Place(self.file, start.line + 1, start.column + 1, max(1, width))


def _value(event: Any) -> Any:
    """The value of a scalar in YAML's core schema; quoted and block scalars are always text."""
    text: str = tidied(event.value)
    if event.style:
        return text.rstrip("\n") if event.style in "|>" else text
    if text in _CONSTANTS:
        return _CONSTANTS[text]
    if _INT.match(text):
        return WrittenInt(int(text), text)
    if _FLOAT.match(text):
        return WrittenFloat(float(text), text)
    return text


def _with_causes(odd: list[Problem], causes: list[Problem]) -> list[Problem]:
    """What was odd before the parser gave up, and why it did: the text shows one cause for both.

    What is odd behind the cause is only how the parser went on from there.
    """
    start = min((each.place for each in causes if each.place is not None), default=None)
    before = [each for each in odd if start is None or each.place is None or each.place < start]
    codes = {each.code for each in before}
    return [*before, *(each for each in causes if each.code not in codes)]


def _causes(error: YAMLError, text: str, file: str) -> list[Problem]:
    """Why the parser gave up, from the text itself."""
    from flows.sources.yaml_causes import causes
    from flows.sources.yaml_lines import lines_of, read_lines
    from flows.sources.yaml_pages import Page, Stop

    mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
    began = getattr(error, "context_mark", None)
    stop = Stop(
        mark.line + 1 if mark else 1,
        mark.column + 1 if mark else 1,
        getattr(error, "problem", None) or "",
        (began.line + 1, began.column + 1) if began else None,
    )
    return causes(Page(file, read_lines(lines_of(text)), stop))
