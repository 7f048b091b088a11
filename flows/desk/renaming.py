"""Gives a national block another id, everywhere that names it, in one step."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Any

from flows.desk.opening.editions import OpenEdition, UnknownName
from flows.desk.retiring import known_block
from flows.desk.returning.applying import national_place
from flows.overrides.fingerprints import stamp
from flows.overrides.staleness import BaseText
from flows.positions.bodies import MARKDOWN_FIELDS
from flows.positions.editions import Block, Chapter
from flows.positions.provinces import Verb
from flows.positions.written_fields import ID_PATTERN
from flows.problems.codes import problem
from flows.sources.base_files import bases_text, read_bases
from flows.sources.content import base_file, edition_file, own_file
from flows.sources.pen.operations import Address, Edit, Operation, Put, WholeFile
from flows.sources.pen.writing import Written, read_for_edit, write
from flows.sources.po_files import catalogue_bytes
from flows.sources.review_files import review_file
from flows.sources.yaml_files import marked_bytes
from flows.translation.entries import Catalogue, Entry, sha

_NAMING = (*(verb.value for verb in Verb if verb is not Verb.INSERT), "after", "before")
"""Keys of an entry that name a national block."""


def rename(opened: OpenEdition, old: str, new: str) -> Written:
    """Give a block another id; the old one stays as an alias, for files that are elsewhere.

    Args:
        opened: The edition with all of its provinces and catalogues, without errors.
        old: Its id.
        new: Another one, which nothing has.

    Raises:
        UnknownName: There is no such block, or the new id is taken or no id.
        Conflict: Somebody changed a file meanwhile.
        PenRefused: A file cannot be changed without changing something else.
    """
    block = known_block(opened, old)
    if not re.fullmatch(ID_PATTERN, new):
        raise UnknownName(problem("SP943", None, id=new, form="form-id"))
    targets = opened.national.targets
    taken = {*targets.blocks, *targets.retired, *(name for one in opened.provinces for name in one.own_ids)}
    if new in taken or targets.find(new) is not None:
        raise UnknownName(problem("SP942", None, id=new))
    hand = _Renaming(opened, block, new)
    return write(opened.content.root, list(hand.edits()), f"rename {block.id} {new}")


class _Renaming:
    """Everything that names a block, with the edit that gives it its new name."""

    def __init__(self, opened: OpenEdition, block: Block, new: str) -> None:
        self.opened, self.block, self.new = opened, block, new
        self.old = block.id
        self.root = opened.content.root
        self.links = (f"(#{self.old})", f"(#{new})")
        blocks = opened.national.targets.blocks.values()
        linking = {each.id: self._relinked(each) for each in blocks if self._links(each)}
        known = opened.national.targets.blocks
        self.stamps = {stamp(known[name]): stamp(linked) for name, linked in linking.items()}

    def edits(self) -> Iterator[Edit | WholeFile]:
        """One edit for each file that names it."""
        name = self.opened.national.name
        edition = self.opened.national.edition
        assert edition is not None
        for chapter in edition.chapters:
            yield from self._edit(chapter.place.file, self._of_chapter(chapter))
        yield from self._edit(edition_file(name), self._of_edition())
        for file, key, field in self._lists(name):
            yield from self._edit(file, self._named(file, key, field))
        for one in self.opened.provinces:
            yield from self._edit(own_file(one.slug, name), self._of_province(own_file(one.slug, name)))
            yield from self._bases(base_file(one.slug, name))
        for catalogue in self.opened.shelf.catalogues if self.opened.shelf is not None else ():
            if catalogue.content:
                changed = catalogue_bytes(self._translated(catalogue.catalogue))
                digest = read_for_edit(self.root, catalogue.file)[1]
                yield WholeFile(catalogue.file, digest, changed)

    def _edit(self, file: str, operations: Iterable[Operation]) -> Iterator[Edit]:
        if (self.root / file).exists():
            yield Edit(file, read_for_edit(self.root, file)[1], (*operations, *self._in_texts(file)))

    def _of_chapter(self, chapter: Chapter) -> Iterator[Operation]:
        at = national_place(chapter, self.old)
        if at is not None and self.block in chapter.all_blocks():
            kind = "slot" if self.block.slot else self.block.kind.value
            yield Put((*at, "aliases"), (*self.block.aliases, self.old), after=kind)
            yield Put((*at, kind), self.new)

    def _of_edition(self) -> Iterator[Operation]:
        for number, entry in enumerate(
            self._data(edition_file(self.opened.national.name)).get("retired", ())
        ):
            if entry.get("replaced_by") == self.old:
                yield Put(("retired", number, "replaced_by"), self.new)

    def _lists(self, name: str) -> Iterator[tuple[str, str, str]]:
        """Files with a list whose items name a block: the list, and the key that does."""
        for pattern in (f"shared/{name}/since-*.yaml", f"provinces/*/{name}.since-*.yaml"):
            for path in sorted(self.root.glob(pattern)):
                yield path.relative_to(self.root).as_posix(), "rulings", "block"
        for slug in ("", *(one.slug for one in self.opened.provinces)):
            yield review_file(name, slug), "remarks", "item"

    def _named(self, file: str, key: str, field: str) -> Iterator[Operation]:
        for number, entry in enumerate(self._data(file).get(key, ())):
            if entry.get(field) == self.old:
                yield Put((key, number, field), self.new)

    def _of_province(self, file: str) -> Iterator[Operation]:
        for number, entry in enumerate(self._data(file).get("overrides", ())):
            for key in _NAMING:
                if entry.get(key) == self.old:
                    yield Put(("overrides", number, key), self.new)
            written = str(entry.get("written_against", ""))
            if written in self.stamps:
                yield Put(("overrides", number, "written_against"), self.stamps[written])

    def _in_texts(self, file: str) -> Iterator[Operation]:
        """Links to the block in the texts of a file."""
        for at, text in _texts(self._data(file), ()):
            if self.links[0] in text:
                yield Put(at, text.replace(*self.links))

    def _bases(self, file: str) -> Iterator[WholeFile]:
        if not (self.root / file).exists():
            return
        bases, _ = read_bases(self.root, file)
        renamed = {}
        for name, base in bases.items():
            known = self.new if name == self.old else name
            block = replace(self._relinked(base.block), id=known)
            renamed[known] = BaseText(self.stamps.get(base.stamp, base.stamp), block)
        yield WholeFile(file, read_for_edit(self.root, file)[1], bases_text(renamed).encode())

    def _translated(self, catalogue: Catalogue) -> Catalogue:
        entries = {new.context: new for new in map(self._entry, catalogue.entries.values())}
        return replace(catalogue, entries=entries, obsolete=tuple(map(self._entry, catalogue.obsolete)))

    def _entry(self, entry: Entry) -> Entry:
        owner, _, field = entry.context.partition("#")
        source = entry.source.replace(*self.links)
        is_fresh = entry.nl_sha == sha(entry.source)
        return replace(
            entry,
            context=f"{self.new}#{field}" if owner == self.old else entry.context,
            source=source,
            text=entry.text.replace(*self.links),
            nl_sha=sha(source) if is_fresh else entry.nl_sha,
        )

    def _links(self, block: Block) -> bool:
        return any(self.links[0] in text for text in _markdown(block))

    def _relinked(self, block: Block) -> Block:
        body = block.body
        names = [name for name in MARKDOWN_FIELDS if hasattr(body, name)]
        changed = {name: getattr(body, name).replace(*self.links) for name in names}
        return replace(block, body=replace(body, **changed)) if body is not None and changed else block

    def _data(self, file: str) -> dict[str, Any]:
        content, _ = read_for_edit(self.root, file)
        marked, _ = marked_bytes(content or b"", file)
        return dict(marked.data) if marked is not None else {}


def _markdown(block: Block) -> Iterator[str]:
    for name in MARKDOWN_FIELDS:
        text = getattr(block.body, name, None)
        if isinstance(text, str):
            yield text


def _texts(data: Any, at: Address) -> Iterator[tuple[Address, str]]:
    """Every text of a file with its address."""
    if isinstance(data, str):
        yield at, data
    elif isinstance(data, dict):
        for key, value in data.items():
            yield from _texts(value, (*at, key))
    elif isinstance(data, tuple):
        for number, value in enumerate(data):
            yield from _texts(value, (*at, number))
