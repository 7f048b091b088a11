"""The fast way to say that nothing has to be done: the bytes of every source against the last plan's.

Nothing is parsed and nothing heavy is imported; `flows.publish.plan` decides whenever a single byte differs.
"""

import hashlib
import json
from dataclasses import asdict, replace
from pathlib import Path
from typing import Any

from flows.press.portal.printing import is_current
from flows.press.store.manifest import Manifest
from flows.publish.leftovers import leftovers
from flows.publish.requests import Plan, Request, Row, State
from flows.sources.content import Content


def unchanged(request: Request, seen: str) -> Plan | None:
    """The last plan with nothing left to do, if its fingerprint was `seen` and all outputs are intact.

    The portal is one of the outputs.
    """
    content = Content(Path(request.root))
    editions = content.editions()
    name = request.edition or (editions[-1] if editions else "")
    if request.force or request.prune or name not in editions:
        return None
    manifest = Manifest(request.output_folder)
    stored = manifest.read(_name(request, name))
    if stored.get("fingerprint") != seen:
        return None
    rows = tuple(_row(row) for row in stored["rows"])
    made = [row for row in rows if row.document]
    if any(manifest.stale(row.document, row.key, request.files_of(row.cards)) for row in made):
        return None
    if not is_current(request.output_folder, name, seen):
        return None
    left = leftovers(request, name, rows)
    return Plan(request, name, (), rows, (), stored["warnings"], leftovers=left)


def remember(plan: Plan, seen: str) -> None:
    """Keep a plan without errors whose documents have all been made.

    Args:
        plan: The plan.
        seen: The fingerprint from before the content was read: what changed in the meantime is not in it.
    """
    made = {State.TO_MAKE: State.FRESH}
    rows = [asdict(replace(row, state=made.get(row.state, row.state))) for row in plan.rows]
    stored = {"fingerprint": seen, "rows": rows, "warnings": plan.warnings}
    Manifest(plan.request.output_folder).write(_name(plan.request, plan.edition), stored)


def _row(stored: dict[str, Any]) -> Row:
    return Row(**{**stored, "state": State(stored["state"]), "cards": tuple(stored["cards"])})


def _name(request: Request, edition: str) -> str:
    """The name of the record: one for every selection, so that a small build does not forget a full one."""
    chosen = [edition, request.provinces, request.languages, request.formats, request.final, request.cards]
    digest = hashlib.sha256(json.dumps(chosen).encode()).hexdigest()[:16]
    return f"plans/{edition}-{digest}"
