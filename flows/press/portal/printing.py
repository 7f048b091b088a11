"""The portal as a file: one page that needs nobody else, rewritten only where it says something else.

Whether it still tells what is there is known from its record alone; so nothing heavy is imported for that.
"""

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from flows.documents.document import document_name
from flows.press.store.manifest import Manifest

if TYPE_CHECKING:
    from flows.documents.portal.outline import Outline
    from flows.press.looks import Looks

_ENDINGS = (".docx", ".html", ".pdf")


@dataclass(frozen=True, slots=True)
class PortalJob:
    """A portal to print, and its brand."""

    outline: "Outline"
    looks: "Looks"


def print_portal(job: PortalJob, root: Path, out: Path, sources: str) -> Path:
    """Write the portal of an edition, from what its sources tell and the files that are there.

    Args:
        job: The portal.
        root: The content root.
        out: The output folder.
        sources: Digest of everything that the outline was read from.

    Returns:
        The file. One that would hold the same bytes is left as it is.

    Raises:
        PressError: It cannot be written (SP802).
    """
    from flows.documents.portal.cards import portal
    from flows.press.doors.fonts import page_faces
    from flows.press.failures import cannot_write
    from flows.press.portal.page import page_of
    from flows.press.store.cache import CACHE_FILE, Cache

    edition = job.outline.edition
    found = files_of(out, edition)
    faces = page_faces(job.looks.fonts_in(root), job.looks.brand.fonts.family, Cache(root / CACHE_FILE))
    page = page_of(portal(job.outline, found, _outdated(job.outline, out)), job.looks, root, faces).encode()
    path = out / _path(edition)
    try:
        if not path.is_file() or path.read_bytes() != page:
            _put(page, path, out)
        record = {"sources": sources, "files": found, "sha256": hashlib.sha256(page).hexdigest()}
        manifest = Manifest(out)
        if manifest.read(portal_record(edition)) != record:
            manifest.write(portal_record(edition), record)
    except OSError as error:
        raise cannot_write(str(path), error) from error
    return path


def is_current(out: Path, edition: str, sources: str) -> bool:
    """Whether a portal made from these sources is there, whole, and tells of the files that are there."""
    record = Manifest(out).read(portal_record(edition))
    if record.get("sources") != sources or record.get("files") != files_of(out, edition):
        return False
    try:
        return hashlib.sha256((out / _path(edition)).read_bytes()).hexdigest() == record.get("sha256")
    except OSError:
        return False


def files_of(out: Path, edition: str) -> dict[str, int]:
    """Size of every document of an edition and of every change report, by its path in the output folder."""
    documents = (path for path in (out / edition).glob("*/*/*") if path.stem == _document(path, edition))
    found = [*documents, *(out / "compare").glob("*/*/*/report.*")]
    sizes = ((path, _size(path)) for path in found if path.suffix in _ENDINGS)
    return {path.relative_to(out).as_posix(): size for path, size in sorted(sizes) if size is not None}


def _outdated(outline: "Outline", out: Path) -> set[str]:
    """The files that the manifest knows to be made of something else than what would be made now."""
    from flows.documents.document import document_path
    from flows.documents.portal.links import FORMATS

    manifest = Manifest(out)
    return {
        document_path(outline.edition, entry.slug, version.language, written_in)
        for entry in outline.entries
        for version in entry.versions
        if version.key
        for written_in in manifest.stale(version.document, version.key, FORMATS)
    }


def _document(path: Path, edition: str) -> str:
    """The name of the document in the folder of a file; what is made besides has a longer one."""
    return document_name(path.parents[1].name, edition, path.parent.name)


def _put(page: bytes, path: Path, out: Path) -> None:
    from flows.press.store.staging import move_in, staging

    with staging(out) as folder:
        (folder / path.name).write_bytes(page)
        move_in(folder / path.name, path)


def _size(path: Path) -> int | None:
    """Bytes of a file; None for what is no file, or no longer there."""
    try:
        return path.stat().st_size if path.is_file() else None
    except OSError:
        return None


def _path(edition: str) -> str:
    return f"{edition}/index.html"


def portals_in(manifest: Manifest) -> Iterator[tuple[str, str, str]]:
    """Edition, path and SHA-256 of every portal that was made."""
    for edition in manifest.names("portals"):
        yield edition, _path(edition), str(manifest.read(portal_record(edition)).get("sha256"))


def portal_record(edition: str) -> str:
    """The name of what the manifest knows of a portal."""
    return f"portals/{edition}"
