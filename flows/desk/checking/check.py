"""Everything that is wrong with an edition, in one list."""

from flows.desk.checking.edition import problems_of
from flows.desk.checking.translations import checked_catalogues
from flows.desk.opening.crowds import told
from flows.desk.opening.editions import OpenEdition, open_edition
from flows.desk.opening.languages import language_problems
from flows.desk.opening.rulings import ruling_problems
from flows.problems.records import Problem, has_errors, sort_key
from flows.sources.content import Content
from flows.sources.term_files import TERM_FILE, read_terms


def check(
    content: Content, edition: str | None, *, final: bool = False
) -> tuple[str, int, tuple[Problem, ...]]:
    """Check both layers of an edition, its looks, languages, rulings and terms, and what is translated.

    Returns:
        The edition's name, the number of provinces, and every problem in file order; of translations only the
        errors, which keep a text from being published in that language.
    """
    opened = open_edition(content, edition, translations=True)
    name = opened.national.name
    found = [*problems_of(opened, final=final), *opened.brand_problems]
    found += [*ruling_problems(content, name), *_languages(opened), *_translations(opened)]
    return name, len(opened.provinces), tuple(sorted(told(found), key=sort_key))


def _languages(opened: OpenEdition) -> list[Problem]:
    own = [opened.national.edition.language] if opened.national.edition is not None else []
    return language_problems(
        opened.content, [*own, *(code for one in opened.provinces for code in one.languages)]
    )


def _translations(opened: OpenEdition) -> list[Problem]:
    """What is wrong with the terms, and the errors of catalogues."""
    if opened.shelf is None:
        return read_terms(opened.content.root)[1]
    checked, found = checked_catalogues(opened.content, opened.shelf.catalogues, opened.trees)
    found += opened.shelf.unreadable
    found += [each for one in checked for problems in one.problems.values() for each in problems]
    return [each for each in found if has_errors([each]) or (each.place and each.place.file == TERM_FILE)]
