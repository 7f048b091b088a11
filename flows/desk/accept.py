"""A secretary has read the new national text and keeps the override: stamp it, and keep what was read."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from flows.desk.opening.editions import OpenEdition, UnknownName
from flows.desk.opening.provincial import Provincial
from flows.overrides.fingerprints import stamp
from flows.overrides.rules import RULES
from flows.overrides.staleness import BaseText
from flows.positions.editions import Block
from flows.positions.provinces import Verb
from flows.positions.targets import Targets
from flows.problems.codes import problem
from flows.sources.base_files import bases_text, read_bases
from flows.sources.content import base_file, own_file
from flows.sources.pen.operations import Edit, Put, WholeFile
from flows.sources.pen.writing import read_for_edit, write
from flows.sources.yaml_files import marked_bytes
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
        PenRefused: The province file cannot be stamped without changing something else.
        Conflict: Somebody changed a file meanwhile.
        OSError: A file cannot be written.
    """
    one = next(each for each in opened.provinces if each.slug == slug)
    targets = opened.national.targets
    wanted = [_national(one, targets, block, opened.national.name) for block in blocks]
    stamps = _stamps(one, targets, {block.id for block in wanted})
    base = _base(opened, slug, {block.id: block for block in wanted}, _still_stamped(one, targets))
    own = _stamped(opened, own_file(slug, opened.national.name), stamps)
    # One step: a stamp without its text would lose what the override was written against.
    done = write(opened.content.root, (base, own), f"accept {slug}")
    return Accepted({block.id: block for block in wanted}, done.files)


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


def _stamped(opened: OpenEdition, relative: str, stamps: Mapping[str, str]) -> Edit:
    """New stamps in a province's file, each behind the verb of its entry."""
    content, digest = read_for_edit(opened.content.root, relative)
    marked, _ = marked_bytes(content or b"", relative)
    entries = marked.data.get("overrides", ()) if marked is not None else ()
    operations = []
    for index, entry in enumerate(entries):
        verb = next((verb.value for verb in Verb if verb in entry), "")
        if str(entry.get(verb)) in stamps:
            at = ("overrides", index, "written_against")
            operations.append(Put(at, stamps[str(entry[verb])], after=verb))
    return Edit(relative, digest, tuple(operations))


def _base(opened: OpenEdition, slug: str, accepted: Mapping[str, Block], known: set[str]) -> WholeFile:
    """The base file with the accepted texts, and without those that no override needs any more."""
    relative = base_file(slug, opened.national.name)
    _, digest = read_for_edit(opened.content.root, relative)
    bases, _ = read_bases(opened.content.root, relative)
    kept = {name: base for name, base in bases.items() if name in known}
    kept |= {name: BaseText(stamp(block), block) for name, block in accepted.items()}
    return WholeFile(relative, digest, bases_text(kept).encode())
