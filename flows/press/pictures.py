"""Image files that texts ask for: copied beside the document, or put inside the page."""

import shutil
from base64 import b64encode
from collections.abc import Sequence
from pathlib import Path

from flows.documents.change_report.report import Report
from flows.documents.document import CHART, Document
from flows.documents.elements import walk
from flows.documents.findings import leaves_root
from flows.press.doors.charts import svg_as_png
from flows.problems.codes import problem
from flows.problems.records import Problem

_TYPES = {
    ".png": "image/png",
    ".jpg": "image/jpeg",
    ".jpeg": "image/jpeg",
    ".svg": "image/svg+xml",
    ".gif": "image/gif",
}


def pictures_of(document: Document | Report) -> list[str]:
    """The image files of a document, as paths from the content root, each once."""
    targets = (one["c"][2][0] for one in walk(document.blocks) if one["t"] == "Image")
    return [target for target in dict.fromkeys(targets) if not target.startswith(CHART)]


def problems_of(paths: Sequence[str], root: Path) -> list[Problem]:
    """SP704 (``path``) for each image file that is not there or of no known kind, SP703 for one outside."""
    found: list[Problem] = []
    for path in paths:
        if leaves_root(path) or not (root / path).resolve().is_relative_to(root.resolve()):
            found.append(problem("SP703", None, path=path))
        elif not (root / path).is_file() or Path(path).suffix.lower() not in _TYPES:
            found.append(problem("SP704", None, path=path))
    return found


def copied(paths: Sequence[str], root: Path, folder: Path) -> dict[str, str]:
    """Copies of images in `folder`: the name of each copy by the path of the original."""
    names = {path: f"picture-{number}{Path(path).suffix.lower()}" for number, path in enumerate(paths)}
    for path, name in names.items():
        shutil.copyfile(root / path, folder / name)
    return names


def as_pixels(paths: Sequence[str], root: Path, folder: Path, fonts: str) -> dict[str, str]:
    """The same for Word, which Pandoc gives no drawings: those become pixels, with fonts from `fonts`."""
    names = copied(paths, root, folder)
    for path, name in names.items():
        if name.endswith(".svg"):
            names[path] = f"{name}.png"
            drawing = (folder / name).read_text(encoding="utf-8", errors="replace")
            (folder / names[path]).write_bytes(svg_as_png(drawing, fonts))
    return names


def addresses(paths: Sequence[str], root: Path) -> dict[str, str]:
    """Images as ``data:`` addresses, by path, for a page that asks nobody for anything."""
    return {path: _address(root / path) for path in paths}


def _address(file: Path) -> str:
    return f"data:{_TYPES[file.suffix.lower()]};base64,{b64encode(file.read_bytes()).decode()}"
