"""Exceptions to checks, as a translator writes them beside a text.

``# check-ok: length @3f9a1c2e77aa: reason`` takes one check away until the Dutch, which has this hash, is
another.
"""

import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass

from flows.translation.entries import HASH_LENGTH, Entry, sha

_BEGINS = re.compile(r"check-ok\b", re.IGNORECASE)
_WHOLE = re.compile(rf"check-ok:\s*([a-z-]+)\s+@([0-9a-f]{{{HASH_LENGTH}}}):\s*(\S.*)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Exceptions:
    """The exceptions of one text.

    Attributes:
        reasons: For each check that is taken away, why.
        broken: Comments that are not an exception, though they begin as one.
    """

    reasons: Mapping[str, str]
    broken: tuple[str, ...]


def exceptions(entry: Entry, dutch: str, checks: Collection[str]) -> Exceptions:
    """What a translator wrote beside a text; exceptions for other Dutch have lapsed and are left out.

    Args:
        entry: The text with its comments.
        dutch: The Dutch of today.
        checks: The names of the checks that can be taken away.
    """
    reasons, broken = {}, []
    for line in _lines(entry):
        match = _WHOLE.fullmatch(line)
        if match is None or match[1].lower() not in checks:
            broken.append(line)
        elif match[2].lower() == sha(dutch):
            reasons[match[1].lower()] = match[3].strip()
    return Exceptions(reasons, tuple(broken))


def example(check: str, dutch: str) -> str:
    """The comment that takes a check away; only the reason has to be written."""
    return f"# check-ok: {check} @{sha(dutch)}: "


def _lines(entry: Entry) -> Iterator[str]:
    for line in entry.comments:
        if _BEGINS.match(line.strip()):
            yield line.strip()
