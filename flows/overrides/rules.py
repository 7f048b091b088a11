"""The merge rules of content.md as one table; every row names the clause it serves."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from flows.positions.editions import Permission
from flows.positions.provinces import Verb

ANY, APPEND = Permission.ANY, Permission.APPEND


@dataclass(frozen=True, slots=True)
class Rule:
    """What one verb asks of its target.

    Attributes:
        on_slot: True where the target must be a slot, False where it may not be one, None for either.
        allowed_under: What the target's `override:` must say.
        clashes_with: Verbs that cannot act on the same target in one file.
        stamped: True where the entry carries `written_against`.
        clause: The clause of content.md.
    """

    on_slot: bool | None
    allowed_under: frozenset[Permission]
    clashes_with: frozenset[Verb]
    stamped: bool
    clause: str


RULES: Mapping[Verb, Rule] = MappingProxyType(
    {
        Verb.FILL: Rule(
            on_slot=True,
            allowed_under=frozenset({ANY}),
            clashes_with=frozenset({Verb.FILL, Verb.REPLACE, Verb.REMOVE}),
            stamped=False,
            clause="A chapter: slot, no national text; each province supplies it",
        ),
        Verb.REPLACE: Rule(
            on_slot=False,
            allowed_under=frozenset({ANY}),
            clashes_with=frozenset({Verb.FILL, Verb.REPLACE, Verb.REMOVE}),
            stamped=True,
            clause="Merge: two of replace/remove/fill on one target",
        ),
        Verb.APPEND: Rule(
            on_slot=False,
            allowed_under=frozenset({ANY, APPEND}),
            clashes_with=frozenset({Verb.REMOVE}),
            stamped=True,
            clause="Merge: append plus remove on one; a block may declare override: append",
        ),
        Verb.INSERT: Rule(
            on_slot=None,
            allowed_under=frozenset(Permission),
            clashes_with=frozenset(),
            stamped=False,
            clause="Merge: an insert anchored to a removed block keeps its position",
        ),
        Verb.REMOVE: Rule(
            on_slot=None,
            allowed_under=frozenset({ANY}),
            clashes_with=frozenset({Verb.FILL, Verb.REPLACE, Verb.REMOVE, Verb.APPEND}),
            stamped=True,
            clause="Merge: a forbidden override; an optional slot may be left out on purpose",
        ),
    }
)
