"""Opens the national layer of an edition."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from flows.desk.opening.crowds import told
from flows.overrides.figures import undrawable
from flows.overrides.gaps import weak_blocks, weak_date, weak_election
from flows.overrides.variables import block_texts, check_texts
from flows.positions.editions import Edition
from flows.positions.integrity import check_edition, check_kept
from flows.positions.marked import Marked
from flows.positions.shaping.editions import EditionFile, shape_edition, shape_edition_file, title_spans
from flows.positions.targets import Targets, targets_of
from flows.problems.codes import problem
from flows.problems.records import Problem, has_errors
from flows.sources.content import Content, chapter_file, edition_file
from flows.sources.stray_files import SHARED, edition_names, stray_files
from flows.sources.yaml_files import read_marked
from flows.wording.names import nearest


@dataclass(frozen=True, slots=True)
class National:
    """The national layer as it was read.

    Attributes:
        name: The edition's name.
        edition: The edition, as far as it could be read; None where edition.yaml itself is broken.
        problems: Everything that is wrong with it.
        targets: The ids of the edition.
    """

    name: str
    edition: Edition | None
    problems: tuple[Problem, ...]
    targets: Targets = field(default_factory=lambda: Targets({}, {}, {}))

    @property
    def sound(self) -> bool:
        """Whether provinces can be merged with it."""
        return self.edition is not None and not has_errors(self.problems)


def open_national(content: Content, name: str, beside: National | None = None) -> National:
    """Read, shape and check the national layer of an edition; `beside` is another that is open already."""
    edition, problems = _read_edition(content, name)
    if edition is None:
        return National(name, None, tuple(told(problems)))
    problems += check_edition(edition, content.editions(), content.provinces())
    problems += _check_previous(content, edition, beside)
    texts = [*title_spans(edition), *(each for block in edition.blocks() for each in block_texts(block))]
    problems += check_texts(texts, edition.variables)
    problems += [
        *weak_election(edition),
        *weak_date(edition),
        *weak_blocks(edition.blocks()),
        *undrawable(edition.blocks()),
    ]
    return National(name, edition, tuple(told(problems)), targets_of(edition))


def _read_edition(content: Content, name: str) -> tuple[Edition | None, list[Problem]]:
    file, problems = read_marked(content.root, edition_file(name))
    if file is None:
        return None, problems
    head, found = shape_edition_file(file, name)
    problems += found
    if head is None:
        return None, problems
    read = {**SHARED, f"shared/{name}": edition_names(head.chapters)}
    editions = content.editions()
    strays = [
        each
        for folder, names in read.items()
        for each in stray_files(content.root, folder, names, name, editions)
    ]
    chapters, found = _read_chapters(content, file, head)
    edition, more = shape_edition(file, head, chapters)
    return edition, problems + found + more + strays


def _read_chapters(
    content: Content, file: Marked, head: EditionFile
) -> tuple[Mapping[str, Marked], list[Problem]]:
    chapters = {}
    problems: list[Problem] = []
    for index, name in enumerate(head.chapters):
        relative = chapter_file(head.edition, name)
        if not (content.root / relative).exists():
            place = file.span("chapters", index).place
            problems.append(problem("SP108", place, path=relative))
            continue
        chapter, found = read_marked(content.root, relative)
        problems += found
        if chapter is not None:
            chapters[name] = chapter
    return chapters, problems


def _check_previous(content: Content, edition: Edition, beside: National | None) -> list[Problem]:
    """What the previous edition knew and this one neither has nor retired."""
    if edition.previous is None:
        older = [each for each in content.editions() if each != edition.name]
        older = older[: content.editions().index(edition.name)]
        return [problem("SP212", edition.places[()].place, known=older[-1])] if older else []
    if edition.previous not in content.editions():
        place = edition.places[("previous",)].place
        known = content.editions()
        close = nearest(edition.previous, known)
        return [problem("SP207", place, edition=edition.previous, known=known, nearest=close)]
    if beside is not None and beside.name == edition.previous:
        previous = beside.edition
    else:
        previous, _ = _read_edition(content, edition.previous)
    return check_kept(edition, previous) if previous is not None else []
