"""A Word file that came back, from its bytes to what `returns` compares."""

import re
from collections.abc import Iterator
from pathlib import Path

from lxml import etree

from flows.documents.working_copy.record import SPACE, format_of, read_record
from flows.problems.codes import problem
from flows.problems.records import Place, Problem
from flows.returns.copies import FORMAT, WorkingCopy
from flows.returns.returned import Comment, LeftOut, ReturnedCopy
from flows.sources.word.body import Body
from flows.sources.word.package import Package, Refusal, open_package, parsed
from flows.sources.word.styles import W, read_styles

_EXTENDED = "{http://schemas.microsoft.com/office/word/2012/wordml}"
_PARAGRAPH_ID = "{http://schemas.microsoft.com/office/word/2010/wordml}paraId"
_HYPERLINK = "/hyperlink"
_PROPERTY = "standpunt."
_DATE = re.compile(r"[12]\d{3}-[01]\d-[0-3]\d")


def read_copy(path: Path) -> tuple[ReturnedCopy | None, list[Problem]]:
    """Read a Word file; or the one problem that keeps it from being read.

    Raises:
        OSError: The file cannot be opened.
    """
    try:
        return _returned(open_package(path)), []
    except Refusal as refusal:
        return None, [refusal.problem]


def _returned(package: Package) -> ReturnedCopy:
    document = package.part("word/document.xml")
    text = document.find(f"{W}body") if document is not None else None
    if text is None:
        raise Refusal(problem("SP931", Place(package.file)))
    links, outside = _links(package)
    styles = read_styles(package.part("word/styles.xml"), package.part("word/numbering.xml"))
    body = Body(styles, links, dict(_notes(package)))
    body.read(text)
    recorded, givens = _record(package)
    said = _properties(package)
    return ReturnedCopy(
        package.file,
        tuple(body.paragraphs),
        recorded,
        recorded.edition if recorded else said.get("edition", ""),
        recorded.province if recorded else said.get("province", ""),
        recorded.language if recorded else said.get("language", ""),
        givens,
        tuple(_comments(package)),
        (*outside, *body.left_out),
    )


def _links(package: Package) -> tuple[dict[str, str], list[LeftOut]]:
    """The addresses of links, and what else lies outside of the file: that is never fetched."""
    root = package.part("word/_rels/document.xml.rels")
    links, outside = {}, []
    for each in root if root is not None else ():
        target, identifier = each.get("Target") or "", each.get("Id") or ""
        if (each.get("Type") or "").endswith(_HYPERLINK):
            links[identifier] = target
        elif each.get("TargetMode") == "External":
            outside.append(LeftOut("outside", 0, target))
    return links, outside


def _notes(package: Package) -> Iterator[tuple[str, str]]:
    for part in ("word/footnotes.xml", "word/endnotes.xml"):
        root = package.part(part)
        for note in root if root is not None else ():
            words = "".join(each.text or "" for each in note.iter(f"{W}t"))
            yield note.get(f"{W}id") or "", words


def _record(package: Package) -> tuple[WorkingCopy | None, dict[str, str]]:
    """What the file says of itself, where a program left that as it was."""
    for name, content in package.parts.items():
        if name.startswith("customXml/") and SPACE.encode() in content:
            root = parsed(content, package.file)
            if format_of(root) > FORMAT:
                raise Refusal(problem("SP935", Place(package.file)))
            try:
                return read_record(root) if format_of(root) else (None, {})
            except ValueError:
                return None, {}
    return None, {}


def _properties(package: Package) -> dict[str, str]:
    root = package.part("docProps/custom.xml")
    found = {}
    for each in root if root is not None else ():
        name = each.get("name") or ""
        if name.startswith(_PROPERTY):
            found[name.removeprefix(_PROPERTY)] = "".join(str(text) for text in each.itertext())
    return found


def _comments(package: Package) -> Iterator[Comment]:
    root, extended = package.part("word/comments.xml"), package.part("word/commentsExtended.xml")
    more = {each.get(f"{_EXTENDED}paraId") or "": each for each in (extended if extended is not None else ())}
    by_paragraph: dict[str, str] = {}
    elements = list(root.iter(f"{W}comment")) if root is not None else []
    for each in elements:
        for paragraph in each.iter(f"{W}p"):
            by_paragraph[paragraph.get(_PARAGRAPH_ID) or ""] = each.get(f"{W}id") or ""
    for each in elements:
        yield _comment(each, more, by_paragraph)


def _comment(
    element: etree._Element, more: dict[str, etree._Element], by_paragraph: dict[str, str]
) -> Comment:
    paragraphs = list(element.iter(f"{W}p"))
    lines = ("".join(each.text or "" for each in paragraph.iter(f"{W}t")) for paragraph in paragraphs)
    last = more.get(paragraphs[-1].get(_PARAGRAPH_ID) or "-") if paragraphs else None
    parent = (last.get(f"{_EXTENDED}paraIdParent") or "-") if last is not None else "-"
    return Comment(
        element.get(f"{W}id") or "",
        element.get(f"{W}author") or "",
        _date(element.get(f"{W}date") or ""),
        "\n".join(line for line in lines if line.strip()),
        by_paragraph.get(parent, ""),
        last is not None and last.get(f"{_EXTENDED}done") == "1",
    )


def _date(written: str) -> str:
    """A date as the file says it; nothing for the zeros that a program writes where it knows none."""
    return written if _DATE.match(written) else ""
