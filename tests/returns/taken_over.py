"""A copy after its proposals were taken over, as content files would then make it."""

from collections.abc import Iterable
from dataclasses import replace

from flows.positions.provinces import Verb
from flows.returns.assigning import Expected
from flows.returns.comparing import Side
from flows.returns.lines import Lines
from flows.returns.proposals import Op, Proposal
from tests.returns.word_twin import passage, said, side

NATIONAL: Lines = said("Dit is de landelijke tekst.")
"""What returns where a province drops its own text."""
_VERBS = {Op.REPLACE: Verb.REPLACE, Op.FILL: Verb.FILL}


def taken_over(base: Side, proposals: Iterable[Proposal]) -> Side:
    """The copy as it would go out after some proposals."""
    passages = list(base.passages)
    # A new block keeps its place where the one before it goes.
    for proposal in sorted(proposals, key=lambda each: each.op is not Op.INSERT):
        passages = list(_with(passages, proposal))
    return side(passages)


def _with(passages: list[Expected], proposal: Proposal) -> Iterable[Expected]:
    last = max(
        (at for at, each in enumerate(passages) if each.passage.block == _anchor(proposal)), default=-1
    )
    first = next((at for at, each in enumerate(passages) if each.passage.block == proposal.before), -1)
    for at, each in enumerate(passages):
        if at == first and proposal.op is Op.INSERT:
            yield _inserted(proposal)
        yield from _of_one(each, proposal)
        if at == last and proposal.op is Op.APPEND:
            fields = sum(
                other.passage.field.startswith("append")
                for other in passages[: at + 1]
                if other.passage.block == proposal.block
            )
            field = f"append.{fields + 1}" if fields else "append"
            yield passage(proposal.block, proposal.new, field=field, kind=proposal.kind, verb=Verb.APPEND)
        if at == last and proposal.op is Op.INSERT:
            yield _inserted(proposal)


def _anchor(proposal: Proposal) -> str:
    return proposal.after if proposal.op is Op.INSERT else proposal.block


def _inserted(proposal: Proposal) -> Expected:
    return passage(proposal.block, proposal.new, proposal.kind, verb=Verb.INSERT)


def _of_one(each: Expected, proposal: Proposal) -> Iterable[Expected]:
    about = each.passage
    if about.block != proposal.block:
        yield each
    elif proposal.op is Op.REMOVE or (
        proposal.op is Op.DROP and about.key == (proposal.block, proposal.field)
    ):
        yield from _without(each, proposal)
    elif about.field == proposal.field and proposal.op in (Op.REPLACE, Op.TEXT, Op.FILL, Op.FIELD):
        yield replace(
            each, lines=proposal.new, passage=replace(about, verb=_VERBS.get(proposal.op, about.verb))
        )
    else:
        yield each


def _without(each: Expected, proposal: Proposal) -> Iterable[Expected]:
    if proposal.op is Op.DROP and each.passage.is_slot:
        yield replace(each, lines=(), passage=replace(each.passage, verb=None))
    elif proposal.op is Op.DROP and each.passage.verb is Verb.REPLACE:
        yield replace(each, lines=NATIONAL, passage=replace(each.passage, verb=None))
