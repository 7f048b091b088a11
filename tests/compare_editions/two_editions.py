"""The small content tree with an older edition beside it, and `compare` as a process."""

import subprocess
from collections.abc import Mapping
from pathlib import Path

from tests.content_tree import CHAPTER, EDITION, OWN, SMALL, write_tree
from tests.processes import digests, standpunt

OLD_CHAPTER = CHAPTER.replace("Doe 250 dingen", "Doe 200 dingen").replace("Blijf dit doen", "Begin hiermee")


def older(text: str) -> str:
    return text.replace("2031", "2027")


OLD: Mapping[str, str] = {
    "shared/2027/edition.yaml": older(EDITION),
    "shared/2027/werken.yaml": OLD_CHAPTER,
    "provinces/oost/2027.yaml": older(OWN),
    "provinces/west/2027.yaml": older(SMALL["provinces/west/2031.yaml"]),
}


def write_editions(root: Path, changes: Mapping[str, str | bytes | None] = {}) -> Path:
    """Write the small tree of 2031 with its edition of 2027, some files changed, added or (None) left out."""
    write_tree(root, {**OLD, **changes})
    return root


def compare(root: Path, *arguments: str, **environment: str) -> "subprocess.CompletedProcess[str]":
    return standpunt(root, "compare", "2027", "2031", *arguments, **environment)


def reports(root: Path) -> dict[str, str]:
    """Every report with the digest of its bytes."""
    return digests(root / "outputs/compare")
