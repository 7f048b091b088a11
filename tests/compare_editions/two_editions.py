"""The small content tree with an older edition beside it, and `compare` as a process."""

import hashlib
import os
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

from tests.content_tree import CHAPTER, EDITION, OWN, SMALL, write_tree

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


def command(root: Path, *arguments: str) -> list[str]:
    return [sys.executable, "-c", "from flows.cli.main import main; main()", *arguments, "--root", str(root)]


def standpunt(root: Path, *arguments: str, **environment: str) -> "subprocess.CompletedProcess[str]":
    return subprocess.run(
        command(root, *arguments),
        capture_output=True,
        text=True,
        timeout=240,
        env={**os.environ, **environment},
        cwd=root,
        check=False,
    )


def compare(root: Path, *arguments: str, **environment: str) -> "subprocess.CompletedProcess[str]":
    return standpunt(root, "compare", "2027", "2031", *arguments, **environment)


def reports(root: Path) -> dict[str, str]:
    """Every report below outputs/compare/ with the digest of its bytes."""
    folder = root / "outputs" / "compare"
    files = [path for path in folder.rglob("*") if path.is_file()]
    return {
        path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest() for path in files
    }


def times(root: Path) -> dict[str, int]:
    return {name: (root / "outputs/compare" / name).stat().st_mtime_ns for name in reports(root)}
