"""A Word file that came back, beside the edition it belongs to."""

import re
from dataclasses import dataclass, replace
from pathlib import Path

from flows.desk.opening.caches import cache_of
from flows.desk.opening.editions import OpenEdition, UnknownName, open_edition
from flows.desk.opening.provincial import Provincial
from flows.desk.returning.copying import sheet_of
from flows.documents.working_copy.sheet import RowKind, Sheet
from flows.documents.working_copy.trees import NoLines, lines_of
from flows.documents.working_copy.words import words_of
from flows.press.doors.parsing import parse_texts
from flows.problems.codes import problem
from flows.problems.records import Place, Problem
from flows.returns.assigning import Expected
from flows.returns.comparing import Side, propose
from flows.returns.copies import Passage, WorkingCopy
from flows.returns.lines import plain_lines
from flows.returns.proposals import Proposals
from flows.returns.returned import ReturnedCopy
from flows.returns.revisions import Policy, Tracker, resolved, trackers
from flows.sources.content import Content
from flows.sources.review_files import read_remarks, review_file
from flows.sources.word.reading import read_copy

_HEAD = re.compile(
    r"(?:Werkversie|Working copy) \u00b7 (\S+) \u00b7 (?:editie|edition) (\S+) \u00b7 (?:taal|language) (\S+)"
)
_HEAD_WITHIN = 12
"""Paragraphs from the top among which that line stands."""
_NATIONAL = ("landelijk", "national")
_OURS = {"omslag provincie": "returned-brochure", "verslag organisatie": "returned-report"}
"""Styles that tell our other documents."""


@dataclass(frozen=True, slots=True)
class Compared:
    """A file with everything that it asks for.

    Attributes:
        file: The name of the file.
        opened: The edition, with the province alone, or without provinces for the national text.
        one: The province; None for the national text.
        now: The working copy as it would go out now.
        proposals: What the file asks for.
        trackers: Who tracked changes in it.
        is_recorded: Whether the file still says how it went out.
    """

    file: str
    opened: OpenEdition
    one: Provincial | None
    now: Sheet
    proposals: Proposals
    trackers: tuple[Tracker, ...]
    is_recorded: bool

    @property
    def province(self) -> str:
        """The province, or nothing for the national text."""
        return self.one.slug if self.one is not None else ""


def compare_copy(
    content: Content, path: Path, policy: Policy, *, national: bool
) -> tuple[Compared | None, list[Problem]]:
    """Compare a file with the edition it is of; or the one problem that keeps it from being compared.

    Args:
        content: The content root.
        path: The file.
        policy: What becomes of tracked changes.
        national: Whether a copy of the national text is expected; one is never taken for the other.

    Raises:
        OSError: The file cannot be opened.
        PressError: Pandoc does not work.
    """
    copy, problems = read_copy(path)
    if copy is None:
        return None, problems
    known = _identified(copy)
    if known is None:
        hint = next((_OURS[each.style] for each in copy.paragraphs if each.style in _OURS), "")
        return None, [problem("SP934", Place(copy.file), returned=hint)]
    if national is bool(known.province):
        wanted = "national" if national else "province"
        return None, [problem("SP940", Place(copy.file), wanted=wanted)]
    return _compared(content, known, policy)


def _compared(content: Content, copy: ReturnedCopy, policy: Policy) -> tuple[Compared | None, list[Problem]]:
    provinces = (copy.province,) if copy.province else ()
    try:
        opened = open_edition(content, copy.edition, provinces)
    except UnknownName as error:
        what = f"{copy.province} {copy.edition}".strip()
        nearest = error.problem.args.get("nearest", ())
        return None, [problem("SP938", Place(copy.file), copied=what, nearest=nearest)]
    one = opened.provinces[0] if copy.province else None
    broken = one.position is None if one is not None else not opened.national.sound
    if broken or opened.national.edition is None:
        asked = {"edition": copy.edition, "copied": copy.province or "de landelijke tekst"}
        return None, [problem("SP939", Place(copy.file), **asked)]  # type: ignore[arg-type]
    now = sheet_of(opened, one)
    side = side_of(now)
    base = _recorded(opened, copy.recorded, side) if copy.recorded is not None else side
    found = propose(resolved(copy, policy), base, side, _prefix(one), _ids(opened, one))
    kept, _ = read_remarks(content.root, review_file(copy.edition, copy.province))
    known = {(each.item, each.text) for each in kept}
    fresh = tuple(each for each in found.remarks if (each.block, each.text) not in known)
    found = replace(found, remarks=fresh)
    return Compared(copy.file, opened, one, now, found, trackers(copy), copy.recorded is not None), []


def _identified(copy: ReturnedCopy) -> ReturnedCopy | None:
    """The same file with what it is of, told by its record, its properties or the line at its head."""
    if copy.edition:
        return copy
    for paragraph in copy.paragraphs[:_HEAD_WITHIN]:
        head = _HEAD.search(paragraph.text)
        if head is not None:
            province = "" if head[1] in _NATIONAL else head[1]
            return replace(copy, edition=head[2], province=province, language=head[3])
    return None


def side_of(sheet: Sheet) -> Side:
    """A working copy as it would go out now, to compare with."""
    rows = [row for row in sheet.rows if row.passage is not None]
    passages = tuple(
        Expected(row.passage, row.lines, row.text if row.kind is RowKind.FIELD else "")
        for row in rows
        if row.passage is not None
    )
    furniture = frozenset(row.text.strip() for row in sheet.rows if row.passage is None)
    return Side(passages, furniture, sheet.copy.values)


def _recorded(opened: OpenEdition, copy: WorkingCopy, now: Side) -> Side:
    """The working copy as it went out; texts that are other ones now are parsed once more."""
    texts = [each.text for each in copy.passages if each.is_markdown and each.text]
    trees = parse_texts(tuple(dict.fromkeys(texts)), cache_of(opened.content), opened.trees)
    words = words_of(copy.language)

    def expected(passage: Passage) -> Expected:
        if not passage.is_markdown:
            is_heading = passage.kind in ("chapter", "theme") or passage.field in ("text", "append")
            name = "" if is_heading else words.get(passage.field.partition(".")[0], "")
            text = " ".join(passage.text.split())
            return Expected(passage, plain_lines(text, copy.values), name)
        try:
            tree = trees[passage.text] if passage.text else []
            return Expected(passage, lines_of(tree, copy.values))
        except NoLines:
            return Expected(passage, plain_lines(" ".join(passage.text.split()), copy.values))

    return Side(tuple(map(expected, copy.passages)), now.furniture, copy.values)


def _prefix(one: Provincial | None) -> str:
    """What the ids of a province's own blocks begin with: the letters of its code, or its name."""
    if one is None or one.province is None:
        return ""
    return one.province.codes.get("iso", "").rpartition("-")[2].lower() or one.slug


def _ids(opened: OpenEdition, one: Provincial | None) -> frozenset[str]:
    targets = opened.national.targets
    own = one.own_ids if one is not None else frozenset()
    return own.union(targets.blocks, targets.retired)
