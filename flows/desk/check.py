"""Everything that is wrong with an edition, in one list."""

from collections.abc import Sequence

from flows.desk.checking.edition import problems_of
from flows.desk.checking.out_of_step import out_of_step
from flows.desk.checking.scope import concerning
from flows.desk.checking.translations import checked_catalogues
from flows.desk.opening.crowds import told
from flows.desk.opening.editions import OpenEdition, language_names, open_edition, province_names
from flows.desk.opening.rulings import ruling_problems
from flows.desk.releases import language_problems, releases
from flows.desk.translating.publishable import translations_of
from flows.problems.reading import reading_order
from flows.problems.records import Problem, has_errors
from flows.sources.content import Content
from flows.sources.review_files import read_remarks, review_file
from flows.sources.term_files import TERM_FILE, read_terms


def check(
    content: Content,
    edition: str | None,
    provinces: Sequence[str] = (),
    languages: Sequence[str] = (),
    *,
    final: bool = False,
) -> tuple[str, int, tuple[Problem, ...]]:
    """Check both layers of an edition, its looks, languages, rulings and terms, and what is translated.

    Args:
        content: The content root.
        edition: Its name, or None for the newest.
        provinces: Tell only what concerns these; none for all.
        languages: Tell of translations only what is wrong in these; none for all that are published.
        final: Whether to weigh problems as in a final edition.

    Returns:
        The edition's name, the number of provinces, and every problem in reading order; of translations only
        the errors, which keep a text from being published in that language, and files that are out of step.

    Raises:
        UnknownName: There is no such edition, province or language.
        PressError: Pandoc could not parse the texts.
    """
    chosen = province_names(content, provinces)
    opened = open_edition(content, edition, translations=True)
    published = [code for one in opened.provinces if one.slug in chosen for code in one.languages]
    spoken = language_names(languages, published)
    name = opened.national.name
    found = [*problems_of(opened, final=final), *opened.brand_problems]
    found += [*language_problems(opened), *ruling_problems(content, name), *_of_translations(opened)]
    for slug in ("", *chosen):
        found += read_remarks(content.root, review_file(name, slug))[1]
    if final:
        asked = releases(opened, translations_of(opened))
        found += asked.refusals(asked.of)
    concerns = concerning(opened, chosen if provinces else (), spoken)
    return name, len(chosen), tuple(sorted(told(filter(concerns, found)), key=reading_order))


def _of_translations(opened: OpenEdition) -> list[Problem]:
    """What is wrong with the terms, the errors of catalogues, and which of these are out of step."""
    if opened.shelf is None:
        return read_terms(opened.content.root)[1]
    checked, found = checked_catalogues(opened.content, opened.shelf.catalogues, opened.trees)
    found += opened.shelf.unreadable
    found += [each for one in checked for problems in one.problems.values() for each in problems]
    weighty = (each for each in found if has_errors([each]) or (each.place and each.place.file == TERM_FILE))
    return [*weighty, *out_of_step(opened.shelf)]
