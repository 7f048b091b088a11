"""What was taken over is what stands in the file, and is asked for once."""

from collections import Counter
from dataclasses import replace

from hypothesis import given, settings

from flows.returns.comparing import Side, propose
from flows.returns.lines import Lines, line_of, one_plain_line, shown
from flows.returns.proposals import Certainty, Op, Proposals, Why
from flows.returns.returned import ReturnedCopy
from tests.returns.edit_scripts import Page, Script, move, page, scripts
from tests.returns.taken_over import taken_over
from tests.returns.word_twin import OTHERS, back, returned, small

BASE = small()
_OTHERWISE = (Op.DROP, Op.REMOVE, Op.FIELD)
"""What makes another text than the file's: the nation's returns, fields go with their block, or are one line."""
_BEHIND = (Op.APPEND, Op.INSERT)
LARGE = ("toelichting", "feit-een")
"""Blocks of more than one passage."""
_SURE = (Certainty.CERTAIN, Certainty.LIKELY)


def edited(script: Script) -> tuple[Page, ReturnedCopy]:
    untouched = returned(BASE)
    on = page(BASE, untouched.paragraphs)
    script.perform(on)
    return on, back(BASE, on.paragraphs, script.program, dict(untouched.givens))


def asked(copy: ReturnedCopy, base: Side, now: Side) -> Proposals:
    return propose(copy, base, now, "oost", {each.passage.block for each in (*base.passages, *now.passages)})


def of_file(on: Page) -> Lines:
    read = ((each.style, (line_of(each),)) for each in on.paragraphs)
    lines = (one_plain_line(each) if style == "veld" else each for style, each in read)
    return tuple(line for each in lines for line in each if line.pieces)


def without_depth(lines: Lines) -> Lines:
    """Lines of which an item is an item: how deep it may stand depends on what stands above it."""
    return tuple(replace(line, level=min(line.level, 1)) for line in lines)


def of_side(one: Side) -> Lines:
    return tuple(line for each in one.passages for line in shown(each.lines, one.values))


@settings(max_examples=300, deadline=None)
@given(scripts(OTHERS, 3))
def test_what_was_taken_over_is_not_asked_again(script: Script) -> None:
    _, copy = edited(script)
    first = asked(copy, BASE, BASE).proposals
    now = taken_over(BASE, [each for each in first if each.certainty in _SURE])
    again = [each for each in asked(copy, BASE, now).proposals if each.certainty in _SURE]
    assert [(each.op, each.id) for each in again] == []


@settings(max_examples=300, deadline=None)
@given(scripts(OTHERS, 3))
def test_a_copy_of_what_was_taken_over_asks_for_nothing(script: Script) -> None:
    _, copy = edited(script)
    now = taken_over(BASE, [each for each in asked(copy, BASE, BASE).proposals if each.certainty in _SURE])
    for program in OTHERS:
        again = asked(returned(now, program), now, now).proposals
        assert [(each.op, each.id) for each in again] == []


@settings(max_examples=300, deadline=None)
@given(scripts(OTHERS, 1))
def test_the_text_becomes_what_stands_in_the_file(script: Script) -> None:
    on, copy = edited(script)
    proposals = asked(copy, BASE, BASE).proposals
    # A field that was cut in two or copied is one line again.
    fields = [each for each in on.paragraphs if each.style == "veld"]
    if len(fields) > 1 or any(each.certainty not in _SURE or each.op in _OTHERWISE for each in proposals):
        return
    now, wanted = without_depth(of_side(taken_over(BASE, proposals))), without_depth(of_file(on))
    inside = [
        each
        for each in proposals
        if each.why is Why.COPIED or ((each.after or each.block) in LARGE and each.op in _BEHIND)
    ]
    if inside or script.steps[0][0] is move:  # a block has no place inside another one: it stands behind that
        assert Counter(now) == Counter(wanted)
    else:
        assert now == wanted
