"""Everything that is wrong with an edition, in one list."""

from flows.desk.editions import open_edition
from flows.problems.records import Problem
from flows.sources.content import Content


def check(
    content: Content, edition: str | None, *, final: bool = False
) -> tuple[str, int, tuple[Problem, ...]]:
    """Check both layers of an edition.

    Returns:
        The edition's name, the number of provinces, and every problem in file order.
    """
    opened = open_edition(content, edition)
    return opened.national.name, len(opened.provinces), opened.problems(final=final)
