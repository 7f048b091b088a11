"""Where the texts of a PO file stand in it: line and column of every translation."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

import polib

from flows.problems.records import Place

_STRING = re.compile(r'\s*(?:(msgctxt|msgid_plural|msgid|msgstr)(?:\[\d+\])?)?\s*"((?:[^"\\]|\\.)*+)"')
_COMMENT = re.compile(r"#(?![~|,:.])\s*(\S.*)")

Written = tuple[int, int, str]
"""Line and column, from 1, where some characters begin, and those characters."""


@dataclass(frozen=True, slots=True)
class WrittenText:
    """A translation as it stands in a file.

    Attributes:
        file: The file's name below the content root.
        strings: Its strings, as they are written.
        comments: What translators wrote above it.
    """

    file: str
    strings: tuple[Written, ...]
    comments: tuple[Written, ...] = ()

    def locate(self, needle: str) -> Place:
        """The first place of a piece of the text or of a comment, or where the text begins."""
        piece = needle.strip()
        places = ((self.strings, polib.escape(piece)), (self.comments, piece))
        for written, wanted in places if piece else ():
            for line, column, text in written:
                if wanted in text:
                    return Place(self.file, line, column + text.find(wanted), len(wanted))
        filled = next((each for each in self.strings if each[2]), self.strings[0])
        return Place(self.file, filled[0], filled[1], max(1, len(filled[2])))


def po_text(content: bytes, errors: str = "strict") -> str:
    """The text of a PO file, its line ends as line feeds.

    Args:
        content: The file.
        errors: What `bytes.decode` does with what is no UTF-8.

    Raises:
        UnicodeDecodeError: It is no UTF-8, and `errors` is ``strict``.
    """
    return content.decode("utf-8-sig", errors).replace("\r\n", "\n").replace("\r", "\n")


def context_places(text: str, file: str) -> Mapping[str, list[Place]]:
    """Where each context stands, for those that stand on one line; obsolete ones are left out."""
    places: dict[str, list[Place]] = {}
    for keyword, (line, column, written) in _lines(text):
        if keyword == "msgctxt":
            place = Place(file, line, column, max(1, len(written)))
            places.setdefault(polib.unescape(written), []).append(place)
    return places


def written_texts(content: bytes, file: str) -> Mapping[str, WrittenText]:
    """Every translation of a PO file that can be read, by its context; obsolete ones are left out."""
    found: dict[str, WrittenText] = {}
    parts: dict[str, list[Written]] = {}
    for keyword, written in _lines(po_text(content, "replace")):
        # A comment or a context behind a translation begins the next text.
        if keyword in ("comment", "msgctxt") and "msgstr" in parts:
            parts = {}
        parts.setdefault(keyword, []).append(written)
        if keyword == "msgstr" and "msgctxt" in parts:
            context = polib.unescape("".join(each for _, _, each in parts["msgctxt"]))
            found[context] = WrittenText(file, tuple(parts["msgstr"]), tuple(parts.get("comment", ())))
    return found


def _lines(text: str) -> Iterator[tuple[str, Written]]:
    """Each string and each comment of a translator with what it is: ``comment`` or the string's keyword."""
    keyword = ""
    for number, line in enumerate(text.split("\n"), 1):
        if comment := _COMMENT.match(line):
            yield "comment", (number, comment.start(1) + 1, comment[1].rstrip())
        elif string := _STRING.match(line):
            keyword = string[1] or keyword
            yield keyword, (number, string.start(2) + 1, string[2])
