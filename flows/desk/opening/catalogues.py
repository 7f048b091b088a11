"""The catalogues of an edition: one a layer and language, each with the Dutch of today beside it."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from flows.desk.opening.national import National, open_national
from flows.desk.opening.provincial import Provincial, open_provincial
from flows.overrides.merge import unmerged
from flows.positions.editions import Edition
from flows.positions.merged import Layer, Position
from flows.problems.records import Problem, Severity
from flows.sources.content import Content
from flows.sources.pen.operations import WholeFile, digest_of
from flows.sources.pen.writing import write
from flows.sources.po_files import (
    catalogue_bytes,
    national_catalogue_file,
    own_catalogue_file,
    read_catalogue,
)
from flows.translation.application import Translated, translated
from flows.translation.entries import Catalogue
from flows.translation.extraction import Unit, units_of


@dataclass(frozen=True, slots=True)
class OpenCatalogue:
    """One catalogue as it was read.

    Attributes:
        file: Its name below the content root; there need not be such a file yet.
        province: The province whose own text it translates, or None for the national text.
        units: The Dutch texts of today, in reading order.
        anchors: The ids that a text may link to.
        catalogue: What the file says; no entries where there is no file.
        content: The bytes of the file.
    """

    file: str
    province: str | None
    units: tuple[Unit, ...]
    anchors: frozenset[str]
    catalogue: Catalogue
    content: bytes = b""

    @property
    def language(self) -> str:
        """The language it translates into."""
        return self.catalogue.language


@dataclass(frozen=True, slots=True)
class Shelf:
    """Every catalogue of an edition that can be read.

    Attributes:
        edition: The edition's name.
        previous: The name of the edition before it, or None.
        catalogues: The national ones first, then province by province.
        closed: The errors of layers, which keep all their catalogues closed.
        unreadable: The errors of catalogues that cannot be read.
    """

    edition: str
    previous: str | None
    catalogues: tuple[OpenCatalogue, ...]
    closed: tuple[Problem, ...]
    unreadable: tuple[Problem, ...]

    @property
    def problems(self) -> tuple[Problem, ...]:
        """The errors that keep a layer or a catalogue closed."""
        return (*self.closed, *self.unreadable)

    def problems_of(self, province: str | None) -> tuple[Problem, ...]:
        """Those that keep catalogues of a province closed, or with None national ones."""
        return tuple(each for each in self.problems if each.province in (None, province))

    def find(self, language: str, province: str | None = None) -> OpenCatalogue | None:
        """The catalogue of a province, or the national one, in a language; None where it cannot be read."""
        mine = (each for each in self.catalogues if (each.language, each.province) == (language, province))
        return next(mine, None)

    @property
    def markdown(self) -> tuple[str, ...]:
        """Every translated text that is written in Markdown."""
        found = (
            each.catalogue.entries.get(unit.context)
            for each in self.catalogues
            for unit in each.units
            if unit.is_markdown
        )
        return tuple(entry.text for entry in found if entry is not None and entry.is_translated)

    def translated(self, position: Position, language: str, *, final: bool) -> Translated:
        """A province's position in another language; a catalogue that cannot be read holds nothing."""
        found = (self.find(language), self.find(language, position.province.slug))
        national, own = (each.catalogue if each is not None else Catalogue(language) for each in found)
        return translated(position, national, own, final=final)


def open_shelf(content: Content, edition: str) -> Shelf:
    """Open the catalogues of an edition, without a look at its Markdown."""
    national = open_national(content, edition)
    return shelf_of(content, national, [open_provincial(content, national, s) for s in content.provinces()])


def shelf_of(content: Content, national: National, provinces: Sequence[Provincial]) -> Shelf:
    """The catalogues for layers that are open already.

    A layer with an error keeps its catalogues closed: half of its texts may not be there to be seen.
    """
    layers = (national.problems, *(one.problems for one in provinces))
    closed = tuple(each for found in layers for each in found if each.severity is Severity.ERROR)
    if not national.sound or national.edition is None:
        return Shelf(national.name, None, (), closed, ())
    unreadable: list[Problem] = []
    found: list[OpenCatalogue] = []
    for each in _empty(national, national.edition, provinces):
        catalogue, read, problems = read_catalogue(content.root, each.file, each.language)
        unreadable += [replace(one, province=each.province) for one in problems]
        if catalogue is not None:
            found.append(replace(each, catalogue=catalogue, content=read))
    return Shelf(national.name, national.edition.previous, tuple(found), closed, tuple(unreadable))


def save(content: Content, opened: OpenCatalogue, catalogue: Catalogue) -> bool:
    """Write a catalogue to the file of the one that was opened, if that changes anything.

    Returns:
        Whether the file changed; a catalogue that never held anything gets no file.

    Raises:
        Conflict: Somebody changed the file since it was opened.
        OSError: The file cannot be written; what was there stays as it was.
    """
    written = catalogue_bytes(catalogue)
    is_empty = not catalogue.entries and not catalogue.obsolete
    if written == opened.content or (is_empty and not opened.content):
        return False
    edit = WholeFile(opened.file, digest_of(opened.content), written)
    write(content.root, (edit,), f"translate {opened.file}")
    return True


def _empty(national: National, edition: Edition, provinces: Iterable[Provincial]) -> Iterator[OpenCatalogue]:
    """Every catalogue there can be, without what its file says."""
    everybody = dict.fromkeys(code for one in provinces for code in one.languages if code != edition.language)
    units, anchors = units_of(unmerged(edition), Layer.NATIONAL), frozenset(national.targets.blocks)
    for language in everybody:
        file = national_catalogue_file(national.name, language)
        yield OpenCatalogue(file, None, units, anchors, Catalogue(language))
    for one in provinces:
        if one.position is None:
            continue
        own = units_of(one.position, Layer.PROVINCE)
        for language in one.languages:
            if language != edition.language:
                file = own_catalogue_file(one.slug, national.name, language)
                yield OpenCatalogue(file, one.slug, own, anchors | one.own_ids, Catalogue(language))
