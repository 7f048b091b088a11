"""What a change is called, so that a decision about it lapses when the change does."""

import json
from collections.abc import Mapping, Sequence, Set
from hashlib import sha256
from typing import Any

from flows.changes.passages import passages_of
from flows.changes.readings import Passage, Token, Unit
from flows.changes.records import Change, sides


def digest(change: Change) -> str:
    """Eight hexadecimal digits that stand for what both sides of a change say.

    A variable counts by its name, unless the sides show other values of it: a change to a national text has
    one digest in every province.
    """
    old, new = sides(change.passages) if change.passages else (_passages(change.old), _passages(change.new))
    values, later = variable_values(old), variable_values(new)
    apart = {name for name in values if name in later and values[name] != later[name]}
    content = [
        None if unit is None else _content(unit, text, apart)
        for unit, text in ((change.old, old), (change.new, new))
    ]
    written = json.dumps(content, ensure_ascii=False, sort_keys=True, default=str)
    return sha256(written.encode("utf-8", "surrogatepass")).hexdigest()[:8]


def variable_values(passages: Sequence[Passage]) -> Mapping[str, set[str]]:
    """Every value of each variable that a text shows."""
    found: dict[str, set[str]] = {}
    for passage in passages:
        for token in passage.tokens:
            if token.variable:
                found.setdefault(token.variable, set()).add(token.text)
    return found


def _passages(unit: Unit | None) -> tuple[Passage, ...]:
    """The paragraphs of one side of a change that holds none, as it leaves the text as it was."""
    return passages_of(unit.blocks) if unit is not None else ()


def _content(unit: Unit, passages: Sequence[Passage], apart: Set[str]) -> Mapping[str, Any]:
    def word(token: Token) -> list[str]:
        named = token.variable and token.variable not in apart
        return [f"{{{{ {token.variable} }}}}" if named else token.text, *token.marks]

    paragraphs = [[each.part, each.shape, each.starts, [*map(word, each.tokens)]] for each in passages]
    return {"kind": unit.kind, "text": paragraphs, "fields": unit.fields}
