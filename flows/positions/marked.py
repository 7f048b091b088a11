"""What a file says, with the place of every value: the form in which `sources` hands files to `positions`."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any, TypeVar

from flows.positions.places import Path, Span
from flows.problems.records import Place

Found = TypeVar("Found")


@dataclass(frozen=True, slots=True)
class Marked:
    """Plain data of one file, or of a part of it, with places beside it.

    Attributes:
        data: Dicts, tuples, texts, booleans, None and the numbers of `flows.positions.written`.
        spans: The span of every value of the file, keyed by its path from the root.
        keys: The place of every mapping key of the file, keyed by the path of its value.
        root: The path from the root of the file to `data`.
        empty: The paths of keys without a value, which `data` does not have.
    """

    data: Any
    spans: Mapping[Path, Span]
    keys: Mapping[Path, Place]
    root: Path = field(default=())
    empty: tuple[Path, ...] = ()

    def at(self, *path: str | int) -> "Marked":
        """The part of the file at `path`, which must exist."""
        data = self.data
        for step in path:
            data = data[step]
        root = (*self.root, *path)
        return Marked(data, self.spans, self.keys, root, _below(self.empty, root))

    def items(self, *path: str | int) -> "list[Marked]":
        """The items of the list at `path`, each with its own spans and keys only: large files read fast."""
        items = self.at(*path)
        spans, keys = items._by_item(self.spans), items._by_item(self.keys)
        return [
            Marked(item, spans.get(index, {}), keys.get(index, {}), root, _below(items.empty, root))
            for index, item in enumerate(items.data)
            for root in [(*items.root, index)]
        ]

    def without(self, *names: str) -> "Marked":
        """The same mapping without some of its keys, which somebody else reads."""
        return self._chosen(lambda name: name not in names)

    def only(self, *names: str) -> "Marked":
        """The same mapping with no more than some of its keys."""
        return self._chosen(lambda name: name in names)

    def names(self) -> tuple[str, ...]:
        """Every key of this mapping, those without a value last."""
        depth = len(self.root)
        return (*self.data, *(str(path[-1]) for path in self.empty if len(path) == depth + 1))

    def _chosen(self, wanted: Callable[[str], bool]) -> "Marked":
        depth = len(self.root)
        data = {key: value for key, value in self.data.items() if wanted(key)}
        empty = tuple(path for path in self.empty if wanted(str(path[depth])))
        return Marked(data, self.spans, self.keys, self.root, empty)

    def span(self, *path: str | int) -> Span:
        """The span of the value at `path`, or of the nearest value around it."""
        full = (*self.root, *path)
        while full and full not in self.spans:
            full = full[:-1]
        return self.spans[full]

    def key(self, *path: str | int) -> Place:
        """The place of the key that holds the value at `path`, or of the value where it has no key."""
        return self.keys.get((*self.root, *path)) or self.span(*path).place

    def _by_item(self, places: Mapping[Path, Found]) -> dict[str | int, dict[Path, Found]]:
        depth = len(self.root)
        found: dict[str | int, dict[Path, Found]] = {}
        for path, place in places.items():
            if len(path) > depth and path[:depth] == self.root:
                found.setdefault(path[depth], {})[path] = place
        return found

    def inner_spans(self) -> dict[Path, Span]:
        """The spans of everything inside this part, keyed by the path from this part."""
        depth = len(self.root)
        return {path[depth:]: span for path, span in self.spans.items() if path[:depth] == self.root}


def _below(paths: tuple[Path, ...], root: Path) -> tuple[Path, ...]:
    return tuple(path for path in paths if len(path) > len(root) and path[: len(root)] == root)
