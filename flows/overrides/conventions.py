"""What the house asks of a province's own blocks: the length that a slot's note names, a prefix in ids."""

import re
from collections.abc import Iterable, Iterator

from flows.overrides.resolve import Resolved
from flows.positions.bodies import MARKDOWN_FIELDS, texts
from flows.positions.editions import Block
from flows.positions.placeholders import PLACEHOLDER
from flows.positions.provinces import ProvinceEdition, Verb
from flows.problems.codes import problem
from flows.problems.records import Problem
from flows.wording.numbers import Kind, numbers

TOO_MANY_TIMES = 3
"""So many times the length that was asked for is another text than the one that was asked for."""

_WORDS = re.compile(r"\s*(?:woorden|words|Wörter|wurden)\b")
_AT_LEAST = re.compile(
    r"(?:minstens|minimaal|ten ?minste|at least|a minimum of|mindestens|op syn minst)\s*\Z", re.IGNORECASE
)


def asked_words(note: str, language: str) -> int:
    """The most words that a note asks for; 0 where it names no number of words, or only a least one."""
    asked = [0]
    for number in numbers(note, language):
        behind = _WORDS.match(note, number.start + len(number.written))
        is_most = behind is not None and not _AT_LEAST.search(note[: number.start])
        if is_most and number.kind is Kind.AMOUNT and number.value is not None:
            asked.append(int(number.value))
    return max(asked)


def too_long(resolved: Iterable[Resolved], language: str) -> Iterator[Problem]:
    """SP612 for a text in a slot that is three times as long as the slot's note asks for."""
    for each in resolved:
        block, target = each.override.block, each.target
        asked = asked_words(target.note, language) if target.slot and target.note else 0
        found = _words(block) if block is not None and asked else 0
        if asked and found >= TOO_MANY_TIMES * asked:
            place = each.override.span("text").place
            related = (("national", target.place),)
            yield problem("SP612", place, id=target.id, found=found, asked=asked, related=related)


def _words(block: Block) -> int:
    """The words of a block's running text; a variable counts as one."""
    found = texts(block.body) if block.body is not None else ()
    running = (text for path, text in found if path[0] in MARKDOWN_FIELDS)
    return sum(len(PLACEHOLDER.sub("x", text).split()) for text in running)


def without_prefix(own: ProvinceEdition) -> Iterator[Problem]:
    """SP613 for an inserted id that does not begin with the province's letters, or with its whole name.

    The letters are those of the code of ISO 3166-2 (``NL-NH``); without that code no prefix is known.
    """
    province = own.province
    prefix = province.codes.get("iso", "").rpartition("-")[2].lower()
    for override in own.overrides if prefix else ():
        name = override.target
        if override.verb is Verb.INSERT and not name.startswith((f"{prefix}-", f"{province.slug}-")):
            yield problem("SP613", override.place, id=name, better=f"{prefix}-{name}")
