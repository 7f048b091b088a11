"""Does the national layer hold together? Ids are unique, never reused, and never just disappear."""

from collections.abc import Iterable, Iterator, Mapping

from flows.positions.editions import Block, Edition
from flows.positions.places import Path, Span
from flows.problems.codes import problem
from flows.problems.records import Place, Problem
from flows.wording.names import nearest

RESERVED = ("edition", "election", "variables")
"""What owns a text to translate without being a block, theme or chapter; ids share those keys."""


def check_edition(edition: Edition, editions: Iterable[str], provinces: Iterable[str]) -> list[Problem]:
    """Every problem with the ids of an edition.

    Args:
        edition: The edition to check.
        editions: The names of all editions, which no id may hold.
        provinces: The slugs of all provinces, which no id may hold either.
    """
    places = dict(_ids(edition))
    problems = list(_duplicates(edition))
    problems += _cycle_or_province(edition, (*editions, *provinces))
    problems += _reserved(edition)
    problems += _aliases(edition, places)
    problems += _retired(edition, places)
    return problems


def check_kept(edition: Edition, previous: Edition) -> list[Problem]:
    """A problem for every id of the previous edition that is gone without a word."""
    known = {block.id for block in edition.blocks()} | set(edition.retired)
    known |= {alias for block in edition.blocks() for alias in block.aliases}
    place = edition.places[("chapters",)].place
    return [
        problem("SP203", place, id=block.id, edition=previous.name, related=(("previous", block.place),))
        for block in previous.blocks()
        if block.id not in known
    ]


def _ids(edition: Edition) -> Iterator[tuple[str, Place]]:
    """Every id of an edition with its place: chapters, themes and blocks share one set of ids."""
    for chapter in edition.chapters:
        yield chapter.id, chapter.place
        for theme in chapter.themes:
            yield theme.id, theme.place
    for block in edition.blocks():
        yield block.id, block.place


def _duplicates(edition: Edition) -> Iterator[Problem]:
    seen: dict[str, Place] = {}
    for identifier, place in _ids(edition):
        if identifier in seen:
            yield problem("SP201", place, id=identifier, related=(("first", seen[identifier]),))
        seen.setdefault(identifier, place)


def _cycle_or_province(edition: Edition, words: Iterable[str]) -> Iterator[Problem]:
    for identifier, place in _ids(edition):
        for word in words:
            if f"-{word}-" in f"-{identifier}-":
                yield problem("SP204", place, id=identifier, word=word)


def _reserved(edition: Edition) -> Iterator[Problem]:
    aliases = (
        (alias, block.span("aliases", index).place)
        for block in edition.blocks()
        for index, alias in enumerate(block.aliases)
    )
    for identifier, place in (*_ids(edition), *aliases):
        if identifier in RESERVED:
            yield problem("SP209", place, id=identifier)


def _aliases(edition: Edition, places: Mapping[str, Place]) -> Iterator[Problem]:
    owners: dict[str, Block] = {}
    blocks = {block.id: block for block in edition.blocks()}
    for block in edition.blocks():
        for index, alias in enumerate(block.aliases):
            place = block.span("aliases", index).place
            other = blocks.get(alias)
            if other is not None and block.id in other.aliases:
                yield problem("SP208", place, id=alias, path=(alias, block.id, alias))
            elif alias in places:
                yield problem("SP202", place, alias=alias, related=(("first", places[alias]),))
            elif alias in owners:
                yield problem("SP202", place, alias=alias, related=(("first", owners[alias].place),))
            owners.setdefault(alias, block)


def _retired(edition: Edition, places: Mapping[str, Place]) -> Iterator[Problem]:
    for index, retired in enumerate(edition.retired.values()):
        place = _place(edition.places, "retired", index, "id")
        if retired.id in places:
            yield problem("SP205", place, id=retired.id, related=(("first", places[retired.id]),))
        path = _replacements(edition, retired.id)
        if path[-1] in path[:-1]:
            yield problem("SP208", place, id=retired.id, path=path)
        elif retired.replaced_by and retired.replaced_by not in {*places, *edition.retired}:
            place = _place(edition.places, "retired", index, "replaced_by")
            close = nearest(retired.replaced_by, places)
            yield problem("SP206", place, id=retired.replaced_by, nearest=close)


def _replacements(edition: Edition, identifier: str) -> tuple[str, ...]:
    """The ids that replaced one another, ending where one repeats or is not retired."""
    path = [identifier]
    while (retired := edition.retired.get(path[-1])) is not None and retired.replaced_by:
        path.append(retired.replaced_by)
        if path[-1] in path[:-1]:
            break
    return tuple(path)


def _place(places: Mapping[Path, Span], *path: str | int) -> Place:
    return places.get(path, places[()]).place
