"""What is wrong with an opened edition, and what only shows when all of its provinces are there."""

from collections.abc import Iterable

from flows.desk.checking.advice import advice
from flows.desk.checking.sealed import seal_problems
from flows.desk.opening.editions import OpenEdition
from flows.overrides.borrowed import borrowed
from flows.overrides.variables import block_texts, override_texts, used
from flows.positions.shaping.editions import title_spans
from flows.problems.codes import in_final, problem
from flows.problems.records import Problem, has_errors, sort_key


def problems_of(opened: OpenEdition, *, final: bool = False) -> tuple[Problem, ...]:
    """Everything that is wrong, in file order, weighed for a draft or for a final edition."""
    found = [*opened.national.problems, *(each for one in opened.provinces for each in one.problems)]
    found += unused_variables(opened)
    if opened.national.edition is not None:
        found += advice(opened.national.edition, opened.provinces)
        found += borrowed(
            opened.national.edition, [one.own for one in opened.provinces if one.own is not None]
        )
    found += seal_problems(opened)
    weighed = [in_final(each) if final else each for each in found]
    return tuple(sorted(weighed, key=sort_key))


def unused_variables(opened: OpenEdition) -> Iterable[Problem]:
    """A problem for every declared variable that no text uses; silent when some provinces were not read."""
    edition = opened.national.edition
    everyone = len(opened.provinces) == len(opened.content.provinces())
    if edition is None or not everyone or has_errors(opened.national.problems):
        return
    names = used(title_spans(edition))
    names |= used(each for block in edition.blocks() for each in block_texts(block))
    for one in opened.provinces:
        if one.own is None:
            return  # a file that cannot be read may use any variable
        names |= used(each for override in one.own.overrides for each in override_texts(override))
    for name in edition.variables:
        if name not in names:
            yield problem("SP504", edition.places[("variables", name)].place, name=name)
