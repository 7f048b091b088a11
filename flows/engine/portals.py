"""The portals of an output folder, which tell of the documents of one flow and the reports of another."""

from pathlib import Path
from typing import TYPE_CHECKING

from flows.press.portal.printing import PortalJob, print_portal
from flows.press.store.manifest import Manifest

if TYPE_CHECKING:
    from flows.press.looks import Looks


def put_up(job: PortalJob, root: Path, out: Path, sources: str) -> None:
    """Write the portal of an edition, and remember what its sources tell for `put_up_again`.

    Args:
        job: The portal.
        root: The content root.
        out: The output folder.
        sources: Digest of everything that its outline was read from.

    Raises:
        PressError: It cannot be written (SP802).
    """
    from pydantic import TypeAdapter

    from flows.documents.portal.outline import Outline

    print_portal(job, root, out, sources)
    told = TypeAdapter(Outline).dump_python(job.outline, mode="json")
    Manifest(out).write(_record(job.outline.edition), {"sources": sources, "outline": told})


def put_up_again(edition: str, looks: "Looks", root: Path, out: Path) -> None:
    """Write the portal of an edition as it was last told, with the files that are there now.

    One that no build has written, or that another version remembers, waits for the next build.

    Raises:
        PressError: It cannot be written (SP802).
    """
    from pydantic import TypeAdapter, ValidationError

    from flows.documents.portal.outline import Outline

    known = Manifest(out).read(_record(edition))
    try:
        outline = TypeAdapter(Outline).validate_python(known.get("outline"))
    except ValidationError:
        return
    print_portal(PortalJob(outline, looks), root, out, known["sources"])


def _record(edition: str) -> str:
    return f"outlines/{edition}"
