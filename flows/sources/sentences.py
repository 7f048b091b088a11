"""Texts that a translation program cut into sentences, put together as they read."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain, pairwise

from flows.problems.codes import problem
from flows.problems.records import Place, Problem
from flows.sources.inline_reading import Edge, Piece
from flows.translation.foreign_codes import Mark, Reading, plain


@dataclass(frozen=True, slots=True)
class Sentence:
    """A piece of a text.

    Attributes:
        name: By which its translation is found; empty for what stands between sentences.
        reading: What is in it.
    """

    name: str
    reading: Reading

    @property
    def is_blank(self) -> bool:
        """Whether there is nothing in it."""
        return all(isinstance(each, str) and not each.strip() for each in self.reading)


@dataclass(frozen=True, slots=True)
class Whole:
    """A translation put together.

    Attributes:
        reading: The text; empty where it cannot be told.
        problems: Why it cannot be told.
    """

    reading: Reading
    problems: tuple[Problem, ...] = ()


def sentences_of(pieces: Iterable[Piece]) -> tuple[Sentence, ...]:
    """The sentences of a text and what stands between them, in order."""
    found: list[Sentence] = []
    name, run = "", list[Mark | str]()
    for each in pieces:
        if not isinstance(each, Edge):
            run.append(each)
            continue
        if name or run:
            found.append(Sentence(name, tuple(run)))
        name, run = each.name, []
    return (*found, Sentence(name, tuple(run))) if run else tuple(found)


def together(source: Sequence[Sentence], target: Sequence[Sentence], place: Place, context: str) -> Whole:
    """A translation as it reads; nothing of one that is half done, or in which two texts stand.

    Args:
        source: The Dutch, cut in the same way where the file says how.
        target: The translation.
        place: Where it stands.
        context: Its key.
    """
    mine = [each for each in target if each.name]
    if not mine or all(each.is_blank for each in target):
        return Whole(tuple(chain.from_iterable(each.reading for each in target)))
    if beside := _beside(source, target):
        return Whole(
            (),
            (
                problem(
                    "SP842",
                    place,
                    context=context,
                    excerpts=tuple(zip(("outside", "inside"), beside, strict=True)),
                ),
            ),
        )
    wanted = {each.name for each in source if each.name and not each.is_blank} or {each.name for each in mine}
    done = wanted & {each.name for each in mine if not each.is_blank}
    if done != wanted:
        return Whole((), (problem("SP843", place, context=context, done=len(done), number=len(wanted)),))
    return Whole(tuple(_spaced(source, target)))


def _beside(source: Sequence[Sentence], target: Sequence[Sentence]) -> tuple[str, str] | None:
    """Two texts that stand beside each other: words outside of every sentence, or a sentence twice."""
    extra = Counter(_loose(target)) - Counter(_loose(source))
    if extra:
        named = (plain(each.reading) for each in target if each.name)
        return " ".join(extra), " ".join(" ".join(named).split())
    known: dict[str, str] = {}
    for each in target:
        text = plain(each.reading)
        if each.name in known:
            return known[each.name], text
        if each.name:
            known[each.name] = text
    return None


def _loose(sentences: Iterable[Sentence]) -> Iterator[str]:
    for each in sentences:
        for piece in each.reading if not each.name else ():
            if isinstance(piece, str) and piece.strip():
                yield piece.strip()


def _spaced(source: Sequence[Sentence], target: Sequence[Sentence]) -> Iterator[Mark | str]:
    """The translation with the spaces of the Dutch between sentences where it has none of its own."""
    gaps = _gaps(source)
    last = ""
    for each in target:
        if each.name and last in gaps and each.reading:
            yield gaps[last]
        last = each.name if each.name else "" if _has_space(each) else last
        yield from each.reading


def _gaps(source: Sequence[Sentence]) -> dict[str, str]:
    """The space behind each sentence of the Dutch."""
    return {
        one.name: plain(gap.reading)
        for one, gap in pairwise(source)
        if one.name and not gap.name and not plain(gap.reading).strip()
    }


def _has_space(between: Sentence) -> bool:
    return any(isinstance(each, str) and each for each in between.reading)
