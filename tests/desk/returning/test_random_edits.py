"""Whatever people do to a working copy, no word of theirs is lost and nothing else changes."""

import functools
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from tempfile import mkdtemp

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from flows.cli.main import run
from flows.desk.opening.editions import open_edition
from flows.desk.returning.comparing import side_of
from flows.desk.returning.copying import sheet_of
from flows.returns.comparing import Side, propose
from flows.returns.lines import line_of
from flows.returns.proposals import Op, Proposals
from flows.returns.returned import Paragraph, ReturnedCopy, Run
from flows.sources.content import Content
from flows.sources.word.reading import read_copy
from tests.content_tree import CHAPTER, own, write_tree
from tests.desk.returning.test_edits_in_libreoffice import ENTRIES, LONG

INSERT = "  - insert: oost-eigen-vraag\n    after: vraag-twee\n    kind: ask\n    text: Maak een plan voor {{ hub }}.\n"
Edit = tuple[str, int, int, str]
words = st.sampled_from(["brug", "morgen", "vier", "samen", "zeker", "plan"])
edits = st.lists(
    st.tuples(
        st.sampled_from(
            ["change", "split", "join", "delete", "empty", "copy", "move", "new", "retype", "bold", "unmark"]
        ),
        st.integers(0, 60),
        st.integers(0, 60),
        words,
    ),
    min_size=1,
    max_size=6,
)


@functools.cache
def exported() -> tuple[ReturnedCopy, Side]:
    root = Path(mkdtemp())
    assert CHAPTER != LONG
    write_tree(root, {**own(ENTRIES + INSERT), "shared/2031/werken.yaml": LONG})
    assert run(["accept", "oost", "--all", "--root", str(root)], "nl") == 0
    assert run(["word", "export", "oost", "--out", str(root), "--root", str(root)], "nl") == 0
    copy, problems = read_copy(root / "oost-2031-werkversie.docx")
    assert copy is not None and not problems
    opened = open_edition(Content(root), "2031", ["oost"])
    return copy, side_of(sheet_of(opened, opened.provinces[0]))


def proposed(copy: ReturnedCopy) -> Proposals:
    _, side = exported()
    return propose(copy, side, side, "oost", {key[0] for key in side.of})


def is_text(paragraph: Paragraph) -> bool:
    return bool(paragraph.text.strip()) and not all(run.is_label for run in paragraph.runs)


def performed(  # noqa: C901  one branch an edit
    paragraphs: Sequence[Paragraph], edit: Edit
) -> list[Paragraph]:
    """The paragraphs after one edit, as a word processor would leave them."""
    what, first, second, word = edit
    found = list(paragraphs)
    places = [
        at
        for at, each in enumerate(found)
        if is_text(each) and not each.heading and not each.runs[0].is_label
    ]
    if not places:
        return found
    at, other = places[first % len(places)], places[second % len(places)]
    each = found[at]
    run = each.runs[0]
    if what == "change":
        found[at] = replace(each, runs=(replace(run, text=f"{run.text} {word}"), *each.runs[1:]))
    elif what == "bold":
        found[at] = replace(each, runs=(replace(run, bold=True), *each.runs[1:]))
    elif what == "split":
        half = len(run.text) // 2
        head, tail = replace(run, text=run.text[:half]), replace(run, text=run.text[half:])
        found[at : at + 1] = [replace(each, runs=(head,)), replace(each, runs=(tail, *each.runs[1:]))]
    elif what == "join" and at + 1 < len(found):
        below = found[at + 1]
        marks = tuple(dict.fromkeys((*each.bookmarks, *below.bookmarks)))
        plain = tuple(replace(one, is_label=False) for one in below.runs)
        found[at : at + 2] = [replace(each, runs=(*each.runs, Run(" "), *plain), bookmarks=marks)]
    elif what == "delete":
        del found[at]
    elif what == "empty":
        found[at] = replace(each, runs=())
    elif what == "copy":
        found.insert(other + 1, without_marks(each))
    elif what == "move":
        found.insert(other, found.pop(at))
    elif what == "new":
        found.insert(at + 1, replace(each, runs=(Run(f"Zij zeggen {word} {first}."),), bookmarks=()))
    elif what == "retype":
        found[at] = replace(without_marks(each), runs=(Run(f"{each.text} {word}"),))
    elif what == "unmark":
        found[at] = without_marks(each)
    return found


def without_marks(paragraph: Paragraph) -> Paragraph:
    runs = tuple(replace(run, bookmarks=(), given="") for run in paragraph.runs)
    return replace(paragraph, runs=runs, bookmarks=())


def counted(texts: Sequence[str]) -> Counter[str]:
    return Counter(word for text in texts for word in text.split())


@given(edits)
@settings(max_examples=300, deadline=None, suppress_health_check=list(HealthCheck))
def test_law_no_word_is_lost(script: list[Edit]) -> None:
    copy, side = exported()
    paragraphs: Sequence[Paragraph] = copy.paragraphs
    for edit in script:
        paragraphs = performed(paragraphs, edit)
    edited = replace(copy, paragraphs=tuple(replace(each, place=at) for at, each in enumerate(paragraphs, 1)))
    found = proposed(edited)
    asked = [line.text for each in found.proposals for line in each.new]
    touched = {(each.block, each.field) for each in found.proposals if each.op is not Op.MOVE}
    kept = [line.text for key, each in side.of.items() for line in each.lines if key not in touched]
    below = [
        line.text
        for each in found.proposals
        if each.op in (Op.APPEND, Op.VARIABLE)
        for line in (side.of[each.block, "text"].lines if each.op is Op.APPEND else ())
    ]
    typed = counted([line_of(each).text for each in edited.paragraphs if is_text(each)])
    labels = counted([run.text for each in copy.paragraphs for run in each.runs])
    missing = typed - counted([*asked, *kept, *below, *(each.text for each in found.left_out)])
    # What flowed together with a label of ours may be the label's.
    assert not {word for word in missing if word not in labels}, (missing, found.proposals)


@given(edits)
@settings(max_examples=100, deadline=None, suppress_health_check=list(HealthCheck))
def test_law_an_untouched_block_is_never_asked_about(script: list[Edit]) -> None:
    copy, side = exported()
    paragraphs: Sequence[Paragraph] = copy.paragraphs
    quiet = [edit for edit in script if edit[0] in ("change", "bold", "retype", "empty")]
    for edit in quiet:
        paragraphs = performed(paragraphs, edit)
    found = proposed(replace(copy, paragraphs=tuple(paragraphs)))
    same = {id(each) for each in copy.paragraphs} & {id(each) for each in paragraphs}
    by_bookmark = {each.passage.bookmark: key for key, each in side.of.items()}
    untouched = {
        by_bookmark[each.bookmarks[0]]
        for each in copy.paragraphs
        if id(each) in same and each.bookmarks and each.bookmarks[0] in by_bookmark
    }
    several = Counter(mark for each in copy.paragraphs for mark in each.bookmarks)
    asked = {(each.block, each.field) for each in found.proposals if each.op not in (Op.INSERT, Op.APPEND)}
    assert not {key for key in asked & untouched if several[side.of[key].passage.bookmark] == 1}, (
        found.proposals
    )
