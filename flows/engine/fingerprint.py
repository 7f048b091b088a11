"""One digest of everything that decides what is made; nothing is parsed and nothing heavy is imported."""

import hashlib
import os
from collections.abc import Iterable
from importlib.metadata import version
from pathlib import Path

from flows.sources.content import Content

TOOLS = (
    *("pypandoc_binary", "typst", "fonttools", "brotli", "vl-convert-python", "babel", "lxml", "pikepdf"),
    "pillow",
)
"""The tools of `flows.press.looks`, which is too heavy to import here; a test holds the two together."""
_PACKAGE = Path(__file__).parents[1]


def fingerprint(root: str) -> str:
    """SHA-256 over everything that a plan reads: content, our own code, and the versions of the tools."""
    told = hashlib.sha256(os.environ.get("SOURCE_DATE_EPOCH", "").encode())
    for tool in TOOLS:
        told.update(f"{tool} {version(tool)}\0".encode())
    files = (path.relative_to(_PACKAGE) for path in _PACKAGE.rglob("*") if path.is_file())
    _add(told, _PACKAGE, (path.as_posix() for path in files if not _is_left_behind(path)))
    content = Content(Path(root))
    _add(told, content.root, content.sources())
    return told.hexdigest()


def _is_left_behind(path: Path) -> bool:
    """Whether a tool wrote a file beside the code."""
    return any(part == "__pycache__" or part.startswith(".") for part in path.parts)


def _add(told: "hashlib._Hash", folder: Path, names: Iterable[str]) -> None:
    for name in sorted(names):
        told.update(f"{name}\0".encode() + hashlib.sha256((folder / name).read_bytes()).digest())
