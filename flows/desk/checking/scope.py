"""Which problems concern some provinces and languages: theirs, and those national ones that reach them."""

from collections.abc import Callable, Collection, Sequence

from flows.desk.opening.editions import OpenEdition
from flows.positions.merged import Layer
from flows.problems.reading import Group, group_of
from flows.problems.records import Problem, Severity
from flows.sources.po_files import language_of


def concerning(
    opened: OpenEdition, provinces: Sequence[str], languages: Sequence[str]
) -> Callable[[Problem], bool]:
    """Whether a problem concerns some provinces, in some languages; none of them means all.

    An error of the national layer always does. A warning about a national block does where one of the
    provinces prints the national text of it; advice on national texts is for the national office.

    Args:
        opened: The edition with all of its provinces.
        provinces: Slugs.
        languages: Codes; what is wrong with the texts themselves concerns every language.
    """
    printed = _printed_national(opened, provinces)
    known = set(opened.national.targets.blocks)

    def in_provinces(found: Problem) -> bool:
        if not provinces or found.province is not None:
            return not provinces or found.province in provinces
        if found.severity is Severity.ERROR:
            return True
        block = found.args.get("id")
        return group_of(found) is Group.DECISIONS and (block not in known or block in printed)

    def concerns(found: Problem) -> bool:
        language = language_of(found.place.file) if found.place is not None else ""
        return in_provinces(found) and (not languages or not language or language in languages)

    return concerns


def _printed_national(opened: OpenEdition, provinces: Sequence[str]) -> Collection[object]:
    """The ids of the national blocks that provinces print as they are; all of them where one has an error."""
    chosen = [one.position for one in opened.provinces if one.slug in provinces]
    if None in chosen:
        return opened.national.targets.blocks
    merged = (each for position in chosen if position is not None for each in position.blocks())
    return {each.block.id for each in merged if each.origin.layer is Layer.NATIONAL}
