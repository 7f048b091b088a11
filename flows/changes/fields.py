"""What changed between two versions of structured data: figures, facts, contacts, variables."""

from collections.abc import Iterator, Mapping
from typing import Any

from flows.changes.records import FieldChange


def field_changes(old: Mapping[str, Any], new: Mapping[str, Any]) -> tuple[FieldChange, ...]:
    """The single values that differ between two plain mappings, in order of the new one.

    A value inside another one is named by its path: ``data.<label>``. A side without it has None.
    """
    sides = _beside(old, new), _beside(new, old)
    found = {path: FieldChange(".".join(path), was, now) for path, was, now in _differences(*sides)}
    order = {path: place for place, path in enumerate(dict.fromkeys([*_paths(new), *_paths(old)]))}
    return tuple(found[path] for path in sorted(found, key=order.__getitem__))


def changed_fields(old: Mapping[str, Any], new: Mapping[str, Any]) -> tuple[str, ...]:
    """The top-level keys that differ between two plain mappings, in order of the new one."""
    both = dict.fromkeys((*new, *old))
    return tuple(key for key in both if (key in old, old.get(key)) != (key in new, new.get(key)))


def _beside(data: Mapping[str, Any], other: Mapping[str, Any]) -> Mapping[str, Any]:
    """The same data, with an empty mapping for one that only the other side has: its values differ singly."""
    return {key: {} for key, value in other.items() if isinstance(value, Mapping)} | {**data}


def _differences(
    old: Mapping[str, Any], new: Mapping[str, Any]
) -> Iterator[tuple[tuple[str, ...], Any, Any]]:
    """Path, old value and new value of everything that differs.

    The data are small (a block has at most eight fields), so deepdiff may look as deep as it likes; its
    shortcuts are switched off because they report a whole mapping where one key changed.
    """
    if old == new:
        return
    from deepdiff import DeepDiff
    from deepdiff.helper import NotPresent

    for group in DeepDiff(old, new, threshold_to_diff_deeper=0, view="tree").values():
        for each in group:
            path = tuple(map(str, each.path(output_format="list")))
            was, now = (None if isinstance(side, NotPresent) else side for side in (each.t1, each.t2))
            yield path, was, now


def _paths(data: Any, above: tuple[str, ...] = ()) -> Iterator[tuple[str, ...]]:
    inside = data.items() if isinstance(data, Mapping) else enumerate(data) if isinstance(data, list) else ()
    for key, value in inside:
        yield (*above, str(key))
        yield from _paths(value, (*above, str(key)))
