"""The portal of an edition: every province with its files, and what is left to do for it."""

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import count

from flows.documents.document import document_path
from flows.documents.portal.links import FORMATS, Link, in_its_own_words, link_to
from flows.documents.portal.outline import Availability, Entry, Outline, Version
from flows.documents.portal.reports import Report, reports_of
from flows.positions.provinces import Tile
from flows.translation.languages import Language

_ENGLISH = "en"
TODO = ("portal_errors", "portal_stale", "portal_empty", "portal_to_confirm", "portal_other")
"""The kinds of things to do, the most pressing first."""


@dataclass(frozen=True, slots=True)
class Label:
    """A fixed text, and the same in English where the page is in another language."""

    text: str
    beside: str = ""


@dataclass(frozen=True, slots=True)
class Shelf:
    """A province in one language, with its files.

    Attributes:
        name: The name of the language, in that language.
        state: Label of its state.
        links: A link for each format; none where there is no file and nothing will be made.
        approved: The approved share of its translation: ``93%``; empty where there is nothing to approve.
    """

    language: str
    name: str
    state: str
    links: tuple[Link, ...]
    approved: str = ""

    @property
    def made(self) -> bool:
        """Whether there is any file, and none is outdated."""
        return self.state in ("portal_made", "portal_concept")


@dataclass(frozen=True, slots=True)
class ProvinceCard:
    """A province on the page.

    Attributes:
        search: Words by which it is found.
        todo: Numbers of things to do that are not 0, by their label.
        broken: True where it could not be read, so that nothing is made.
        reports: What changed for it up to this edition, from the newest comparison.
    """

    slug: str
    name: str
    capital: str
    search: str
    tile: Tile | None
    shelves: tuple[Shelf, ...]
    todo: tuple[tuple[str, int], ...]
    broken: bool
    reports: tuple[Report, ...] = ()

    @property
    def longest_word(self) -> int:
        """Letters of the longest part of its name that must stand on one line."""
        return max(len(part) for part in re.split(r"(?<=-)|\s", self.name))


@dataclass(frozen=True, slots=True)
class Portal:
    """The page.

    Attributes:
        has_map: True where every card has a tile of its own.
        labels: The fixed texts by name.
        todo: Numbers of things to do that are no single province's, as those of a card.
    """

    edition: str
    title: str
    organisation: str
    election: str
    draft: bool
    language: str
    labels: Mapping[str, Label]
    cards: tuple[ProvinceCard, ...]
    reports: tuple[Report, ...] = ()
    todo: tuple[tuple[str, int], ...] = ()
    has_map: bool = field(default=False)


def portal(outline: Outline, found: Mapping[str, int], outdated: Collection[str] = ()) -> Portal:
    """The portal of an edition.

    Args:
        outline: What the sources tell.
        found: Size in bytes of every file in the output folder, by its path from there.
        outdated: Those of them that are known to hold something else than what would be made now.
    """
    found = {path: size for path, size in found.items() if path not in outline.withheld}
    reports = tuple(reports_of(outline, found))
    cards = [_card(outline, entry, found, outdated, reports) for entry in outline.entries]
    cards.sort(key=lambda card: card.name.casefold())
    has_map = _is_map([card.tile for card in cards if card.tile is not None])
    return Portal(
        edition=outline.edition,
        title=outline.title,
        organisation=outline.organisation,
        election=outline.election,
        draft=outline.draft,
        language=outline.language.code,
        labels=_labels(outline),
        cards=tuple(_placed(cards) if has_map else cards),
        reports=reports,
        todo=_to_do(outline.todo),
        has_map=has_map,
    )


def _is_map(tiles: Sequence[Tile]) -> bool:
    """Whether tiles make a map: there are some, and no two in one place."""
    return 0 < len(tiles) == len({*tiles})


def _placed(cards: Sequence[ProvinceCard]) -> Iterator[ProvinceCard]:
    """The cards; those without a tile, whose files cannot be read, get one below the map."""
    tiles = [card.tile for card in cards if card.tile is not None]
    width, height = max(tile.column for tile in tiles), max(tile.row for tile in tiles)
    below = (Tile(at % width + 1, height + 1 + at // width) for at in count())
    for card in cards:
        yield card if card.tile is not None else replace(card, tile=next(below))


def _labels(outline: Outline) -> dict[str, Label]:
    english = outline.languages.get(_ENGLISH)
    beside = english.labels if english is not None and outline.language.code != _ENGLISH else {}
    own = outline.language.labels
    return {name: Label(text, _unless_same(beside.get(name, ""), text)) for name, text in own.items()}


def _unless_same(beside: str, text: str) -> str:
    return "" if beside.casefold() == text.casefold() else beside


def _to_do(numbers: Mapping[str, int]) -> tuple[tuple[str, int], ...]:
    """What there is to do, in one fixed order."""
    return tuple((kind, numbers[kind]) for kind in TODO if numbers.get(kind))


def _newest(outline: Outline, slug: str, reports: Sequence[Report]) -> tuple[Report, ...]:
    """The reports about a province of the newest comparison that ends with this edition."""
    mine = [one for one in reports if one.about == slug and one.pair.endswith(f"-{outline.edition}")]
    return tuple(one for one in mine if one.pair == mine[0].pair)


def _card(
    outline: Outline,
    entry: Entry,
    found: Mapping[str, int],
    outdated: Collection[str],
    reports: Sequence[Report],
) -> ProvinceCard:
    unread = not entry.names
    versions = tuple(_left_behind(outline.edition, entry.slug, found)) if unread else entry.versions
    shelves = tuple(_shelf(outline, entry, version, found, outdated) for version in versions)
    name = entry.names.get(outline.language.code) or next(iter(entry.names.values()), entry.slug)
    words = dict.fromkeys([name, *entry.names.values(), entry.capital, entry.slug])
    return ProvinceCard(
        slug=entry.slug,
        name=name,
        capital=entry.capital,
        search=" ".join(word for word in words if word),
        tile=entry.tile,
        shelves=shelves,
        todo=_to_do(entry.todo),
        broken=unread or Availability.BROKEN in {version.availability for version in versions},
        reports=_newest(outline, entry.slug, reports),
    )


def _left_behind(edition: str, province: str, found: Mapping[str, int]) -> Iterator[Version]:
    """The languages of which files are left, for a province whose own file cannot be read."""
    start = f"{edition}/{province}/"
    there = {path.removeprefix(start).split("/")[0] for path in found if path.startswith(start)}
    return (Version(language, Availability.BROKEN) for language in sorted(there))


def _shelf(
    outline: Outline, entry: Entry, version: Version, found: Mapping[str, int], outdated: Collection[str]
) -> Shelf:
    code, ready = version.language, version.availability is Availability.READY
    links = []
    for written_in in FORMATS:
        path = document_path(outline.edition, entry.slug, code, written_in)
        old = not ready or path in outdated
        link = link_to(outline, path, found)
        links.append(replace(link, outdated=old and bool(link.address)))
    there = [link for link in links if link.address]
    shown = tuple(links if ready and there else there)
    return Shelf(
        code,
        in_its_own_words(outline, code),
        _state(version, there),
        shown,
        _approved(version, outline.language),
    )


def _approved(version: Version, language: Language) -> str:
    if version.approved is None:
        return ""
    return language.labels["percentage"].replace("{}", str(version.approved))


def _state(version: Version, there: list[Link]) -> str:
    if version.availability is not Availability.READY:
        return f"portal_{version.availability.value}"
    if not there:
        return "portal_to_make"
    if any(link.outdated for link in there):
        return "portal_outdated"
    return "portal_concept" if version.is_draft else "portal_made"
