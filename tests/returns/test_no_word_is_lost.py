"""Whatever is done to a file, each of its words is in a proposal, in a text that stays, or is told."""

import re
from collections import Counter
from collections.abc import Iterable

from hypothesis import given, settings

from flows.returns.comparing import Side, propose
from flows.returns.lines import Lines
from flows.returns.proposals import Op, Proposals
from tests.returns.edit_scripts import Page, Script, page, scripts
from tests.returns.word_twin import OTHERS, back, returned, small

WORD = re.compile(r"\w+")
BASE = small()
_BESIDE = (Op.APPEND, Op.MOVE, Op.VARIABLE, Op.INSERT)
"""What leaves the text of a passage as it is."""


def edited(script: Script) -> tuple[Page, Proposals]:
    untouched = returned(BASE)
    on = page(BASE, untouched.paragraphs)
    script.perform(on)
    copy = back(BASE, on.paragraphs, script.program, dict(untouched.givens))
    return on, propose(copy, BASE, BASE, "oost", {each.passage.block for each in BASE.passages})


def of_lines(lines: Lines) -> Iterable[str]:
    return (word for line in lines for word in WORD.findall(line.text))


def of_file(on: Page) -> Counter[str]:
    """The words of a file that are not the program's own; a word may be cut by a paragraph, not by a run."""
    found: Counter[str] = Counter()
    for each in on.paragraphs:
        found.update(WORD.findall("".join(run.text for run in each.runs if not run.is_label)))
    return found


def told(base: Side, proposals: Proposals) -> Counter[str]:
    """The words of what stays and of what is asked, each as often as it will stand somewhere."""
    asked = {(each.block, each.field) for each in proposals.proposals if each.op not in _BESIDE}
    found: Counter[str] = Counter()
    for each in base.passages:
        if each.passage.key not in asked:
            found.update(of_lines(each.lines))
    for proposal in proposals.proposals:
        found.update(of_lines(proposal.new))
    return found


def missing(on: Page, proposals: Proposals) -> dict[str, int]:
    """The words that nobody would see again, and how often each."""
    return dict(of_file(on) - told(BASE, proposals))


@settings(max_examples=300, deadline=None)
@given(scripts(OTHERS, 1))
def test_one_edit_loses_no_word(script: Script) -> None:
    on, proposals = edited(script)
    assert missing(on, proposals) == {}


@settings(max_examples=300, deadline=None)
@given(scripts(OTHERS, 6))
def test_many_edits_lose_no_word(script: Script) -> None:
    on, proposals = edited(script)
    assert missing(on, proposals) == {}


@settings(max_examples=300, deadline=None)
@given(scripts(OTHERS, 1))
def test_an_edit_asks_nothing_of_other_blocks(script: Script) -> None:
    on, proposals = edited(script)
    names = {each.after if each.op is Op.INSERT else each.block for each in proposals.proposals}
    assert names - on.touched == set()
