"""What changed between two versions of structured data: figures, facts, contacts, variables."""

from collections.abc import Mapping
from typing import Any


def changed_fields(old: Mapping[str, Any], new: Mapping[str, Any]) -> tuple[str, ...]:
    """The top-level keys that differ between two plain mappings, in order of the new one.

    The data are small (a block has at most eight fields), so deepdiff may look as deep as it likes; its
    shortcuts are switched off because they report a whole mapping where one key changed.
    """
    from deepdiff import DeepDiff

    difference = DeepDiff(old, new, threshold_to_diff_deeper=0, view="tree")
    changed = {str(each.path(output_format="list")[0]) for group in difference.values() for each in group}
    return tuple(key for key in (*new, *(key for key in old if key not in new)) if key in changed)
