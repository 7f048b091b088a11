"""Documents that publishing made and would not make any more; nothing else is ever named or removed.

What was made is known from the manifest. Who edits a document afterwards has made it his own: it stays.
"""

import hashlib
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from flows.documents.document import CARDS, document_name
from flows.press.portal.printing import portal_record, portals_in
from flows.press.store.manifest import Built, Manifest
from flows.publish.requests import Leftover, Request, Row
from flows.sources.content import Content

_PARTS = 4
"""Edition, province, language and file, in the path of a document."""


def leftovers(request: Request, edition: str, rows: Sequence[Row]) -> tuple[Leftover, ...]:
    """What an output folder holds that publishing would not make.

    Args:
        request: What was asked for. Languages of a province are judged where nothing was selected.
        edition: The name of the edition.
        rows: How its provinces stand; a language of which nobody can tell is not judged.
    """
    content, manifest = Content(Path(request.root)), Manifest(request.output_folder)
    editions, provinces = set(content.editions()), set(content.provinces())
    spoken = {(row.province, row.language) for row in rows}
    unread = {row.province for row in rows if not row.language}
    judged = set() if request.provinces or request.languages else {slug for slug, _ in spoken} - unread
    refused = {(row.province, row.language) for row in rows if request.final and not row.document}

    cards = {row.document: row.cards for row in rows if row.document}

    def is_gone(of: str, slug: str, language: str, file: str) -> bool:
        no_more = slug in judged and (slug, language) not in spoken
        mine = cards.get(document_name(slug, of, language))
        has_no_ask = file.startswith(CARDS) and mine is not None and file not in mine
        return of not in editions or slug not in provinces or no_more or has_no_ask

    return tuple(_found(manifest, is_gone, edition, refused, editions))


def withheld(found: Sequence[Leftover], edition: str) -> tuple[str, ...]:
    """The paths that the portal of an edition does not offer."""
    return tuple(each.path for each in found if each.path.startswith(f"{edition}/"))


def prune(found: Sequence[Leftover], out: Path) -> None:
    """Remove files as they were made, and folders that are empty then; edited files stay.

    Raises:
        OSError: A file cannot be removed.
    """
    manifest = Manifest(out)
    for each in found:
        path = out / each.path
        if path.is_file():
            if hashlib.sha256(path.read_bytes()).hexdigest() != each.sha256:
                continue
            path.unlink()
        manifest.forget(each.record, each.written_in)
        for folder in path.relative_to(out).parents[:-1]:
            if not (out / folder).is_dir() or any((out / folder).iterdir()):
                break
            (out / folder).rmdir()


def _found(
    manifest: Manifest,
    is_gone: Callable[[str, str, str, str], bool],
    edition: str,
    refused: set[tuple[str, str]],
    editions: set[str],
) -> Iterator[Leftover]:
    for name, written_in, built in manifest.documents():
        parts = _parts(name, built)
        if parts is None or not (manifest.out / built.path).is_file():
            continue
        of, slug, language = parts
        if is_gone(of, slug, language, written_in):
            yield Leftover(built.path, built.sha256, f"documents/{name}", written_in)
        elif of == edition and (slug, language) in refused and built.draft:
            yield Leftover(built.path, built.sha256, f"documents/{name}", written_in, refused=True)
    for of, path, digest in portals_in(manifest):
        if of not in editions and (manifest.out / path).is_file():
            yield Leftover(path, digest, portal_record(of))


def _parts(name: str, built: Built) -> tuple[str, str, str] | None:
    """Edition, province and language of a file; None for what publishing did not make."""
    parts = built.path.split("/", _PARTS - 1)
    if len(parts) != _PARTS or document_name(parts[1], parts[0], parts[2]) != name:
        return None
    return parts[0], parts[1], parts[2]
