"""Which national block each override acts on; every target is looked up in the unmodified national text."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from flows.overrides.rules import RULES
from flows.positions.bodies import Ask, Fact, Prose, Quote
from flows.positions.editions import Block
from flows.positions.integrity import RESERVED
from flows.positions.provinces import Override, Verb
from flows.positions.targets import Targets
from flows.problems.codes import problem
from flows.problems.records import Place, Problem, Severity

APPENDABLE = (Prose, Ask, Fact, Quote)
"""Bodies with running text that more text can follow."""


@dataclass(frozen=True, slots=True)
class Resolved:
    """An override with the national block that it acts on, or beside which it inserts."""

    override: Override
    target: Block


def resolve(overrides: Sequence[Override], targets: Targets) -> tuple[tuple[Resolved, ...], list[Problem]]:
    """Find the target of every override and check it against the rules.

    Returns:
        The overrides that can be applied, in file order, and every problem. Where a problem is an error,
        its override is left out.
    """
    inserted = {entry.target for entry in overrides if entry.verb is Verb.INSERT}
    resolved: list[Resolved] = []
    problems: list[Problem] = []
    for override in overrides:
        target, found = _look_up(override, targets, inserted)
        if target is not None:
            found = [*found, *_fits(override, target)]
        problems += found
        if target is not None and not any(each.severity is Severity.ERROR for each in found):
            resolved.append(Resolved(override, target))
    problems += _clashes(resolved)
    problems += _taken(overrides, targets)
    return tuple(resolved), problems


def _look_up(override: Override, targets: Targets, inserted: set[str]) -> tuple[Block | None, list[Problem]]:
    identifier = override.anchor or override.target
    key = "before" if override.before else "after"
    place = override.span(key).place if override.anchor else override.place
    block = targets.find(identifier)
    if block is not None:
        renamed = identifier != block.id
        related = (("national", block.place),)
        return block, [
            problem("SP304", place, old=identifier, new=block.id, related=related)
        ] if renamed else []
    if override.anchor in inserted:
        return None, [problem("SP312", place, id=identifier)]
    if identifier in targets.retired:
        retired = targets.retired[identifier]
        code = "SP303" if override.verb is Verb.REMOVE else "SP302"
        replaced_by = retired.replaced_by or ""
        return None, [problem(code, place, id=identifier, reason=retired.reason, replaced_by=replaced_by)]
    return None, [problem("SP301", place, id=identifier, nearest=targets.nearest(identifier))]


def _fits(override: Override, target: Block) -> Iterable[Problem]:
    """What the rules say against this verb on this target."""
    rule = RULES[override.verb]
    place, related = override.place, (("national", target.place),)
    if override.verb is Verb.INSERT:
        return
    if rule.on_slot is True and not target.slot:
        yield problem("SP309", place, id=target.id, related=related)
    elif rule.on_slot is False and target.slot:
        yield problem("SP310", place, id=target.id, verb=override.verb.value, related=related)
    elif target.override not in rule.allowed_under:
        allowed = target.override.value
        yield problem(
            "SP307", place, id=target.id, verb=override.verb.value, allowed=allowed, related=related
        )
    if override.block is not None and override.block.kind is not target.kind:
        kind, national = override.block.kind.value, target.kind.value
        yield problem("SP308", place, id=target.id, kind=kind, national=national, related=related)
    if override.verb is Verb.APPEND and target.body is not None and not isinstance(target.body, APPENDABLE):
        yield problem("SP314", place, id=target.id, kind=target.kind.value, related=related)
    if override.verb is Verb.REMOVE and target.required:
        yield problem("SP315", place, id=target.id, related=related)


def _clashes(resolved: Sequence[Resolved]) -> list[Problem]:
    """Verbs that cannot act on one target together: reported at the later entry."""
    problems = []
    earlier: dict[str, list[Override]] = {}
    for each in resolved:
        override = each.override
        if override.verb is Verb.INSERT:
            continue
        for other in earlier.setdefault(each.target.id, []):
            if other.verb in RULES[override.verb].clashes_with:
                verbs = {override.verb, other.verb}
                code = "SP306" if verbs == {Verb.APPEND, Verb.REMOVE} else "SP305"
                related = (("first", other.place),)
                names = (other.verb.value, override.verb.value)
                problems.append(
                    problem(code, override.place, id=each.target.id, verbs=names, related=related)
                )
        earlier[each.target.id].append(override)
    return problems


def _taken(overrides: Sequence[Override], targets: Targets) -> list[Problem]:
    """Inserted ids that something else already has, or that no block can have."""
    problems = []
    seen: dict[str, Place] = {}
    for override in overrides:
        if override.verb is not Verb.INSERT:
            continue
        identifier = override.target
        if identifier in RESERVED:
            problems.append(problem("SP209", override.place, id=identifier))
        national = targets.find(identifier)
        if national is not None or identifier in targets.retired or identifier in seen:
            other = national.place if national else seen.get(identifier)
            related = (("first", other),) if other else ()
            problems.append(problem("SP311", override.place, id=identifier, related=related))
        seen.setdefault(identifier, override.place)
    return problems
