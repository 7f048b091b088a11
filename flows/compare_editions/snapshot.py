"""The fast way to say that nothing has to be done: what both texts are made of against the last plan's.

Nothing is parsed and nothing heavy is imported; the plan decides whenever a single byte differs.
"""

import hashlib
import json
from dataclasses import asdict, replace
from pathlib import Path

from flows.compare_editions.requests import Plan, Request, Row, State
from flows.compare_editions.tallies import Tally
from flows.engine.fingerprint import fingerprint
from flows.press.store.manifest import Manifest
from flows.sources.git import GitError, commit_of


def unchanged(request: Request, seen: str) -> Plan | None:
    """The last plan with nothing left to do, if its sources were `seen` and all reports are intact."""
    if request.force or not seen:
        return None
    manifest = Manifest(request.output_folder)
    stored = manifest.read(_name(request))
    if stored.get("sources") != seen:
        return None
    rows = tuple(
        Row(**{**row, "state": State(row["state"]), "tally": Tally.read(row["tally"])})
        for row in stored["rows"]
    )
    if any(manifest.stale(row.record, row.key, request.chosen_formats) for row in rows):
        return None
    return Plan(request, stored["pair"], (), rows, (), stored["warnings"])


def remember(plan: Plan, seen: str) -> None:
    """Keep a plan without errors whose reports have all been made.

    Args:
        plan: The plan.
        seen: The sources from before they were read: what changed in the meantime is not in it.
    """
    rows = [asdict(replace(row, state=State.FRESH)) for row in plan.rows]
    stored = {"sources": seen, "pair": plan.pair, "rows": rows, "warnings": plan.warnings}
    Manifest(plan.request.output_folder).write(_name(plan.request), stored)


def sources(request: Request) -> str:
    """SHA-256 over everything that both texts are read from; nothing where git cannot name a revision."""
    told = [fingerprint(request.root)]
    try:
        for text in (request.old, request.new):
            revision = text.partition("@")[2]
            told.append(commit_of(Path(request.root), revision) if revision else "")
    except GitError:
        return ""  # what it says is told when the texts are opened
    return hashlib.sha256("\n".join(told).encode()).hexdigest()


def _name(request: Request) -> str:
    """The name of the record: one for every question, so that a small one does not forget a full one."""
    asked = [request.old, request.new, request.provinces, request.language, request.formats, request.speaks]
    return f"comparisons/{hashlib.sha256(json.dumps(asked).encode()).hexdigest()[:16]}"
