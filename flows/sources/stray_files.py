"""Files that look like ours and that nobody reads: copies of a sync program, wrong names, old editions."""

import re
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from flows.problems.codes import problem
from flows.problems.records import Place, Problem
from flows.sources.content import counts

_OURS = re.compile(r"\.(ya?ml|po)(\.txt)?\Z", re.IGNORECASE)
_LANGUAGE = r"[a-z]{2,3}(?:[-_][A-Za-z]+)*"

SHARED: Mapping[str, tuple[str, ...]] = {
    "shared": (r"terms\.yaml",),
    "shared/brand": (r"brand\.yaml",),
    "shared/languages": (rf"{_LANGUAGE}\.yaml",),
    "provinces": (),
}
"""Folders that belong to no edition and no province, with patterns of the names that are read there."""


def stray_files(
    root: Path, folder: str, read: Iterable[str], edition: str, others: Iterable[str]
) -> list[Problem]:
    """A problem for each file of a folder that looks as if it counts and does not.

    Args:
        root: The content root.
        folder: The folder, relative to it, with forward slashes.
        read: Patterns of the names that are read there in the open edition.
        edition: The name of the open edition.
        others: The other editions; what carries one's name is told when that edition is opened.
    """
    try:
        names = sorted(path.name for path in (root / folder).iterdir() if path.is_file())
    except OSError:
        return []
    return list(strays(names, folder, tuple(read), edition, tuple(others)))


def strays(
    names: Iterable[str], folder: str, read: tuple[str, ...], edition: str, others: tuple[str, ...]
) -> Iterator[Problem]:
    """The pure twin of `stray_files`: the same for the names in a folder."""
    known = re.compile("|".join(f"(?:{each})" for each in read) or r"(?!)")
    names, others = tuple(names), (*others, edition)
    for name in names:
        if not _OURS.search(name) or not counts(name) or known.fullmatch(name):
            continue
        if _edition_in(name, others) not in ("", edition):
            continue
        yield problem("SP136", Place(f"{folder}/{name}"), counts=_beside(name, names, known))


def province_names(edition: str, languages: Iterable[str]) -> tuple[str, ...]:
    """Patterns of the names that are read in a province's folder."""
    own = re.escape(edition)
    spoken = "|".join(map(re.escape, languages)) or _LANGUAGE
    return (
        r"province\.yaml",
        rf"{own}\.yaml",
        rf"{own}\.base\.yaml",
        rf"{own}\.review\.yaml",
        rf"{own}\.since-.+\.yaml",
        rf"{own}\.(?:{spoken})\.po",
    )


def edition_names(chapters: Iterable[str]) -> tuple[str, ...]:
    """Patterns of the names that are read in an edition's folder."""
    return (
        r"edition\.yaml",
        r"since-.+\.yaml",
        r"review\.yaml",
        r"seal\.yaml",
        rf"{_LANGUAGE}\.po",
        *(rf"{re.escape(chapter)}\.yaml" for chapter in chapters),
    )


def _edition_in(name: str, editions: Iterable[str]) -> str:
    """The edition that a name speaks of first, or empty; a longer number is another one."""
    found = [(match.start(), edition) for edition in editions if (match := _whole(edition).search(name))]
    return min(found, default=(0, ""))[1]


def _whole(word: str) -> re.Pattern[str]:
    return re.compile(rf"(?<![^\W_]){re.escape(word)}(?![^\W_])")


def _beside(name: str, names: tuple[str, ...], known: re.Pattern[str]) -> str:
    """The file that is read and that a name is most like, or empty."""
    stem = name.casefold()
    alike = [each for each in names if known.fullmatch(each) and _is_alike(stem, each.casefold())]
    return max(alike, key=len, default="")


def _is_alike(name: str, read: str) -> bool:
    stem, _, ending = read.rpartition(".")
    same_kind = name.removesuffix(".txt").endswith(
        ("." + ending, ".yml" if ending == "yaml" else "." + ending)
    )
    return same_kind and _whole(stem).search(name) is not None
