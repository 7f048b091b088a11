"""The portal of an edition: every province with its files, and what is left to do for it."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal
from itertools import count
from urllib.parse import quote

from flows.documents.portal_outline import Availability, Entry, Outline, Version
from flows.positions.provinces import Tile
from flows.translation.languages import Language

FORMATS = ("pdf", "docx", "html")
"""The formats that a portal links to, in its order."""
NATIONAL = "national"
"""The folder of the report about the national text, where the others are named after a province."""
COMPARE = "compare"
"""The folder with change reports in the output folder."""
_ENGLISH = "en"
_THOUSAND = 1000


@dataclass(frozen=True, slots=True)
class Label:
    """A fixed text, and the same in English where the page is in another language."""

    text: str
    beside: str = ""


@dataclass(frozen=True, slots=True)
class Link:
    """One file.

    Attributes:
        format: Its ending.
        address: Relative to the portal; empty where there is no such file.
        size: As the page's language writes it: ``1,2 MB``.
        outdated: True where the file is known to be of earlier texts.
    """

    format: str
    address: str = ""
    size: str = ""
    outdated: bool = False


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
    """

    slug: str
    name: str
    capital: str
    search: str
    tile: Tile | None
    shelves: tuple[Shelf, ...]
    todo: tuple[tuple[str, int], ...]
    broken: bool


@dataclass(frozen=True, slots=True)
class Report:
    """A change report about one province, or the national text, in one language."""

    pair: str
    subject: str
    language: str
    links: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class Portal:
    """The page.

    Attributes:
        has_map: True where every card has a tile of its own.
        labels: The fixed texts by name.
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
    has_map: bool = field(default=False)


def portal(outline: Outline, found: Mapping[str, int], outdated: Collection[str] = ()) -> Portal:
    """The portal of an edition.

    Args:
        outline: What the sources tell.
        found: Size in bytes of every file in the output folder, by its path from there.
        outdated: Those of them that are known to hold something else than what would be made now.
    """
    cards = [_card(outline, entry, found, outdated) for entry in outline.entries]
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
        reports=tuple(_reports(outline, found)),
        has_map=has_map,
    )


def document_path(edition: str, province: str, language: str, written_in: str) -> str:
    """Where a file of a province belongs in the output folder."""
    return f"{edition}/{province}/{language}/{province}-{edition}-{language}.{written_in}"


def size_of(size: int, language: Language) -> str:
    """A number of bytes for people: ``412 kB``, ``1,2 MB``."""
    kilobytes = max(1, round(size / _THOUSAND))
    if kilobytes < _THOUSAND:
        return f"{language.number(Decimal(kilobytes))} kB"
    return f"{language.number(Decimal(round(kilobytes / 100)) / 10)} MB"


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


def _card(
    outline: Outline, entry: Entry, found: Mapping[str, int], outdated: Collection[str]
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
        todo=tuple((label, number) for label, number in entry.todo.items() if number),
        broken=unread or Availability.BROKEN in {version.availability for version in versions},
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
        link = _link(outline, path, found, outline.edition)
        links.append(replace(link, outdated=old and bool(link.address)))
    there = [link for link in links if link.address]
    language = outline.languages.get(code)
    name = language.labels.get("language_name", code) if language is not None else code
    shown = tuple(links if ready and there else there)
    return Shelf(code, name, _state(version, there), shown, _approved(version, outline.language))


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


def _link(outline: Outline, path: str, found: Mapping[str, int], start: str) -> Link:
    """A link from the folder `start` to a file, empty where there is none."""
    written_in = path.rpartition(".")[2]
    if path not in found:
        return Link(written_in)
    inside = path.startswith(f"{start}/")
    address = quote(path.removeprefix(f"{start}/") if inside else f"../{path}")
    return Link(written_in, address, size_of(found[path], outline.language))


def _reports(outline: Outline, found: Mapping[str, int]) -> Iterator[Report]:
    """Every report in the output folder: the newest pair first, the national one before the provinces."""
    folders = {path.rpartition("/")[0] for path in found if path.startswith(f"{COMPARE}/")}
    parts = sorted(tuple(folder.split("/")[1:]) for folder in folders)
    names = {entry.slug: entry.names.get(outline.language.code, entry.slug) for entry in outline.entries}
    names[NATIONAL] = outline.language.labels.get("portal_national", NATIONAL)
    known = [part for part in parts if len(part) == len(("pair", "subject", "language"))]
    known.sort(key=lambda part: part[1] != NATIONAL)
    known.sort(key=lambda part: part[0], reverse=True)
    for pair, subject, code in known:
        paths = [f"{COMPARE}/{pair}/{subject}/{code}/report.{written_in}" for written_in in FORMATS]
        links = [_link(outline, path, found, outline.edition) for path in paths if path in found]
        language = outline.languages.get(code)
        name = language.labels.get("language_name", code) if language is not None else code
        if links:
            yield Report(pair, names.get(subject, subject), name, tuple(links))
