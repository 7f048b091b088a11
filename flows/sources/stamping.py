"""Puts `written_against` into a province file and leaves every other byte as it was."""

from collections.abc import Mapping
from typing import Any

from flows.positions.marked import Marked
from flows.positions.provinces import Verb
from flows.positions.written import as_written
from flows.scratch.whole_files import write_whole
from flows.sources.content import Content
from flows.sources.yaml_files import marked_text

KEY = "written_against"


class StampError(Exception):
    """A file cannot be stamped without changing something else; it was left as it is."""


def stamp_file(content: Content, relative: str, stamps: Mapping[str, str]) -> bool:
    """Stamp the overrides of a province file.

    Args:
        content: The content root.
        relative: The province file.
        stamps: The new stamp of each override, by the target as the file names it.

    Returns:
        Whether the file changed.

    Raises:
        StampError: The result would not say the same as the file; nothing was written.
    """
    path = content.root / relative
    before = path.read_bytes().decode("utf-8")
    after = stamped(before, relative, stamps)
    if after != before:
        write_whole(path, after.encode("utf-8"), content.work_folder)
    return after != before


def stamped(text: str, file: str, stamps: Mapping[str, str]) -> str:
    """The pure twin of `stamp_file`: the same for a text."""
    mark = "\ufeff" if text.startswith("\ufeff") else ""
    body = text[len(mark) :]
    marked = _read(body, file)
    edits = []
    for index, entry in enumerate(marked.data.get("overrides", ())):
        part = marked.at("overrides", index)
        verb = next((verb.value for verb in Verb if verb in entry), None)
        if verb is not None and str(entry[verb]) in stamps:
            edits.append(_edit(part, verb, stamps[str(entry[verb])], body))
    for start, end, new in sorted(edits, reverse=True):
        body = body[:start] + new + body[end:]
    _check(_read(body, file), marked, stamps)
    return mark + body


def _edit(part: Marked, verb: str, stamp: str, text: str) -> tuple[int, int, str]:
    """One replacement: the characters from start to end, and what comes there."""
    if KEY in part.names():
        old = part.span(KEY)
        # A key without a value may have its place right behind the colon.
        space = " " if text[old.offset - 1] == ":" else ""
        return old.offset, old.offset + len(old.source), space + stamp
    value = part.span(verb)
    end = value.offset + len(value.source)
    indent = part.key(verb).column - 1
    start_of_line = text.rfind("\n", 0, value.offset) + 1
    if text[start_of_line : start_of_line + indent].rstrip()[-1:] in ("{", ","):
        return end, end, f", {KEY}: {stamp}"
    line_end = text.find("\n", end)
    if line_end < 0:
        return len(text), len(text), f"\n{' ' * indent}{KEY}: {stamp}"
    newline = "\r\n" if text[line_end - 1] == "\r" else "\n"
    return line_end + 1, line_end + 1, f"{' ' * indent}{KEY}: {stamp}{newline}"


def _read(text: str, file: str) -> Marked:
    marked, problems = marked_text(text, file)
    if marked is None:
        raise StampError(str(problems[0].place))
    return marked


def _check(after: Marked, before: Marked, stamps: Mapping[str, str]) -> None:
    expected = []
    for entry in before.data.get("overrides", ()):
        verb = next((verb.value for verb in Verb if verb in entry), None)
        new = stamps.get(str(entry[verb])) if verb is not None else None
        expected.append({**entry, KEY: new} if new is not None else entry)
    got = [_as_text(entry) for entry in after.data.get("overrides", ())]
    same_rest = after.without("overrides").data == before.without("overrides").data
    if not same_rest or got != [_as_text(entry) for entry in expected]:
        raise StampError(str(before.span().place))


def _as_text(entry: Mapping[str, Any]) -> dict[str, Any]:
    """An entry with its stamp as text: a stamp of digits only reads as a number."""
    return {**entry, KEY: as_written(entry[KEY])} if KEY in entry else dict(entry)
