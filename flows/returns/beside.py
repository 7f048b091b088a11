"""What an edited file asks for beside changed texts: values, blocks that moved, comments."""

from collections.abc import Iterator, Mapping, Sequence

from flows.changes.increasing import heaviest_increasing
from flows.returns.assigning import Assigned, Expected, Key
from flows.returns.lines import Line, Lines, Piece
from flows.returns.passages import Back
from flows.returns.proposals import Certainty, Op, Proposal, Remark, Why
from flows.returns.returned import Comment, Paragraph

_AT_HOME = 4.0
"""How much rather a text without its label was moved than one that stands under its own."""


def changed_values(backs: Mapping[Key, Back]) -> dict[tuple[str, str], list[Expected]]:
    """The passages in which a value was changed, by the variable and its new words."""
    found: dict[tuple[str, str], list[Expected]] = {}
    for back in backs.values():
        for pair in back.changed:
            found.setdefault(pair, []).append(back.expected)
    return found


def places_of(variable: str, passages: Sequence[Expected]) -> int:
    """In how many places a value stands."""
    pieces = (piece for each in passages for line in each.lines for piece in line.pieces)
    return sum(piece.variable == variable for piece in pieces)


def with_words(lines: Lines, variable: str, text: str) -> Lines:
    """Lines that have words where a value stood."""

    def spoken(piece: Piece) -> Piece:
        return Piece(text, piece.look) if piece.variable == variable else piece

    return tuple(Line(tuple(map(spoken, line.pieces)), line.level, line.ordered) for line in lines)


def moved(found: Assigned, passages: Sequence[Expected]) -> Iterator[Proposal]:
    """Blocks that stand behind others than before; their order is the nation's, so this is only told."""
    order = {each.passage.key: number for number, each in enumerate(passages) if each.passage.is_markdown}
    met = sorted((group[0].place, key) for key, group in found.groups.items() if group and key in order)
    ranks = [order[key] for _, key in met]
    weights = [_AT_HOME if key in found.at_home else 1.0 for _, key in met]
    stays = set(heaviest_increasing(ranks, weights))
    for number, (_, key) in enumerate(met):
        if number not in stays:
            before = met[number - 1][1][0] if number else ""
            yield Proposal(Op.MOVE, key[0], "", (), (), Certainty.TOLD, Why.MOVED, after=before)


def with_moves(proposals: Sequence[Proposal]) -> Iterator[Proposal]:
    """The same, a text that went in one place and came in another one as moved: nothing happened to it."""
    gone = {each.old: each for each in proposals if each.op in (Op.DROP, Op.REMOVE) and each.old}
    came = {each.new: each for each in proposals if each.op is Op.INSERT}
    for each in proposals:
        text = each.new if each.op is Op.INSERT else each.old
        if each not in (gone.get(text), came.get(text)) or text not in gone or text not in came:
            yield each
        elif each.op is not Op.INSERT:
            after = came[text].after
            yield Proposal(Op.MOVE, each.block, "", (), (), Certainty.TOLD, Why.MOVED, after=after)


def remarks(
    found: Assigned, paragraphs: Sequence[Paragraph], comments: Sequence[Comment]
) -> Iterator[Remark]:
    """Comments that are not done, each with the block that its words stand in; answers stand with theirs."""
    owners = {id(one): key[0] for key, group in found.groups.items() for one in group}
    block = ""
    at: dict[str, str] = {}
    for paragraph in paragraphs:
        block = owners.get(id(paragraph), block)
        for run in paragraph.runs:
            for identifier in run.comments:
                at.setdefault(identifier, block)
    for comment in comments:
        where = at.get(comment.answers) or at.get(comment.id) or ""
        if comment.text and not comment.is_done:
            yield Remark(where, comment.author, comment.date, comment.text)
