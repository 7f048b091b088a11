"""Catalogues as gettext PO files: no wrapping, line numbers or moving dates, so that diffs stay quiet."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import islice
from pathlib import Path

import polib

from flows.problems.codes import problem
from flows.problems.records import Place, Problem
from flows.sources.file_bytes import not_utf8, read_inside
from flows.sources.po_places import context_places, po_text
from flows.translation.entries import Catalogue, Entry
from flows.translation.exchange import without_region
from flows.wording.characters import LINE_ENDS, tidied

LARGEST_FILE = 20 * 1024 * 1024
"""Bytes; a whole edition in one language is some 100 kB."""

MOST_LINES = 2000
"""Lines of one text or comment. Nobody wrote more, and with each polib copies all that came before it."""

MOST_TEXTS = 50_000
MOST_LINES_OF_ALL = 500_000
"""Of one file; an edition has about a thousand texts, and each takes some ten lines."""

HEADER = (
    "Vertaling van de Nederlandse tekst. Bijwerken: standpunt translate sync\n"
    "Elke vertaling hoort bij één tekst (msgctxt). De regel nl-sha zegt bij welk Nederlands zij hoort."
)

_FIXED = {
    "MIME-Version": "1.0",
    "Content-Type": "text/plain; charset=UTF-8",
    "Content-Transfer-Encoding": "8bit",
}
_MOVING = frozenset(
    {"POT-Creation-Date", "PO-Revision-Date", "X-Generator", "Plural-Forms", "Language", *_FIXED}
)
"""Header fields that we write ourselves, or that would change with every save."""

_STRING = re.compile(
    r"""\s*(\#~\ ?)?(\#?\|\ ?)?(?P<keyword>msg(ctxt|id_plural|id|str)(\[\d+\])?\s*)?
        (?P<string>"(?:[^"\\]|\\.)*+"\s*$)?""",
    re.X,
)
_COMMENT = re.compile(r"\s*#(?![~|])")
_BEGINS = re.compile(r"^[^\S\n]*(?:#~[^\S\n]*)?msgid\b", re.MULTILINE)
_SKIPPED = re.compile(r"^[^\S\n]*#(?:[.,:][^\S\n]*|~\|.*)$", re.MULTILINE)
"""Lines without a meaning; behind the last of them polib forgets the text that is before it."""
_OURS = re.compile(r"(nl-sha|origin):\s*(\S+)\s*$")
_CATALOGUE = re.compile(r"(?:^|[./])([a-z]{2,3})\.po$")
_BREAKS = LINE_ENDS.translate({0x0B: None, 0x0C: None})
"""Characters that end a line for Python and so for polib, but not in a PO file."""
_HIDDEN = {ord(character): 0xF8F0 + index for index, character in enumerate(_BREAKS)}
_LINE_ENDS = dict.fromkeys(map(ord, "\r\v\f"), " ")
_SHOWN = {stand_in: character for character, stand_in in _HIDDEN.items()}


def national_catalogue_file(edition: str, language: str) -> str:
    """The translations of the national text of an edition."""
    return f"shared/{edition}/{language}.po"


def own_catalogue_file(slug: str, edition: str, language: str) -> str:
    """The translations of a province's own text in an edition."""
    return f"provinces/{slug}/{edition}.{language}.po"


def language_of(file: str) -> str:
    """The language of the catalogue with this name; nothing for a file that is no catalogue."""
    found = _CATALOGUE.search(file)
    return found[1] if found else ""


def read_catalogue(root: Path, relative: str, language: str) -> tuple[Catalogue | None, bytes, list[Problem]]:
    """Read a catalogue below the content root.

    Returns:
        What the file says (an empty catalogue where there is no file) or None with the problems that prevent
        reading it, and its bytes.
    """
    content, problems = read_inside(root, relative, LARGEST_FILE)
    if content is None:
        is_there = all(each.code != "SP108" for each in problems)
        return (None, b"", problems) if is_there else (Catalogue(language), b"", [])
    catalogue, problems = catalogue_of(content, relative, language)
    return catalogue, content, problems


def catalogue_of(content: bytes, file: str, language: str) -> tuple[Catalogue | None, list[Problem]]:
    """The pure twin of `read_catalogue`: the same for bytes that are named `file`."""
    parsed, problems = _parsed(content, file)
    if parsed is None:
        return None, problems
    text = po_text(content)
    problems = [
        *_other_language(parsed, text, file, language),
        *_strange(parsed, file),
        *_twice(parsed, text, file),
    ]
    return (None if problems else _catalogue(parsed, language)), problems


def returned_catalogue(
    content: bytes, file: str, language: str
) -> tuple[Catalogue | None, tuple[tuple[Place, Entry], ...], list[Problem]]:
    """The same for a file from elsewhere: it may name a region, and hold texts that are not ours.

    Returns:
        The texts that may be ours, or None with the problems that prevent reading the file; and all others
        with their places.
    """
    parsed, problems = _parsed(content, file)
    if parsed is None:
        return None, (), problems
    text = po_text(content)
    strangers = [each for each in parsed if not each.obsolete and not _may_be_ours(each)]
    parsed[:] = [each for each in parsed if each.obsolete or _may_be_ours(each)]
    problems = [*_other_language(parsed, text, file, language, regions=True), *_twice(parsed, text, file)]
    told = tuple((_place(each, file), _entry(each)) for each in strangers)
    return (None if problems else _catalogue(parsed, language)), told, problems


def _parsed(content: bytes, file: str) -> tuple[polib.POFile | None, list[Problem]]:
    try:
        text = po_text(content)
    except UnicodeDecodeError as error:
        return None, [not_utf8(error, file)]
    if crowd := _crowd(text):
        return None, [problem("SP138", Place(file), most=crowd[0], construct=crowd[1])]
    problems = list(_broken_lines(text, file))
    if problems:
        return None, problems
    try:
        # The line break keeps polib from taking a short text for the name of a file.
        return polib.pofile(_SKIPPED.sub("", text).translate(_HIDDEN) + "\n", encoding="utf-8"), []
    except (OSError, ValueError, LookupError) as error:
        number = re.search(r"line (\d+)", str(error))
        return None, [problem("SP851", Place(file, int(number[1]) if number else 1))]


def _crowd(text: str) -> tuple[int, str] | None:
    """The limit that a file is over, and the term for what it has too many of."""
    if text.count("\n") > MOST_LINES_OF_ALL:
        return MOST_LINES_OF_ALL, "lines"
    begun = islice(_BEGINS.finditer(text), MOST_TEXTS + 1)
    return (MOST_TEXTS, "texts") if sum(1 for _ in begun) > MOST_TEXTS else None


def catalogue_bytes(catalogue: Catalogue) -> bytes:
    """The content of the file of a catalogue: the same catalogue always gives the same bytes."""
    file = polib.POFile(wrapwidth=0)
    file.header = catalogue.header or HEADER
    file.metadata = {"Language": catalogue.language, **_FIXED, **catalogue.metadata}
    for entry in catalogue.entries.values():
        file.append(_po_entry(entry, obsolete=False))
    for entry in catalogue.obsolete:
        file.append(_po_entry(entry, obsolete=True))
    # Half a surrogate pair is in no file; Python lets a program's answer or a character reference hold one.
    return (str(file).rstrip("\n") + "\n").translate(_SHOWN).encode("utf-8", "replace")


def _broken_lines(text: str, file: str) -> Iterator[Problem]:
    """The first line that polib would drop a character of, or with which a text becomes too long for it."""
    lines = 0
    for number, line in enumerate(text.split("\n"), 1):
        match = _STRING.match(line)
        if match is None or not line.strip():
            continue
        lines = line.count("\\n") + (1 if match["keyword"] else lines + 1)
        is_whole = match["string"] or line.strip() in ("#~", "#|", "#~|")
        if lines > MOST_LINES:
            yield problem("SP847", Place(file, number, match.end() + 1), most=MOST_LINES)
            return
        if not (is_whole or _COMMENT.match(line)):
            yield problem("SP851", Place(file, number, match.end() + 1))
            return


def _other_language(
    parsed: polib.POFile, text: str, file: str, language: str, *, regions: bool = False
) -> Iterator[Problem]:
    """A header that names another language; an empty one names none."""
    said = parsed.metadata.get("Language", "").strip()
    if said and said != language and not (regions and without_region(said) == language):
        line = next((at for at, each in enumerate(text.split("\n"), 1) if '"Language:' in each), 1)
        yield problem("SP854", Place(file, line), said=said, language=language)


def _strange(parsed: polib.POFile, file: str) -> Iterator[Problem]:
    """The texts that belong to none of ours, as one problem: a file of another program has hundreds."""
    found = [each for each in parsed if not each.obsolete and (each.msgctxt is None or _is_plural(each))]
    if found:
        more = str(len(found) - 1) if len(found) > 1 else ""
        yield problem("SP853", _place(found[0], file), text=found[0].msgid[:40], more=more)


def _may_be_ours(entry: polib.POEntry) -> bool:
    return "#" in (entry.msgctxt or "") and not _is_plural(entry)


def _is_plural(entry: polib.POEntry) -> bool:
    return bool(entry.msgid_plural or entry.msgstr_plural)


def _place(entry: polib.POEntry, file: str) -> Place:
    return Place(file, max(entry.linenum or 1, 1))


def _twice(parsed: polib.POFile, text: str, file: str) -> Iterator[Problem]:
    active = [entry for entry in parsed if not entry.obsolete]
    counts = Counter(_shown(entry.msgctxt) for entry in active if entry.msgctxt is not None)
    twice = [context for context, times in counts.items() if times > 1]
    places = context_places(text, file) if twice else {}
    for context in twice:
        found = places.get(context, [Place(file)])
        yield problem("SP852", found[-1], context=context, related=(("first", found[0]),))


def _catalogue(parsed: polib.POFile, language: str) -> Catalogue:
    metadata = {name: value for name, value in parsed.metadata.items() if name not in _MOVING}
    return Catalogue(
        language,
        {_shown(entry.msgctxt): _entry(entry) for entry in parsed if not entry.obsolete},
        tuple(_entry(entry) for entry in parsed if entry.obsolete),
        _shown(parsed.header),
        {name: _shown(value) for name, value in metadata.items()},
    )


def _shown(text: str | None) -> str:
    return (text or "").translate(_SHOWN)


def _entry(entry: polib.POEntry) -> Entry:
    comments = _lines(entry.tcomment)
    ours = [match.groups() for line in comments if (match := _OURS.match(line))]
    return Entry(
        context=_shown(entry.msgctxt),
        source=tidied(_shown(entry.msgid)),
        text=tidied(_shown(entry.msgstr)),
        nl_sha=_only(value for name, value in ours if name == "nl-sha"),
        origin=_only(value for name, value in ours if name == "origin"),
        fuzzy="fuzzy" in entry.flags,
        previous=_shown(entry.previous_msgid),
        comments=tuple(line for line in comments if not _OURS.match(line)),
        notes=_lines(entry.comment),
        flags=tuple(flag for flag in entry.flags if flag and flag != "fuzzy"),
    )


def _only(values: Iterable[str]) -> str:
    """The value, or nothing where a merge of two branches left two: then nobody approved this text."""
    found = set(values)
    return found.pop() if len(found) == 1 else ""


def _lines(comment: str) -> tuple[str, ...]:
    return tuple(_shown(line) for line in comment.split("\n")) if comment else ()


def _po_entry(entry: Entry, *, obsolete: bool) -> polib.POEntry:
    ours = [
        f"{name}: {value}" for name, value in (("nl-sha", entry.nl_sha), ("origin", entry.origin)) if value
    ]
    return polib.POEntry(
        msgctxt=_hidden(entry.context),
        msgid=_hidden(entry.source),
        # msgfmt refuses a translation that ends in a line break where its Dutch does not.
        msgstr=_hidden(entry.text.strip("\n")),
        previous_msgid=_hidden(entry.previous) or None,
        tcomment=_comment((*entry.comments, *ours)),
        comment=_comment(entry.notes),
        flags=[*(["fuzzy"] if entry.fuzzy else []), *entry.flags],
        obsolete=obsolete,
    )


def _comment(lines: Iterable[str]) -> str:
    """Comments, for which polib escapes nothing: what would end a line becomes a space."""
    return _hidden("\n".join(lines)).translate(_LINE_ENDS)


def _hidden(text: str) -> str:
    return text.translate(_HIDDEN)
