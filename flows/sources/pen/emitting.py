"""Values as YAML text: every way in which a value may be written at a place, the best one first."""

import json
import re
import textwrap
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from flows.sources.pen.operations import Value

WIDTH = 92
"""The longest line of a new text."""
_PLAIN = re.compile(r"[^\s\-?:,\[\]{}#&*!|>'\"%@`~=<][^\n\t]*(?<! )|-?\d+(?:\.\d+)?")
_NOT_PLAIN = re.compile(r": |:$| #|^(?i:true|false|null|yes|no|on|off)$")


@dataclass(frozen=True, slots=True)
class Hand:
    """How a file is written.

    Attributes:
        newline: How its lines end.
        step: Spaces by which a mapping stands deeper than its key.
        dash: Spaces by which the dash of a list stands deeper than its key.
    """

    newline: str = "\n"
    step: int = 2
    dash: int = 2

    def ways(self, value: Value, indent: int, style: str = "", *, flow: bool = False) -> Iterator[str]:
        """What can stand behind the colon of a key that itself stands at `indent`.

        Args:
            value: The value.
            indent: Spaces before its key.
            style: The sign of the style to keep: one of ``| > ' "``, or nothing.
            flow: Whether it stands between brackets or braces.
        """
        if isinstance(value, Mapping):
            yield " " + _in_flow(value) if flow else self.newline + self.mapping(value, indent + self.step)
        elif isinstance(value, tuple):
            yield " " + _in_flow(value) if flow else self.newline + self.listing(value, indent + self.dash)
        else:
            yield from (
                " " + each for each in self.scalars(_text(value), indent + self.step, style, flow=flow)
            )

    def scalars(self, text: str, inner: int, style: str, *, flow: bool) -> Iterator[str]:
        """The same for one text; `inner` is the depth of its lines where it has several."""
        quoted = json.dumps(text, ensure_ascii=False)
        if "\n" not in text and style == "'":
            yield "'" + text.replace("'", "''") + "'"
        if "\n" not in text and style == '"':
            yield quoted
        if not flow and style == ">" and text == " ".join(text.split()):
            yield self._folded(text, inner)
        if not flow and (style == "|" or "\n" in text):
            yield self._block("|", text.split("\n"), inner)
        if "\n" not in text and not (style == "" and len(text) + inner > WIDTH):
            yield from self._plain(text)
        if not flow and len(text) + inner > WIDTH and text == " ".join(text.split()):
            yield self._folded(text, inner)
        yield quoted

    def mapping(self, value: Mapping[str, Value], indent: int) -> str:
        """The lines of a mapping, without the end of the last one."""
        lines = (f"{' ' * indent}{key}:{next(self.ways(each, indent))}" for key, each in value.items())
        return self.newline.join(lines)

    def listing(self, values: tuple[Value, ...], indent: int) -> str:
        """The lines of a list, without the end of the last one."""
        return self.newline.join(" " * indent + self.item(each, indent) for each in values)

    def item(self, value: Value, indent: int) -> str:
        """An item from its dash on, which stands at `indent`."""
        if isinstance(value, Mapping):
            return "- " + self.mapping(value, indent + 2).lstrip(" ")
        if isinstance(value, tuple):
            return "- " + _in_flow(value)
        return "-" + next(self.ways(value, indent))

    def _plain(self, text: str) -> Iterator[str]:
        if _PLAIN.fullmatch(text) and not _NOT_PLAIN.search(text):
            yield text

    def _folded(self, text: str, inner: int) -> str:
        lines = textwrap.wrap(text, max(20, WIDTH - inner), break_long_words=False, break_on_hyphens=False)
        return self._block(">-", lines, inner)

    def _block(self, header: str, lines: list[str], inner: int) -> str:
        indented = (" " * inner + line if line else "" for line in lines)
        return self.newline.join((header, *indented))


def _text(value: str | bool | int) -> str:
    return str(value).lower() if isinstance(value, bool) else str(value)


def _in_flow(value: Value) -> str:
    """A value between brackets or braces, its texts in quotation marks."""
    if isinstance(value, Mapping):
        return "{" + ", ".join(f"{key}: {_in_flow(each)}" for key, each in value.items()) + "}"
    if isinstance(value, tuple):
        return "[" + ", ".join(map(_in_flow, value)) + "]"
    return json.dumps(value, ensure_ascii=False) if isinstance(value, str) else _text(value)
