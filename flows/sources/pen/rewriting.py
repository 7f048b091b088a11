"""The new text of a file from its old one: what was meant changes, and not a byte beside it."""

from collections.abc import Iterable, Iterator
from typing import Any

from flows.positions.marked import Marked
from flows.problems.records import Place, has_errors
from flows.sources.pen.emitting import Hand
from flows.sources.pen.meaning import meant, same
from flows.sources.pen.nodes import Found, NotThere, find, top_of
from flows.sources.pen.operations import Drop, Insert, Operation, Put
from flows.sources.pen.passages import Passage, dropped, hand_of, of_item, of_key, replaced
from flows.sources.yaml_files import marked_text


class PenRefused(Exception):  # noqa: N818  a file that is not ours to guess about, not a failure
    """An operation cannot be done without changing something else; carries the place. Nothing was written."""

    def __init__(self, place: Place) -> None:
        super().__init__(str(place))
        self.place = place


def rewritten(text: str, file: str, operations: Iterable[Operation]) -> str:
    """The text of a file after operations, each done on what the one before it left.

    Raises:
        PenRefused: The file cannot be read, an address has no value, or an operation has no way to be
            written after which the file says what was meant and nothing else.
    """
    mark = "\ufeff" if text.startswith("\ufeff") else ""
    body = text.removeprefix(mark)
    marked = _read(body, file)
    for operation in operations:
        try:
            body, marked = _done(body, marked, file, operation)
        except NotThere:
            raise PenRefused(Place(file)) from None
    return mark + body


def _done(text: str, marked: Marked, file: str, operation: Operation) -> tuple[str, Marked]:
    """A text after one operation, in the first way that says what was meant."""
    wanted = meant(marked.data, operation)
    top = top_of(text)
    if top is None:
        raise NotThere(operation.at)
    for passage in _ways(top, text, operation):
        after = text[: passage.start] + passage.text + text[passage.end :]
        try:
            found = _read(after, file)
        except PenRefused:
            continue
        if same(found.data, wanted):
            return after, found
    raise PenRefused(_place(marked, operation))


def _ways(top: Found, text: str, operation: Operation) -> Iterator[Passage]:
    """Every way to write an operation, the best one first."""
    hand = hand_of(top, text)
    if isinstance(operation, Drop):
        yield dropped(find(top, operation.at), text)
    elif isinstance(operation, Put):
        yield from _put(top, text, operation, hand)
    else:
        yield from _inserted(top, text, operation, hand)


def _put(top: Found, text: str, operation: Put, hand: Hand) -> Iterator[Passage]:
    try:
        yield from replaced(find(top, operation.at), text, operation.value, hand)
    except NotThere:
        parent = find(top, operation.at[:-1])
        key = operation.at[-1]
        if not isinstance(key, str) or parent.node.id != "mapping":
            raise
        yield from of_key(parent, text, key, operation.value, hand, after=operation.after)


def _inserted(top: Found, text: str, operation: Insert, hand: Hand) -> Iterator[Passage]:
    try:
        found = find(top, operation.at)
    except NotThere:
        yield from _put(top, text, Put(operation.at, (operation.item,)), hand)
        return
    beside = list(found.children())
    if not beside:
        yield from replaced(found, text, (operation.item,), hand)
    elif operation.first:
        yield from of_item(beside[0], text, operation.item, hand, before=True)
    else:
        anchor = found.child(operation.after) if operation.after is not None else beside[-1]
        if anchor is None:
            raise NotThere(operation.at)
        yield from of_item(anchor, text, operation.item, hand, before=False)


def _read(text: str, file: str) -> Marked:
    marked, problems = marked_text(text, file)
    if marked is None or has_errors(problems):
        raise PenRefused(next((each.place for each in problems if each.place), Place(file)))
    return marked


def _place(marked: Marked, operation: Operation) -> Place:
    """Where an operation was to be done, as near as the file tells."""
    steps: list[Any] = []
    for step in operation.at:
        if not isinstance(step, str | int):
            break
        steps.append(step)
    return marked.span(*steps).place
