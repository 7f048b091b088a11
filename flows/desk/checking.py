"""Everything that is wrong with an edition, in one list."""

from flows.desk.catalogues import shelf_of
from flows.desk.editions import OpenEdition, open_edition
from flows.desk.translation_checks import checked_catalogues
from flows.problems.records import Problem, has_errors, sort_key
from flows.sources.content import Content


def check(
    content: Content, edition: str | None, *, final: bool = False
) -> tuple[str, int, tuple[Problem, ...]]:
    """Check both layers of an edition, and whether its translations can be published.

    Returns:
        The edition's name, the number of provinces, and every problem in file order; of translations only the
        errors, which keep a text from being published in that language.
    """
    opened = open_edition(content, edition)
    found = sorted((*opened.problems(final=final), *translation_errors(opened)), key=sort_key)
    return opened.national.name, len(opened.provinces), tuple(found)


def translation_errors(opened: OpenEdition) -> tuple[Problem, ...]:
    """What is wrong in the translations of an edition that was opened; nothing where there are none."""
    if not any(name.endswith(".po") for name in opened.content.sources()):
        return ()
    shelf = shelf_of(opened.content, opened.national, opened.provinces)
    told = opened.problems()
    unreadable = [each for each in shelf.problems if each not in told]
    checked, found = checked_catalogues(opened.content, shelf, known=opened.trees)
    found += [each for one in checked for problems in one.problems.values() for each in problems]
    return tuple(each for each in (*unreadable, *found) if has_errors([each]))
