"""Which paragraphs of a file belong to which passage: by bookmarks, then by labels, then by likeness."""

import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from flows.changes.likeness import likeness
from flows.changes.words import TOKEN, is_word
from flows.returns.copies import Passage
from flows.returns.cutting import without_labels
from flows.returns.lines import Lines, line_of, shown
from flows.returns.returned import Paragraph

Key = tuple[str, str]
LABEL = re.compile(
    r"\u25b8 (?P<block>[a-z0-9]+(?:-[a-z0-9]+)*) \u00b7"
    r"(?P<added> (?:toevoeging|addition)(?: (?P<nth>\d+))? \u00b7)?"
)
"""The label above a passage: its block, and whether it is what a province added to it."""
_ALIKE = 0.6
"""Share of words in common from which a text without a label is taken for one that is missing."""


@dataclass(frozen=True, slots=True)
class Expected:
    """A passage as it went out.

    Attributes:
        passage: What it is.
        lines: Its text, every variable a piece of its own.
        name: What stands before a field: ``Bron``.
    """

    passage: Passage
    lines: Lines
    name: str = ""


@dataclass(frozen=True, slots=True)
class Loose:
    """A paragraph that belongs to no passage.

    Attributes:
        paragraph: The paragraph.
        after: The block it stands behind; nothing right under a heading.
        under: The chapter or theme whose heading it stands right under; nothing at the very top.
        is_copy: Whether its bookmark says that it was copied from a passage that is still there.
    """

    paragraph: Paragraph
    after: str
    under: str = ""
    is_copy: bool = False


@dataclass
class Assigned:
    """The paragraphs of every passage that was met, in the order of the file.

    Attributes:
        groups: The paragraphs of each passage, empty ones too.
        loose: What belongs to no passage.
        joined: Passages whose text flowed into another one, with that other one.
        at_home: Passages that stand under their own label.
    """

    groups: dict[Key, list[Paragraph]] = field(default_factory=dict)
    loose: list[Loose] = field(default_factory=list)
    joined: dict[Key, Key] = field(default_factory=dict)
    at_home: set[Key] = field(default_factory=set)


def assign(
    paragraphs: Sequence[Paragraph],
    expected: Sequence[Expected],
    furniture: Collection[str],
    values: Mapping[str, str],
) -> Assigned:
    """Give every paragraph with words to a passage, or to none.

    Args:
        paragraphs: Those of the file, tracked changes decided.
        expected: The passages in the order in which they went out.
        furniture: The words of rows that are no passages, such as notes.
        values: What the variables stood for.
    """
    walk = _Walk(expected, frozenset(furniture))
    for paragraph in paragraphs:
        walk.take(paragraph)
    found = walk.result()
    _find_alike(found, expected, values)
    return found


@dataclass(frozen=True, slots=True)
class _Stretch:
    """Paragraphs of one passage that stand together: under which label of the file, and whose that is."""

    section: int
    block: str
    heading: str
    paragraphs: list[Paragraph]


class _Walk:
    """Goes through a file and remembers under which label it is."""

    def __init__(self, expected: Sequence[Expected], furniture: frozenset[str]) -> None:
        self.stretches: dict[Key, list[_Stretch]] = {}
        self.homes: dict[Key, int] = {}
        self.loose: list[Loose] = []
        self.joined: dict[Key, Key] = {}
        self.section = 0
        self.by_bookmark = {each.passage.bookmark: each.passage.key for each in expected}
        self.by_key = {each.passage.key: each for each in expected}
        self.headings = [each for each in expected if each.passage.kind in ("chapter", "theme")]
        self.furniture = furniture
        self.open: Key | None = None
        self.block = ""
        self.heading = ""

    def take(self, paragraph: Paragraph) -> None:
        """Give one paragraph its place."""
        if self._is_label(paragraph):
            return
        paragraph = without_labels(paragraph, self.furniture)
        marked = [self.by_bookmark[name] for name in paragraph.bookmarks if name in self.by_bookmark]
        if marked:
            self._put(marked[0], paragraph)
            for other in marked[1:]:
                self.joined.setdefault(other, marked[0])
            return
        if not paragraph.text.strip():
            return
        key = self._heading(paragraph) or self._field(paragraph) or self.open
        if key is not None:
            self._put(key, paragraph)
        else:
            self.loose.append(Loose(paragraph, self.block, self.heading))

    def result(self) -> Assigned:
        """What was met; where a text stands twice, the copy is the one that is not under its own label."""
        found = Assigned(joined=self.joined, loose=self.loose)
        for key, stretches in self.stretches.items():
            own = next((each for each in stretches if each.section == self.homes.get(key)), stretches[0])
            found.groups[key] = own.paragraphs
            if own.section == self.homes.get(key):
                found.at_home.add(key)
            for each in stretches:
                if each is not own:
                    found.loose += [
                        Loose(one, each.block, each.heading, is_copy=True)
                        for one in each.paragraphs
                        if one.text.strip()
                    ]
        found.loose.sort(key=lambda each: each.paragraph.place)
        return found

    def _put(self, key: Key, paragraph: Paragraph) -> None:
        stretches = self.stretches.setdefault(key, [])
        if not stretches or stretches[-1].section != self.section:
            stretches.append(_Stretch(self.section, self.block, self.heading, []))
        stretches[-1].paragraphs.append(paragraph)
        expected = self.by_key[key]
        is_text = expected.passage.is_markdown
        self.open = key if is_text else None
        is_heading = expected in self.headings
        self.block, self.heading = ("", key[0]) if is_heading else (key[0], self.heading)

    def _is_label(self, paragraph: Paragraph) -> bool:
        words = paragraph.text.strip()
        label = LABEL.match(words)
        if label is not None:
            self.block = label["block"]
            key = (self.block, _field_of(label))
            self.open = key if key in self.by_key else None
            self.section += 1
            self.homes.setdefault(key, self.section)
            return True
        is_ours = bool(paragraph.runs) and all(run.is_label for run in paragraph.runs)
        return is_ours or (words in self.furniture and not paragraph.bookmarks)

    def _heading(self, paragraph: Paragraph) -> Key | None:
        """The heading of ours that a paragraph without a bookmark is, by its words."""
        if not paragraph.heading:
            return None
        words = paragraph.text.strip()
        return next((each.passage.key for each in self.headings if _text(each.lines) == words), None)

    def _field(self, paragraph: Paragraph) -> Key | None:
        """The field that a paragraph is, by the name it begins with; the first that has nothing yet."""
        for key, each in self.by_key.items():
            is_here = key[0] == self.block and each.name and key not in self.stretches
            if is_here and paragraph.text.lstrip().startswith(f"{each.name}:"):
                return key
        return None


def _field_of(label: re.Match[str]) -> str:
    if not label["added"]:
        return "text"
    return f"append.{label['nth']}" if label["nth"] else "append"


def _text(lines: Lines) -> str:
    return "\n".join(line.text for line in lines)


def _find_alike(found: Assigned, expected: Sequence[Expected], values: Mapping[str, str]) -> None:
    """Give the text of a passage back that lost its label: it stands under another one, or nowhere."""
    lengths = {each.passage.key: len(each.lines) for each in expected}
    for each in expected:
        key = each.passage.key
        group = found.groups.get(key, [])
        if any(one.text.strip() for one in group) or key in found.joined or not each.lines:
            continue
        found.at_home.discard(key)
        said = _words(shown(each.lines, values))
        for other, paragraphs in found.groups.items():
            tail = paragraphs[lengths[other] :]
            if tail and _is_alike(tail, said):
                del paragraphs[lengths[other] :]
                found.groups[key] = tail
                break
        else:
            alike = next((one for one in found.loose if _is_alike([one.paragraph], said)), None)
            if alike is not None:
                found.loose.remove(alike)
                found.groups[key] = [alike.paragraph]


def _is_alike(paragraphs: Iterable[Paragraph], said: Sequence[str]) -> bool:
    return likeness(_words(tuple(line_of(each) for each in paragraphs)), said) >= _ALIKE


def _words(lines: Lines) -> list[str]:
    tokens = (token for line in lines for token in TOKEN.findall(line.text))
    return [token.casefold() for token in tokens if is_word(token)]
