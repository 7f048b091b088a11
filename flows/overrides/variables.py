"""Variables in texts: plain, declared, and with a value. Checked before anything is filled in."""

from collections.abc import Iterable, Iterator, Mapping

from flows.positions.bodies import texts
from flows.positions.editions import Block, Variable
from flows.positions.merged import MergedBlock, Position
from flows.positions.placeholders import BUILT_IN, PLACEHOLDER, placeholders
from flows.positions.places import Span
from flows.positions.provinces import Override, Verb
from flows.positions.shaping.editions import title_spans
from flows.problems.codes import problem
from flows.problems.records import Problem
from flows.wording.names import nearest


def block_texts(block: Block) -> Iterator[tuple[str, Span]]:
    """The texts of a block that may hold variables, with their spans."""
    if block.body is not None:
        for path, text in texts(block.body):
            yield text, block.span(*path)


def override_texts(override: Override) -> Iterator[tuple[str, Span]]:
    """The texts that an override brings."""
    if override.block is not None:
        yield from block_texts(override.block)
    if override.verb is Verb.APPEND and override.text is not None:
        yield override.text, override.span("text")


def check_texts(found: Iterable[tuple[str, Span]], declared: Mapping[str, Variable]) -> list[Problem]:
    """Problems with the variables in texts: unknown ones, and braces that are no variable."""
    return [
        each for text, span in found if "{{" in text or "}}" in text for each in _check(text, span, declared)
    ]


def _check(text: str, span: Span, declared: Mapping[str, Variable]) -> Iterator[Problem]:
    known = {*declared, *BUILT_IN}
    for match in PLACEHOLDER.finditer(text):
        if match[1] not in known:
            place = span.locate(match[0], text[: match.start()].count(match[0]))
            close = nearest(match[1], known) or tuple(sorted(declared)) or tuple(sorted(BUILT_IN))
            yield problem("SP501", place, name=match[1], nearest=close)
    rest = PLACEHOLDER.sub("", text)
    for braces in ("{{", "}}"):
        if braces in rest:
            before = rest[: rest.index(braces)]
            broken = next((line for line in text.splitlines() if braces in PLACEHOLDER.sub("", line)), before)
            yield problem("SP507", span.locate(broken.strip()[:40] or braces), text=broken.strip())
            return


def used(found: Iterable[tuple[str, Span]]) -> set[str]:
    """The names of the variables that texts use."""
    return {name for text, _ in found for name in placeholders(text)}


def check_values(position: Position) -> list[Problem]:
    """A problem for every optional variable that a published text uses and that has no value.

    A required one without a value is reported once, where the province gives its values.
    """
    declared = position.edition.variables
    missing = {name for name in declared if not declared[name].required} - set(position.variables)
    return [
        problem("SP506", span.locate("{{ " + name), name=name)
        for text, span in published_texts(position)
        for name in dict.fromkeys(placeholders(text))
        if name in missing
    ]


def published_texts(position: Position) -> Iterator[tuple[str, Span]]:
    """Every text of a position that may hold variables: titles, blocks and additions."""
    yield from title_spans(position.edition)
    for merged in position.blocks():
        yield from merged_texts(merged)


def merged_texts(merged: MergedBlock) -> Iterator[tuple[str, Span]]:
    """The texts of a merged block, what was appended last."""
    yield from block_texts(merged.block)
    for addition in merged.additions:
        yield addition.text, addition.span
