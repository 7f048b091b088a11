"""Opens a province in an edition: reads it, merges it, and tells how its overrides stand."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from flows.desk.opening.crowds import told
from flows.desk.opening.national import National
from flows.desk.opening.standings import problem_of
from flows.overrides.conventions import too_long, without_prefix
from flows.overrides.figures import undrawable
from flows.overrides.gaps import empty_slots, weak_blocks
from flows.overrides.merge import merge
from flows.overrides.resolve import Resolved, resolve
from flows.overrides.staleness import BaseText, Standing, standing
from flows.overrides.variables import block_texts, check_texts, check_values, override_texts
from flows.positions.editions import Edition
from flows.positions.merged import Layer, Position
from flows.positions.provinces import Province, ProvinceEdition
from flows.positions.shaping.provinces import shape_province, shape_province_edition
from flows.positions.targets import Targets
from flows.problems.codes import problem
from flows.problems.records import Place, Problem, has_errors
from flows.sources.base_files import read_bases
from flows.sources.content import Content, base_file, own_file, province_file
from flows.sources.stray_files import province_names, stray_files
from flows.sources.yaml_files import read_marked

UNSURE_WITHOUT_NATIONAL = frozenset({"SP211", "SP301", "SP302", "SP303", "SP312", "SP501", "SP502", "SP505"})
"""Problems that a broken national layer causes by itself: its blocks and variables are missing."""


@dataclass(frozen=True, slots=True)
class Provincial:
    """A province in one edition as it was read.

    Attributes:
        slug: The province.
        province: Who it is, or None where its file is broken.
        own: What it says, or None where its file is broken.
        position: The merged position; None where the province or the national layer has an error.
        standings: How each of its stamped overrides stands.
        problems: Everything that is wrong with it.
    """

    slug: str
    province: Province | None
    own: ProvinceEdition | None
    position: Position | None
    standings: tuple[Standing, ...]
    problems: tuple[Problem, ...]

    @property
    def languages(self) -> tuple[str, ...]:
        """The languages it publishes in; none are known where its file is broken."""
        return self.province.languages if self.province is not None else ()

    @property
    def own_ids(self) -> frozenset[str]:
        """The ids that its own file speaks of, those of its own blocks among them."""
        return frozenset(each.target for each in self.own.overrides) if self.own is not None else frozenset()


def open_provincial(content: Content, national: National, slug: str) -> Provincial:
    """Read a province and merge it with the national layer."""
    if national.edition is None:
        province, problems = _read_province(content, slug)
        return _closed(slug, province, None, problems)
    province, problems = _read_province(content, slug)
    problems += _strays(content, national.name, slug, province)
    own, found = _read_own(content, national, province) if province is not None else (None, [])
    problems += found
    if own is None:
        return _closed(slug, province, None, problems)
    resolved, merging = resolve(own.overrides, national.targets)
    bases, found = read_bases(content.root, base_file(slug, national.name))
    merging = [_gone(each, own, bases, national.targets) for each in merging]
    standings = tuple(_standings(resolved, bases))
    position = merge(national.edition, own, resolved)
    problems += found + merging + [each for one in standings for each in problem_of(one, own.file)]
    problems += [*too_long(resolved, national.edition.language), *without_prefix(own)]
    problems += _checks(national.edition, own, position)
    if not national.sound:
        problems = [each for each in problems if each.code not in UNSURE_WITHOUT_NATIONAL]
    asked = {"province": slug, "edition": national.name}
    marked = tuple(replace(each, province=slug, args={**asked, **each.args}) for each in told(problems))
    usable = national.sound and not has_errors(marked)
    return Provincial(slug, province, own, position if usable else None, standings, marked)


def with_problems(one: Provincial, found: Iterable[Problem]) -> Provincial:
    """A province with more that is wrong with it; with an error, it has no position."""
    told = tuple(replace(each, province=one.slug) for each in found)
    position = None if has_errors(told) else one.position
    return replace(one, position=position, problems=one.problems + told)


def _closed(
    slug: str, province: Province | None, own: ProvinceEdition | None, problems: list[Problem]
) -> Provincial:
    found = tuple(replace(each, province=slug) for each in told(problems))
    return Provincial(slug, province, own, None, (), found)


def _read_province(content: Content, slug: str) -> tuple[Province | None, list[Problem]]:
    file, problems = read_marked(content.root, province_file(slug))
    if file is None:
        return None, problems
    province, found = shape_province(file, slug)
    return province, problems + found


def _strays(content: Content, edition: str, slug: str, province: Province | None) -> list[Problem]:
    languages = province.languages if province is not None else ()
    read = province_names(edition, languages)
    return stray_files(content.root, f"provinces/{slug}", read, edition, content.editions())


def _read_own(
    content: Content, national: National, province: Province
) -> tuple[ProvinceEdition | None, list[Problem]]:
    relative = own_file(province.slug, national.name)
    if not (content.root / relative).exists() and national.edition is not None:
        previous, asked = national.edition.previous, f"{national.name} --province {province.slug}"
        command = f"standpunt edition new {asked} --from {previous}" if previous else ""
        place = Place(relative)
        return None, [problem("SP217", place, province=province.slug, edition=national.name, command=command)]
    file, problems = read_marked(content.root, relative)
    if file is None or national.edition is None:
        return None, problems
    own, found = shape_province_edition(file, province, national.edition, national.targets)
    return own, problems + found


def _standings(resolved: tuple[Resolved, ...], bases: Mapping[str, BaseText]) -> Iterator[Standing]:
    for each in resolved:
        found = standing(each, bases)
        if found is not None:
            yield found


def _gone(found: Problem, own: ProvinceEdition, bases: Mapping[str, BaseText], targets: Targets) -> Problem:
    """SP211 for SP301 of a block that was there when the province wrote beside it: it was deleted.

    The kept base text tells, by the block's id or, where the entry names an older one, by the stamp.
    """
    stamps = {each.written_against for each in own.overrides if each.place == found.place}
    for name, base in bases.items():
        is_meant = name == found.args.get("id") or base.stamp in stamps
        if found.code == "SP301" and is_meant and targets.find(name) is None and name not in targets.retired:
            return problem("SP211", found.place, id=name)
    return found


def _checks(edition: Edition, own: ProvinceEdition, position: Position) -> list[Problem]:
    texts = [each for override in own.overrides for each in override_texts(override)]
    mine = [merged for merged in position.blocks() if merged.origin.layer is Layer.PROVINCE]
    blocks = [merged.block for merged in mine]
    supplied = [merged.block for merged in mine if merged.origin.verb is None]  # by the province's own file
    texts += [each for block in supplied for each in block_texts(block)]
    problems = check_texts(texts, edition.variables) + check_values(position)
    return [*problems, *empty_slots(position), *weak_blocks(blocks), *undrawable(blocks)]
