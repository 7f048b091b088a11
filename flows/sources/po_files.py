"""Catalogues as gettext PO files: no wrapping, line numbers or moving dates, so that diffs stay quiet."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

import polib

from flows.problems.codes import problem
from flows.problems.records import Place, Problem
from flows.translation.entries import Catalogue, Entry

LARGEST_FILE = 20 * 1024 * 1024
"""Bytes; a whole edition in one language is some 100 kB."""

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
    r"""\s*(\#~\ ?)?(\#?\|\ ?)?(msg(ctxt|id_plural|id|str)(\[\d+\])?\s*)?(?P<string>"(\\.|[^"\\])*"\s*$)?""",
    re.X,
)
_CONTEXT = re.compile(r'msgctxt\s+"((?:\\.|[^"\\])*)"')
_OURS = re.compile(r"(nl-sha|origin):\s*(\S+)\s*$")
_BREAKS = "\x1c\x1d\x1e\x85\u2028\u2029"
"""Characters that end a line for Python and so for polib, but not in a PO file."""
_HIDDEN = {ord(character): 0xF8F0 + index for index, character in enumerate(_BREAKS)}
_SHOWN = {stand_in: character for character, stand_in in _HIDDEN.items()}


def national_catalogue_file(edition: str, language: str) -> str:
    """The translations of the national text of an edition."""
    return f"shared/{edition}/{language}.po"


def own_catalogue_file(slug: str, edition: str, language: str) -> str:
    """The translations of a province's own text in an edition."""
    return f"provinces/{slug}/{edition}.{language}.po"


def read_catalogue(root: Path, relative: str, language: str) -> tuple[Catalogue | None, bytes, list[Problem]]:
    """Read a catalogue below the content root.

    Returns:
        What the file says (an empty catalogue where there is no file) or None with the problems that prevent
        reading it, and its bytes.
    """
    path, start = root / relative, Place(relative)
    try:
        if path.stat().st_size > LARGEST_FILE:
            return None, b"", [problem("SP105", start, most=LARGEST_FILE // 1024 // 1024)]
        content = path.read_bytes()
    except FileNotFoundError:
        return Catalogue(language), b"", []
    except OSError as error:
        return None, b"", [problem("SP109", start, reason=error.strerror or str(error))]
    catalogue, problems = catalogue_of(content, relative, language)
    return catalogue, content, problems


def catalogue_of(content: bytes, file: str, language: str) -> tuple[Catalogue | None, list[Problem]]:
    """The pure twin of `read_catalogue`: the same for bytes that are named `file`."""
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        column = error.start - (content.rfind(b"\n", 0, error.start) + 1) + 1
        return None, [problem("SP104", Place(file, line, column), byte=f"0x{content[error.start]:02X}")]
    problems = list(_broken_lines(text, file))
    if problems:
        return None, problems
    try:
        # The line break keeps polib from taking a short text for the name of a file.
        parsed = polib.pofile(text.translate(_HIDDEN) + "\n", encoding="utf-8")
    except (OSError, ValueError, LookupError) as error:
        number = re.search(r"line (\d+)", str(error))
        return None, [problem("SP851", Place(file, int(number[1]) if number else 1))]
    problems = [*_unusable(parsed, text, file, language)]
    return (None if problems else _catalogue(parsed, language)), problems


def catalogue_bytes(catalogue: Catalogue) -> bytes:
    """The content of the file of a catalogue: the same catalogue always gives the same bytes."""
    file = polib.POFile(wrapwidth=0)
    file.header = catalogue.header or HEADER
    file.metadata = {"Language": catalogue.language, **_FIXED, **catalogue.metadata}
    for entry in catalogue.entries.values():
        file.append(_po_entry(entry, obsolete=False))
    for entry in catalogue.obsolete:
        file.append(_po_entry(entry, obsolete=True))
    return (str(file).rstrip("\n") + "\n").translate(_SHOWN).encode("utf-8")


def _broken_lines(text: str, file: str) -> Iterator[Problem]:
    """The first line that is neither a comment nor a whole string: polib would drop a character and go on."""
    for number, line in enumerate(text.split("\n"), 1):
        if not line.strip() or re.match(r"\s*#(?![~|])", line):
            continue
        match = _STRING.match(line)
        if match is not None and not match["string"] and line.strip() not in ("#~", "#|", "#~|"):
            yield problem("SP851", Place(file, number, match.end() + 1))
            return


def _unusable(parsed: polib.POFile, text: str, file: str, language: str) -> Iterator[Problem]:
    """Problems with a file that is PO, but no catalogue of ours."""
    said = parsed.metadata.get("Language", language)
    if said != language:
        line = next((at for at, each in enumerate(text.split("\n"), 1) if '"Language:' in each), 1)
        yield problem("SP854", Place(file, line), said=said, language=language)
    places = _places(text, file)
    active = [entry for entry in parsed if not entry.obsolete]
    for entry in active:
        if entry.msgctxt is None or entry.msgid_plural:
            yield problem("SP853", Place(file, max(entry.linenum or 1, 1)), text=entry.msgid[:40])
    counts = Counter(entry.msgctxt for entry in active if entry.msgctxt is not None)
    for context, times in counts.items():
        if times > 1:
            found = places.get(_shown(context), [])
            related = tuple(("first", place) for place in found[:1])
            yield problem(
                "SP852", found[-1] if found else Place(file), context=_shown(context), related=related
            )


def _places(text: str, file: str) -> Mapping[str, list[Place]]:
    """Where each context stands, for those that stand on one line."""
    places: dict[str, list[Place]] = {}
    for number, line in enumerate(text.split("\n"), 1):
        match = _CONTEXT.match(line)
        if match is not None:
            context = polib.unescape(match[1])
            places.setdefault(context, []).append(Place(file, number, match.start(1) + 1, len(match[1]) or 1))
    return places


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
        source=_shown(entry.msgid),
        text=_shown(entry.msgstr),
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
        tcomment=_hidden("\n".join((*entry.comments, *ours))),
        comment=_hidden("\n".join(entry.notes)),
        flags=[*(["fuzzy"] if entry.fuzzy else []), *entry.flags],
        obsolete=obsolete,
    )


def _hidden(text: str) -> str:
    return text.translate(_HIDDEN)
