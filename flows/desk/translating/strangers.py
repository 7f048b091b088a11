"""Texts that came back and are none of ours: however many there are, one sentence a file."""

from collections.abc import Iterable, Iterator, Sequence

from flows.problems.codes import problem
from flows.problems.records import Place, Problem
from flows.translation.exchange import Arrival, Fate

EXAMPLES = 2
LONGEST = 40
"""Characters of an example."""


def strangers(came: Sequence[tuple[Arrival, str]]) -> Iterator[Problem]:
    """What there is to say of the texts of one file that are not ours.

    Args:
        came: All texts of the file, each with the catalogue that it was looked for in.
    """
    unknown = [(each, file) for each, file in came if each.fate is Fate.UNKNOWN]
    if len(came) > 1 and all(each.unit is None for each, _ in came):
        yield foreign(came[0][0].returned.place, [_name(each) for each, _ in came])
    elif len(unknown) == 1:
        ((one, file),) = unknown
        yield problem("SP897", one.returned.place, context=_name(one), file=file)
    elif unknown:
        names = _examples(_name(each) for each, _ in unknown)
        place = unknown[0][0].returned.place
        yield problem("SP845", place, number=len(came), strange=len(unknown), examples=names)


def foreign(place: Place, texts: Sequence[str]) -> Problem:
    """A file in which nothing is ours."""
    return problem("SP844", place, number=len(texts), examples=_examples(texts))


def _name(came: Arrival) -> str:
    """How a person finds a text again: by its key, or by its words where that says nothing."""
    context = came.returned.context
    return context if "#" in context else came.returned.dutch or context


def _examples(texts: Iterable[str]) -> tuple[str, ...]:
    known = dict.fromkeys(line for text in texts if (line := " ".join(text.split())))
    shown = (line if len(line) <= LONGEST else f"{line[: LONGEST - 1]}…" for line in known)
    return tuple(f"'{line}'" for line, _ in zip(shown, range(EXAMPLES), strict=False))
