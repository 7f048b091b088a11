"""Writes working copies: one Word file a province, or one of the national text."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from flows.desk.opening.editions import OpenEdition
from flows.desk.opening.provincial import Provincial
from flows.desk.returning.copying import language_of, sheet_of
from flows.press.looks import Looks
from flows.press.word.properties import Properties
from flows.press.word.working_copy.document import working_copy
from flows.scratch.whole_files import write_whole

FOLDER = "werkversies"
"""The folder of working copies, inside that of the documents."""
NATIONAL_NAME = "landelijk"
"""What a copy of the national text is called where others have the name of their province."""


@dataclass(frozen=True, slots=True)
class Exported:
    """A working copy that was written: its file, and how many passages it holds."""

    file: Path
    passages: int


def export(
    opened: OpenEdition, looks: Looks, folder: Path, timestamp: int, *, national: bool
) -> Iterator[Exported]:
    """Write the working copy of every opened province without errors, or only that of the national text.

    Args:
        opened: The edition.
        looks: The brand of the association.
        folder: Where the files come.
        timestamp: What they state as their date, in seconds since 1970.
        national: Whether the national text is meant.

    Raises:
        OSError: A file cannot be written; it was left as it was.
    """
    copies = [None] if national else [one for one in opened.provinces if one.position is not None]
    for one in copies:
        made = sheet_of(opened, one)
        path = folder / copy_name(one, opened.national.name)
        write_whole(
            path,
            working_copy(made, looks.brand, _about(opened, made.title, timestamp)),
            opened.content.work_folder,
        )
        yield Exported(path, len(made.copy.passages))


def copy_name(one: Provincial | None, edition: str) -> str:
    """The name of a working copy: ``zeeland-2027-werkversie.docx``."""
    return f"{one.slug if one is not None else NATIONAL_NAME}-{edition}-werkversie.docx"


def _about(opened: OpenEdition, title: str, timestamp: int) -> Properties:
    edition = opened.national.edition
    assert edition is not None
    return Properties(title, edition.name, edition.organisation, language_of(opened).locale, timestamp)
