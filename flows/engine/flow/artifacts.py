"""What a run shows in Prefect: a table of documents, a summary, a progress bar."""

import re
from collections import Counter
from collections.abc import Callable, Sequence
from uuid import UUID

from prefect.artifacts import (
    create_markdown_artifact,
    create_progress_artifact,
    create_table_artifact,
    update_progress_artifact,
)
from prefect.logging import get_run_logger

from flows.engine.chunks import Outcome, Work
from flows.engine.flow.markdown import escaped
from flows.engine.verdicts import is_failed, verdict
from flows.problems.records import Problem
from flows.problems.sentences import sentence

TABLE_LIMIT = 500
"""Most rows of the table: a national build of thousands of documents would make it unreadable."""

PROGRESS_STEP = 5.0
"""Percentage points between two messages to the server."""


def artifact_key(stem: str, subject: str) -> str:
    """A key as Prefect wants it: lowercase letters, digits and dashes."""
    return re.sub(r"[^a-z0-9]+", "-", f"{stem}-{subject}".lower()).strip("-")


def state_of(outcome: Outcome) -> str:
    """`failed`, `built with warnings` or `built`."""
    if is_failed(outcome):
        return "failed"
    return "built with warnings" if outcome.problems else "built"


def table_rows(outcomes: Sequence[Outcome], limit: int = TABLE_LIMIT) -> list[dict[str, str | float]]:
    """A row for every document, those with problems first, at most `limit`."""
    worst_first = sorted(outcomes, key=lambda outcome: (not is_failed(outcome), not outcome.problems))
    return [
        {
            "document": outcome.name,
            "state": state_of(outcome),
            "problems": ", ".join(sorted({found.code for found in outcome.problems})),
            "files": len(outcome.files),
            "seconds": round(outcome.seconds, 2),
        }
        for outcome in worst_first[:limit]
    ]


def summary(heading: str, outcomes: Sequence[Outcome], problems: Sequence[Problem]) -> str:
    """The work in Markdown: the verdict, how many documents in each state, and every failure's reason.

    Args:
        heading: What the work is about.
        outcomes: One outcome for every document.
        problems: What planning found.
    """
    states = Counter(state_of(outcome) for outcome in outcomes)
    reasons = [
        f"- **{escaped(outcome.name)}**: {escaped(sentence(found, 'en'))}"
        for outcome in outcomes
        if is_failed(outcome)
        for found in outcome.problems
    ]
    findings = [f"- {found.place or found.code}: {escaped(sentence(found, 'en'))}" for found in problems]
    lines = [f"# {heading}", "", f"{escaped(verdict(outcomes, problems).message)}.", ""]
    lines += ["| state | documents |", "|---|---:|"]
    lines += [f"| {state} | {count} |" for state, count in sorted(states.items())]
    lines += ["", "## Documents that failed", "", *reasons] if reasons else []
    lines += ["", "## What planning found", "", *findings] if findings else []
    return "\n".join(lines) + "\n"


def send_report(work: Work) -> None:
    """Attach the table and the summary to the current run."""
    outcomes = work.outcomes()
    markdown = summary(work.heading, outcomes, work.problems) + work.notes
    shown = f"{min(len(outcomes), TABLE_LIMIT)} of {len(outcomes)} documents, those with problems first."
    rows = table_rows(outcomes)
    if sent(lambda: create_markdown_artifact(markdown=markdown, key=artifact_key(work.stem, "summary"))):
        sent(lambda: create_table_artifact(rows, key=artifact_key(work.stem, "documents"), description=shown))


class Progress:
    """The progress bar of the current run."""

    def __init__(self, work: Work) -> None:
        self._total = max(work.documents, 1)
        self._done = 0
        self._shown = 0.0
        key = artifact_key(work.stem, "progress")
        self._id = sent(lambda: create_progress_artifact(progress=0.0, key=key))

    def advance(self, documents: int) -> None:
        """Count documents as done, and move the bar when that can be seen."""
        self._done += documents
        percentage = 100.0 * self._done / self._total
        if self._id is None or (percentage - self._shown < PROGRESS_STEP and self._done < self._total):
            return
        self._shown = percentage
        artifact = self._id
        # A server that is gone is asked once, not at every step.
        self._id = sent(lambda: update_progress_artifact(artifact_id=artifact, progress=percentage))


def sent(make: Callable[[], object]) -> UUID | None:
    """Make an artifact; a server that does not take it must not cost anybody a document."""
    try:
        made = make()
    except Exception as error:
        get_run_logger().warning("An artifact could not be sent: %s", error)
        return None
    return made if isinstance(made, UUID) else None
