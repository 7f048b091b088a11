"""A secretary has read the new national text and keeps the override: stamp it, and keep what was read."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from flows.desk.opening.editions import OpenEdition, UnknownName
from flows.desk.opening.provincial import Provincial
from flows.overrides.fingerprints import stamp
from flows.overrides.rules import RULES
from flows.overrides.staleness import BaseText
from flows.positions.editions import Block
from flows.positions.targets import Targets
from flows.problems.codes import problem
from flows.scratch.whole_files import write_whole
from flows.sources.base_files import bases_text, read_bases
from flows.sources.content import base_file
from flows.sources.stamping import stamp_file
from flows.wording.names import nearest


@dataclass(frozen=True, slots=True)
class Accepted:
    """What an accept did.

    Attributes:
        stamped: The national text each accepted override now belongs to, by block id.
        files: The files that changed.
    """

    stamped: Mapping[str, Block]
    files: tuple[str, ...]


def accept(opened: OpenEdition, slug: str, blocks: Sequence[str]) -> Accepted:
    """Stamp overrides of a province with today's national text.

    Args:
        opened: The edition with this province.
        slug: The province.
        blocks: National ids, today's or older ones.

    Raises:
        UnknownName: A block has no override that belongs to a national text; nothing was written.
        StampError: The province file cannot be stamped without changing something else.
        OSError: A file cannot be written.
    """
    one = next(each for each in opened.provinces if each.slug == slug)
    targets = opened.national.targets
    wanted = [_national(one, targets, block, opened.national.name) for block in blocks]
    stamps = _stamps(one, targets, {block.id for block in wanted})
    own = f"provinces/{slug}/{opened.national.name}.yaml"
    base = base_file(slug, opened.national.name)
    files = []
    # The base text first: a stamp without its text would lose what the override was written against.
    if _keep(opened, slug, base, {block.id: block for block in wanted}, _still_stamped(one, targets)):
        files.append(base)
    if stamp_file(opened.content, own, stamps):
        files.append(own)
    return Accepted({block.id: block for block in wanted}, tuple(files))


def acceptable(one: Provincial, targets: Targets) -> tuple[str, ...]:
    """The national ids on which a province has an override that belongs to a national text."""
    return tuple(dict.fromkeys(_stampable(one, targets)))


def _stampable(one: Provincial, targets: Targets) -> list[str]:
    entries = one.own.overrides if one.own is not None else ()
    found = [targets.find(entry.target) for entry in entries if RULES[entry.verb].stamped]
    return [block.id for block in found if block is not None and not block.slot]


def _national(one: Provincial, targets: Targets, name: str, edition: str) -> Block:
    block = targets.find(name)
    if block is None:
        close = nearest(name, targets.blocks)
        raise UnknownName(problem("SP903", None, id=name, edition=edition, nearest=close))
    known = acceptable(one, targets)
    if block.id not in known:
        raise UnknownName(problem("SP906", None, id=name, province=one.slug, nearest=nearest(name, known)))
    return block


def _stamps(one: Provincial, targets: Targets, wanted: set[str]) -> dict[str, str]:
    """The new stamp of each entry, by the target as the file names it."""
    stamps = {}
    for entry in one.own.overrides if one.own is not None else ():
        block = targets.find(entry.target)
        if RULES[entry.verb].stamped and block is not None and block.id in wanted:
            stamps[entry.target] = stamp(block)
    return stamps


def _still_stamped(one: Provincial, targets: Targets) -> set[str]:
    """Every name under which the base file may keep a text: old ids stay until their override follows."""
    entries = one.own.overrides if one.own is not None else ()
    return {entry.target for entry in entries if RULES[entry.verb].stamped} | set(_stampable(one, targets))


def _keep(
    opened: OpenEdition, slug: str, relative: str, accepted: Mapping[str, Block], known: set[str]
) -> bool:
    """Put the accepted texts into the base file, and drop those that no override needs any more."""
    bases, _ = read_bases(opened.content.root, relative)
    kept = {name: base for name, base in bases.items() if name in known}
    kept |= {name: BaseText(stamp(block), block) for name, block in accepted.items()}
    path = opened.content.root / relative
    content = bases_text(kept).encode("utf-8")
    if path.exists() and path.read_bytes() == content:
        return False
    write_whole(path, content, opened.content.work_folder)
    return True
