"""A change report as a page, and what each of its rows says on each side."""

from dataclasses import replace
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from flows.documents.change_report.report import ADDED, REMOVED, Report
from flows.documents.elements import (
    Element,
    Tree,
    anchor_of,
    div,
    header,
    inner,
    name_of,
    rebuilt,
    text_of,
    walk,
)
from flows.press.jobs import Job, print_documents
from tests.documents.change_report.report_sample import report
from tests.press.printing import REPOSITORY, TIMESTAMP, files_of, own_looks

_FOLDER = TemporaryDirectory()


def page_of(one: Report, folder: Path) -> str:
    """The page of a report."""
    (folder / "shared").symlink_to(REPOSITORY / "shared")
    job = Job(one, ("html",), own_looks(), TIMESTAMP)
    (answer,) = print_documents([job], folder, folder / "outputs")
    return files_of(answer, folder)["html"].read_text(encoding="utf-8")


@cache
def sample() -> str:
    """The page of the report made by hand."""
    return page_of(report(), Path(_FOLDER.name))


def expected(one: Report) -> dict[str, dict[str, str]]:
    """What each row says on each side, from the tree itself."""
    found = {}
    for change in (element for element in walk(one.blocks) if name_of(element) == "change"):
        parts = {name_of(part): inner(part) for part in inner(change)}
        text = parts.get("inline") or parts["text"]
        found[anchor_of(change)] = {"new": _kept(text, REMOVED), "old": _kept(text, ADDED)}
    return found


def _kept(blocks: Tree, gone: str) -> str:
    def change(element: Element) -> Tree:
        marked = element["t"] in ("Span", "Div") and element["c"][0][1] == [gone]
        return [] if marked else [element]

    trimmed = rebuilt(blocks, change)
    for table in (one for one in walk(trimmed) if one["t"] == "Table"):
        for body in table["c"][4]:
            body[3] = [line for line in body[3] if line[0][1] != [gone]]
    return text_of(trimmed)


def with_rows(*rows: Element, **changes: Any) -> Report:
    """The report made by hand with a redline of other rows."""
    one = report()
    redline = div("redline", [header(1, "Tekst", "redline"), *rows])
    return replace(one, blocks=[*one.blocks[:-1], redline], **changes)
