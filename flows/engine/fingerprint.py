"""One digest of everything that decides what is made; nothing is parsed and nothing heavy is imported."""

import hashlib
import os
from collections.abc import Iterable
from importlib.metadata import version
from pathlib import Path

from flows.sources.content import Content

TOOLS = ("pypandoc_binary", "typst", "vl-convert-python", "babel", "lxml")
"""The tools of `flows.press.looks`, which is too heavy to import here; a test holds the two together."""
_PACKAGE = Path(__file__).parents[1]


def fingerprint(root: str) -> str:
    """SHA-256 over everything that a plan reads: content, our own code, and the versions of the tools."""
    told = hashlib.sha256(os.environ.get("SOURCE_DATE_EPOCH", "").encode())
    for tool in TOOLS:
        told.update(f"{tool} {version(tool)}\0".encode())
    code = (path for path in _PACKAGE.rglob("*") if path.is_file() and "__pycache__" not in path.parts)
    _add(told, _PACKAGE, (path.relative_to(_PACKAGE).as_posix() for path in code))
    content = Content(Path(root))
    _add(told, content.root, content.sources())
    return told.hexdigest()


def _add(told: "hashlib._Hash", folder: Path, names: Iterable[str]) -> None:
    for name in sorted(names):
        told.update(f"{name}\0".encode() + hashlib.sha256((folder / name).read_bytes()).digest())
