"""Two provinces that say they are the same one: a file that was copied and not changed."""

from collections.abc import Iterator, Sequence

from flows.desk.opening.provincial import Provincial, with_problems
from flows.positions.places import Path
from flows.positions.provinces import Province
from flows.problems.codes import problem
from flows.problems.records import Place, Problem


def told_apart(provinces: Sequence[Provincial]) -> tuple[Provincial, ...]:
    """Provinces with SP210 at every name and code that another one has too, in both of them."""
    owners: dict[tuple[str, ...], dict[str, Place]] = {}
    for one in provinces:
        for key, place in _identity(one.province) if one.province is not None else ():
            owners.setdefault(key, {}).setdefault(one.slug, place)
    shared = {key: places for key, places in owners.items() if len(places) > 1}
    return tuple(
        with_problems(one, found) if (found := list(_of(one.slug, shared))) else one for one in provinces
    )


def _identity(province: Province) -> Iterator[tuple[tuple[str, ...], Place]]:
    """What no other province may have: its name in each language, and its codes."""

    def place(*path: str) -> Place:
        keys: Path = path
        return province.places.get(keys, province.places[()]).place

    for language, forms in province.names.items():
        yield ("name", language, " ".join(forms.name.casefold().split())), place("names", language, "name")
    for name, code in province.codes.items():
        yield ("code", name, code.casefold()), place("codes", name)


def _of(slug: str, shared: dict[tuple[str, ...], dict[str, Place]]) -> Iterator[Problem]:
    for places in shared.values():
        if slug in places:
            others = tuple(each for each in places if each != slug)
            related = tuple(("first", places[each]) for each in others[:1])
            yield problem("SP210", places[slug], others=others, related=related)
