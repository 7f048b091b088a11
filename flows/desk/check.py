"""Everything that is wrong with an edition, in one list."""

from flows.desk.checking.edition import problems_of
from flows.desk.checking.translations import checked_catalogues
from flows.desk.opening.editions import OpenEdition, open_edition
from flows.desk.opening.rulings import ruling_problems
from flows.desk.releases import language_problems, releases
from flows.desk.translating.publishable import translations_of
from flows.problems.records import Problem, has_errors, sort_key
from flows.sources.content import Content


def check(
    content: Content, edition: str | None, *, final: bool = False
) -> tuple[str, int, tuple[Problem, ...]]:
    """Check both layers of an edition, its brand and rulings, and whether its translations can be published.

    Returns:
        The edition's name, the number of provinces, and every problem in file order; of translations only the
        errors, which keep a text from being published in that language.
    """
    opened = open_edition(content, edition, translations=True)
    name = opened.national.name
    found = [*problems_of(opened, final=final), *opened.brand_problems]
    found += [*language_problems(opened), *ruling_problems(content, name), *_translation_errors(opened)]
    if final:
        asked = releases(opened, translations_of(opened))
        found += asked.refusals(asked.of)
    return name, len(opened.provinces), tuple(sorted(found, key=sort_key))


def _translation_errors(opened: OpenEdition) -> list[Problem]:
    if opened.shelf is None:
        return []
    checked, found = checked_catalogues(opened.content, opened.shelf.catalogues, opened.trees)
    found += opened.shelf.unreadable
    found += [each for one in checked for problems in one.problems.values() for each in problems]
    return [each for each in found if has_errors([each])]
