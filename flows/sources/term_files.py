"""`shared/terms.yaml`: the words that every translation keeps to."""

from collections.abc import Iterator
from pathlib import Path

from flows.positions.marked import Marked
from flows.positions.shaping.shapes import shaped
from flows.problems.codes import problem
from flows.problems.records import Place, Problem
from flows.sources.yaml_files import read_marked
from flows.translation.terms import Term, TermFile

TERM_FILE = "shared/terms.yaml"


def read_terms(root: Path) -> tuple[tuple[Term, ...], list[Problem]]:
    """Read the terms below a content root; where there is no file, there are none.

    Returns:
        The terms in their order and every problem; with an error, no terms.
    """
    if not (root / TERM_FILE).exists():
        return (), []
    file, problems = read_marked(root, TERM_FILE)
    terms, found = terms_of(file) if file is not None else ((), [])
    return terms, problems + found


def terms_of(file: Marked) -> tuple[tuple[Term, ...], list[Problem]]:
    """The pure twin of `read_terms`: the same for what a file says."""
    shape, problems = shaped(TermFile, file)
    if shape is None:
        return (), problems
    problems = [*_repeated(shape, file)]
    return (() if problems else shape.terms), problems


def _repeated(shape: TermFile, file: Marked) -> Iterator[Problem]:
    first: dict[str, Place] = {}
    for index, term in enumerate(shape.terms):
        place = file.span("terms", index, "dutch").place
        known = first.setdefault(term.dutch.casefold(), place)
        if known is not place:
            yield problem("SP872", place, term=term.dutch, related=(("first", known),))
