"""Standpunt as whole processes, and what they leave behind."""

import hashlib
import os
import subprocess
import sys
from pathlib import Path

STANDPUNT = [sys.executable, "-c", "from flows.cli.main import main; main()"]


def command(root: Path, *arguments: str) -> list[str]:
    return [*STANDPUNT, *arguments, "--root", str(root)]


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


def files_below(folder: Path) -> list[str]:
    """Every document below a folder, without what Standpunt remembers."""
    found = (path for path in folder.rglob("*") if path.is_file() and ".standpunt" not in path.parts)
    return [path.relative_to(folder).as_posix() for path in found]


def digests(folder: Path) -> dict[str, str]:
    """Every document below a folder with the digest of its bytes."""
    return {name: hashlib.sha256((folder / name).read_bytes()).hexdigest() for name in files_below(folder)}


def times(folder: Path) -> dict[str, int]:
    """Every document below a folder with when it was written, in nanoseconds."""
    return {name: (folder / name).stat().st_mtime_ns for name in files_below(folder)}
