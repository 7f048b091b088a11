"""A small content tree to start from, for an association that has none yet."""

from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path

from flows.desk.opening.editions import UnknownName
from flows.desk.schema import write_schemas
from flows.problems.codes import problem
from flows.scratch.whole_files import write_whole
from flows.sources.content import Content


def start(folder: Path) -> tuple[str, ...]:
    """Write the starter tree into a new or empty folder.

    Returns:
        The files, relative to the folder.

    Raises:
        UnknownName: There is something in the folder already.
    """
    if folder.exists() and any(folder.iterdir()):
        raise UnknownName(problem("SP907", None, path=str(folder)))
    written, begun = [], Content(folder)
    for relative, content in _starter(files("flows.desk") / "starter", ""):
        write_whole(folder / relative, content, begun.work_folder)
        written.append(relative)
    return (*written, *write_schemas(begun))


def _starter(folder: Traversable, prefix: str) -> list[tuple[str, bytes]]:
    found: list[tuple[str, bytes]] = []
    for entry in sorted(folder.iterdir(), key=lambda each: each.name):
        if entry.is_dir():
            found += _starter(entry, f"{prefix}{entry.name}/")
        else:
            found.append((prefix + entry.name, entry.read_bytes()))
    return found
