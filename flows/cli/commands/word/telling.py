"""What a working copy asks for, in words for a terminal and as data for programs."""

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Any

import click

from flows.cli.session import Session
from flows.cli.terminal import marked_changes
from flows.cli.words import Words
from flows.desk.returning.applying import Applied
from flows.desk.returning.comparing import Compared
from flows.press.web.proposals import Item, ProposalPage
from flows.returns.lines import Lines, as_written
from flows.returns.proposals import Certainty, Op, Proposal

_TO_READ = (Certainty.LIKELY, Certainty.QUESTION, Certainty.CONFLICT)


def record_of(compared: Compared, done: Applied | None) -> dict[str, Any]:
    """A file and what it asks for, as ``docs/word-proposals.schema.json`` describes it."""
    found = compared.proposals
    record: dict[str, Any] = {
        "file": compared.file,
        "province": compared.province,
        "edition": compared.opened.national.name,
        "proposals": [_proposal(each) for each in found.proposals],
        "remarks": [
            {"block": each.block, "by": each.author, "on": each.date, "text": each.text}
            for each in found.remarks
        ],
        "left_out": [
            {"what": each.what, "paragraph": each.place, "text": each.text} for each in found.left_out
        ],
    }
    if done is not None:
        record["applied"] = {"ids": [each.id for each in done.proposals], "files": list(done.files)}
    return record


def _proposal(each: Proposal) -> dict[str, Any]:
    record = {
        "id": each.id,
        "op": each.op,
        "block": each.block,
        "field": each.field,
        "kind": each.kind,
        "old": _text(each.old),
        "new": _text(each.new),
        "certainty": each.certainty,
        "why": each.why,
        "authors": list(each.authors),
    }
    beside = {"after": each.after, "before": each.before}
    return {**record, **{name: block for name, block in beside.items() if block}}


def tell(compared: Compared, done: Applied | None, here: Session) -> None:
    """Print what a file asks for, and what was taken over."""
    words, found = here.words, compared.proposals
    about = compared.province or words["word-nation"]
    click.echo(
        words["word-file"].format(file=compared.file, about=about, edition=compared.opened.national.name)
    )
    if not compared.is_recorded:
        click.echo(words["word-unrecorded"])
    for one in compared.trackers:
        click.echo(words["word-tracked"].format(author=one.author or "?", changes=one.changes))
    if not found.proposals and not found.remarks:
        click.echo(words["word-nothing"])
    for each in found.proposals:
        _tell_one(each, words)
    for remark in found.remarks:
        click.echo()
        click.echo(words["word-remark"].format(by=remark.author or "?", block=remark.block or "-"))
        click.echo(f"  {remark.text}")
    for line in _left_out(compared, words):
        click.echo(f"\n{line}")
    _tell_done(compared, done, words)


def _tell_one(each: Proposal, words: Words) -> None:
    click.echo()
    certainty = words[f"certainty-{each.certainty}"]
    where = f" ({each.field})" if each.field not in ("", "text") else ""
    click.echo(f"{each.id}{where}: {words[f'op-{each.op}']}  [{certainty}]")
    click.echo(
        "  "
        + words[f"why-{each.why}"].format(
            after=each.after or words["word-top"], before=each.before, places=each.places
        )
    )
    if each.op is Op.MOVE:
        return
    for line in marked_changes(_text(each.old), _text(each.new)).splitlines():
        click.echo(f"    {line}")


def _left_out(compared: Compared, words: Words) -> Iterator[str]:
    for what, count in Counter(each.what for each in compared.proposals.left_out).items():
        yield words["word-left-out"].format(what=words[f"left-{what}"], count=count)


def _tell_done(compared: Compared, done: Applied | None, words: Words) -> None:
    click.echo()
    if done is None:
        sure = _number(compared.proposals.proposals, Certainty.CERTAIN)
        others = _number(
            compared.proposals.proposals, Certainty.LIKELY, Certainty.QUESTION, Certainty.CONFLICT
        )
        if sure or others or compared.proposals.remarks:
            click.echo(words["word-next"].format(file=compared.file, sure=sure, others=others))
        return
    for file in done.files:
        click.echo(words["written"].format(file=file))
    told = "word-applied" if done.files else "word-unchanged"
    click.echo(words[told].format(count=len(done.proposals), remarks=done.remarks))


def page_of(compared: Compared, here: Session) -> ProposalPage:
    """The same as a page to read."""
    words, found = here.words, compared.proposals
    edition = compared.opened.national.name
    about = compared.province or words["word-nation"]
    items = [
        Item(
            each.id,
            words[f"op-{each.op}"],
            words[f"certainty-{each.certainty}"],
            words[f"why-{each.why}"].format(
                after=each.after or words["word-top"], before=each.before, places=each.places
            ),
            _text(each.old) if each.op is not Op.MOVE else "",
            _text(each.new),
        )
        for each in found.proposals
    ]
    for each in found.remarks:
        heading = words["word-remark"].format(by=each.author or "?", block=each.block or "-")
        items.append(Item(each.block or "-", heading, "", "", "", each.text))
    tracked = [
        words["word-tracked"].format(author=one.author or "?", changes=one.changes)
        for one in compared.trackers
    ]
    unrecorded = () if compared.is_recorded else (words["word-unrecorded"],)
    title = words["word-file"].format(file=compared.file, about=about, edition=edition)
    nothing = () if items else (words["word-nothing"],)
    return ProposalPage(
        here.ui,
        title,
        (*unrecorded, *tracked, *nothing),
        tuple(items),
        tuple(_left_out(compared, words)),
        (words["said-added"], words["said-removed"]),
    )


def _number(proposals: Iterable[Proposal], *certainties: Certainty) -> int:
    return sum(each.certainty in certainties for each in proposals)


def _text(lines: Lines) -> str:
    return "\n".join(map(as_written, lines))
